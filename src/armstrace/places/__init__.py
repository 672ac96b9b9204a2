"""Places: countries, the states of Mexico and of the United States, and places as records name them."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
