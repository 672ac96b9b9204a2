"""Comparisons of two records: serial numbers, things, circumstances, events."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
