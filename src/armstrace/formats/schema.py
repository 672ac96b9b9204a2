"""JSON Schema (draft 2020-12) of what `armstrace.to_json` writes and `armstrace.from_json` reads.

>>> from armstrace.units import Length
>>> schema = json_schema(Length)
>>> schema["properties"]["type"], schema["$defs"]["Length"]["properties"]["unit"]
({'const': 'Length'}, {'enum': ['mm', 'cm', 'm', 'inch']})

A schema says less than the types do: that a period ends before it starts, or that ``1.0`` is no whole number, is seen
only when the value is built.
"""

from __future__ import annotations

import datetime
import inspect
from decimal import Decimal
from types import NoneType
from typing import Any, get_args

import attrs

from armstrace import _convert
from armstrace.formats import json

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_Schema = dict[str, Any]


def json_schema(cls: type) -> dict[str, Any]:
    """The schema of whole documents that hold a value of class *cls*.

    It refers to nothing outside. ``$defs`` has one entry for each class in the value; ids of registry rows are listed as
    this version holds them.

    Raises:
        TypeError: The class has no JSON form.
    """
    name = _convert.type_name(cls)
    if json.types().get(name) is not cls:
        raise TypeError(f"no JSON form for {cls.__qualname__}")
    made = _Definitions()
    data = made.schema(cls)
    fields = {"armstrace": {"const": _convert.VERSION}, "type": {"const": name}, "data": data}
    return {"$schema": _DRAFT, "title": f"{name}, written by armstrace", **_object(fields, fields), "$defs": made.found}


class _Definitions:
    """The schemas of types, and beside them those of the classes to which they refer."""

    def __init__(self) -> None:
        self.found: dict[str, _Schema] = {}

    def schema(self, kind: Any) -> _Schema:
        """The schema of a type."""
        from armstrace._convert import dialect

        if kind in _PLAIN:
            return _plain(kind)
        if dialect.is_literal(kind):
            return {"enum": list(get_args(kind))}
        if dialect.is_enum(kind):
            return {"enum": [member.value for member in kind]}
        if dialect.is_choice(kind):
            tagged = [self._reference(cls, tagged=True) for cls in dialect.choices(kind).values()]
            return {"oneOf": tagged + [{"type": "null"}] * (NoneType in get_args(kind))}
        if dialect.is_optional(kind):
            return {"anyOf": [self.schema(dialect.present(kind)), {"type": "null"}]}
        if dialect.is_sequence(kind):
            return self._array(kind, distinct=dialect.is_frozenset(kind))
        if hasattr(kind, "_bare"):
            return self.schema(_field_types(kind)[kind._bare])
        return self._reference(kind)

    def _array(self, kind: Any, *, distinct: bool) -> _Schema:
        items = get_args(kind)
        if distinct or items[-1] is Ellipsis:
            many = {"type": "array", "items": self.schema(items[0])}
            return {**many, "uniqueItems": True} if distinct else many
        row = [self.schema(item) for item in items]
        return {"type": "array", "prefixItems": row, "items": False, "minItems": len(row)}

    def _reference(self, cls: Any, *, tagged: bool = False) -> _Schema:
        """A reference to the definition of a class; *tagged* where its objects name their type."""
        name = _convert.type_name(cls) + ".tagged" * tagged
        if name not in self.found:
            # the place is taken first: a class may hold others of its own
            self.found[name] = {}
            self.found[name] = self._definition(cls, tagged=tagged)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, cls: Any, *, tagged: bool) -> _Schema:
        from armstrace._convert import dialect

        about = {"description": (inspect.getdoc(cls) or "").partition("\n")[0]}
        if dialect.speaks(cls):
            return {**about, **cls._schema()}
        types = _field_types(cls)
        fields = {"type": {"const": _convert.type_name(cls)}} if tagged else {}
        fields |= {name: self.schema(types[name]) for name in dialect.field_names(cls)}
        required = [name for name in fields if name not in types or attrs.fields_dict(cls)[name].default is attrs.NOTHING]
        return {**about, **_object(fields, required)}


def _field_types(cls: type) -> dict[str, Any]:
    return {field.name: field.type for field in attrs.fields(attrs.resolve_types(cls))}


_PLAIN = (str, int, float, bool, Decimal, datetime.date)


def _plain(kind: type) -> _Schema:
    from armstrace._convert import dialect

    schemas: dict[type, _Schema] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        float: {"type": "number"},
        bool: {"type": "boolean"},
        Decimal: {"type": "string", "pattern": f"^{dialect.NUMBER}$"},
        datetime.date: {"type": "string", "format": "date", "pattern": f"^{dialect.DAY}$"},
    }
    return schemas[kind]


def _object(fields: _Schema, required: Any) -> _Schema:
    return {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}
