"""Coverage: what a list can hold, and in whose hands it shows things."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
