"""Kinds: what sort of thing a weapon is, in three languages and in the codes of other lists."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
