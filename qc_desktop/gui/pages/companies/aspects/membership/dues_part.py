"""会费: what a company owes and paid, by year. There only where the office keeps the ledger."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.money import yuan
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.membership.dues_form import DuesForm, values_of
from qc_desktop.gui.pages.companies.aspects.membership.entries_part import EntriesPart, entry_line
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.form_values import Value
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.services.members import dues
from qc_desktop.services.members.dues import DuesDraft, DuesRow


class DuesPart(EntriesPart[DuesRow, DuesForm]):
    """Shows the years; one at a time is in the form."""

    def __init__(self, context: PageContext) -> None:
        self._shown: tuple[DuesRow, ...] | None = None
        super().__init__(context, DuesForm(context.words))
        self.heading.setText(self.tr("Dues"))
        self.add = button(self.tr("Add a year"), self._start_new, "", "plus")
        foot = QHBoxLayout(self.idle)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.hide()

    @override
    def begin(self, company_id: str) -> None:
        super().begin(company_id)
        self._shown = None

    @override
    def mark(self, row: DuesRow) -> tuple[str, int]:
        return str(row.dues.dues_year), row.row_version

    def show_dues(self, rows: tuple[DuesRow, ...], *, is_on: bool) -> None:
        """Shows the years; nothing at all where the ledger is off."""
        self.setVisible(is_on)
        if rows != self._shown:
            self._shown = rows
            self.show_list(rows)

    @override
    def values_of(self, row: DuesRow) -> dict[str, Value]:
        return values_of(row.dues)

    @override
    def line(self, row: DuesRow) -> QWidget:
        year = row.dues
        paid = self.tr("{year}: due {due}, paid {paid}").format(
            year=year.dues_year, due=yuan(year.due_fen), paid=yuan(year.paid_fen)
        )
        open_fen = self.tr("● Open: {amount}").format(amount=yuan(year.open_fen)) if year.open_fen else ""
        still = label(open_fen, wrap=True)
        set_tone(still, Tone.WARN)
        still.setVisible(bool(year.open_fen))
        said = (label(paid, wrap=True), still)
        return entry_line(said, self.tr("Change"), str(year.dues_year), lambda: self.open_form(row, values_of(year)))

    def _start_new(self) -> None:
        self.open_form(None, values_of(DuesDraft(self.desk.office.today.year)))

    @override
    def save(self) -> None:
        typed = self.form.dues()
        if typed is None:
            return
        office, company_id = self.desk.office, self.company_id
        version = self.row.row_version if self.row else 0
        self.change(
            lambda: dues.save(office, company_id, typed, version), lambda _: self._saved(), self.tr("Dues saved.")
        )

    def _saved(self) -> None:
        self.bar.clear()
        self.close_form()
