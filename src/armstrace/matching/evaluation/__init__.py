"""Evaluation of matches against known pairs: scores, thresholds, proportions."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
