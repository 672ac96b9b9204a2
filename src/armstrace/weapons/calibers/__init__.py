"""Calibers: the bore, the cartridge and the mentions of both in text."""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
