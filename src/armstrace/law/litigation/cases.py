"""Suits as files: parties, claims and dated events, from which the status on any day follows.

The packaged cases are the files of ``data/cases``; a case is added by a file. A file of your own is read by
`LegalCase.read`.

>>> case = LegalCase.lookup("Mexico v. Smith & Wesson")
>>> print(case)
Mexico v. Smith & Wesson: 605 U.S. 280 (U.S. 2025-06-05)
>>> case.status(on="2024-01-21").plcaa_bar.value, case.status(on="2024-01-22").plcaa_bar.value
('barred', 'not_barred_as_pleaded')

A file with impossible events is refused, and the error names the event (see `armstrace.law.litigation.case_files`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import _tables
from armstrace.errors import CaseError
from armstrace.law.litigation import case_files, history, replay
from armstrace.law.litigation.case_record import CaseRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.dates.arguments import Day
    from armstrace.explain import Language
    from armstrace.law.litigation.status import CaseStatus, Step


@frozen(kw_only=True)
class LegalCase(CaseRecord, _tables.RegistryRow):
    """A suit: the facts of a case file, with the status on any day that follows from them.

    >>> LegalCase.lookup("Smith & Wesson Brands, Inc. v. Estados Unidos Mexicanos").id
    'mexico-v-smith-wesson'
    """

    _NAME = "cases"

    def __attrs_post_init__(self) -> None:
        replay.check(self)

    @classmethod
    def parse(cls, text: str) -> LegalCase:
        """The case in the TOML *text* of a case file.

        Raises:
            CaseError: The text is no TOML, a field is unknown or missing, a word is not in the vocabulary, or an event
                is impossible; the error names the event.
        """
        return case_files.case_from(case_files.parsed(text), LegalCase)

    @classmethod
    def read(cls, path: str | Path) -> LegalCase:
        """The case in the file at *path*.

        Raises:
            CaseError: The file cannot be decoded, or `parse` refuses it.
            OSError: The file cannot be read.
        """
        try:
            text = Path(path).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise CaseError(str(path), cause=f"not UTF-8: {error}", code="case.undecodable") from error
        return cls.parse(text)

    def __str__(self) -> str:
        return f"{self.title}: {self.leading}"

    def status(self, *, on: Day) -> CaseStatus:
        """The status at the end of the day *on*, which may be known within bounds only."""
        return history.status(self, on=on)

    def history(self) -> tuple[Step, ...]:
        """Each event, in order, with the status after it."""
        return history.history(self)

    def timeline(self, language: Language = "en") -> str:
        """The events as text, one a line; the status follows where the event changed it."""
        return history.timeline(self, language)

    @classmethod
    def _rows(cls) -> Iterator[LegalCase]:
        return (cls.parse(_tables.text(name)) for name in _tables.files("cases"))


def read_case(path: str | Path) -> LegalCase:
    """The case in the file at *path*; see `LegalCase.read`."""
    return LegalCase.read(path)
