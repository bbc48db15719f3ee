"""The two sheets of a prefilled form that nobody fills in: the choices of its lists, and what the form is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.columns import column_letter

ListPlaces: TypeAlias = Mapping[str, str]
"""Where the choices of a field stand, as a formula."""


def write_lists(workbook: Any, lists: Mapping[str, Sequence[str]]) -> ListPlaces:
    """Adds the hidden sheet of choices, a column per field."""
    sheet = workbook.add_worksheet(form.LISTS_SHEET)
    places: dict[str, str] = {}
    for column, (field, choices) in enumerate(lists.items()):
        for row, choice in enumerate(choices):
            sheet.write_string(row, column, choice)
        letter = column_letter(column)
        places[field] = f"={form.LISTS_SHEET}!${letter}$1:${letter}${len(choices)}"
    sheet.protect()
    sheet.hide()
    return places


def write_info(workbook: Any, info: Mapping[str, str]) -> None:
    """Adds the sheet that spreadsheet programs do not offer to show: a key and its value a row."""
    sheet = workbook.add_worksheet(form.INFO_SHEET)
    for row, (key, value) in enumerate({"form": form.FORM, "version": form.VERSION, **info}.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.protect()
    sheet.very_hidden()
