"""The fields of one year's dues."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain import dates
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.money import parse_yuan, yuan
from qc_desktop.domain.text import clean_code
from qc_desktop.gui.forms.ui_dues_form import Ui_DuesForm
from qc_desktop.gui.widgets.days import check_day, tidy_day
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import FormValues, Value
from qc_desktop.gui.widgets.parts import button
from qc_desktop.messages import Messages
from qc_desktop.services.members.dues import DuesDraft


class DuesForm(QWidget):
    """``save_wanted`` and ``given_up`` by its buttons."""

    edited = Signal()
    save_wanted = Signal()
    given_up = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        fields = QWidget()
        self.ui = Ui_DuesForm()
        self.ui.setupUi(fields)
        self.values = FormValues(fields)
        self.values.edited.connect(self.edited)
        self._checks: list[FieldCheck] = []
        for field in (self.ui.due_on, self.ui.paid_on):
            field.tidy_with(tidy_day)
            self._checks.append(FieldCheck(field, FieldNote(self.ui.form, field), check_day, words))
        for field in (self.ui.due, self.ui.paid):
            self._checks.append(FieldCheck(field, FieldNote(self.ui.form, field), _check_amount, words))
        note = FieldNote(self.ui.form, self.ui.dues_year)
        self._checks.append(FieldCheck(self.ui.dues_year, note, _check_year, words))
        self.ui.dues_year.tidy_with(clean_code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(button(self.tr("Save dues"), self.save_wanted.emit, "primary", "save"))
        buttons.addWidget(button(self.tr("Cancel"), self.given_up.emit))
        column.addLayout(buttons)

    def write(self, values: Mapping[str, Value], *, stored: bool) -> None:
        """Puts ``values`` into the fields; the year of a stored entry stays."""
        self.values.write(values)
        self.ui.dues_year.setReadOnly(stored)
        for check in self._checks:
            check.look()

    def dues(self) -> DuesDraft | None:
        """What is typed; None, said in place, where an amount, a day or the year cannot be read."""
        read = {name: str(value) for name, value in self.values.read().items()}
        sound = [check.look() for check in self._checks]
        if not all(sound) or not read["dues_year"]:
            self.ui.dues_year.setFocus()
            return None
        return DuesDraft(
            dues_year=int(clean_code(read["dues_year"])),
            due_fen=parse_yuan(read["due"]),
            due_on=dates.parse(read["due_on"]),
            paid_fen=parse_yuan(read["paid"]),
            paid_on=dates.parse(read["paid_on"]),
            receipt_no=read["receipt_no"],
            remark=read["remark"],
        )


def values_of(dues: DuesDraft) -> dict[str, Value]:
    """``dues`` as the form's values."""
    return {
        "dues_year": str(dues.dues_year),
        "due": yuan(dues.due_fen) if dues.due_fen else "",
        "due_on": dues.due_on.isoformat() if dues.due_on else "",
        "paid": yuan(dues.paid_fen) if dues.paid_fen else "",
        "paid_on": dues.paid_on.isoformat() if dues.paid_on else "",
        "receipt_no": dues.receipt_no,
        "remark": dues.remark,
    }


def _check_amount(text: str) -> list[Finding]:
    try:
        parse_yuan(text)
    except ValueError:
        return [error("dues.bad_amount", "", text, amount=text)]
    return []


def _check_year(text: str) -> list[Finding]:
    year = clean_code(text)
    return [] if year.isascii() and year.isdigit() and len(year) == 4 else [error("dues.bad_year", "", text, year=text)]
