"""Descriptions: several cells, or one phrase, that describe a weapon."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
