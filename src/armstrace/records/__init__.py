"""Content (seizures, tallies, incidents, transfers, custody), and the statements that carry it."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
