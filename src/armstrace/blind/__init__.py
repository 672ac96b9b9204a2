"""Blind comparison: which serial numbers two lists share, without either side showing its list."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
