"""Jurisdictions: whose law is asked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrace.places.country import Country


class Jurisdiction(StrEnum):
    """A country whose law this library reads."""

    MX = "mx"
    US = "us"

    @classmethod
    def of(cls, country: Country | None) -> Jurisdiction | None:
        """The jurisdiction of a country; None where this library knows none of its law.

        >>> from armstrace.places import Country
        >>> Jurisdiction.of(Country.lookup("México")), Jurisdiction.of(Country.lookup("Chile"))
        (<Jurisdiction.MX: 'mx'>, None)
        """
        return {"MX": cls.MX, "US": cls.US}.get(country.id) if country else None
