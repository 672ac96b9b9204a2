"""Results of linking: the match set, shortlists, rows, and the stamp of what an answer rests on."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
