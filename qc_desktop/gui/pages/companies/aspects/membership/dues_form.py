"""The fields of one year's dues."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.domain import dates
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.money import parse_yuan, yuan
from qc_desktop.domain.text import clean_code
from qc_desktop.gui.forms.ui_dues_form import Ui_DuesForm
from qc_desktop.gui.pages.companies.aspects.membership.entry_form import EntryForm
from qc_desktop.gui.widgets.form_values import Value
from qc_desktop.messages import Messages
from qc_desktop.services.members.dues import DuesDraft


class DuesForm(EntryForm):
    """One year's dues."""

    def __init__(self, words: Messages) -> None:
        fields = QWidget()
        self.ui = Ui_DuesForm()
        self.ui.setupUi(fields)
        super().__init__(fields, self.ui.form)
        self.check_days(self.ui.form, (self.ui.due_on, self.ui.paid_on), words)
        for field in (self.ui.due, self.ui.paid):
            self.check(self.ui.form, field, _check_amount, words)
        self.check(self.ui.form, self.ui.dues_year, _check_year, words)
        self.ui.dues_year.tidy_with(clean_code)
        self.lay_out(fields, self.tr("Save dues"), self.tr("Cancel"))

    @override
    def write(self, values: Mapping[str, Value], *, stored: bool) -> None:
        super().write(values, stored=stored)
        self.ui.dues_year.setReadOnly(stored)  # the year of a stored entry stays

    @override
    def start(self, *, stored: bool) -> None:
        (self.ui.paid if stored else self.ui.due).setFocus()

    def dues(self) -> DuesDraft | None:
        """What is typed; None, said in place, where an amount, a day or the year cannot be read."""
        read = {name: str(value) for name, value in self.values.read().items()}
        if not self.is_sound([self.ui.dues_year]):
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
