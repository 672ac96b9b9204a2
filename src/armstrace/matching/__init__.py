"""Matching: do two records describe one weapon, and why."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
