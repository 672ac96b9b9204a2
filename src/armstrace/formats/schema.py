"""JSON Schema (draft 2020-12) of what `armstrace.to_json` writes and `armstrace.from_json` reads.

>>> from armstrace.units import Length
>>> schema = json_schema(Length)
>>> schema["properties"]["type"], schema["$defs"]["Length"]["properties"]["unit"]
({'const': 'Length'}, {'enum': ['mm', 'cm', 'm', 'inch']})

A schema refuses less than the types do: a period that ends before it starts, or ``1.0`` as a whole number, is refused
only when the value is built.
"""

from __future__ import annotations

import datetime
import inspect
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args

import attrs

from armstrace import _convert
from armstrace._convert import hints, scalars
from armstrace.formats import json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, _Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": f"^{scalars.NUMBER}$"},
    datetime.date: {"type": "string", "format": "date", "pattern": f"^{scalars.DAY}$"},
}


def json_schema(cls: type) -> dict[str, Any]:
    """The schema of whole documents that hold a value of class *cls*.

    It refers to nothing outside. ``$defs`` has one entry for each class in the value. The ids of registry rows are
    listed as this version holds them.

    Raises:
        TypeError: The class has no JSON form.
    """
    name = cls.__name__
    if json._types().get(name) is not cls:
        raise TypeError(f"cls: no JSON form for {getattr(cls, '__qualname__', cls)}")
    made = _Definitions()
    data = made.schema(cls)
    fields = {"armstrace": {"const": _convert.VERSION}, "type": {"const": name}, "data": data}
    return {"$schema": _DRAFT, "title": f"{name}, written by armstrace", **_object(fields, fields), "$defs": made.found}


class _Definitions:
    """The maker of JSON schemas; *found* collects the definition of each class to which a schema refers."""

    def __init__(self) -> None:
        self.found: dict[str, _Schema] = {}
        self._makers: tuple[tuple[Callable[[Any], bool], Callable[[Any], _Schema]], ...] = (
            (_PLAIN.__contains__, lambda kind: dict(_PLAIN[kind])),
            (hints.is_literal, lambda kind: {"enum": list(get_args(kind))}),
            (hints.is_enum, lambda kind: {"enum": [member.value for member in kind]}),
            (hints.is_choice, self._choice),
            (hints.is_optional, lambda kind: {"anyOf": [self.schema(hints.present(kind)), {"type": "null"}]}),
            (hints.is_frozenset, self._set),
            (hints.is_sequence, self._list),
            (hints.is_bare, lambda kind: self.schema(hints.bare_type(kind))),
            (attrs.has, self._reference),
        )

    def schema(self, kind: Any) -> _Schema:
        """The JSON schema of the type *kind*. Classes in it are added to *found*."""
        return next(make for fits, make in self._makers if fits(kind))(kind)

    def _choice(self, kind: Any) -> _Schema:
        tagged = [self._reference(cls, tagged=True) for cls in hints.choices(kind).values()]
        return {"oneOf": tagged + [{"type": "null"}] * (NoneType in get_args(kind))}

    def _set(self, kind: Any) -> _Schema:
        return {"type": "array", "items": self.schema(get_args(kind)[0]), "uniqueItems": True}

    def _list(self, kind: Any) -> _Schema:
        items = get_args(kind)
        if items[-1] is Ellipsis:
            return {"type": "array", "items": self.schema(items[0])}
        row = [self.schema(item) for item in items]
        return {"type": "array", "prefixItems": row, "items": False, "minItems": len(row)}

    def _reference(self, cls: Any, *, tagged: bool = False) -> _Schema:
        """A ``$ref`` to the definition of the class *cls*, which is made if it is new.

        *tagged* is true if objects of the class name it under ``type``.
        """
        name = cls.__name__ + ".tagged" * tagged
        if name not in self.found:
            # the place is taken first: a class may hold others of its own
            self.found[name] = {}
            self.found[name] = self._definition(cls, tagged=tagged)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, cls: Any, *, tagged: bool) -> _Schema:
        about = {"description": (inspect.getdoc(cls) or "").partition("\n")[0]}
        if hints.has_own_form(cls):
            return {**about, **cls._schema()}
        tag: _Schema = {"type": {"const": cls.__name__}} if tagged else {}
        fields = hints.fields(cls)
        required = (field.name for field in fields if field.default is attrs.NOTHING)
        return {
            **about,
            **_object({**tag, **{field.name: self.schema(field.type) for field in fields}}, (*tag, *required)),
        }


def _object(fields: _Schema, required: Iterable[str]) -> _Schema:
    return {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}
