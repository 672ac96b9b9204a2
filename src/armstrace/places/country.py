"""Countries and territories of ISO 3166-1, by their names in English, Spanish and Portuguese.

>>> Country.lookup("EE.UU.").id, Country.lookup("Alemania").alpha_3
('US', 'DEU')
"""

from __future__ import annotations

from attrs import field, frozen

from armstrace import _normalize, _tables


@frozen(kw_only=True)
class Country(_tables.ReferenceRow):
    """A country or territory of ISO 3166-1. Two are equal if their ids are.

    Attributes:
        id: The alpha-2 code, such as ``MX``.
        alpha_3: The alpha-3 code, such as ``MEX``.
        name: The English short name.
        name_es: The Spanish short name.
        aliases: Other names and abbreviations.
    """

    _NAME, _FILE = "countries", "places/countries.csv"

    id: str
    alpha_3: str = field(eq=False)
    name: str = field(eq=False)
    name_es: str = field(eq=False)
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All names and codes."""
        return (self.name, self.name_es, self.alpha_3, *self.aliases)

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def _key(name: str) -> str:
        # of two letters with points, such as ``E.U.``, with a point, since ``EU`` is another name
        key = _normalize.key(name)
        return f"{key}." if len(key) == 2 and "." in name else key
