"""Makes: who made a weapon, as the make field of a record names it."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
