"""Before printing: which certificates, which printer and tray, how many at a time; a trial print of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.domain.number_ranges import between
from qc_desktop.domain.printing import CHUNK, Placing
from qc_desktop.errors import UserError
from qc_desktop.gui.forms.ui_print_form import Ui_PrintForm
from qc_desktop.gui.pages.certificates.printing.canned import CannedReasons
from qc_desktop.gui.pages.certificates.printing.papers import offered, paper_choices, tray_choices
from qc_desktop.gui.pages.certificates.printing.wanted import Wanted
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import Note
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import FormValues
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, card, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from qc_desktop.documents.printing.queue import Abilities, PrintOptions
    from qc_desktop.domain.findings import Finding
    from qc_desktop.gui.pages.certificates.make_view import Scope
    from qc_desktop.gui.pages.certificates.printing.acts import Printers
    from qc_desktop.messages import Messages

CHUNKS = (20, CHUNK, 100, 200)
COPIES = (1, 2, 3)


class StartView(QWidget):
    """``start_wanted`` and ``trial_wanted`` carry a :class:`Wanted`; ``calibration_wanted`` the printer at hand.

    ``printer_chosen`` asks what a printer has, ``counted`` which certificates are meant now; without a printer
    ``look_wanted`` asks for them again, ``files_wanted`` carries the scopes that shall become files instead.
    """

    start_wanted = Signal(object)
    trial_wanted = Signal(object)
    calibration_wanted = Signal(str)
    printer_chosen = Signal(str)
    counted = Signal(object)
    look_wanted = Signal()
    files_wanted = Signal(object)
    left = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._scopes: tuple[Scope, ...] = ()
        self._numbers: Sequence[str] = ()
        self._has_printer = False
        self._heading = label("", "section", wrap=True)
        self.scope = FilterChips()
        form = QWidget()
        self.ui = Ui_PrintForm()
        self.ui.setupUi(form)
        hold_still(form)
        self.values = FormValues(form)
        self.values.offer("chunk", [(str(count), str(count)) for count in CHUNKS])
        self.values.offer("copies", [(str(count), str(count)) for count in COPIES])
        self._lines: QFormLayout = self.ui.form
        self._range_note = Note(self.ui.first)
        self._lines.insertRow(3, "", self._range_note)
        self._about_stock = label("", "muted", wrap=True)
        self._lines.addRow("", self._about_stock)
        self.ui.paper.currentIndexChanged.connect(self._tell_stock)
        self._canned = CannedReasons(self.ui.reason)
        self._lines.addRow("", self._canned)
        about = self.tr(
            "Every page is checked before it goes to the printer, and every sheet is logged. Printing can be stopped "
            "between two chunks and resumes after the last one sent; a trial print is marked and not counted as a copy."
        )
        self.start = button("", self._submit, "primary", "printer")
        self.try_one = button(self.tr("Trial print"), self._try)
        self.calibrate = button(self.tr("Calibrate the printer…"), self._calibrate)
        self.bar = MessageBar(closable=False)
        self.progress = ProgressPanel(words)
        self._lay_out(form, label(about, "muted", wrap=True))
        self.scope.chosen.connect(self._count)
        for field in (self.ui.first, self.ui.last):
            field.textChanged.connect(self._count)
        self.ui.printer.currentIndexChanged.connect(self._ask_printer)

    def _lay_out(self, form: QWidget, about: QWidget) -> None:
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        back = button(self.tr("Back to the register"), self.left.emit)
        for act in (self.start, self.try_one, self.calibrate, back):
            row.addWidget(act)
        for part in (self._heading, self.scope, buttons, form, about):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(frame)
        column.addStretch(1)

    def offer(self, scopes: Sequence[Scope]) -> None:
        """Offers to print the certificates of the first of ``scopes``; the printers come with :meth:`show_printers`."""
        self._scopes = tuple(scope for scope in scopes if scope.numbers)
        self.scope.show_chips([Chip(str(place), scope.words) for place, scope in enumerate(self._scopes)])
        self.scope.setVisible(len(self._scopes) > 1)
        self.bar.clear()
        self.values.write({"chunk": str(CHUNK), "copies": "1"})
        self._count()

    def show_printers(self, found: Printers | None) -> None:
        """Offers the printers; None where there is none, which the bar says."""
        self._has_printer = found is not None
        self.bar.clear()
        self.values.offer("printer", [(name, name) for name in found.names] if found else [])
        if found is not None:
            self.ui.printer.setCurrentText(found.chosen)
            self._ask_printer()
        self.show_busy(False)
        (self.start if found else self.ui.printer).setFocus()

    def show_abilities(self, has: Abilities, last: PrintOptions) -> None:
        """Offers the trays and papers of the printer at hand, to begin with what was chosen for it last."""
        for name, choices, value in (
            ("tray", tray_choices(has), last.tray),
            ("paper", paper_choices(has), last.placing.value),
        ):
            self.values.offer(name, choices)
            box = getattr(self.ui, name)
            box.setCurrentIndex(box.findData(offered(value, choices)))

    def say_no_printer(self, sentence: str) -> None:
        """Says why there is no printer, with the two ways on."""
        self.show_printers(None)
        again = Action(self.tr("Look again"), self.look_wanted.emit)
        files = Action(self.tr("Make a PDF instead"), lambda: self.files_wanted.emit(self._scopes))
        self.bar.say(Tone.WARN, sentence, again, files)

    def show_printed(self, count: int) -> None:
        """So many of the certificates meant were printed before or wait to be: then a reason is asked for."""
        for part in (self.ui.reason, self._canned):
            self._lines.setRowVisible(part, count > 0)

    def show_stock(self, remarks: Sequence[Finding]) -> None:
        """What is to be said where pre-printed paper is chosen."""
        self._about_stock.setText("\n".join(map(self._words.of, remarks)))
        self._tell_stock()

    def _tell_stock(self) -> None:
        told = bool(self._about_stock.text()) and self.ui.paper.currentData() == Placing.ON_STOCK.value
        self._lines.setRowVisible(self._about_stock, told)

    @property
    def numbers(self) -> Sequence[str]:
        """The numbers to print."""
        return self._numbers

    def show_busy(self, busy: bool) -> None:
        """Holds the buttons back while something prints."""
        if busy:
            self.setFocus()  # else the focus would wander to whatever comes behind a disabled button
        ready = not busy and self._has_printer and bool(self.numbers)
        self.start.setEnabled(ready)
        self.try_one.setEnabled(ready)
        self.calibrate.setEnabled(not busy and self._has_printer)

    def _count(self) -> None:
        """Reckons which certificates are meant; a range that names none is said and prints nothing."""
        found = self._scopes[int(self.scope.current or 0)].numbers if self._scopes else ()
        self._say_of_range("")
        self.ui.first.setPlaceholderText(found[0] if found else "")
        self.ui.last.setPlaceholderText(found[-1] if found else "")
        try:
            self._numbers = between(found, self.ui.first.text(), self.ui.last.text())
        except UserError as problem:
            self._numbers = ()
            self._say_of_range(self._words.of(problem))
        words = self.tr("Print %n certificate(s)", "", len(self._numbers))
        self._heading.setText(words)
        self.start.setText(words)
        self.show_busy(False)
        self.counted.emit(self._numbers)

    def _say_of_range(self, sentence: str) -> None:
        if sentence:
            self._range_note.say(Tone.BAD, sentence)
        else:
            self._range_note.clear()
        self._lines.setRowVisible(self._range_note, bool(sentence))

    def _ask_printer(self) -> None:
        self.printer_chosen.emit(str(self.values.read()["printer"]))

    def _calibrate(self) -> None:
        self.calibration_wanted.emit(str(self.values.read()["printer"]))

    @property
    def _wanted(self) -> Wanted:
        read = {name: str(value) for name, value in self.values.read().items()}
        how = Placing(read["paper"] or Placing.AS_IS)
        counts = int(read["chunk"]), int(read["copies"])
        return Wanted(self.numbers, read["printer"], read["tray"], how, *counts, read["reason"])

    def _submit(self) -> None:
        self.start_wanted.emit(self._wanted)

    def _try(self) -> None:
        self.trial_wanted.emit(self._wanted)
