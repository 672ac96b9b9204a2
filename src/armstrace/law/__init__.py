"""What the law makes of a weapon, on a date."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
