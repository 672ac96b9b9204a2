"""Parties: who takes, holds, says, sues or rules, as records and reports name them."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
