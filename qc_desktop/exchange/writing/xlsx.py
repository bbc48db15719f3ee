"""A list as .xlsx: title over merged cells, header frozen and repeated in print, every text a string."""

from __future__ import annotations

import io
from math import ceil
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.column_widths import fitted
from qc_desktop.errors import UserError
from qc_desktop.exchange.writing.content import asked_by, ems, lines_needed
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

_LARGE = 10_000
_ROW_BY_ROW = {"in_memory": False, "constant_memory": True}
"""For lists of more than _LARGE rows: a row goes to the disk before the next, so cells are written in order."""

FONT = "宋体"
_TITLE_POINTS, _POINTS = 16, 11
LINE_POINTS, _ROW_POINTS = 15, 18
_HIGHEST_POINTS = 409
"""What a row of a spreadsheet can be high."""
_WIDEST = 60
_PADDING = 3
_PORTRAIT_ROOM, _LANDSCAPE_ROOM = 96, 165
"""Half-width characters across A4 between the margins; landscape at no less than about 85 % of the size."""
_MARGINS_INCHES = {"left": 0.7, "right": 0.7, "top": 0.75, "bottom": 0.75}
_LINE = "#8A93A1"
_HEADER_TINT = "#EDEFF3"
_A4 = 9
_HEADING_ROWS = 2
"""Title and subtitle."""


def write(path: Path, content: ListContent) -> None:
    """Writes ``content`` to ``path``. Raises UserError ``file.*``, or ``exchange.cell_too_long_to_write``."""
    write_atomic(path, to_bytes(content))


def to_bytes(content: ListContent) -> bytes:
    """The bytes of the workbook; the same content gives the same bytes."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, NO_GUESSING | (_ROW_BY_ROW if len(content.rows) > _LARGE else {})) as workbook:
        workbook.set_properties({"title": content.title, "created": content.created.replace(tzinfo=None)})
        sheet = workbook.add_worksheet("名单")
        sheet.set_default_row(_ROW_POINTS)
        widths = _widths(content)
        _heading(workbook, sheet, content, sum(widths))
        _body(workbook, sheet, content, widths)
        _page(sheet, content, widths)
    _empty(workbook, sheet)
    return target.getvalue()


def _empty(workbook: Any, sheet: Any) -> None:
    """Gives the cells back row by row: sheet and workbook hold each other, and would keep them until all that there
    is is looked through for rubbish, in one go that lets no other thread on.
    """
    while sheet.table:
        sheet.table.popitem()
    workbook.str_table.string_table.clear()
    workbook.str_table.string_array.clear()


def _heading(workbook: Any, sheet: Any, content: ListContent, width: int) -> None:
    """Title and subtitle, on several lines over a list that is narrower than they are."""
    plain = {"font_name": FONT, "align": "center", "valign": "vcenter", "text_wrap": True}
    title = workbook.add_format(plain | {"font_size": _TITLE_POINTS, "bold": True})
    subtitle = workbook.add_format(plain | {"font_size": _POINTS})
    last = len(content.columns) - 1
    if not _header_row(content):
        return
    lines = ((content.title, title, _TITLE_POINTS, 30), (content.subtitle, subtitle, _POINTS, 20))
    for index, (text, style, points, height) in enumerate(lines):
        sheet.set_row(index, height * max(1, ceil(ems(text) * points / (width * _POINTS / 2))))
        if last:
            sheet.merge_range(index, 0, index, last, "", style)
        put(sheet, index, 0, text, style)


def _header_row(content: ListContent) -> int:
    """The index of the header: a list without a title begins with it, as mail merge wants it."""
    return _HEADING_ROWS if content.title else 0


def _widths(content: ListContent) -> list[int]:
    """The width of each column, its margins included: as its cells ask for while all fit a page across."""
    columns = asked_by(content)
    least = [column.least for column in columns]
    room = max((_LANDSCAPE_ROOM - _PADDING * len(columns)) / 2, sum(least) + 1)
    widths = fitted([column.cells for column in columns], least, room)
    return [min(ceil(width * 2), _WIDEST) + _PADDING for width in widths]


def _body(workbook: Any, sheet: Any, content: ListContent, widths: list[int]) -> None:
    plain = {"font_name": FONT, "font_size": _POINTS, "border": 1, "border_color": _LINE, "valign": "vcenter"}
    header = workbook.add_format(plain | {"bold": True, "align": "center", "bg_color": _HEADER_TINT, "text_wrap": True})
    text = workbook.add_format(plain | {"text_wrap": True, "num_format": "@"})
    code = workbook.add_format(plain | {"text_wrap": True, "num_format": "@", "align": "center"})
    number = workbook.add_format(plain | {"align": "center"})
    styles = [code if column.coded else text for column in asked_by(content)]
    top = _header_row(content)
    for index, name in enumerate(content.columns):
        put(sheet, top, index, name, header)
    for row_index, row in enumerate(content.rows, start=top + 1):
        set_height(sheet, row_index, lines_needed(row, widths))
        for index, cell in enumerate(row):
            put(sheet, row_index, index, cell, styles[index] if isinstance(cell, str) else number)


def _page(sheet: Any, content: ListContent, widths: list[int]) -> None:
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    top = _header_row(content)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.autofilter(top, 0, top + len(content.rows), len(content.columns) - 1)
    sheet.set_paper(_A4)
    if sum(widths) > _PORTRAIT_ROOM:
        sheet.set_landscape()
    sheet.set_margins(**_MARGINS_INCHES)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页　共 &N 页")


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
