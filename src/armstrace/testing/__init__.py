"""Hypothesis strategies for the types of this library, for its tests and for yours (extra ``testing``).

`values` gives a strategy for any public class of values or of fixed words. What it draws is valid by the constructor of
the class, now plain and now nasty: leap days and the edges of the calendar, exact decimals with exponents, texts with
quotes, line breaks, right-to-left marks and formulas. It shrinks to the plainest value that still fails.

>>> from hypothesis import find
>>> from armstrace.dates.value import UncertainDate
>>> find(values(UncertainDate), lambda date: date.approximate).approximate
True

Nothing is registered with Hypothesis: ``st.from_type`` knows nothing of these strategies unless you tell it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, TypeVar

from armstrace.errors import MissingExtra

try:
    importlib.import_module("hypothesis")
except ImportError:
    raise MissingExtra("hypothesis", extra="testing") from None

from armstrace.testing import _build, _law, _matching, _records, _values
from armstrace.testing._plain import texts

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["texts", "values"]

T = TypeVar("T")

for _module in (_law, _matching, _records, _values):
    _build.register(_module.STRATEGIES)


def values(cls: type[T]) -> SearchStrategy[T]:
    """A strategy that draws values of *cls*, a public class of this library.

    Rows of the packaged tables (kinds, cartridges, parties, countries, states, courts) are drawn from the tables; of
    `Proposition`, any content that a statement can carry.

    Args:
        cls: A class of values, such as ``Seizure``, or of fixed words, such as ``Stance``.

    Raises:
        TypeError: A class of which no values are drawn; the error lists those there are.

    >>> from hypothesis import find
    >>> from armstrace.records.statements import Stance
    >>> find(values(Stance), lambda stance: not stance.puts_forward).puts_forward
    False
    >>> values(int)
    Traceback (most recent call last):
        ...
    TypeError: no values of int are drawn here, only of Absence, Act, ActKind, …
    """
    return _build.for_public(cls)
