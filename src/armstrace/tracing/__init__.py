"""Tracing: what a trace request needs, what came of it, how long it took, and shares with their definition."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
