"""Plain dicts of the scorer in, plain dicts out: translation between the gold files and the library, nothing more.

A function for what the library cannot do yet is absent.
"""

from __future__ import annotations


def calibers(text: str) -> dict[str, object]:
    """The calibers of a field."""
    from armstrace.weapons.calibers import Basis, Caliber, read

    def entry(one: Caliber) -> str:
        if one.basis is Basis.BORE_ONLY:
            return f"bore:{one.bore.mm if one.bore else ''}"
        return one.cartridge.id if one.cartridge else "/".join(row.id for row in one.candidates)

    found = read(text)
    if len(found) > 1:
        return {"kind": "multiple", "ids": [entry(one) for one in found], "bore_mm": None}
    if not found:
        return {"kind": "unknown", "ids": [], "bore_mm": None}
    (one,) = found
    bore = float(one.bore.mm) if one.bore else None
    if one.basis is Basis.BORE_ONLY:
        return {"kind": "bore", "ids": [], "bore_mm": bore}
    if one.cartridge:
        return {"kind": "cartridge", "ids": [one.cartridge.id], "bore_mm": None}
    return {"kind": "ambiguous", "ids": [row.id for row in one.candidates], "bore_mm": bore}


def make(text: str) -> dict[str, str | None]:
    """The make that a text names."""
    from armstrace.weapons import makes

    reading = makes.read(text)
    found = reading.make if reading else None
    return {"id": found.id if found else None, "name": found.name if found else None}
