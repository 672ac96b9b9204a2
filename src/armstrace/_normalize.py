"""One spelling for what is written in many: Unicode, case, dashes, quotes, accents, spaces."""

from __future__ import annotations

import functools
import re
import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−⁃﹣－﹘", "-"),
        **dict.fromkeys("‘’‚‛′´`＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("×✕✖⨯х", "x"),  # the last is a Cyrillic letter
        **dict.fromkeys("​‌‍⁠﻿­", ""),
    }
)
_SPACES = re.compile(r"\s+")
_NOT_ALNUM = re.compile(r"[\W_]+")


def tidy(text: str) -> str:
    """*text* in NFKC with one kind of dash, quote, multiplication sign and space; case and accents stay.

    >>> tidy(" 5,56\\u00a0×\\t45 – “NATO” ")
    '5,56 x 45 - "NATO"'
    """
    # dashes and quotes first: NFKC would turn an acute accent into a space and a combining mark
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME)).strip()


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """*text* tidied, without accents and in lower case.

    >>> fold("Michoacán  de OCAMPO")
    'michoacan de ocampo'
    """
    plain = tidy(text)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.casefold()


def key(text: str) -> str:
    """Only the letters and digits of the folded *text*: what two spellings of one name have in common.

    >>> key("Colt's Mfg. Co., LLC") == key("COLTS MFG CO LLC")
    True
    """
    return _NOT_ALNUM.sub("", fold(text))
