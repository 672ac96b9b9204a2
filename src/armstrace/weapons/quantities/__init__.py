"""Quantities: what the numbers of a text count or measure, so that none of them is taken for a caliber."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
