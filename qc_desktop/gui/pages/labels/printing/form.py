"""Which labels of a batch, to files or to a printer, and whether they are checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from qc_desktop.domain.lengths import REASON
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.pages.labels.fields import check_count, tidy_count, whole
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.form_line import FormLine
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button
from qc_desktop.gui.widgets.spared import passing
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.messages import Messages

FILES, PRINTER = "files", "printer"


class PrintForm(QWidget):
    """``edited`` tells that other labels are meant, ``turned`` that they go elsewhere, ``printer_chosen`` to which."""

    edited = Signal()
    turned = Signal()
    printer_chosen = Signal(str)

    def __init__(self, words: Messages, drafts: DraftKeeper) -> None:
        super().__init__()
        self._words = words
        self._rows = QFormLayout(self)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.first, self.last, self.again, self.folder = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.way = FilterChips([Chip(FILES, self.tr("PDF files")), Chip(PRINTER, self.tr("Printer"))])
        self.printer, self.tray = QComboBox(), QComboBox()
        self.hidden = QCheckBox(self.tr("Print the hidden codes"))
        self.check = QCheckBox(self.tr("Check every label (recommended)"))
        self.check.setChecked(True)
        self._lay_out()
        self._texts = KeptTexts("label_again", drafts, self, again=self.again)
        for field in (self.first, self.last):
            field.textChanged.connect(self.edited)
        self.hidden.toggled.connect(self._tell_bare)
        self.hidden.toggled.connect(self.edited)
        self.way.chosen.connect(self._turn)
        self.printer.currentIndexChanged.connect(self._ask_printer)
        hold_still(self)
        self._turn()

    def _lay_out(self) -> None:
        self._add(self.first, self.tr("&From label"))
        self._add(self.last, self.tr("&To label"))
        self.told = FormLine(self._rows)
        self._rows.addRow("", self.told)
        self._add(self.again, self.tr("&Why again"))
        self._rows.addRow(self.way)
        self._folder_line = QWidget()
        line = QHBoxLayout(self._folder_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.folder, 1)
        line.addWidget(button(self.tr("Choose…"), self._choose, "", "folder-open"))
        self.folder.setAccessibleName(self.tr("Folder"))
        self._rows.addRow(self._folder_line)
        self._add(self.printer, self.tr("&Printer"))
        self._add(self.tray, self.tr("Tra&y"))
        for box in (self.printer, self.tray):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self._rows.addRow(self.hidden)
        self._bare = FormLine(self._rows)
        self._rows.addRow(self._bare)
        self._rows.addRow(self.check)
        passing(self.first, self.last, self.folder)
        self.again.setMaxLength(REASON)
        self._again_note = FieldNote(self._rows, self.again)
        self._folder_note = FieldNote(self._rows, self._folder_line)
        notes = [(field, FieldNote(self._rows, field)) for field in (self.first, self.last)]
        self.range_note = notes[1][1]
        self._checks = [FieldCheck(field, note, check_count, self._words) for field, note in notes]
        for field, _ in notes:
            field.tidy_with(tidy_count)

    def _add(self, field: QWidget, words: str) -> None:
        called = QLabel(words)
        called.setBuddy(field)
        self._rows.addRow(called, field)

    def start(self, batch: str, span: tuple[int, int], *, printed: bool, hidden: bool, folder: str) -> None:
        """Offers the labels of ``span``; where all were ``printed``, a reason is asked for."""
        self._texts.show(batch, batch)
        for field, number in zip((self.first, self.last), span, strict=True):
            field.setText(str(number))
        self.hidden.setVisible(hidden)
        self.hidden.setChecked(hidden)
        self._tell_bare()
        self.folder.setText(folder)
        self.show_again(printed)

    def _tell_bare(self) -> None:
        """The batch promises a code to scratch off: labels without one are said to be."""
        told = self.tr("Signed with hidden codes, but printed without them: there is nothing to scratch off.")
        leaves_out = not self.hidden.isHidden() and not self.hidden.isChecked()
        self._bare.say(told if leaves_out else "")

    def show_again(self, printed: bool) -> None:
        """Asks why, where some of the labels were printed before."""
        self._rows.setRowVisible(self.again, printed)
        if not printed:
            self._again_note.clear()

    def settle(self) -> None:
        """They are printed: the reason is noted with them."""
        if self._texts.key is not None:
            self._texts.forget(self._texts.key)

    @property
    def span(self) -> tuple[int, int] | None:
        """The labels that are meant; None while a number cannot be read."""
        first, last = whole(self.first.text()), whole(self.last.text())
        return None if first is None or last is None else (first, last)

    def offer_printers(self, names: Sequence[str], chosen: str) -> None:
        """Offers the printers of this PC, to begin with ``chosen``."""
        self.printer.blockSignals(True)
        self.printer.clear()
        self.printer.addItems(list(names))
        self.printer.setCurrentText(chosen)
        self.printer.blockSignals(False)
        self._ask_printer()

    def offer_trays(self, trays: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offers the trays of the printer at hand."""
        self.tray.clear()
        for value, words in trays:
            self.tray.addItem(words, value)
        self.tray.setCurrentIndex(max(self.tray.findData(chosen), 0))

    def is_sound(self) -> bool:
        """Whether it can be printed as far as the fields tell; what is wrong is said in its place."""
        sound = [check.look() for check in self._checks]  # all of them speak
        for note in (self._again_note, self._folder_note):
            note.clear()
        folder = self.folder.text().strip()
        if self.way.current == FILES and not (folder and Path(folder).is_absolute()):
            self._folder_note.say(Tone.BAD, self.tr("Choose where the files go."))
            return False
        if self.again.isVisibleTo(self) and not self.again.text().strip():
            self._again_note.say(Tone.BAD, self._words.text("label.reason_needed"))
            self.again.setFocus()
            return False
        return all(sound) and self.span is not None

    def _turn(self) -> None:
        is_files = self.way.current == FILES
        self._rows.setRowVisible(self._folder_line, is_files)
        for part in (self.printer, self.tray):
            self._rows.setRowVisible(part, not is_files)
        self.turned.emit()

    def _ask_printer(self) -> None:
        if self.printer.currentText():
            self.printer_chosen.emit(self.printer.currentText())

    def _choose(self) -> None:
        present = Path(self.folder.text().strip() or str(places.documents()))
        chosen = places.ask_folder(self, self.tr("Folder for the labels"), places.nearest(present))
        if chosen is not None:
            self.folder.setText(str(chosen))
