"""The rows of a list that could not be imported, to be mended in the spreadsheet and read again."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.cells import text_of
from qc_desktop.exchange.columns import PROBLEM_HEADER, ROW_HEADER
from qc_desktop.exchange.writing.content import column_widths, lines_needed
from qc_desktop.exchange.writing.xlsx import FONT, NO_GUESSING, put, set_height
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qc_desktop.exchange.reading.table import Table

_WIDEST = 40
_PROBLEM_WIDTH = 80
_BAD = {"bg_color": "#FBE9E7", "font_color": "#A8211B"}


@dataclass(frozen=True)
class RowProblem:
    """One thing that is wrong with row ``row`` (its number in the sheet) at ``field``, in the reader's words."""

    row: int
    field: str
    sentence: str


def write_annotated(
    path: Path, table: Table, mapping: Mapping[int, str], problems: Sequence[RowProblem], created: dt.datetime
) -> None:
    """Writes the rows of ``table`` that have ``problems``: their columns, then 问题 and 原行号; bad cells are tinted.

    Cells are formatted as text, so that a code typed into one keeps its digits; 问题 and 原行号 of an earlier round are
    written anew. Raises UserError ``file.*``.
    """
    import xlsxwriter

    kept = [index for index, header in enumerate(table.headers) if header not in (PROBLEM_HEADER, ROW_HEADER)]
    by_row: dict[int, list[RowProblem]] = {}
    for problem in problems:
        by_row.setdefault(problem.row, []).append(problem)
    rows = [(row.number, [text_of(row.cells[index]) for index in kept]) for row in table.rows if row.number in by_row]
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, NO_GUESSING) as workbook:
        workbook.set_properties({"created": created.replace(tzinfo=None)})
        sheet = workbook.add_worksheet(PROBLEM_HEADER)
        _header(workbook, sheet, [table.headers[index] for index in kept], [texts for _, texts in rows])
        body = _Body(workbook, sheet, {mapping[index]: place for place, index in enumerate(kept) if index in mapping})
        for place, (number, texts) in enumerate(rows, start=1):
            body.write(place, number, texts, by_row[number])
    write_atomic(path, target.getvalue())


def _header(workbook: Any, sheet: Any, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    style = workbook.add_format({"font_name": FONT, "font_size": 11, "bold": True, "border": 1, "bg_color": "#EDEFF3"})
    widths = [*column_widths(headers, rows, _WIDEST), _PROBLEM_WIDTH, len(ROW_HEADER) * 2]
    for index, (header, width) in enumerate(zip([*headers, PROBLEM_HEADER, ROW_HEADER], widths, strict=True)):
        sheet.set_column(index, index, width + 3)
        put(sheet, 0, index, header, style)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


class _Body:
    """The rows below the header; ``columns`` is where each field stands."""

    def __init__(self, workbook: Any, sheet: Any, columns: Mapping[str, int]) -> None:
        plain = {"font_name": FONT, "font_size": 11, "border": 1, "num_format": "@", "valign": "vcenter"}
        self._sheet = sheet
        self._columns = columns
        self._plain = workbook.add_format(plain)
        self._bad = workbook.add_format(plain | _BAD)
        self._words = workbook.add_format(plain | {"text_wrap": True})

    def write(self, place: int, number: int, texts: Sequence[str], problems: Sequence[RowProblem]) -> None:
        """Writes one row at index ``place``; ``number`` is its number in the list it came from."""
        words: dict[int, list[str]] = {}
        for problem in problems:
            if problem.field in self._columns:
                words.setdefault(self._columns[problem.field], []).append(problem.sentence)
        for column, text in enumerate(texts):
            put(self._sheet, place, column, text, self._bad if column in words else self._plain)
        for column, sentences in words.items():
            self._sheet.write_comment(place, column, "\n".join(sentences), {"x_scale": 2, "author": ""})
        reasons = "\n".join(problem.sentence for problem in problems)
        put(self._sheet, place, len(texts), reasons, self._words)
        set_height(self._sheet, place, lines_needed([reasons], [_PROBLEM_WIDTH]))
        put(self._sheet, place, len(texts) + 1, str(number), self._plain)
