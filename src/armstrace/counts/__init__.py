"""How many: a number of things within bounds, and the reader of figures as they are written.

- `value`: `Count`, a number within bounds, and the sum of several.
- `reader`: the reading of a figure.
"""

from armstrace import _public

__getattr__, __dir__, __all__ = _public.shown(__name__)
