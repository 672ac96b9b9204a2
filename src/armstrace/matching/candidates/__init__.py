"""Candidates: which listed weapons come into question for a found weapon, and how likely an unlisted weapon is."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
