"""How many: a number of things within bounds, and the reader of figures as they are written.

- `value`: `Count`, a number within bounds, and the sum of several.
- `reader`: the bounds that a cell or a figure of a text states, in digits and in words of three languages.
- `numbers`, `figures`: a number, and a figure in digits.
- `column`: what point and comma mean, by the evidence of a whole column.
- `words`: the words and signs, from `data/counts`.
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
