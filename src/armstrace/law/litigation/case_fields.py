"""The fields of a table of a case file, read strictly: an unknown field, or one of another type, is an error."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from armstrace.dates import edtf
from armstrace.dates.value import UncertainDate
from armstrace.errors import CaseError, ParseError
from armstrace.law.litigation.citations import LegalCitation
from armstrace.law.litigation.courts import Court

if TYPE_CHECKING:
    from collections.abc import Callable

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class Fields:
    """A table of a case file, read field by field; `finish` refuses the fields that were not read."""

    def __init__(self, data: object, case: str, event: str = "") -> None:
        self.case, self.event = case, event
        if not isinstance(data, Mapping):
            raise self.error(f"a table was expected: {data!r}", "case.field_type")
        self._data: Mapping[str, Any] = data
        self._unread = set(data)

    def error(self, cause: str, code: str) -> CaseError:
        """The error that refuses the file, with the case and the event named; *code* is its code in the messages."""
        return CaseError(self.case, event=self.event, cause=cause, code=code)

    def missing(self, name: str) -> CaseError:
        """The error that refuses a file without the field *name*."""
        return self.error(f"{name} is missing", "case.field_missing")

    def _take(self, name: str) -> Any:  # noqa: ANN401  # TOML has values of many types
        self._unread.discard(name)
        return self._data.get(name)

    def _typed(self, name: str, cls: type[T]) -> T | None:
        value = self._take(name)
        if value is not None and type(value) is not cls:
            raise self.error(f"{name} must be {cls.__name__}: {value!r}", "case.field_type")
        return value

    def text(self, name: str, *, required: bool = False) -> str:
        """The text of a field; empty if the field is absent."""
        value = self._typed(name, str)
        if required and not value:
            raise self.missing(name)
        return value or ""

    def flag(self, name: str) -> bool | None:
        """The boolean of a field; None if the field is absent."""
        return self._typed(name, bool)

    def day(self, name: str) -> datetime.date:
        """The day of a field that must be present."""
        value = self._typed(name, datetime.date)
        if value is None:
            raise self.missing(name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a field that holds a list; empty if the field is absent."""
        values = self._typed(name, list) or []
        if not all(isinstance(value, str) and value for value in values):
            raise self.error(f"{name} must be a list of texts: {values!r}", "case.field_type")
        return tuple(values)

    def word(self, name: str, cls: type[E]) -> E | None:
        """The member of the enum *cls* whose value the field states; None if the field is absent."""
        value = self.text(name)
        return self._member(name, value, cls) if value else None

    def required_word(self, name: str, cls: type[E]) -> E:
        """The member of the enum *cls* whose value the field states; the field must be present."""
        return self._member(name, self.text(name, required=True), cls)

    def words(self, name: str, cls: type[E]) -> tuple[E, ...]:
        """The members of the enum *cls* whose values a list states; empty if the field is absent."""
        return tuple(self._member(name, value, cls) for value in self.texts(name))

    def _member(self, name: str, value: str, cls: type[E]) -> E:
        for member in cls:
            if member.value == value:
                return member
        listed = ", ".join(member.value for member in cls)
        raise self.error(f"{name} is none of {listed}: {value!r}", "case.no_such_word")

    def tables(self, name: str, build: Callable[[Fields], T]) -> tuple[T, ...]:
        """The values that *build* makes of the tables in a list; empty if the field is absent."""
        found: list[T] = []
        for data in self._typed(name, list) or []:
            event_id = data.get("id") if name == "event" and isinstance(data, Mapping) else None
            fields = Fields(data, self.case, event_id if isinstance(event_id, str) else self.event)
            found.append(build(fields))
            fields.finish()
        return tuple(found)

    def court(self) -> Court | None:
        """The court whose id the field ``court`` states; None if the field is absent."""
        court_id = self.text("court")
        if not court_id:
            return None
        found = Court.get(court_id)
        if found is None:
            nearest = ", ".join(row.id for row in Court.search(court_id, limit=3))
            hint = f" (nearest: {nearest})" if nearest else ""
            raise self.error(f"no id of a court: {court_id!r}{hint}", "case.no_such_court")
        return found

    def cited(self, text: str) -> LegalCitation:
        """The citation that *text* states; an error that names the event if it is none."""
        try:
            return LegalCitation.parse(text)
        except ParseError as error:
            raise self.error(str(error), "case.no_citation") from error

    def date(self, name: str = "date") -> UncertainDate | None:
        """The date of a field: a day, a text in EDTF, or the bounds ``not_before`` and ``not_after``.

        None if the field and both bounds are absent.
        """
        value, first, last = self._take(name), self._take("not_before"), self._take("not_after")
        try:
            if type(value) is datetime.date:
                return UncertainDate.exact(value)
            if isinstance(value, str):
                parsed = edtf.parse_edtf(value)
                if isinstance(parsed, UncertainDate):
                    return parsed
            elif value is None and type(last) is datetime.date and (first is None or type(first) is datetime.date):
                return UncertainDate.between(first or datetime.date.min, last)
            elif value is None and first is None and last is None:
                return None
        except ParseError as error:
            raise self.error(str(error), "case.no_day") from error
        raise self.error(f"no day: {value or (first, last)!r}", "case.no_day")

    def finish(self) -> None:
        """Refuses the table if a field was not read, since its name is unknown."""
        if self._unread:
            raise self.error(f"unknown field {', '.join(sorted(map(repr, self._unread)))}", "case.field_unknown")
