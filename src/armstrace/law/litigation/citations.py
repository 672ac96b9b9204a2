"""Legal citations as US courts write them: read strictly, written in one form.

Decisions (``91 F.4th 511``, ``2020 PA Super 239``, ``2024 WL 1256038``), statutes and regulations
(``15 U.S.C. § 7902``, ``27 C.F.R. § 447.21``, ``Pub. L. No. 109-92``, ``Conn. Gen. Stat. § 42-110b``), dockets and slip
opinions (``No. 23-1141, slip op.``).

>>> str(LegalCitation.parse("633 F.Supp.3d 425"))
'633 F. Supp. 3d 425'
>>> print(LegalCitation.parse("15 USC 7903(5)(A)(iii)"))
15 U.S.C. § 7903(5)(A)(iii)
>>> LegalCitation.parse("91 F.4th 511, 527 (1st Cir. 2024)").pin
'527'

What is not a whole citation is refused, not mended:

>>> LegalCitation.parse("91 F.5th 511")
Traceback (most recent call last):
    ...
armstrace.errors.ParseError: no reporter of that name and volume: '91 F.5th 511' (nearest: F.4th, F.3d, F.2d)
"""

from __future__ import annotations

import functools
import importlib
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _normalize, _tables
from armstrace.errors import MissingExtra, ParseError, UnknownEntry
from armstrace.law.litigation.reporters import Reporter

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 200


class CitationKind(StrEnum):
    """What is cited, and how."""

    #: A decision, by volume, reporter and first page; the neutral forms by year, court and number.
    REPORTER = "reporter"
    DATABASE = "database"  #: A decision, by the number of a data base: Westlaw or Lexis.
    DOCKET = "docket"  #: A suit, by its docket number.
    SLIP = "slip"  #: A decision not yet printed, by its docket number.
    STATUTE = "statute"  #: A section of the United States Code.
    STATE_STATUTE = "state_statute"  #: A section of a state's code.
    REGULATION = "regulation"  #: A section of the Code of Federal Regulations.
    PUBLIC_LAW = "public_law"  #: An Act of Congress, by its number.


@frozen(kw_only=True)
class LegalCitation:
    """A citation; `str` writes it.

    Attributes:
        kind: What is cited, and how.
        volume: Volume, year or title; empty where there is none.
        source: The reporter, code or data base, abbreviated.
        page: First page, number or section.
        pin: The page or place inside; empty where none is given.
        parenthetical: Court and year, as written; empty where none is given.
        raw: The text it was read from.
    """

    kind: CitationKind
    volume: str = ""
    source: str = ""
    page: str
    pin: str = ""
    parenthetical: str = ""
    raw: str = field(default="", eq=False)

    @classmethod
    def parse(cls, text: str) -> LegalCitation:
        """The citation that *text* is, all of it.

        Raises:
            ParseError: It is none, or something stands before or after it.

        >>> LegalCitation.parse("Pub. L. 109-92, § 2").page
        '109-92'
        """
        plain = _normalize.tidy(text) if len(text) <= _LONGEST else ""
        if not plain:
            raise ParseError("no legal citation", code="citation.none", text=text, hint=_HINT)
        core, parenthetical = _without_parenthetical(plain)
        for pattern, build in _FORMS:
            if (match := pattern.fullmatch(core)) is not None:
                try:
                    return build(match, parenthetical, text)
                except UnknownEntry as error:
                    nearest = f"nearest: {', '.join(error.nearest)}" if error.nearest else _HINT
                    no_code = ("no code of that name", "citation.no_such_code")
                    no_reporter = ("no reporter of that name and volume", "citation.no_such_reporter")
                    cause, code = no_code if error.registry == "codes" else no_reporter
                    raise ParseError(cause, code=code, text=text, hint=nearest) from None
        raise ParseError("no legal citation", code="citation.none", text=text, hint=_HINT)

    def __str__(self) -> str:
        written = _WRITTEN[self.kind](self)
        if self.pin:
            written += _PINNED.get(self.kind, ", {pin}").format(pin=self.pin)
        return f"{written} ({self.parenthetical})" if self.parenthetical else written


_HINT = "such as 91 F.4th 511, 15 U.S.C. § 7902, No. 23-1141, 2024 WL 1256038"
# a court and a year
_PARENTHETICAL = re.compile(r"[A-Za-z0-9 .,'&-]{1,60}")


def _decision(cited: LegalCitation) -> str:
    row = Reporter.get(f"{cited.source} (neutral)")
    joint = row is not None and row.joint and len(cited.volume) == 4
    return ("-" if joint else " ").join((cited.volume, cited.source, cited.page))


def _without_parenthetical(plain: str) -> tuple[str, str]:
    """The citation without the court and year behind it, and these: ``"91 F.4th 511", "1st Cir. 2024"``.

    The second text is empty if no parentheses with a year stand at the end.
    """
    core, space, rest = plain.rpartition(" (")
    inside = rest.removesuffix(")")
    if space and rest.endswith(")") and _PARENTHETICAL.fullmatch(inside) and re.search(r"\d{4}$", inside):
        return core, inside
    return plain, ""


def _no(numbers: str) -> str:
    return "Nos." if "," in numbers else "No."


def _section(text: str) -> str:
    return ("§§ " if re.search(r"\d-\d|,", text) else "§ ") + text


def _cited(kind: CitationKind, match: re.Match[str], parenthetical: str, raw: str, **read: str) -> LegalCitation:
    """The citation of this kind in the named groups of a match; a text in *read* replaces that of the group.

    *raw* is the text as it was given.
    """
    groups = match.groupdict()
    parts = {name: groups.get(name) or "" for name in ("volume", "source", "page", "pin")}
    return LegalCitation(kind=kind, parenthetical=parenthetical, raw=raw, **{**parts, **read})


def _reporter(match: re.Match[str], parenthetical: str, raw: str) -> LegalCitation:
    row = Reporter.of_volume(match["source"], int(match["volume"]))
    page = match["page"].replace(",", "")
    return _cited(CitationKind.REPORTER, match, parenthetical, raw, source=row.abbreviation, page=page)


@functools.cache
def _codes() -> dict[str, str]:
    """The abbreviation of each code of state law, by each of its names without points and spaces."""
    return {
        _normalize.key(name): row["abbreviation"]
        for row in _tables.rows("courts/codes.csv")
        for name in (row["abbreviation"], *_tables.split(row["aliases"]))
    }


def _state_statute(match: re.Match[str], parenthetical: str, raw: str) -> LegalCitation:
    code = _codes().get(_normalize.key(match["source"]))
    if code is None:
        raise UnknownEntry("codes", key=match["source"], nearest=sorted(set(_codes().values())))
    return _cited(CitationKind.STATE_STATUTE, match, parenthetical, raw, source=code)


def _public_law(match: re.Match[str], parenthetical: str, raw: str) -> LegalCitation:
    pin = _section(match["pin"]) if match["pin"] else ""
    return _cited(CitationKind.PUBLIC_LAW, match, parenthetical, raw, pin=pin)


def _docket(match: re.Match[str], parenthetical: str, raw: str) -> LegalCitation:
    return _cited(CitationKind.SLIP if match["slip"] else CitationKind.DOCKET, match, parenthetical, raw)


_WRITTEN: dict[CitationKind, Callable[[LegalCitation], str]] = {
    CitationKind.REPORTER: _decision,
    CitationKind.DATABASE: lambda cited: f"{cited.volume} {cited.source} {cited.page}",
    CitationKind.DOCKET: lambda cited: f"{_no(cited.page)} {cited.page}",
    CitationKind.SLIP: lambda cited: f"{_no(cited.page)} {cited.page}, slip op.",
    CitationKind.STATUTE: lambda cited: f"{cited.volume} {cited.source} {_section(cited.page)}",
    CitationKind.STATE_STATUTE: lambda cited: f"{cited.source} § {cited.page}",
    CitationKind.REGULATION: lambda cited: f"{cited.volume} {cited.source} {_section(cited.page)}",
    CitationKind.PUBLIC_LAW: lambda cited: f"Pub. L. No. {cited.page}",
}
_PINNED = {CitationKind.DATABASE: ", at {pin}", CitationKind.SLIP: " at {pin}"}

_SECTION = (
    r"(?P<page>\d{1,6}[a-z]{0,2}(?:\.\d{1,4})?(?:\([A-Za-z0-9]{1,5}\)){0,8}(?:-\d{1,6}[a-z]{0,2}(?:\.\d{1,4})?)?)"
)
# numbers such as 1:21-cv-11269, CA 17-00501 and 1126 of 2018
_DOCKET = r"[0-9A-Z](?:[0-9A-Za-z:-]|(?<=\d) (?=of \d)|(?<=of) (?=\d)|(?<=[A-Z0-9]) (?=[A-Z0-9])){0,30}"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, str], LegalCitation]], ...] = (
    (
        re.compile(rf"(?P<volume>\d{{1,2}}) ?U\.? ?S\.? ?C\.? ?(?:§{{1,2}} ?|sec\.? )?{_SECTION}"),
        functools.partial(_cited, CitationKind.STATUTE, source="U.S.C."),
    ),
    (
        re.compile(rf"(?P<volume>\d{{1,2}}) ?C\.? ?F\.? ?R\.? ?(?:§{{1,2}} ?|sec\.? )?{_SECTION}"),
        functools.partial(_cited, CitationKind.REGULATION, source="C.F.R."),
    ),
    (
        re.compile(
            r"(?P<source>[A-Z][A-Za-z. ]{1,38}?) §{1,2} ?"
            r"(?P<page>[0-9][0-9A-Za-z.:-]{0,20}(?:\([A-Za-z0-9]{1,5}\)){0,6})"
        ),
        _state_statute,
    ),
    (
        re.compile(
            r"(?:Pub(?:\.|lic) ?L(?:\.|aw)|P\. ?L\.) ?(?:No\. ?)?(?P<page>\d{1,3}-\d{1,4})"
            r"(?:, (?:§{1,2} ?|secs?\. )(?P<pin>\d{1,4}[a-z]?(?:\([A-Za-z0-9]{1,5}\)){0,4}(?:-\d{1,4})?))?"
        ),
        _public_law,
    ),
    (
        re.compile(
            rf"Nos?\. ?(?P<page>{_DOCKET}(?:, {_DOCKET}){{0,5}})(?P<slip>, slip op\.(?: at (?P<pin>\d{{1,4}}))?)?"
        ),
        _docket,
    ),
    (
        re.compile(
            r"(?P<volume>(?:19|20)\d\d) (?P<source>WL|(?:[A-Z][A-Za-z.]{0,9} ){0,4}LEXIS) (?P<page>\d{1,8})"
            r"(?:, at (?P<pin>\*\d{1,4}(?:-\d{1,4})?))?"
        ),
        functools.partial(_cited, CitationKind.DATABASE),
    ),
    (
        re.compile(
            r"(?P<volume>\d{1,4})[ -](?P<source>[A-Z][A-Za-z0-9.&'() ]{0,38}?)[ -](?P<page>\d{1,3}(?:,\d{3})|\d{1,7})"
            r"(?:, (?P<pin>\d{1,5}(?:-\d{1,5})?(?: n\.\d{1,3})?))?"
        ),
        _reporter,
    ),
)


def parse_any(text: str) -> LegalCitation:
    """The citation that *text* states, read by `LegalCitation.parse` or else by the package eyecite.

    Only eyecite knows the reporters that are not in the table of reporters.

    Raises:
        ParseError: Neither reads it, or it is more than one citation.
        MissingExtra: It is not read here, and eyecite (the extra ``legal``) is not installed.

    >>> parse_any("91 F.4th 511").source
    'F.4th'
    """
    try:
        return LegalCitation.parse(text)
    except ParseError as error:
        try:
            eyecite = importlib.import_module("eyecite")
        except ImportError:
            raise MissingExtra("eyecite", extra="legal") from error
        plain = _normalize.tidy(text)
        found = eyecite.get_citations(plain) if len(text) <= _LONGEST else []
        if len(found) != 1 or found[0].span() != (0, len(plain)) or not {"volume", "page"} <= found[0].groups.keys():
            raise
        groups = found[0].groups
        return LegalCitation(
            kind=CitationKind.REPORTER,
            volume=groups["volume"],
            source=found[0].corrected_reporter(),
            page=groups["page"],
            raw=text,
        )
