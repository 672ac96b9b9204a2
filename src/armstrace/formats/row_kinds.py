"""Rows that hold no record: blank rows, titles, headers, totals and notes.

>>> [skip_reason(cells, 4, header=3) for cells in (("TOTAL", "12"), ("Fuente: SEDENA", ""), ("FUSIL", ""))]
['total', 'note', '']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from armstrace import _normalize

if TYPE_CHECKING:
    from collections.abc import Sequence

# a longer text in the only cell of a row is prose
_LONGEST_VALUE = 60
_NOTE = re.compile(
    r"(notas?|notes?|fuentes?|fontes?|sources?|elaboro|elaborado|aviso|corte al|obs|generado|printed|impreso|gerado)\b"
    r"|\*|\(\*|(pagina|page|pag|pg|hoja|folha|sheet)\.? ?\d{1,5}( ?(de|of|/) ?\d{1,5})?$"
)
_TOTAL = re.compile(
    r"(gran |grand |sub[ -]?|suma |soma )?tota(l|les|is|ls)( (general(es)?|geral|parcial))?\b[^a-z]*"
    r"|(sumas?|somas?|sum)\b[^a-z]*|(sub[ -]?)?tota(l|les|is|ls) (de|do|da|of|por|del) .*"
)


def skip_reason(
    cells: Sequence[str], number: int, *, header: int, first_row: int | None = None, header_cells: Sequence[str] = ()
) -> str:
    """Why a row holds no record: ``blank``, ``title``, ``header``, ``total`` or ``note``.

    Empty if the row may hold a record.

    Args:
        cells: The cells of the row.
        number: The number of the row.
        header: The number of the header's row; of two rows the last.
        first_row: The number of the header's first row, where it has two.
        header_cells: The cells of the header, which long tables repeat.
    """
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return "blank"
    if number <= header:
        return "header" if number >= (first_row or header) else "title"
    alone = len(filled) == 1
    if not alone and list(map(_normalize.key, cells)) == list(map(_normalize.key, header_cells)):
        return "header"
    first = _normalize.casefold(filled[0][:200])
    if _TOTAL.fullmatch(first):
        return "total"
    return "note" if alone and (_NOTE.match(first) or len(first) > _LONGEST_VALUE) else ""
