"""Tables: column maps, rows as records, aliases, and what was not recognized."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
