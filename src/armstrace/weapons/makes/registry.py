"""Makes and the companies behind them, as the packaged tables hold them."""

from __future__ import annotations

import functools
from enum import StrEnum

from attrs import field, frozen, validators

from armstrace import _tables
from armstrace.weapons import name_words as _words

_MAKES, _COMPANIES = "makes/makes.csv", "makes/companies.csv"


class CompanyRole(StrEnum):
    """What a company is to a make.

    Attributes:
        MAKER: It makes, or made, weapons of that make.
        IMPORTER: It brings them into a country.
        SUCCESSOR: It goes on making them after another.
        LICENSEE: It makes them under license.
        BRAND_OWNER: The name is its property.
    """

    MAKER = "maker"
    IMPORTER = "importer"
    SUCCESSOR = "successor"
    LICENSEE = "licensee"
    BRAND_OWNER = "brand_owner"


@frozen(kw_only=True)
class Company:
    """A company behind a make.

    Attributes:
        name: Its name, as the source writes it.
        role: What it is to the make.
        country: ISO 3166 code of its seat.
        first_year: The first year in that role, or the first in which the source has it; None where not known.
        last_year: The last such year, or None.
        source: Where that stands.
        verified: Whether it was checked there.
    """

    name: str
    role: CompanyRole
    country: str
    first_year: int | None = None
    last_year: int | None = None
    source: str = ""
    verified: bool = False


@frozen(kw_only=True)
class Make:
    """What a record's make field means: the brand a weapon is sold under (NCIC field MAK, item 5c of an ATF trace).

    Attributes:
        id: The id in the registry; None for a name that is not in it.
        name: The usual name, or the name as written.
        raw: What was read.
    """

    id: str | None
    name: str = field(validator=validators.min_len(1))
    raw: str = field(default="", eq=False)

    @property
    def known(self) -> bool:
        """Whether the make is in the registry."""
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
    def companies(self) -> tuple[Company, ...]:
        """The companies that make, import or own it; they are not one company, and a sister is not the maker."""
        return self._row.companies if self._row else ()

    @property
    def related(self) -> tuple[str, ...]:
        """Ids of makes of the same owner, successor or line."""
        return self._row.related if self._row else ()

    @property
    def _row(self) -> MakeRow | None:
        return makes().get(self.id) if self.id is not None else None

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True)
class MakeRow:
    """One row of the table of makes."""

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

    def make(self, raw: str = "") -> Make:
        """The value that stands for this row."""
        return Make(id=self.id, name=self.name, raw=raw)


def name_key(name: str) -> str:
    """What two spellings of a make have in common: letters and digits, without joining words.

    >>> name_key("Smith y Wesson") == name_key("SMITH & WESSON")
    True
    """
    return _words.joined(_words.tokens(name))


@functools.cache
def makes() -> _tables.Registry[MakeRow]:
    """The registry of makes."""
    companies: dict[str, list[Company]] = {}
    for row in _tables.rows(_COMPANIES):
        companies.setdefault(row["make"], []).append(_company(row))
    rows = _tables.rows(_MAKES)
    related: dict[str, dict[str, None]] = {row["id"]: {} for row in rows}
    for row in rows:  # a table says it once, the relation holds both ways
        for other in _tables.split(row["related"]):
            related[row["id"]][other] = None
            related[other][row["id"]] = None
    entries = [_row(row, tuple(companies.get(row["id"], ())), tuple(related[row["id"]])) for row in rows]
    return _tables.Registry("makes", entries, normalize=name_key)


def edition() -> str:
    """The edition of the table."""
    return _tables.edition(_MAKES)


def _row(row: dict[str, str], companies: tuple[Company, ...], related: tuple[str, ...]) -> MakeRow:
    aliases = _tables.split(row["aliases"])
    leading = [alias.removeprefix("~") for alias in aliases if alias.startswith("~")]
    free = [alias for alias in aliases if not alias.startswith("~")]
    return MakeRow(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        aliases=(*free, *leading),
        former=_tables.split(row["former"]),
        only_leading=frozenset(map(name_key, leading)).difference(map(name_key, (row["name"], *free))),
        related=related,
        strict=row["strict"],
        companies=companies,
        source=row["source"],
        verified=row["verified"] == "true",
    )


def _company(row: dict[str, str]) -> Company:
    return Company(
        name=row["name"],
        role=CompanyRole(row["role"]),
        country=row["country"],
        first_year=int(row["first_year"]) if row["first_year"] else None,
        last_year=int(row["last_year"]) if row["last_year"] else None,
        source=row["source"],
        verified=row["verified"] == "true",
    )
