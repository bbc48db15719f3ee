"""A list as CSV for other programs: UTF-8 with a byte order mark, so that spreadsheets show Chinese."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from qc_desktop.domain.text import looks_like_formula
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.exchange.writing.content import ListCell, ListContent


def write(path: Path, content: ListContent) -> None:
    """Writes header and rows of ``content`` to ``path``; title and subtitle have no place in a CSV file.

    Raises UserError ``file.*``.
    """
    write_atomic(path, to_bytes(content))


def to_bytes(content: ListContent) -> bytes:
    """The bytes of the file, lines ended as RFC 4180 (2.1) has it."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    for row in (content.columns, *content.rows):
        writer.writerow([disarmed(cell) for cell in row])
    return target.getvalue().encode("utf-8-sig")


def disarmed(cell: ListCell) -> ListCell:
    """``cell`` with ' before what a spreadsheet would run as a formula, or would take for our own '."""
    if isinstance(cell, str) and (looks_like_formula(cell) or (cell[:1] == "'" and looks_like_formula(cell[1:]))):
        return "'" + cell
    return cell
