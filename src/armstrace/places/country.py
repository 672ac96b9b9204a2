"""Countries and territories of ISO 3166-1, by their names in English, Spanish and Portuguese.

>>> Country.lookup("EE.UU.").id, Country.lookup("Alemania").alpha_3
('US', 'DEU')
"""

from __future__ import annotations

import functools

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

    @classmethod
    @functools.cache
    def _registry(cls) -> _tables.Registry[Country]:
        countries = [_tables.from_row(Country, row) for row in _tables.rows("places/countries.csv")]
        return _tables.Registry("countries", countries, normalize=_spelling)


def _spelling(text: str) -> str:
    """The key of a name; of two letters with points, such as ``E.U.``, with a point, since ``EU`` is another name."""
    key = _normalize.key(text)
    return f"{key}." if len(key) == 2 and "." in text else key
