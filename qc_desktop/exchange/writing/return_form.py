"""A prefilled form for one company, as .xlsx: what may be filled in is tinted and open, all else is protected."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.column_widths import fitted
from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.writing.content import display_width, ems, lines_needed
from qc_desktop.exchange.writing.return_form_sheets import ListPlaces, write_info, write_lists
from qc_desktop.exchange.writing.xlsx import FONT, LINE_POINTS, NO_GUESSING, put

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

LAST = 3
"""The last of four columns (from 0): label and cell, twice."""
_ROOM = 94
"""Half-width characters across A4 portrait between the margins."""
_PADDING = 3
_HIGH = 22
_TABLE_ROWS, _SPARE_ROWS = 12, 6
"""Rows for products and standards: at least so many, and so many more than are filled in already."""
_ENTRY_TINT, _HEAD_TINT, _LINE = "#FDF6DF", "#EDEFF3", "#8A93A1"
_ERROR_WAYS: Mapping[str, str] = {"consent": "stop", "member_tier": "stop", "province": "stop"}


@dataclass(frozen=True)
class FormContent:
    """What one form says. ``values`` are texts by field of the form; ``clauses`` are whole sentences.

    ``notes`` stand below the title; ``lists`` are the choices by field; ``info`` goes to the sheet that nobody
    sees, and has at least the campaign's and the company's ids.
    """

    title: str
    notes: Sequence[str]
    values: Mapping[str, str]
    products: Sequence[str]
    standards: Sequence[str]
    clauses: Sequence[str]
    lists: Mapping[str, Sequence[str]]
    info: Mapping[str, str]
    created: dt.datetime


def to_bytes(content: FormContent) -> bytes:
    """The bytes of the workbook; the same content gives the same bytes.

    Raises UserError ``exchange.cell_too_long_to_write``.
    """
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, NO_GUESSING) as workbook:
        created = content.created.replace(tzinfo=None)
        workbook.set_properties({"title": content.title, "created": created, "keywords": form.mark(content.info)})
        sheet = workbook.add_worksheet(form.SHEET)
        places = write_lists(workbook, content.lists)
        _FormSheet(workbook, sheet, content, places).write()
        write_info(workbook, content.info)
    return target.getvalue()


class _FormSheet:
    """The sheet that is filled in, written from above downwards."""

    def __init__(self, workbook: Any, sheet: Any, content: FormContent, places: ListPlaces) -> None:
        self._sheet, self._content, self._places = sheet, content, places
        self._row = 0
        self._widths = _widths(content)
        base = {"font_name": FONT, "font_size": 11, "valign": "vcenter", "text_wrap": True}
        framed = base | {"border": 1, "border_color": _LINE}
        left = framed | {"align": "left", "indent": 1}
        entry = left | {"num_format": "@", "locked": False, "bg_color": _ENTRY_TINT}
        self._title = workbook.add_format(base | {"font_size": 16, "bold": True, "align": "center"})
        self._note = workbook.add_format(base | {"font_size": 10})
        self._section = workbook.add_format(
            framed | {"bold": True, "bg_color": _HEAD_TINT, "align": "left", "indent": 1}
        )
        self._label = workbook.add_format(framed | {"align": "right", "indent": 1})
        self._shown = workbook.add_format(left | {"num_format": "@"})
        self._entry = workbook.add_format(entry)
        self._number = workbook.add_format(framed | {"align": "center"})

    def write(self) -> None:
        """Writes the whole sheet."""
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        self._across(self._content.title, self._title, 32)
        for note in self._content.notes:
            self._across(note, self._note, 17)
        self._section_of("company", form.COMPANY_LINES)
        self._section_of("contact", form.CONTACT_LINES)
        self._table()
        self._across(form.words("headings")["clauses"], self._section, _HIGH)
        for clause in self._content.clauses:
            self._across(clause, self._shown, 20)
        self._section_of("confirmation", form.CONFIRMATION_LINES)
        self._page()

    def _across(self, text: str, style: Any, high: int) -> None:
        """One text over all four columns, in as many lines as it needs."""
        points = style.font_size
        lines = lines_needed([text], [int(sum(self._widths) * 11 / points) - _PADDING])
        self._sheet.merge_range(self._row, 0, self._row, LAST, "", style)
        put(self._sheet, self._row, 0, text, style)
        self._sheet.set_row(self._row, max(high, (lines - 1) * LINE_POINTS + high))
        self._row += 1

    def _section_of(self, heading: str, lines: Sequence[Sequence[str]]) -> None:
        self._across(form.words("headings")[heading], self._section, _HIGH)
        for fields in lines:
            for place, field in enumerate(fields):
                self._field(field, place * 2, last=LAST if len(fields) == 1 else place * 2 + 1)
            self._height([self._content.values.get(field, "") for field in fields])
            self._row += 1

    def _field(self, field: str, column: int, last: int) -> None:
        value = self._content.values.get(field, "")
        style = self._shown if field in form.LOCKED else self._entry
        put(self._sheet, self._row, column, form.label(field), self._label)
        if last > column + 1:
            self._sheet.merge_range(self._row, column + 1, self._row, last, "", style)
        put(self._sheet, self._row, column + 1, value, style)
        if field not in form.LOCKED:
            self._guide(self._row, column + 1, self._row, field)

    def _height(self, values: Sequence[str]) -> None:
        room = [self._widths[1], self._widths[3]] if len(values) > 1 else [sum(self._widths[1:])]
        lines = lines_needed(values, [width - _PADDING for width in room])
        self._sheet.set_row(self._row, max(_HIGH, lines * LINE_POINTS + 4))

    def _table(self) -> None:
        """Products and standards, each a column of their own: what stands in one row need not belong together."""
        self._across(form.words("headings")["products"], self._section, _HIGH)
        put(self._sheet, self._row, 0, form.label("number"), self._number)
        put(self._sheet, self._row, 1, form.label("product"), self._number)
        self._sheet.merge_range(self._row, 2, self._row, LAST, "", self._number)
        put(self._sheet, self._row, 2, form.label("standard"), self._number)
        self._sheet.set_row(self._row, _HIGH)
        first = self._row = self._row + 1
        products, standards = self._content.products, self._content.standards
        for place in range(max(_TABLE_ROWS, len(products) + _SPARE_ROWS, len(standards) + _SPARE_ROWS)):
            product = products[place] if place < len(products) else ""
            standard = standards[place] if place < len(standards) else ""
            put(self._sheet, self._row, 0, place + 1, self._number)
            put(self._sheet, self._row, 1, product, self._entry)
            self._sheet.merge_range(self._row, 2, self._row, LAST, "", self._entry)
            put(self._sheet, self._row, 2, standard, self._entry)
            room = [self._widths[1] - _PADDING, self._widths[2] + self._widths[3] - _PADDING]
            self._sheet.set_row(self._row, max(_HIGH, lines_needed([product, standard], room) * LINE_POINTS + 4))
            self._row += 1
        self._guide(first, 1, self._row - 1, "products")
        self._guide(first, 2, self._row - 1, "standards")

    def _guide(self, first: int, column: int, last: int, field: str) -> None:
        """What is said when the cell is entered, and its choices where it has some."""
        rule: dict[str, Any] = {"validate": "any"}
        if field in self._places:
            way = _ERROR_WAYS.get(field, "warning")
            wrong = {
                "error_type": way,
                "error_title": form.label(field),
                "error_message": form.words("choices")["other"],
            }
            rule = {"validate": "list", "source": self._places[field], **wrong}
        if hint := form.words("hints").get(field):
            rule |= {"input_title": form.label(field)[:32], "input_message": hint}
        if len(rule) > 1:
            self._sheet.data_validation(first, column, last, column, rule)

    def _page(self) -> None:
        """Protection without a password, and A4 portrait one page across."""
        self._sheet.protect("", {"format_rows": True, "format_columns": True})
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:D{self._row}"})
        self._sheet.hide_gridlines(2)
        self._sheet.set_portrait()
        self._sheet.set_paper(9)
        self._sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.7)
        self._sheet.center_horizontally()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.print_area(0, 0, self._row - 1, LAST)
        self._sheet.set_footer("&C" + form.words("choices")["footer"])


def _widths(content: FormContent) -> list[int]:
    """Labels as wide as they are; the cells share what is left of a page, the fuller one gets more."""
    pairs = [line for line in (*form.COMPANY_LINES, *form.CONTACT_LINES, *form.CONFIRMATION_LINES) if len(line) > 1]
    labels = [max(display_width(form.label(line[side])) for line in pairs) + _PADDING for side in (0, 1)]
    alone = [line[0] for line in (*form.COMPANY_LINES, *form.CONFIRMATION_LINES) if len(line) == 1]
    labels[0] = max(labels[0], *(display_width(form.label(field)) + _PADDING for field in alone))
    cells = [[ems(content.values.get(line[side], "")) + 1 for line in pairs] for side in (0, 1)]
    room = (_ROOM - sum(labels)) / 2
    least = room * 0.42
    widths = fitted(cells, [least, least], room)
    spare = (room - sum(widths)) / 2
    return [labels[0], int((widths[0] + spare) * 2), labels[1], int((widths[1] + spare) * 2)]
