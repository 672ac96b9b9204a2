"""Makes and the companies behind them, as the packaged tables hold them.

A make is the brand a weapon is sold under, as in NCIC's MAK or item 5c of an ATF trace request; the companies that make
or import it are another matter and stand in `Make.companies`.

>>> Make.lookup("Smith y Wesson")
Make(id='smith-wesson', name='Smith & Wesson', raw='')
>>> Make.search("Barett")[0].id
'barrett'
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import _tables
from armstrace.weapons import name_words as _words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MAKES, _COMPANIES = "makes/makes.csv", "makes/companies.csv"


class CompanyRole(StrEnum):
    """The role of a company for a make."""

    MAKER = "maker"  #: The company makes, or made, weapons of that make.
    IMPORTER = "importer"  #: The company brings them into a country.
    SUCCESSOR = "successor"  #: The company took over from the maker.
    LICENSEE = "licensee"  #: The company makes them under license.
    BRAND_OWNER = "brand_owner"  #: The company owns the name.


@frozen(kw_only=True)
class Company:
    """A company behind a make.

    Attributes:
        name: The name, as the source writes it.
        role: The role of the company for the make.
        country: ISO 3166 code of its seat.
        first_year: The first year in that role, or the first in which the source has it; None where not known.
        last_year: The last such year, or None.
        source: The source of the row.
        verified: True if the row was checked in the source.
    """

    name: str
    role: CompanyRole
    country: str
    first_year: int | None = None
    last_year: int | None = None
    source: str = ""
    verified: bool = False


@frozen(kw_only=True)
class Make(_tables.RegistryRow):
    """The make of a weapon: the brand it is sold under (NCIC field MAK, item 5c of an ATF trace request).

    Attributes:
        id: The id in the registry; None for a name that is not in it.
        name: The usual name, or the name as written.
        raw: The text that was read.
    """

    _NAME = "makes"

    id: str | None
    name: str = field(validator=validators.min_len(1))
    raw: str = field(default="", eq=False)

    @property
    def known(self) -> bool:
        """True if the make is in the registry."""
        return self._row is not None

    @property
    def country(self) -> str | None:
        """ISO 3166 code of the brand's home, or None where the make is not in the registry."""
        return self._row.country if self._row else None

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other spellings, abbreviations and former names."""
        return (*self._row.aliases, *self._row.former) if self._row else ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)

    @property
    def companies(self) -> tuple[Company, ...]:
        """The companies that make, import or own the make; a sister company is not the maker."""
        return self._row.companies if self._row else ()

    @property
    def related(self) -> tuple[str, ...]:
        """Ids of makes of the same owner, successor or line."""
        return self._row.related if self._row else ()

    @staticmethod
    def _key(name: str) -> str:
        return name_key(name)

    @classmethod
    def _rows(cls) -> Iterator[Make]:
        return (row.make() for row in make_rows().values())

    @property
    def _row(self) -> MakeRow | None:
        return make_rows().get(self.id) if self.id is not None else None

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True, eq=False)
class MakeRow:
    """A row of the table of makes, with the companies of the make; each is made once, so that it equals only itself."""

    id: str
    name: str
    country: str
    aliases: tuple[str, ...]
    former: tuple[str, ...]
    only_leading: frozenset[str]
    related: tuple[str, ...]
    strict: str
    companies: tuple[Company, ...]
    source: str
    verified: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases, *self.former)

    def make(self) -> Make:
        """The make of this row, as a value."""
        return Make(id=self.id, name=self.name)


def name_key(name: str) -> str:
    """The key that two spellings of a make share: letters and digits, without joining words.

    >>> name_key("Smith y Wesson") == name_key("SMITH & WESSON")
    True
    """
    return _words.joined_key(name)


@functools.cache
def make_rows() -> Mapping[str, MakeRow]:
    """The rows of the table of makes, by id."""
    companies: dict[str, list[Company]] = {}
    for row in _tables.rows(_COMPANIES):
        companies.setdefault(row["make"], []).append(_tables.from_row(Company, row))
    rows = _tables.rows(_MAKES)
    related: dict[str, dict[str, None]] = {row["id"]: {} for row in rows}
    for row in rows:  # the table has the relation once, and it holds both ways
        for related_id in _tables.split(row["related"]):
            related[row["id"]][related_id] = None
            related[related_id][row["id"]] = None
    return {row["id"]: _row(row, tuple(companies.get(row["id"], ())), tuple(related[row["id"]])) for row in rows}


def _row(row: dict[str, str], companies: tuple[Company, ...], related: tuple[str, ...]) -> MakeRow:
    aliases = _tables.split(row["aliases"])
    leading = [alias.removeprefix("~") for alias in aliases if alias.startswith("~")]
    free = [alias for alias in aliases if not alias.startswith("~")]
    return _tables.from_row(
        MakeRow,
        row,
        aliases=(*free, *leading),
        only_leading=frozenset(map(name_key, leading)).difference(
            map(name_key, (row["name"], *free) if leading else ())
        ),
        related=related,
        companies=companies,
    )
