"""Classification: the class of a weapon under a scheme, on a day, with its legal basis."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
