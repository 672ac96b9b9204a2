"""Seizure tables, stock lists, press text and court records about weapons, as typed and citable evidence.

The names that are shown here stand in ``__init__.pyi``; each is loaded on first use, so that ``import armstrace`` stays
light.

>>> import armstrace
>>> armstrace.Caliber.parse("7,62X39").cartridge.id
'7.62x39mm'
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
