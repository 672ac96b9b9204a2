"""How many: a number of things within bounds, and the reader of figures as they are written.

- `value`: `Count`, a number within bounds, and the sum of several.
- `measured`: `Measured`, a weight, volume or length, which is no number of things.
- `reader`: the bounds that a cell or a figure of a text states, in digits and in words of three languages.
- `phrases`, `tails`, `bounds`: what stands before and behind a number, and the bounds that it states.
- `marks`, `repairs`: signs that do not belong to a figure, and slips with only one reading.
- `numbers`, `figures`: a number, and a figure in digits.
- `column`: what point and comma mean, by the evidence of a whole column.
- `things`: the nouns of what is counted, and the units.
- `words`: the words and signs, from `data/counts`.
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
