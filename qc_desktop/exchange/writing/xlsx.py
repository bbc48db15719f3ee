"""A list as .xlsx: title over merged cells, header frozen and repeated in print, every text a string."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from qc_desktop.errors import UserError
from qc_desktop.exchange.writing.content import column_widths, lines_needed
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.exchange.writing.content import ListCell, ListContent

NO_GUESSING = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""A text is a text: =HYPERLINK(…) is shown and never runs, a code keeps its digits."""

FONT = "宋体"
LINE_POINTS = 15
_HIGHEST_POINTS = 409
"""What a row of a spreadsheet can be high."""
_WIDEST = 48
_PADDING = 3
_LINE = "#8A93A1"
_HEADER_TINT = "#EDEFF3"
_A4 = 9
_HEADER_INDEX = 2
"""Index of the header row, below title and subtitle."""


def write(path: Path, content: ListContent) -> None:
    """Writes ``content`` to ``path``. Raises UserError ``file.*``, or ``exchange.cell_too_long_to_write``."""
    write_atomic(path, to_bytes(content))


def to_bytes(content: ListContent) -> bytes:
    """The bytes of the workbook; the same content gives the same bytes."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, NO_GUESSING) as workbook:
        workbook.set_properties({"title": content.title, "created": content.created.replace(tzinfo=None)})
        sheet = workbook.add_worksheet("名单")
        _heading(workbook, sheet, content)
        _body(workbook, sheet, content)
        _page(sheet, content)
    return target.getvalue()


def _heading(workbook: Any, sheet: Any, content: ListContent) -> None:
    title = workbook.add_format(
        {"font_name": FONT, "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"}
    )
    subtitle = workbook.add_format({"font_name": FONT, "font_size": 11, "align": "center", "valign": "vcenter"})
    last = len(content.columns) - 1
    for index, (text, style, height) in enumerate(((content.title, title, 30), (content.subtitle, subtitle, 20))):
        sheet.set_row(index, height)
        if last:
            sheet.merge_range(index, 0, index, last, "", style)
        put(sheet, index, 0, text, style)


def _body(workbook: Any, sheet: Any, content: ListContent) -> None:
    plain = {"font_name": FONT, "font_size": 11, "border": 1, "border_color": _LINE, "valign": "vcenter"}
    header = workbook.add_format(plain | {"bold": True, "align": "center", "bg_color": _HEADER_TINT, "text_wrap": True})
    text = workbook.add_format(plain | {"text_wrap": True, "num_format": "@"})
    number = workbook.add_format(plain | {"align": "center"})
    for index, name in enumerate(content.columns):
        put(sheet, _HEADER_INDEX, index, name, header)
    widths = column_widths(content.columns, content.rows, _WIDEST)
    for row_index, row in enumerate(content.rows, start=_HEADER_INDEX + 1):
        set_height(sheet, row_index, lines_needed(row, [width + _PADDING for width in widths]))
        for index, cell in enumerate(row):
            put(sheet, row_index, index, cell, text if isinstance(cell, str) else number)


def _page(sheet: Any, content: ListContent) -> None:
    for index, width in enumerate(column_widths(content.columns, content.rows, _WIDEST)):
        sheet.set_column(index, index, width + _PADDING)
    sheet.freeze_panes(_HEADER_INDEX + 1, 0)
    sheet.repeat_rows(_HEADER_INDEX)
    sheet.autofilter(_HEADER_INDEX, 0, _HEADER_INDEX + len(content.rows), len(content.columns) - 1)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def set_height(sheet: Any, row: int, lines: int) -> None:
    """Makes ``row`` high enough for ``lines`` lines: not every program does so when it opens the file."""
    if lines > 1:
        sheet.set_row(row, min(lines * LINE_POINTS, _HIGHEST_POINTS))


def put(sheet: Any, row: int, column: int, cell: ListCell, style: Any) -> None:
    """Writes one cell of ``sheet`` (rows and columns from 0); text stays text."""
    if not isinstance(cell, str):
        sheet.write_number(row, column, cell, style)
    elif cell == "":
        sheet.write_blank(row, column, None, style)
    elif sheet.write_string(row, column, cell, style) != 0:
        raise UserError("exchange.cell_too_long_to_write", row=row + 1, length=len(cell))
