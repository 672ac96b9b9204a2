"""Days known within bounds, and stretches of time.

- `value`: `UncertainDate` (one day, known within bounds), `Period` (a stretch whose ends are uncertain) and what can
  be said of two of them: before, after, overlapping, so many days apart, or *not known*.
- `parse`: `parse_date`, the reader of dates in English and Spanish prose.
- `cells`: `read_cell`, the reader of one cell of a table, and `column_order`, which tells day-month from month-day
  order by the evidence of a whole column.
- `edtf`: the Extended Date/Time Format, in and out.
- `caveats`: what the codes on a value mean.

Nothing here asks the clock. What a text leaves open stays open in the value.
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
