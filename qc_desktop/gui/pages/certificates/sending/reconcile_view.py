"""对账: five counts side by side; each opens the list of those who are missing there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.domain.reconciling import Step
from qc_desktop.gui.models.given import Given
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.sending.columns import behind_columns
from qc_desktop.gui.pages.certificates.sending.elsewhere import ElsewhereNote
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.certificates.reconciliation import in_words
from qc_desktop.services.certificates.reconciliation import told as notes

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.certificates.reconciliation import BehindRow, IssueBatchRow, Reconciliation

ALL, APART = "all", "apart"


class ReconcileView(QWidget):
    """``batch_chosen`` carries a batch of issue, empty for the whole year; ``export_wanted`` that a file is wanted.

    ``certificate_wanted`` carries a number to look at, ``company_wanted`` a company's id, ``elsewhere_wanted`` the
    numbers of pages that came out of another printer.
    """

    batch_chosen = Signal(str)
    export_wanted = Signal()
    certificate_wanted = Signal(str)
    company_wanted = Signal(str)
    elsewhere_wanted = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self.found: Reconciliation | None = None
        self.batch = QComboBox()
        self.batch.setAccessibleName(self.tr("Batch of issue"))
        self.counts = label("", "section", wrap=True)
        self.verdict = label("", wrap=True)
        self.chips = FilterChips()
        self.model: PagedModel[tuple[BehindRow, ...], BehindRow] = PagedModel(
            Given(), behind_columns(context.words), lambda row: row.key, context.jobs, self
        )
        self.table = Table(self.model, self.tr("Who is missing"))
        self.told = label("", "small", wrap=True)
        self.export = button(self.tr("Export the list…"), self.export_wanted.emit, "", "download")
        self.elsewhere = ElsewhereNote(self.table)
        self.bar = MessageBar()
        self._lay_out()
        hold_still(self)
        self.batch.currentIndexChanged.connect(self._choose)
        self.chips.chosen.connect(self._ask)
        self.table.current_changed.connect(lambda _: self._tell())
        self.table.opened.connect(self._open)
        self.elsewhere.wanted.connect(self.elsewhere_wanted)
        self.model.counted.connect(lambda _: self._offer_elsewhere())  # of the rows that are shown now

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.counts, 1)
        for part in (self.batch, self.elsewhere.button, self.export):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for shown in (self.verdict, self.elsewhere, self.chips, self.told):
            column.addWidget(shown)
        column.addWidget(self.table, 1)

    def offer(self, batches: Sequence[IssueBatchRow]) -> None:
        """Offers the whole year, and each batch of issue."""
        self.bar.clear()
        self.batch.blockSignals(True)
        self.batch.clear()
        self.batch.addItem(self.tr("The whole year"), "")
        for one in batches:
            span = self._words.ranged(one.first if one.first == one.last else f"{one.first}～{one.last}")
            self.batch.addItem(f"{local(one.issued_at):%Y-%m-%d %H:%M}  {span}", one.id)
        self.batch.setVisible(len(batches) > 1)
        self.batch.blockSignals(False)
        self._choose()

    def show_found(self, found: Reconciliation) -> None:
        """Shows the five counts and who is missing."""
        self.found = found
        self.counts.setText(
            "  →  ".join(f"{self._words.text(f'reconcile.{step}')} {found.counts[step]:,}" for step in Step)
        )
        agrees = not found.rows
        self.verdict.setText(joined(self._verdict(found), *notes(found, self._words)))
        set_tone(self.verdict, Tone.OK if agrees else Tone.WARN)
        missing_at = self.tr("Missing at {step}")
        chips = [
            Chip(step, missing_at.format(step=self._words.text(f"reconcile.{step}")), len(found.at(step)))
            for step in Step
        ]
        chips.append(Chip(APART, self._words.text("reconcile.apart"), len(found.at(None))))
        self.chips.show_chips([Chip(ALL, self.tr("All"), len(found.rows)), *(chip for chip in chips if chip.count)])
        self.chips.setVisible(not agrees)
        for part in (self.table, self.told):
            part.setVisible(not agrees)
        self.export.setEnabled(True)
        self._ask()

    def _verdict(self, found: Reconciliation) -> str:
        behind, apart = len(found.missing), len(found.at(None))
        if behind:
            return self.tr("%n certificate(s) or company(ies) fell behind; each is listed with the reason.", "", behind)
        if apart:
            return self.tr("All five agree. %n certificate(s) that are not counted need a look.", "", apart)
        return self.tr("All five agree: everything that was selected went out.")

    def _ask(self) -> None:
        if self.found is not None:
            chip = self.chips.current
            step = Step(chip) if chip in [*Step] else None
            self.model.ask(self.found.rows if chip in ("", ALL) else self.found.at(step))

    def _offer_elsewhere(self) -> None:
        """Offers those that are selected and may have come out elsewhere; of all rows where none is selected."""
        shown, every = self.model.answered or (), self.found.rows if self.found is not None else ()
        chosen = [row for first, end in self.table.chosen_ranges for row in shown[first:end]]
        numbers = tuple(row.number for row in chosen or every if row.may_lie_elsewhere)
        possible = any(row.may_lie_elsewhere for row in every)
        self.elsewhere.offer(numbers, are_selected=bool(chosen), is_possible=possible)

    def _tell(self) -> None:
        """Says all of the row at hand, whose company and reason a narrow list cuts."""
        row = self.model.row(self.table.currentIndex().row())
        self.told.setText("  ".join((row.holder, in_words(row, self._words))) if row else "")
        self._offer_elsewhere()

    def _choose(self) -> None:
        self.elsewhere.put_away()  # it asks about rows of the list before
        self.batch_chosen.emit(str(self.batch.currentData() or ""))

    def _open(self, key: Hashable | None) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if key is None or row is None:
            return
        if row.number:
            self.certificate_wanted.emit(row.number)
        else:
            self.company_wanted.emit(row.company_id)
