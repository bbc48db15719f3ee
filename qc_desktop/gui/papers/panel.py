"""What is to be made for whoever is chosen: asked in the list's place, who would get none named before anything is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain import dates
from qc_desktop.domain.label_sheets import sheet_count
from qc_desktop.gui.pages.labels.sheet_start import SheetStart
from qc_desktop.gui.papers.withheld import NAMED, Withheld
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.days import check_day
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.spared import passing
from qc_desktop.services.papers import making
from qc_desktop.services.papers.making import PaperOrder, Prospect
from qc_desktop.services.papers.records import LABEL, OF_CAMPAIGN, POST

if TYPE_CHECKING:
    from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.office import Office

_SOON_MS = 300
Companies = Callable[["Office"], Sequence[str]]
"""Finds the ids of those who are meant; asks the records, so never on the window's thread."""


class PaperPanel(QFrame):
    """``wanted`` carries the PaperOrder, who is meant, and whether each paper becomes a file of its own.

    ``asked`` tells that something is asked, ``begins_at`` carries sheet and SheetMemory that a person chose.
    Escape puts it away; it is also put away when something is made.
    """

    wanted = Signal(object, object, bool)
    asked = Signal()
    begins_at = Signal(object, object)
    closed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._order = PaperOrder("")
        self._chosen: Companies = _nobody
        self._ticket = Ticket()
        self.setProperty("card", True)
        self._title = label("", "strong", wrap=True)
        self.told = label("", "", wrap=True)
        self.withheld = Withheld()
        self.begins = SheetStart()
        self._sheet: SheetPreset | None = None
        self.until = LineEdit()
        self.on_stock = QCheckBox(self.tr("Leave out what is printed on the stock already"))
        self.contacts = QCheckBox(self.tr("With contact and telephone (noted in the history)"))
        self.one_file = button(self.tr("One PDF…"), lambda: self._give(each=False))
        self.files = button(self.tr("A file each…"), lambda: self._give(each=True))
        self._lay_out()
        passing(self.until)
        for choice in (self.on_stock, self.contacts):
            choice.toggled.connect(lambda _: self._look())
        self.until.editingFinished.connect(self._look_again)
        self._settle = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._settle.timeout.connect(self._look_again)
        self.until.textEdited.connect(self._follow)
        self.begins.chosen.connect(self._begin_at)
        self.hide()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.until.setPlaceholderText(self.tr("Empty: as in the campaign"))
        self.until.setAccessibleName(self.tr("Answer until"))
        self._form.addRow(self.tr("Answer until"), self.until)
        self._note = FieldNote(self._form, self.until)
        self._until_check = FieldCheck(self.until, self._note, check_day, self._context.words)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        for part in (self.one_file, self.files, button(self.tr("Cancel"), self.close_panel, "plain")):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self.told)
        column.addWidget(self.withheld)
        column.addLayout(self._form)
        for each in (self.on_stock, self.contacts, buttons, self._sheet_line()):
            column.addWidget(each)

    def _sheet_line(self) -> QWidget:
        """The sheet of address labels, with where it goes on."""
        self._on_sheet = QWidget()
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.begins.told)
        words.addWidget(self.begins.fresh, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self._on_sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.begins.picture, 2)
        row.addLayout(words, 3)
        return self._on_sheet

    def ask(self, order: PaperOrder, chosen: Companies) -> None:
        """Asks what is to be made of ``order`` for those whom ``chosen`` finds."""
        self._order, self._chosen = order, chosen
        self._title.setText(self._context.words.text(f"document.{order.kind}"))
        self._form.setRowVisible(self.until, order.kind in OF_CAMPAIGN)
        self.until.clear()
        self._note.clear()
        self.on_stock.setVisible(order.kind in POST and order.kind != LABEL)
        self.contacts.setVisible(order.kind in POST)
        self.files.setVisible(order.kind != LABEL and not order.blank)
        self._sheet = None
        self._on_sheet.hide()
        self.withheld.fold()
        self.show()
        self.asked.emit()
        self._look()
        self.one_file.setFocus()

    def close_panel(self) -> None:
        """Puts the panel away; nothing is made."""
        self._ticket.tear()
        self.hide()
        self.closed.emit()

    def _current(self) -> PaperOrder:
        return replace(
            self._order,
            deadline=dates.parse(self.until.text()),
            on_stock=self.on_stock.isChecked() and not self.on_stock.isHidden(),
            contacts=self.contacts.isChecked(),
        )

    def _look(self) -> None:
        """Asks who would get one and who not."""
        if self.isHidden() or not self._until_check.look():
            return
        self._ticket.tear()
        self.told.setText(self.tr("Looking what can be made…"))
        set_tone(self.told, None)
        for each in (self.one_file, self.files):
            each.setEnabled(True)
        office, order, chosen = self._context.services.office, self._current(), self._chosen

        def ask() -> Prospect:
            return making.look_ahead(office, replace(order, company_ids=meant(office, order, chosen)))

        self._ticket = self._context.jobs.report(ask, self._tell)

    def _follow(self, typed: str) -> None:
        """What is remarked on goes away as soon as the day is whole; half a day is not wrong while one types."""
        if not typed.strip() or dates.parse(typed) is not None:
            self._settle.start()
        else:
            self._settle.stop()

    def _look_again(self) -> None:
        """Not where the field is left because the window closes: nobody answers any more."""
        if self._context.jobs.is_open:
            self._look()

    def _begin_at(self, memory: SheetMemory) -> None:
        """The sheet goes on at another label, from now on."""
        self._order = replace(self._order, start=memory)
        if self._sheet is not None:
            self.begins_at.emit(self._sheet, memory)
        self._look()

    def _show_sheet(self, found: Prospect) -> list[str]:
        """Shows the sheet of address labels; what is to be said of it."""
        self._on_sheet.setVisible(found.sheet is not None)
        if found.sheet is None:
            return []
        preset, start = found.sheet.preset, found.sheet.start
        self._sheet, self._order = preset, replace(self._order, start=start)
        self.begins.show_sheet(preset, start)
        sheets = sheet_count(preset, start, found.ready)
        return [self.tr("%n sheet(s) of labels.", "", sheets)] if sheets else []

    def _tell(self, found: Prospect) -> None:
        words = self._context.words
        told = [self.tr("%n paper(s) can be made.", "", found.ready), *self._show_sheet(found)]
        if found.withheld:
            told.append(self.tr("%n cannot be made:", "", len(found.withheld)))
        reasons = [words.named(each.name, words.of(each.finding)) for each in found.withheld]
        told += reasons[:NAMED]
        self.withheld.tell(reasons)
        if len(found.withheld) > NAMED:
            told.append(self.tr("… and %n more.", "", len(found.withheld) - NAMED))
        if not found.has_sender:
            told.append(self.tr("No sender's address is printed: it is not filled in under Settings, The association."))
        told += map(words.of, found.remarks)
        self.told.setText("\n".join(told))
        is_odd = found.withheld or found.remarks or not found.has_sender
        set_tone(self.told, Tone.WARN if is_odd else None)
        for each in (self.one_file, self.files):
            each.setEnabled(found.ready > 0)

    def _give(self, *, each: bool) -> None:
        if self._until_check.look():
            self.wanted.emit(self._current(), self._chosen, each)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


def meant(office: Office, order: PaperOrder, chosen: Companies) -> tuple[str, ...]:
    """Whom ``chosen`` finds; nobody where the paper is blank."""
    return () if order.blank else tuple(chosen(office))


def _nobody(_: Office) -> Sequence[str]:
    return ()
