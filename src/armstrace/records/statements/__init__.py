"""Statements: who asserts, denies or does not answer what, acts, inquiries, and what was known by a day."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
