"""One batch: how it stands, what became of its labels, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.scrolling import scrolling
from qc_desktop.gui.pages.labels.batches.notice import NoticeCard
from qc_desktop.gui.pages.labels.batches.noting import Noting
from qc_desktop.gui.pages.labels.batches.stopping import Stopping
from qc_desktop.gui.pages.labels.lists import BATCH_TONES, batch_no, ledger_columns
from qc_desktop.gui.pages.labels.model import LedgerSource
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, edged, label, set_tone
from qc_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.labels.batches import BatchRow

BATCH, NOTE, STOP = "batch:", "note:", "stop:"
"""Begin the key of a batch, of noting what became of its labels, and of stopping it."""
_COUNTED = (
    LabelEventKind.ISSUED,
    LabelEventKind.PRINTED,
    LabelEventKind.APPLIED,
    LabelEventKind.DESTROYED,
    LabelEventKind.LOST,
    LabelEventKind.SPOILED,
)


class LabelBatchDetail(QWidget):
    """``print_wanted`` carries the batch's number, ``company_wanted`` and ``agreement_wanted`` an id."""

    print_wanted = Signal(str)
    company_wanted = Signal(str)
    agreement_wanted = Signal(str)

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._words = context.words
        self.row: BatchRow | None = None
        self._wished = ("", "")
        self._hint = label(self.tr("Choose a batch from the list."), "muted", wrap=True)
        self._state, self._title = label("", "strong"), label("", "section", wrap=True)
        self._about = label("", "muted", wrap=True)
        self.stopped = MessageBar(closable=False)
        self._balance = QWidget()
        self._counts = {kind: label("", "strong") for kind in _COUNTED}
        self._remaining, self._further = label("", "strong"), label("", "strong")
        self._further_said = label(self._words.text("label.further"), "muted")
        self.print = button(self.tr("Print…"), self._ask_print, "", "printer")
        self.note = button(self.tr("Note…"), lambda: self.begin_noting(LabelEventKind.APPLIED), "", "pencil")
        self.stop = button(self.tr("&Stop use…"), self.begin_stopping, "danger")
        self.agreement = button(self.tr("Agreement"), self._ask_agreement, "", "file-check")
        self.company = button(self.tr("Company"), self._ask_company, "", "building-2")
        columns = ledger_columns(context.words)
        self.lines = PagedModel(LedgerSource(desk), columns, lambda row: row.id, context.jobs, self)
        self.table = Table(self.lines, self.tr("History of the batch"))
        self.table.setMinimumHeight(190)
        self.noting, self.stopping = Noting(context.words, context.drafts), Stopping(context.drafts)
        self.notice = NoticeCard()
        for form in (self.noting, self.stopping):
            form.given_up.connect(self.close_forms)
        self._history = label(self.tr("History"), "section")
        self.acts = QWidget()
        self.column = QVBoxLayout()
        self._lay_out()
        self.show_row(None)

    def _lay_out(self) -> None:
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        self.ways = FlowLayout(self.acts, gap=8)
        for act in (self.print, self.note, self.agreement, self.company, self.stop):
            self.ways.addWidget(act)
        grid = QGridLayout(self._balance)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        cells = [(label(self._words.text(f"label.kind_{kind}"), "muted"), self._counts[kind]) for kind in _COUNTED]
        cells.append((label(self._words.text("label.remaining"), "muted"), self._remaining))
        cells.append((self._further_said, self._further))
        for place, (said, count) in enumerate(cells):
            row, column = divmod(place, 4)
            grid.addWidget(said, 2 * row, column)
            grid.addWidget(count, 2 * row + 1, column)
        above = (self._state, self._title, self._about, self.stopped, self._balance, self.acts)
        for part in (*above, self.noting, self.stopping, self.notice):
            self.column.addWidget(part)
        self.column.addWidget(self._history)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)
        self.area = scrolling(content)
        self._hint.setContentsMargins(16, 14, 16, 14)
        edged(self, self._hint, self.area)

    def show_row(self, row: BatchRow | None) -> None:
        """Shows ``row``."""
        same = row is not None and self.row is not None and row.number == self.row.number
        self.row = row
        if not same:
            self.close_forms()
            self.notice.show_text("")
        self._hint.setVisible(row is None)
        self.area.setVisible(row is not None)
        if row is None:
            return
        self._state.setText(f"● {self._words.text(f'label.state_{row.state}')}")
        set_tone(self._state, BATCH_TONES[row.state])
        self._title.setText(self._words.ranged(f"{row.first_serial}～{row.last_serial}"))
        until = self.tr("valid until {day}").format(day=row.valid_until) if row.valid_until else ""
        hidden = self.tr("with hidden codes") if row.hidden_codes else ""
        said = (row.company, row.product, row.lot, f"{row.issued_on}", until, hidden, self._layout(row), row.staff)
        self._about.setText(" · ".join(filter(None, said)))
        for kind, count in self._counts.items():
            count.setText(f"{row.count if kind is LabelEventKind.ISSUED else row.balance.of(kind):,}")
        self._remaining.setText(f"{row.balance.remaining:,}")
        self._further.setText(f"{row.balance.further:,}")
        for part in (self._further_said, self._further):
            part.setVisible(row.balance.further > 0)
        for act in (self.print, self.stop):
            act.setVisible(row.state is LabelBatchState.LIVE)
        self._say_stopped(row)
        self.lines.ask(batch_no(row))
        self._fulfil(row)

    def _layout(self, row: BatchRow) -> str:
        if row.layout is None:
            return ""
        named = row.layout.name or self.tr("deleted")
        return self.tr("layout {name}, version {version}").format(name=named, version=row.layout.version)

    def _say_stopped(self, row: BatchRow) -> None:
        """Why, and as long as printed ones are out still, that their destruction is to be noted."""
        if row.state is LabelBatchState.LIVE:
            self.stopped.clear()
            return
        told = self.tr("Stopped on {day}: {reason}.")
        said = [told.format(day=f"{local(row.state_since):%Y-%m-%d}", reason=row.state_reason.rstrip("。."))]
        action = None
        if row.balance.outstanding:
            open_still = self.tr("The destruction of %n label(s) is not noted yet.", "", row.balance.outstanding)
            said.append(open_still)
            action = Action(self.tr("Note destruction"), lambda: self.begin_noting(LabelEventKind.DESTROYED))
        self.stopped.say(Tone.BAD, joined(*said), action)

    def wish(self, number: str, form: str) -> None:
        """Opens ``form``, NOTE or STOP, once the batch with that number is shown."""
        self._wished = (number, form) if form else ("", "")

    def _fulfil(self, row: BatchRow) -> None:
        number, form = self._wished
        if number != batch_no(row):
            return
        self.wish("", "")
        if form == NOTE:
            self.begin_noting(LabelEventKind.APPLIED)
        elif row.state is LabelBatchState.LIVE:
            self.begin_stopping()

    @property
    def place(self) -> str:
        """What stands open, by its key; empty for nothing."""
        if self.row is None:
            return ""
        form = NOTE if not self.noting.isHidden() else STOP if not self.stopping.isHidden() else BATCH
        return f"{form}{batch_no(self.row)}"

    def begin_noting(self, kind: LabelEventKind) -> None:
        """Asks what became of labels, in the place of the buttons."""
        if self.row is not None:
            self.close_forms()
            self._give_way()
            self.noting.start(batch_no(self.row), self._called, kind)
            self._bring(self.noting.reason)
            self._bring(self.noting.count)

    def begin_stopping(self) -> None:
        """Asks what stopping the batch takes, in the place of the buttons."""
        if self.row is not None:
            self.close_forms()
            self._give_way()
            self.stopping.start(batch_no(self.row), self._called)
            self._bring(self.stopping.digits)

    @property
    def _called(self) -> str:
        """The batch among drafts."""
        return f"{batch_no(self.row)} {self.row.company}" if self.row is not None else ""

    def _bring(self, part: QWidget) -> None:
        layout = self.area.widget().layout()
        if layout is not None:
            layout.activate()  # else the form has no place yet to be brought into view
        self.area.show_part(part)

    def _give_way(self) -> None:
        """Makes room for a form."""
        for part in self._shown_parts:
            part.hide()

    @property
    def _shown_parts(self) -> tuple[QWidget, ...]:
        """What gives way to a form."""
        return self.acts, self._about, self._history, self.table

    def close_forms(self) -> None:
        """Shows everything again; what was typed waits with its batch."""
        for form in (self.noting, self.stopping):
            if not form.isHidden():
                form.put_away()
        for part in self._shown_parts:
            part.show()

    def settle_noting(self) -> None:
        """It is noted."""
        self.noting.settle(batch_no(self.row) if self.row else "")
        self.close_forms()

    def settle_stopping(self) -> None:
        """The batch is stopped."""
        self.stopping.settle(batch_no(self.row) if self.row else "")
        self.close_forms()

    def show_busy(self, busy: bool) -> None:
        """Holds everything back while something is noted."""
        if busy:
            self.setFocus()  # else the focus would wander to whatever comes behind a disabled button
        for part in (self.acts, self.noting, self.stopping):
            part.setEnabled(not busy)

    def _ask_print(self) -> None:
        if self.row is not None:
            self.print_wanted.emit(batch_no(self.row))

    def _ask_agreement(self) -> None:
        if self.row is not None:
            self.agreement_wanted.emit(self.row.agreement_id)

    def _ask_company(self) -> None:
        if self.row is not None:
            self.company_wanted.emit(self.row.company_id)
