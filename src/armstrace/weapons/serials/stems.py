"""The stem of a word: gender, number and the endings of verbs and of their nouns do not count.

>>> {stem(word) for word in ("borrado", "borradas", "borrar", "borrando")}
{'borr-a'}
>>> stem("erased") == stem("erasing"), stem("ilegíveis") == stem("ilegível")
(True, True)
"""

from __future__ import annotations

import functools
import re
from typing import Final

from armstrace import _normalize

_LONGEST: Final = 30
_LEAST_ROOT: Final = 3
_LONG: Final = 5
# the endings of a verb in three languages, and of the nouns made of it; English verbs count as those in -ar
_ENDINGS: Final = (
    ("a", re.compile(r"(?:ad[oa]s?|ando|aron|ar|aduras?|acion|acao|agem|amiento|amento|ated|ation|ating|ed|ing)$")),
    ("i", re.compile(r"(?:id[oa]s?|iendo|indo|ieron|icion|icao|ir)$")),
)


@functools.lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of *word*; equal for two forms of a word, and meaningful only to be compared."""
    plain = _normalize.casefold(word)
    if not plain.isalpha() or len(plain) > _LONGEST:
        return plain
    for mark, endings in _ENDINGS:
        ending = endings.search(plain)
        if ending and ending.start() >= _LEAST_ROOT:
            return f"{plain[: ending.start()]}-{mark}"
    if plain.endswith("eis"):
        plain = f"{plain[:-3]}el"
    elif len(plain) >= _LONG and plain.endswith("s"):
        plain = plain[:-1]
    return f"{plain[:-1]}o" if len(plain) >= _LONG and plain.endswith("a") else plain
