"""Several small tables as one .xlsx, a sheet each, with a chart that the spreadsheet program draws itself."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.exchange.writing.content import column_widths
from qc_desktop.exchange.writing.xlsx import FONT, NO_GUESSING, put
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from qc_desktop.exchange.writing.content import ListCell

_WIDEST = 48
_HEADER = 2
"""Index of the header row, below the title and the note."""


@dataclass(frozen=True)
class TableSheet:
    """A sheet: its tab, its title, a note below, headers and rows.

    ``chart`` is column, bar or line, or empty for none; it shows the columns ``charted`` (from 0) over the first.
    """

    tab: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[ListCell, ...], ...]
    chart: str = ""
    charted: tuple[int, ...] = (1,)


def write(path: Path, sheets: Sequence[TableSheet], created: dt.datetime) -> None:
    """Writes ``sheets`` to ``path``. Raises UserError ``file.*``."""
    write_atomic(path, to_bytes(sheets, created))


def to_bytes(sheets: Sequence[TableSheet], created: dt.datetime) -> bytes:
    """The bytes of the workbook; the same tables give the same bytes."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, NO_GUESSING) as workbook:
        workbook.set_properties({"title": sheets[0].title if sheets else "", "created": created.replace(tzinfo=None)})
        plain = {"font_name": FONT, "font_size": 11, "border": 1, "border_color": "#8A93A1", "valign": "vcenter"}
        styles = {
            "title": workbook.add_format({"font_name": FONT, "font_size": 14, "bold": True}),
            "note": workbook.add_format({"font_name": FONT, "font_size": 10, "font_color": "#59626E"}),
            "header": workbook.add_format(plain | {"bold": True, "bg_color": "#EDEFF3"}),
            "text": workbook.add_format(plain),
            "number": workbook.add_format(plain | {"num_format": "#,##0"}),
        }
        for content in sheets:
            _sheet(workbook, content, styles)
    return target.getvalue()


def _sheet(workbook: Any, content: TableSheet, styles: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(content.tab)
    put(sheet, 0, 0, content.title, styles["title"])
    put(sheet, 1, 0, content.note, styles["note"])
    for place, name in enumerate(content.columns):
        put(sheet, _HEADER, place, name, styles["header"])
    for row, cells in enumerate(content.rows, _HEADER + 1):
        for place, cell in enumerate(cells):
            put(sheet, row, place, cell, styles["text" if isinstance(cell, str) else "number"])
    for place, width in enumerate(column_widths(content.columns, content.rows, _WIDEST)):
        sheet.set_column(place, place, width + 3)
    sheet.freeze_panes(_HEADER + 1, 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if content.chart and content.rows:
        _chart(workbook, sheet, content)


def _chart(workbook: Any, sheet: Any, content: TableSheet) -> None:
    chart = workbook.add_chart({"type": content.chart})
    last = _HEADER + len(content.rows)
    for place in content.charted:
        chart.add_series(
            {
                "name": [content.tab, _HEADER, place],
                "categories": [content.tab, _HEADER + 1, 0, last, 0],
                "values": [content.tab, _HEADER + 1, place, last, place],
            }
        )
    chart.set_title({"name": content.title, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"} if len(content.charted) > 1 else {"none": True})
    if content.chart == "bar":
        chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 560, "height": max(300, 20 * len(content.rows) + 80) if content.chart == "bar" else 300})
    sheet.insert_chart(_HEADER, len(content.columns) + 1, chart)
