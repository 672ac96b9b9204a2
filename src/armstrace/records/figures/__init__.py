"""Figures: tallies, shares, percents."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
