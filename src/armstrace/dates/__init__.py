"""Days known within bounds, and stretches of time.

- `value`: `UncertainDate` (one day, known within bounds), `Period` (a stretch whose ends are uncertain) and how two of
  them compare: before, after, overlapping, so many days apart, or *not known*.
- `reader`: `parse_date`, the reader of dates in English and Spanish prose; its grammar is in `prose`.
- `cells`: `read_cell`, the reader of one cell of a table.
- `column_order`: day-month or month-day order, by the evidence of a whole column.
- `edtf`: the reader of the Extended Date/Time Format; `str` of a value writes it.

Nothing here asks the clock. What a text leaves open stays open in the value.
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
