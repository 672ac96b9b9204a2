"""What can go wrong, named by cause.

Every error inherits `ArmstraceError` and the builtin a stranger would catch, carries its data as attributes and
survives pickling.

>>> from armstrace.errors import ParseError
>>> try:
...     raise ParseError("no date", text="hoy mero", span=(0, 3), hint="give a day or a month")
... except ValueError as error:
...     print(error)
no date: 'hoy mero' (at 0-3; give a day or a month)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 80
_LISTED = 8


def shown(text: str) -> str:
    """*text* in quotes for a message; the middle of a long text is left out.

    >>> shown("x" * 1000)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' (1000 characters)"
    """
    if len(text) <= _SHOWN:
        return repr(text)
    half = _SHOWN // 2
    return f"{text[:half] + '…' + text[-half:]!r} ({len(text)} characters)"


@frozen(kw_only=True)
class Fault:
    """A fault in a document, with its path.

    Attributes:
        path: Where, as a JSON path such as ``$.items[2].weapon.caliber``.
        cause: What is wrong, in a few words.
        code: The code of the error that the reader of the value gave, such as ``date.no_such_day``; may be empty.
        value: What stands there, as JSON and cut if it is long; empty where nothing does.
        allowed: What could stand there: members, names of types or of fields; empty where that is no short list.
        nearest: Which of these are spelled most alike, best first.
    """

    path: str
    cause: str
    code: str = ""
    value: str = ""
    allowed: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        value = f": {self.value}" if self.value else ""
        hint = ""
        if self.nearest:
            hint = f" (nearest: {', '.join(self.nearest)})"
        elif self.allowed:
            more = ", …" if len(self.allowed) > _LISTED else ""
            hint = f" (allowed: {', '.join(self.allowed[:_LISTED])}{more})"
        return f"{self.path}: {self.cause}{value}{hint}"


class ArmstraceError(Exception):
    """The base of all errors of this library."""


class ParseError(ArmstraceError, ValueError):
    """A text could not be read.

    Attributes:
        cause: What is wrong, in a few words.
        code: The stable code of the cause, such as ``date.no_such_day``; `armstrace.explain.term` gives its
            words where the wording tables have them.
        text: The offending text.
        span: Start and end of the offending part in *text*, or None for all of it.
        hint: What would have been understood; may be empty.
        faults: For a document, all that is wrong with it and where, up to a hundred; else empty.
    """

    def __init__(
        self,
        cause: str,
        *,
        code: str = "",
        text: str,
        span: tuple[int, int] | None = None,
        hint: str = "",
        faults: Sequence[Fault] = (),
    ) -> None:
        self.cause, self.code, self.text, self.span, self.hint = cause, code, text, span, hint
        self.faults = tuple(faults)
        notes = [f"at {span[0]}-{span[1]}"] if span else []
        notes += [hint] if hint else []
        what = cause if self.faults else f"{cause}: {shown(text)}"
        super().__init__(what + (f" ({'; '.join(notes)})" if notes else ""))

    def __reduce__(self) -> tuple[object, ...]:
        names = ("code", "text", "span", "hint", "faults")
        return (_rebuild, (type(self), self.cause, {name: getattr(self, name) for name in names}))


class UnknownEntry(ArmstraceError, KeyError):
    """A registry has no entry of that name.

    Attributes:
        registry: Which registry, such as ``"cartridges"``.
        key: What was asked for.
        nearest: Ids of the entries whose names come closest, best first.
    """

    def __init__(self, registry: str, *, key: str, nearest: Sequence[str] = ()) -> None:
        self.registry, self.key, self.nearest = registry, key, tuple(nearest)
        super().__init__(registry, key)

    def __str__(self) -> str:
        nearest = f"; nearest: {', '.join(self.nearest)}" if self.nearest else ""
        return f"no entry in {self.registry}: {shown(self.key)}{nearest}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.registry, {"key": self.key, "nearest": self.nearest}))


class AmbiguousEntry(ArmstraceError, LookupError):
    """A name belongs to several entries of a registry, and none is chosen.

    Attributes:
        registry: Which registry.
        key: What was asked for.
        candidates: Ids of all entries of that name.
    """

    def __init__(self, registry: str, *, key: str, candidates: Sequence[str]) -> None:
        self.registry, self.key, self.candidates = registry, key, tuple(candidates)
        super().__init__(f"several entries in {registry}: {shown(key)}: {', '.join(self.candidates)}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.registry, {"key": self.key, "candidates": self.candidates}))


class RuleError(ArmstraceError, ValueError):
    """A rule file holds a rule that cannot be.

    Attributes:
        rule: The id of the rule.
        cause: What is wrong with it.
        code: The stable code of the cause.
    """

    def __init__(self, rule: str, *, cause: str, code: str = "") -> None:
        self.rule, self.cause, self.code = rule, cause, code
        super().__init__(f"rule {rule}: {cause}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.rule, {"cause": self.cause, "code": self.code}))


class CaseError(ArmstraceError, ValueError):
    """A case file holds an impossible event, or lacks what the replay of the suit needs.

    Attributes:
        case: The id of the case.
        event: The id of the event; empty where the fault lies in no event.
        cause: What is wrong.
        code: The stable code of the cause.
    """

    def __init__(self, case: str, *, event: str = "", cause: str, code: str = "") -> None:
        self.case, self.event, self.cause, self.code = case, event, cause, code
        where = f"case {shown(case)}" + (f", event {shown(event)}" if event else "")
        super().__init__(f"{where}: {cause}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.case, {"event": self.event, "cause": self.cause, "code": self.code}))


class TableError(ArmstraceError, ValueError):
    """A file gives no table at all: it is empty, has no header that is understood, or cannot be decoded.

    Attributes:
        cause: What is wrong, in a few words.
        code: The stable code of the cause.
        table: The title of the file.
        row: The row as a spreadsheet counts it, or None.
        value: The offending text; may be empty.
        nearest: The id of the column map that comes closest; empty where none was tried.
        found: The fields of that map whose headers were found.
        missing: The required fields of that map whose headers were not found.
    """

    def __init__(
        self,
        cause: str,
        *,
        code: str = "",
        table: str,
        row: int | None = None,
        value: str = "",
        nearest: str = "",
        found: Sequence[str] = (),
        missing: Sequence[str] = (),
    ) -> None:
        self.cause, self.code, self.table, self.row, self.value = cause, code, table, row, value
        self.nearest, self.found, self.missing = nearest, tuple(found), tuple(missing)
        where = f"{table}, row {row}" if row is not None else table
        notes = [shown(value)] if value else []
        if nearest:
            notes.append(f"nearest column map: {nearest}; missing: {', '.join(self.missing) or 'nothing'}")
        super().__init__(f"{where}: {cause}" + (f" ({'; '.join(notes)})" if notes else ""))

    def __reduce__(self) -> tuple[object, ...]:
        names = ("code", "table", "row", "value", "nearest", "found", "missing")
        return (_rebuild, (type(self), self.cause, {name: getattr(self, name) for name in names}))


class NotComparable(ArmstraceError, ValueError):
    """Two figures count different things; comparing them would mislead.

    Attributes:
        what: Which figures.
        causes: The names of the fields that keep them apart.
    """

    def __init__(self, what: str, *, causes: Sequence[str]) -> None:
        self.what, self.causes = what, tuple(causes)
        super().__init__(f"{what}: {', '.join(self.causes)}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, {"causes": self.causes}))


class MissingExtra(ArmstraceError, ImportError):
    """A library that is not always needed is not installed.

    Attributes:
        library: Which library.
        extra: The extra of this package that brings it.
    """

    def __init__(self, library: str, *, extra: str) -> None:
        self.library, self.extra = library, extra
        super().__init__(f"{library} is not installed; install armstrace[{extra}]")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.library, {"extra": self.extra}))


def _rebuild(cls: type[ArmstraceError], first: str, rest: dict[str, object]) -> ArmstraceError:
    return cls(first, **rest)
