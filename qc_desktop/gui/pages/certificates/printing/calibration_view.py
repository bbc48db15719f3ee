"""Calibrating a printer: a ruler page printed, four lengths typed, the correction seen before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.calibration import PAPERS, Calibration, Measured, correction, paper
from qc_desktop.errors import UserError
from qc_desktop.gui.forms.ui_calibration_form import Ui_CalibrationForm
from qc_desktop.gui.pages.certificates.printing.papers import offered, tray_choices
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import FormValues
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, card, label
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services.calibrations import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.documents.printing.queue import Abilities
    from qc_desktop.messages import Messages
    from qc_desktop.services.calibrations import Known

LENGTHS = ("left", "top", "across", "down")


class CalibrationView(QWidget):
    """``ruler_wanted`` carries printer, tray and paper; ``kept`` these and the correction; ``left`` that it is over.

    ``printer_chosen`` asks what a printer has, ``look_wanted`` for the printers again; ``file_wanted`` carries as
    ``ruler_wanted`` does, for a page to be saved.
    """

    ruler_wanted = Signal(str, str, str)
    kept = Signal(str, str, str, object)
    printer_chosen = Signal(str)
    look_wanted = Signal()
    file_wanted = Signal(str, str, str)
    left = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._known: Known | None = None
        self._made: Calibration | None = None
        form = QWidget()
        self.ui = Ui_CalibrationForm()
        self.ui.setupUi(form)
        hold_still(form)
        self.values = FormValues(form)
        self.values.offer("paper", [(one.id, words.text(f"calibration.paper_{one.id}")) for one in PAPERS])
        self.present = label("", "muted", wrap=True)
        self.result = label("", "strong", wrap=True)
        self.ruler = button(self.tr("Print the ruler page"), self._print, "", "printer")
        self.save = button(self.tr("Ruler page as PDF…"), lambda: self.file_wanted.emit(*self._where), "", "download")
        self.keep = button(self.tr("Keep the correction"), self._keep, "primary")
        self.clear = button(self.tr("Print uncorrected again"), self._clear)
        self.bar = MessageBar()
        self._lay_out(form)
        self.ui.printer.currentIndexChanged.connect(lambda: self.printer_chosen.emit(self._where[0]))
        for box in (self.ui.tray, self.ui.paper):
            box.currentIndexChanged.connect(self._tell)
        for name in LENGTHS:
            getattr(self.ui, name).textChanged.connect(self._reckon)
            getattr(self.ui, name).returnPressed.connect(self._keep)

    def _lay_out(self, form: QWidget) -> None:
        about = self.tr(
            "Each printer puts a page a little beside its place. Print the ruler page on the paper and from the tray "
            "that you use, measure the four lengths it names, and type them here. Everything printed there is "
            "corrected from then on; files that you save are not."
        )
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        self.back = button(self.tr("Back to printing"), self.left.emit)
        for act in (self.keep, self.ruler, self.save, self.clear, self.back):
            row.addWidget(act)
        heading = label(self.tr("Calibrate a printer"), "section")
        for part in (heading, buttons, self.present, self.result, form, label(about, "muted", wrap=True)):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(frame)
        column.addStretch(1)

    @property
    def _where(self) -> tuple[str, str, str]:
        read = self.values.read()
        return str(read["printer"]), str(read["tray"]), str(read["paper"]) or PAPERS[0].id

    def offer(self, names: Sequence[str], printer: str) -> None:
        """Offers the printers, ``printer`` first at hand; nothing is typed yet."""
        self.bar.clear()
        self.values.offer("printer", [(name, name) for name in names])
        self.ui.printer.setCurrentText(printer)
        self._empty()
        self._tell()
        self.printer_chosen.emit(self._where[0])
        self.ruler.setFocus()

    def say_no_printer(self, sentence: str) -> None:
        """Says why there is no printer; the page can be saved, and printed from another PC."""
        self.values.offer("printer", [])
        self._tell()
        self.bar.say(Tone.WARN, sentence, Action(self.tr("Look again"), self.look_wanted.emit))
        self.save.setFocus()

    def show_abilities(self, has: Abilities, tray: str) -> None:
        """Offers the trays of the printer at hand, to begin with ``tray``."""
        choices = tray_choices(has)
        self.values.offer("tray", choices)
        self.ui.tray.setCurrentIndex(self.ui.tray.findData(offered(tray, choices)))
        self._tell()

    def show_known(self, known: Known) -> None:
        """Shows what is corrected so far; what makes no sense on this PC is said."""
        self._known = known
        if known.ignored:
            self.bar.say(Tone.WARN, self._words.text("calibration.ignored", count=known.ignored))
        self._tell()

    def settle(self) -> None:
        """The correction is kept: what was typed was of the page before."""
        self._empty()
        said = self.tr("Kept. Print the ruler page once more: the four lengths should be right now.")
        self.bar.say(Tone.OK, said)
        self.ruler.setFocus()

    def _empty(self) -> None:
        for name in LENGTHS:
            getattr(self.ui, name).clear()

    def _tell(self) -> None:
        """Shows what is so for the chosen tray and paper, and what the lengths should be."""
        sheet = paper(self._where[2])
        wanted = (sheet.width / 2, sheet.height / 2, sheet.across, sheet.down)
        for name, length in zip(LENGTHS, wanted, strict=True):
            getattr(self.ui, name).setPlaceholderText(f"{length:g}")
        self.present.setText(self.tr("So far: {correction}").format(correction=in_words(self._present, self._words)))
        self.clear.setEnabled(not self._present.is_none)
        self._reckon()

    @property
    def _present(self) -> Calibration:
        return self._known.of(*self._where) if self._known else Calibration()

    def _reckon(self) -> None:
        """Shows the correction that follows from what is typed, as soon as all four lengths are there."""
        self._made = None
        typed = [getattr(self.ui, name).text().strip() for name in LENGTHS]
        self.ruler.setEnabled(bool(self._where[0]))
        if not self._where[0]:
            self.result.setText(self.tr("A correction is kept for a printer of this PC: none is found yet."))
        elif all(typed):
            self._try(typed)
        else:
            missing = self.tr("Type all four lengths to keep a correction; %n missing.", "", typed.count(""))
            self.result.setText(missing)
        self.keep.setEnabled(self._made is not None)

    def _try(self, typed: Sequence[str]) -> None:
        try:
            read = Measured(*map(float, typed))
        except ValueError:
            self.result.setText(self.tr("Lengths are numbers of millimetres, such as 148.3."))
            return
        try:
            self._made = correction(paper(self._where[2]), read, self._present)
            told = in_words(self._made, self._words)
            self.result.setText(self.tr("From now on: {correction}").format(correction=told))
        except UserError as problem:
            self.result.setText(self._words.of(problem))

    def _print(self) -> None:
        self.ruler_wanted.emit(*self._where)

    def _keep(self) -> None:
        if self._made is not None:
            self.kept.emit(*self._where, self._made)

    def _clear(self) -> None:
        self.kept.emit(*self._where, Calibration())
