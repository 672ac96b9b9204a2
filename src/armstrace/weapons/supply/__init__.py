"""Supply: national stock numbers and the item names beside them."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
