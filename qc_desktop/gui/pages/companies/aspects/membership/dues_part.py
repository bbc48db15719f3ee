"""会费: what a company owes and paid, by year. There only where the office keeps the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.money import yuan
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.membership.dues_form import DuesForm, values_of
from qc_desktop.gui.pages.companies.aspects.membership.part import Part
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.form_values import Value, plain
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.services.members import dues
from qc_desktop.services.members.dues import DuesDraft, DuesRow


@dataclass(frozen=True)
class Typed:
    """A year as it is typed over ``row``, or a new one where that is None."""

    row: DuesRow | None
    values: dict[str, Value]


class DuesPart(Part):
    """Shows the years; one at a time is in the form."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.heading.setText(self.tr("Dues"))
        self._shown: tuple[DuesRow, ...] | None = None
        self._row: DuesRow | None = None
        self._is_typed = False
        self._list = QWidget()
        self.form = DuesForm(context.words)
        self.add = button(self.tr("Add a year"), self._start_new, "", "plus")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.add)
        self._foot.addStretch(1)
        self.column.addWidget(self._list)
        self.column.addLayout(self._foot)
        self.column.addWidget(self.form)
        self.form.edited.connect(self._note)
        self.form.save_wanted.connect(self.save)
        self.form.given_up.connect(self._close)
        self._close()
        self.hide()

    @property
    @override
    def draft(self) -> Typed | None:
        return Typed(self._row, self.form.values.read()) if self._is_typed else None

    @override
    def begin(self, company_id: str) -> None:
        super().begin(company_id)
        self._shown = None
        self._show_list(())
        self._close()

    @override
    def put_back(self, draft: Any) -> None:
        self._open(draft.row, draft.values)
        self._note()

    @override
    def as_plain(self, draft: Any) -> Any:
        row = draft.row
        year, version = (row.dues.dues_year, row.row_version) if row else (0, 0)
        return {"year": year, "version": version, "values": draft.values}

    @override
    def from_plain(self, kept: Any) -> tuple[Any, bool]:
        row = next((row for row in self._shown or () if row.dues.dues_year == kept["year"]), None)
        values = {name: plain(value) for name, value in kept["values"].items()}
        return Typed(row, values), (row.row_version if row else 0) != kept["version"]

    def show_dues(self, rows: tuple[DuesRow, ...], *, is_on: bool) -> None:
        """Shows the years; nothing at all where the ledger is off."""
        self.setVisible(is_on)
        if rows != self._shown:
            self._shown = rows
            self._show_list(rows)

    def _show_list(self, rows: tuple[DuesRow, ...]) -> None:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in rows:
            column.addWidget(self._line(row))
        self.column.replaceWidget(self._list, made)
        self._list.hide()
        self._list.deleteLater()
        self._list = made

    def _line(self, row: DuesRow) -> QWidget:
        year = row.dues
        paid = self.tr("{year}: due {due}, paid {paid}").format(
            year=year.dues_year, due=yuan(year.due_fen), paid=yuan(year.paid_fen)
        )
        still = label(
            self.tr("● Open: {amount}").format(amount=yuan(year.open_fen)) if year.open_fen else "", wrap=True
        )
        set_tone(still, Tone.WARN)
        still.setVisible(bool(year.open_fen))
        change = button(self.tr("Change"), lambda: self._open(row, values_of(year)), "plain", "pencil")
        change.setAccessibleName(f"{change.text()} {year.dues_year}")
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(paid, wrap=True))
        words.addWidget(still)
        line.addLayout(words, 1)
        line.addWidget(change)
        return made

    def _start_new(self) -> None:
        self._open(None, values_of(DuesDraft(self.desk.office.today.year)))

    def _open(self, row: DuesRow | None, values: dict[str, Value]) -> None:
        self._row = row
        self.form.write(values, stored=row is not None)
        self._is_typed = False
        self.form.show()
        self.add.hide()
        (self.form.ui.paid if row else self.form.ui.due).setFocus()
        self.opened.emit(self.form)
        self.edited.emit()

    def _close(self) -> None:
        self.form.hide()  # a field that is left tidies itself, which is no typing
        self._is_typed = False
        self.add.show()
        self.edited.emit()

    def _note(self) -> None:
        self._is_typed = True
        self.edited.emit()

    @override
    def save(self) -> None:
        typed = self.form.dues()
        if typed is None:
            return
        office, company_id = self.desk.office, self.company_id
        version = self._row.row_version if self._row else 0
        self.change(
            lambda: dues.save(office, company_id, typed, version), lambda _: self._saved(), self.tr("Dues saved.")
        )

    def _saved(self) -> None:
        self.bar.clear()
        self._close()
