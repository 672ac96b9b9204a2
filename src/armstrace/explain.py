"""Why an answer is what it is: reasons and caveats, and the sentences that say them in English and Spanish.

A `Reason` is a code, an agreement and the values it rests on. Its sentence stands in ``data/wording/en.toml`` and
``es.toml``, so that wording can be corrected without touching code, and one result can be read in both languages.

>>> reason = Reason(code="serial.equal", agreement=Agreement.SAME, values=(("left", "A123"), ("right", "A123")))
>>> reason.explain("en")
'same serial number: A123'
>>> reason.explain("es")
'misma matrícula: A123'
"""

from __future__ import annotations

import functools
import math
import string
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import field, frozen

from armstrace import _tables
from armstrace.errors import UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Language: TypeAlias = Literal["en", "es"]
# the languages that readers understand; answers are given in those of `Language`
ReadingLanguage: TypeAlias = Literal["en", "es", "pt"]
Values: TypeAlias = tuple[tuple[str, str], ...]

_LANGUAGES = ("en", "es")


class Agreement(StrEnum):
    """The agreement of two values, or of a fact and a rule. Missing is never different."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def _is_finite(_reason: Reason, _attribute: object, weight: float) -> None:
    # one without bounds, or none at all, would make the sum of all of them so
    if not math.isfinite(weight):
        raise ValueError(f"a reason counts some bits, and not {weight}")


@frozen(kw_only=True)
class Reason:
    """One reason for or against an answer.

    Attributes:
        code: Which reason, such as ``serial.one_edit``; its sentence stands in the wording tables.
        agreement: The agreement of the two values, or of the fact and the rule, that are compared.
        values: The values it rests on, by name.
        weight: How much it counts, in bits (log2 of the odds ratio); 0 where nothing is weighed.
    """

    code: str
    agreement: Agreement
    values: Values = ()
    weight: float = field(default=0.0, validator=_is_finite)

    @property
    def field(self) -> str:
        """The name of the comparison, which is the part of the code before the point."""
        return self.code.partition(".")[0]

    @property
    def level(self) -> str:
        """The level of the comparison, which is the part of the code after the point."""
        return self.code.partition(".")[2]

    def explain(self, language: Language = "en") -> str:
        """The reason as a sentence."""
        return say(self.code, self.values, language)


@frozen(kw_only=True)
class Caveat:
    """Something the reader of an answer must know before relying on it.

    Attributes:
        code: Which caveat; its sentence stands in the wording tables.
        values: The values it speaks of, by name.
    """

    code: str
    values: Values = ()

    def explain(self, language: Language = "en") -> str:
        """The caveat as a sentence."""
        return say(self.code, self.values, language)


def values(**given: object) -> Values:
    """The arguments as pairs of a name and a text, which fill the sentence of a reason; None is left out.

    >>> values(left="Colt", right=None)
    (('left', 'Colt'),)
    """
    return tuple((name, str(value)) for name, value in given.items() if value is not None)


def chance(probability: float) -> str:
    """A probability as text with two decimals; only 0 and 1 themselves are shown as 0 and 1.

    >>> chance(0.973), chance(0.9996), chance(0.0007), chance(1.0)
    ('0.97', '>0.99', '<0.01', '1.00')
    """
    shown = f"{probability:.2f}"
    if shown == "1.00" and probability < 1:
        return ">0.99"
    return "<0.01" if shown == "0.00" and probability > 0 else shown


def joined(parts: Iterable[str]) -> str:
    """Several codes as a text, which a slot ``{name:terms}`` of a sentence shows as words."""
    return "|".join(parts)


def term(code: str, language: Language = "en") -> str:
    """The word for *code* in the language; *code* itself if the tables have no word for it.

    >>> term("military_exclusive", "es")
    'de uso exclusivo del Ejército, Armada y Fuerza Aérea'
    """
    words: Mapping[str, str] = _wording(language)["terms"]
    return words.get(code, code)


def say(code: str, given: Sequence[tuple[str, str]], language: Language = "en") -> str:
    """The sentence of *code* in the language, with the pairs *given* of a slot and its value filled in.

    Raises:
        UnknownEntry: No such language, or no sentence for the code.
    """
    sentences: Mapping[str, str] = _wording(language)["sentences"]
    if code not in sentences:
        raise UnknownEntry("wording", key=code)
    return _Filler(language).vformat(sentences[code], (), dict(given))


class _Filler(string.Formatter):
    """The filler of the slots of a sentence; a slot without a value shows a dash.

    In Spanish, ``{name}`` prefers the value ``name_es``. ``{name:term}`` and ``{name:terms}`` translate codes.
    """

    def __init__(self, language: Language) -> None:
        self._language: Language = language

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:  # noqa: ANN401, ARG002 (as in the base)
        return kwargs.get(f"{key}_{self._language}") or kwargs.get(str(key), "–")

    def format_field(self, value: str, format_spec: str) -> str:
        if format_spec in ("term", "terms"):
            return ", ".join(term(part, self._language) for part in value.split("|"))
        return value


@functools.cache
def _wording(language: str) -> Mapping[str, Mapping[str, str]]:
    if language not in _LANGUAGES:
        raise UnknownEntry("languages", key=language, nearest=_LANGUAGES)
    return _tables.toml(f"wording/{language}.toml")
