"""What happened as content (seizures, tallies, incidents, transfers, custody), and who says so."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
