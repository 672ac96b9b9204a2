"""Reconciliation: do two totals agree."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
