"""Litigation: suits, rulings, citations, courts, and where a suit stood on a day."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
