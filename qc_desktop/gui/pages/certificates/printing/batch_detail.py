"""One batch: its sheets by state, and what a person can do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.documents.printing.queue import tray_words
from qc_desktop.domain.printing import BatchState, Placing, SheetState
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.printing.acts import SheetSource
from qc_desktop.gui.pages.certificates.printing.asking import Asking
from qc_desktop.gui.pages.certificates.printing.lists import (
    BATCH_TONES,
    made_at,
    printer_in_words,
    sheet_columns,
)
from qc_desktop.gui.pages.certificates.scrolling import scrolling
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, edged, label, set_tone
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.certificates.print_words import became_in_words, reason_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.certificates.print_lists import BatchRow, SheetRow

ALL = "all"


class BatchDetail(QWidget):
    """``act_wanted`` carries what a person wants done, one of the names below."""

    act_wanted = Signal(str)
    GO_ON, DAMAGE, REPRINT, CANCEL, SEAL, RECEIPTS = "go_on", "damage", "reprint", "cancel", "seal", "receipts"
    PICKED_UP, TURN = "picked_up", "turn"

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._words = context.words
        self.row: BatchRow | None = None
        self._hint = label(self.tr("Choose a batch from the list."), "muted", wrap=True)
        self._state = label("", "strong")
        self._title = label("", "section", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._remark = label("", "small", wrap=True)
        self.chips = FilterChips([Chip(ALL, self.tr("All"))])
        self.sheets = PagedModel(SheetSource(desk), sheet_columns(self._words), lambda row: row.id, context.jobs, self)
        self.table = Table(self.sheets, self.tr("Sheets of the batch"))
        self.table.setMinimumHeight(190)
        self.acts = {
            self.GO_ON: self._act(self.GO_ON, self.tr("Continue printing"), "primary"),
            self.DAMAGE: self._act(self.DAMAGE, self.tr("Spoiled…")),
            self.REPRINT: self._act(self.REPRINT, self.tr("Print again from here…")),
            self.SEAL: self._act(self.SEAL, self.tr("Seal register…")),
            self.RECEIPTS: self._act(self.RECEIPTS, self.tr("Receipt list…")),
            self.PICKED_UP: self._act(self.PICKED_UP, self.tr("Picked up…")),
            self.TURN: self._act(self.TURN, self.tr("Another printer…")),
            self.CANCEL: self._act(self.CANCEL, self.tr("Cancel the batch…"), "danger"),
        }
        self.asking = Asking(context.drafts)
        self._acts_row = QWidget()
        self._lay_out()
        self.chips.chosen.connect(self._ask)
        self.table.current_changed.connect(lambda _: self._choose())
        self.sheets.counted.connect(lambda _: self._choose())  # of the same sheet something else may be said now
        self.asking.given_up.connect(self.close_question)
        self.show_row(None)

    def _act(self, name: str, words: str, kind: str = "") -> QWidget:
        return button(words, lambda: self.act_wanted.emit(name), kind)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        acts = FlowLayout(self._acts_row, gap=8)
        for act in self.acts.values():
            acts.addWidget(act)
        for part in (self._state, self._title, self._about, self._acts_row, self.asking, self.chips, self._remark):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self._area = scrolling(content)
        self._hint.setContentsMargins(16, 14, 16, 14)
        edged(self, self._hint, self._area)

    def show_row(self, row: BatchRow | None) -> None:
        """Shows ``row`` with its sheets; a question stays while the batch is the same."""
        same = row is not None and self.row is not None and row.id == self.row.id
        self.row = row
        self._hint.setVisible(row is None)
        self._area.setVisible(row is not None)
        if row is None:
            return
        if not same:
            self.close_question()
        self._state.setText(f"● {self._words.text(f'print_batch.{row.state}')}")
        set_tone(self._state, BATCH_TONES[row.state])
        self._title.setText(self._words.ranged(row.title))
        about = self.tr("{printer} · {when} · {staff}")
        paper = self.tr("pre-printed") if row.placing is Placing.ON_STOCK else "" if row.media == "A4" else row.media
        printer = " ".join(filter(None, (printer_in_words(row, self._words), tray_words(row.tray), paper)))
        self._about.setText(about.format(printer=printer, when=made_at(row), staff=row.staff))
        chips = [Chip(state, self._words.text(_chip_words(state)), row.of(state)) for state in SheetState]
        self.chips.show_chips([Chip(ALL, self.tr("All"), row.total), *(chip for chip in chips if chip.count)])
        self._offer(row)
        self._ask()

    def _offer(self, row: BatchRow) -> None:
        waits = row.state in (BatchState.WAITING, BatchState.UNSURE, BatchState.PARTLY)
        self.acts[self.GO_ON].setVisible(waits)
        for name in (self.CANCEL, self.TURN):
            self.acts[name].setVisible(waits)
        for name in (self.DAMAGE, self.REPRINT, self.PICKED_UP):
            self.acts[name].setVisible(bool(row.of(SheetState.SENT)))
        self._choose()

    def with_chosen(self, show: Callable[[tuple[str, ...]], None]) -> None:
        """Gives ``show`` the numbers of all selected sheets, in their order, also of those the list never fetched.

        Where another batch is at hand by then, nothing.
        """
        batch_id = self.row.id if self.row else ""

        def take(numbers: tuple[str, ...]) -> None:
            if self.row is not None and self.row.id == batch_id:
                show(numbers)

        self.sheets.gather(self.table.chosen_ranges, _numbers, take)

    def ask(self, question: str, about: str, answer: str | None, confirm: str, *, why: bool = False) -> None:
        """Asks something in the place of the buttons; ``why`` with a reason."""
        self._acts_row.hide()
        self.asking.ask(self.row.id if self.row else "", question, about, answer, confirm, why=why)
        layout = self._area.widget().layout()
        if layout is not None:
            layout.activate()  # else the question has no place yet to be brought into view
        self._area.show_part(self.asking.confirm)

    def close_question(self) -> None:
        """Puts the question away and shows the buttons again."""
        self.asking.close_question()
        self._acts_row.show()

    def settle_question(self) -> None:
        """What was answered is done."""
        self.asking.settle()
        self.close_question()

    def show_busy(self, busy: bool) -> None:
        """Holds everything back that would change the batch while it prints."""
        self._acts_row.setEnabled(not busy)
        self.asking.setEnabled(not busy)

    def _ask(self) -> None:
        if self.row is not None:
            states = () if self.chips.current in ("", ALL) else (self.chips.current,)
            self.sheets.ask((self.row.id, states))

    def _choose(self) -> None:
        places = self.table.chosen_ranges
        row = self.sheets.row(places[0][0]) if places else None
        hint = self.tr("Sheets chosen below are named where you note spoiled ones or print again; or type numbers.")
        self._remark.setText(self._told(row) if row else hint)

    def _told(self, row: SheetRow) -> str:
        why = reason_in_words(row.reason, self._words)
        named = self.tr("Why this copy: {reason}").format(reason=why) if why else ""
        return "  ".join(filter(None, (row.holder, became_in_words(row, self._words), named)))


def _chip_words(state: SheetState) -> str:
    """A spoiled sheet and one that never came out are in one state."""
    return "print_sheet.damaged_or_not_come_out" if state is SheetState.DAMAGED else f"print_sheet.{state}"


def _numbers(rows: Iterator[SheetRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.number for row in rows))
