"""Before a batch is printed: the sheet with its first free label, the label, which ones, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.label_sheets import SheetMemory, sheet_count
from qc_desktop.gui.pages.beside import Beside
from qc_desktop.gui.pages.labels.ordering.view import BESIDE_EM
from qc_desktop.gui.pages.labels.picture import LabelPicture
from qc_desktop.gui.pages.labels.printing.form import FILES, PRINTER, PrintForm
from qc_desktop.gui.pages.labels.sheet_choice import SheetChoice
from qc_desktop.gui.pages.labels.sheet_start import SheetStart
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.foot_bar import FootBar
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, card, label, set_tone
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.services.labels.runs import PrintOrder

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.labels.acts import Look, PrintGround

_SOON_MS = 200


class LabelPrintView(QWidget):
    """``print_wanted`` tells that it shall begin, ``trial_wanted`` that a sheet of samples shall.

    ``look_wanted`` tells that the label is wanted on another sheet, ``begins_at`` carries sheet and SheetMemory that a
    person chose, ``sheets_wanted`` that a sheet is missing.
    """

    print_wanted = Signal()
    trial_wanted = Signal()
    look_wanted = Signal()
    begins_at = Signal(object, object)
    sheets_wanted = Signal()
    left = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._ground: PrintGround | None = None
        self._memory: dict[str, SheetMemory] = {}
        self._is_busy = False
        self.form = PrintForm(context.words, context.drafts)
        self.sheet = SheetChoice()
        self.begins, self.label_picture = SheetStart(), LabelPicture()
        self.picture, self.fresh = self.begins.picture, self.begins.fresh
        self.finding = label("", wrap=True)
        self.passphrase = Passphrase()
        self.bar, self.progress = MessageBar(closable=False), ProgressPanel(context.words)
        self.own = button(self.tr("Own sheets…"), self.sheets_wanted.emit, "", "plus")
        self.foot = FootBar(self)
        self.back = button(self.tr("Back to the batches"), self.left.emit, "", "arrow-left")
        self.start_button = button("", self.submit, "primary", "printer")
        self.trial = button(self.tr("Trial print"), self.trial_wanted.emit, "", "eye")
        self.trial.setToolTip(self.tr("One sheet of samples: nothing on it is genuine, and no label is used up."))
        self.foot.add(self.back, self.trial, self.start_button)
        self._settle = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = card(), card()
        form, shown = QVBoxLayout(left), QVBoxLayout(right)
        for column in (form, shown):
            column.setContentsMargins(16, 14, 16, 14)
            column.setSpacing(10)
        form.addWidget(self.form)
        form.addWidget(self.passphrase)
        form.addStretch(1)
        ways = FlowLayout(gap=8)
        for part in (self.fresh, self.own):
            ways.addWidget(part)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.begins.told)
        words.addLayout(ways)
        words.addWidget(self.label_picture, 1)
        words.addWidget(self.finding)
        words.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.picture, 2)
        beside.addLayout(words, 3)
        shown.addWidget(self.sheet)
        shown.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Beside(left, right, wide_em=BESIDE_EM), 1)

    def _connect(self) -> None:
        self._settle.timeout.connect(self.look_wanted)
        self.form.edited.connect(self._follow)
        self.form.turned.connect(self._follow)
        self.sheet.chosen.connect(self._follow)
        self.begins.chosen.connect(self._begin_at)
        self.passphrase.submitted.connect(self.submit)

    def start(self, ground: PrintGround, folder: str) -> None:
        """Offers the labels of a batch that are not printed yet, all of them where every one is."""
        self._ground = ground
        self._memory = dict(ground.memory)
        self.passphrase.show_state(known=True, unlocked=ground.unlocked)
        self.foot.say(self._words.named(self.tr("Batch"), f"{ground.batch} {ground.row.company} {ground.row.product}"))
        self.sheet.offer(ground.presets, ground.preset)
        row = ground.row
        span = ground.unprinted or (1, row.count)
        self.form.start(ground.batch, span, printed=ground.unprinted is None, hidden=row.hidden_codes, folder=folder)
        self._follow()
        if ground.unlocked:
            self.start_button.setFocus()
        else:
            self.passphrase.take_focus()

    @property
    def memory(self) -> SheetMemory:
        """Where the sheet at hand goes on."""
        return self._memory.get(self.sheet.key, SheetMemory())

    @property
    def order(self) -> PrintOrder | None:
        """What is to be printed; None while a number cannot be read."""
        span, form = self.form.span, self.form
        if span is None:
            return None
        again = form.again.text().strip() if form.again.isVisibleTo(form) else ""
        return PrintOrder(
            self.sheet.key, *span, self.memory, self.sheet.dots, form.hidden.isChecked(), form.check.isChecked(), again
        )

    def _follow(self) -> None:
        """Tells how many sheets that is, while one types and clicks."""
        preset, span, ground = self.sheet.sheet, self.form.span, self._ground
        if preset is None or ground is None:
            return
        self.begins.show_sheet(preset, self.memory)
        count = max(span[1] - span[0] + 1, 0) if span else 0
        is_files = self.form.way.current == FILES
        made, printed = self.tr("Make files of %n label(s)", "", count), self.tr("Print %n label(s)", "", count)
        self.start_button.setText(made if is_files else printed)
        sheets = sheet_count(preset, self.memory, count)
        self.form.told.say(self.tr("%n sheet(s)", "", sheets) if sheets else "")
        before = ground.is_printed(span) if span else False
        self.form.show_again(before)
        self._arrange()
        self._settle.start()

    def _begin_at(self, memory: SheetMemory) -> None:
        self._memory[self.sheet.key] = memory
        self.begins_at.emit(self.sheet.sheet, memory)
        self._follow()

    def show_look(self, look: Look) -> None:
        """Shows the label on the sheet at hand; what has no room is said."""
        told = self.tr("A label of the batch; number and code are samples.")
        self.label_picture.show_image(look.image, told)
        problems = "\n".join(self._words.of(problem) for problem in look.problems)
        self.finding.setText(problems or told)
        set_tone(self.finding, Tone.BAD if problems else None)

    def refuse(self, sentence: str) -> None:
        """Says why nothing is printed, or no more."""
        self.bar.say(Tone.BAD, sentence)

    def submit(self) -> None:
        """Begins, unless something typed cannot be."""
        if self._is_busy or not self.start_button.isEnabled():
            return
        self.bar.clear()  # what was said of the time before
        if self.form.is_sound():
            self.print_wanted.emit()

    def print_at(self, folder: Path) -> None:
        """Makes the files in ``folder`` instead."""
        self.form.folder.setText(str(folder))
        self.submit()

    def show_busy(self, busy: bool) -> None:
        """Holds everything back while labels are made."""
        if busy:
            self.setFocus()  # else the focus would wander to whatever comes behind a disabled button
        self._is_busy = busy
        for part in (self.form, self.sheet, self.picture, self.passphrase, self.back, self.trial, self.fresh, self.own):
            part.setEnabled(not busy)
        self._arrange()

    def _arrange(self) -> None:
        has_place = self.form.way.current == FILES or bool(self.form.printer.currentText())
        self.start_button.setEnabled(not self._is_busy and has_place and self.form.span is not None)
        self.trial.setVisible(self.form.way.current == PRINTER)
        self.trial.setEnabled(not self._is_busy and bool(self.form.printer.currentText()))
