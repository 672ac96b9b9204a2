"""Signs around a figure that do not belong to it: marks of notes, and signs that protect it from changes.

>>> [unmarked(text) for text in ("12 a/", "-- 6 --", "*****9", "'38", '"44"', "=27", "21 1/")]
['12', '6', '9', '38', '44', '27', '21']
"""

from __future__ import annotations

import re

# a raised digit is cut off before it turns into a plain one
_RAISED = re.compile(r"(?<=[\d*])\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")
# stars, a letter or digit before a slash, a letter in brackets
_NOTE = re.compile(r"(?:\s?[*†‡]+|\s(?:[a-z]|\d)/|\s?\[\w\]|(?<=\d)\s?\([a-z]\))$", re.IGNORECASE)
# a plural in brackets, as of unidade(s)
_PLURAL = re.compile(r"(?<=[^\W\d_])\((?:s|es|as|os)\)", re.IGNORECASE)
_QUOTES = "\"'‘’‚‛“”„‟´`"
_FIGURE = re.compile(r"\d[\d.,' ]*")


def unmarked(text: str) -> str:
    """*text* without marks of notes at its end, and without protecting signs on both sides or before a figure."""
    text = _PLURAL.sub("s", _RAISED.sub("", text.strip()))
    while (bare := _unprotected(_NOTE.sub("", text))) != text:
        text = bare
    return text


def _unprotected(text: str) -> str:
    for signs in ("-‐‑‒–—−_", "*", "="):
        bare = text.strip(signs)
        ends = min(len(text) - len(text.lstrip(signs)), len(text) - len(text.rstrip(signs)))
        if bare and (ends > 1 or (ends and signs == "=")):
            return bare.strip()
    quoted = len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES
    if quoted:
        return text[1:-1].strip()
    behind = text.lstrip(f"{_QUOTES}=*").lstrip()
    # '38 and =27 are figures that a spreadsheet keeps as text; =SUM(A1) is none
    return behind if _FIGURE.fullmatch(behind.strip(_QUOTES)) and behind[-1:] not in _QUOTES else text
