"""Calibers, kinds, makes, models and the marks that single out one weapon: what a thing is."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
