"""What stands in one cell of a list: its kind is its Python type.

Text is ``str`` (empty for a blank cell), a number ``int`` or ``float``, a day ``datetime.date`` or ``datetime``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeAlias

from qc_desktop.domain.text import clean

Cell: TypeAlias = str | int | float | dt.date

_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+")
_PLACEHOLDERS = {
    *("", "无", "暂无", "没有", "不详", "未知", "空", "略", "待补", "/", "\\", "-", "--", "—", "——", "－", "／"),
    *("n/a", "na", "#n/a", "null", "none", "nil"),
}
LARGEST_EXACT = 10**15
"""A spreadsheet number keeps 15 digits."""


def text_of(cell: Cell) -> str:
    """``cell`` as a person sees it: whole numbers without a point, days as 2026-03-15."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time()
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if abs(cell) >= LARGEST_EXACT:  # as the spreadsheet shows it: nobody shall take it for the code
        return f"{cell:.14E}"
    return str(int(cell)) if float(cell).is_integer() else str(cell)


def is_blank(cell: Cell) -> bool:
    """Whether nothing visible stands in ``cell``."""
    if not isinstance(cell, str) or not cell or cell.isspace():
        return isinstance(cell, str)
    return not cell.isprintable() and not clean(cell)


def is_placeholder(text: str) -> bool:
    """Whether ``text`` is how offices write *nothing to say here* (无, N/A, a dash)."""
    return text.strip().lower() in _PLACEHOLDERS


def lost_its_digits(cell: Cell) -> bool:
    """Whether a code went through a number, which keeps 15 digits: also as the text 9.15E+17 in a saved CSV."""
    return not isinstance(cell, str) or bool(_SCIENTIFIC.fullmatch(cell.strip()))
