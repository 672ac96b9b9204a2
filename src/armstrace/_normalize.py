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
        "Х": "X",  # so is this one
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    }
)
_SPACES = re.compile(r"\s+")
_NOT_ALNUM = re.compile(r"[\W_]+")


def one_sign(text: str) -> str:
    """*text* with one kind of dash, quote and multiplication sign; spaces, case and accents stay.

    >>> one_sign("9×19 “Para”")
    '9x19 "Para"'
    """
    return text.translate(_SAME)


def tidy(text: str) -> str:
    r"""*text* in NFKC with one kind of dash, quote, multiplication sign and space; case and accents stay.

    >>> tidy(" 5,56\u00a0×\t45 – “NATO” ")
    '5,56 x 45 - "NATO"'
    """
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    # dashes and quotes first: NFKC would turn an acute accent into a space and a combining mark
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME)).strip()


def casefold(text: str) -> str:
    """*text* as `tidy` gives it, without accents and in lower case.

    >>> casefold("Michoacán  de OCAMPO")
    'michoacan de ocampo'
    """
    # the same short cells come again and again; a huge one must not stay in memory
    return _remembered(text) if len(text) <= 256 else _casefolded(text)


def _casefolded(text: str) -> str:
    plain = tidy(text)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).strip()
    return plain.casefold()


_remembered = functools.lru_cache(maxsize=65536)(_casefolded)


def key(text: str) -> str:
    """The letters and digits of *text*, without accents and in lower case: equal for two spellings of a name.

    >>> key("Colt's Mfg. Co., LLC") == key("COLTS MFG CO LLC")
    True
    """
    return _NOT_ALNUM.sub("", casefold(text))
