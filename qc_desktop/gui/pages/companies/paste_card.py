"""What was recognised in a pasted message, line by line, to be ticked and filled in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout
from typing_extensions import override

from qc_desktop.domain.pasted_text import Found, Recognised
from qc_desktop.gui.pages.companies.pasting import Filling, field_words
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, literal, set_tone
from qc_desktop.messages import Messages
from qc_desktop.services.companies.lookalikes import Lookalike


class PasteCard(QFrame):
    """``filled_in`` carries the values that were ticked, ``open_wanted`` the id of the company that is known already.

    Escape puts the card away.
    """

    filled_in = Signal(object)
    open_wanted = Signal(str)
    closed = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.setProperty("message", "accent")
        self._known = ""
        self.ticks: list[tuple[QCheckBox, Found]] = []
        self._title = label(self.tr("Recognised. Nothing is saved yet."), "section", wrap=True)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(8)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        self.fill = button(self.tr("Fill in"), self._fill, "", "check")
        self.open_known = button(self.tr("Open the known company"), lambda: self.open_wanted.emit(self._known), "plain")
        row = FlowLayout()
        for part in (self.fill, self.open_known, button(self.tr("Dismiss"), self.close_card, "plain")):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        column.addLayout(row)
        self.hide()

    def show_read(self, read: Recognised, fillings: Sequence[Filling], known: Lookalike | None) -> None:
        """Shows what was ``read`` and what of it would change the form; ``known`` is the company it is about."""
        self._clear()
        for filling in fillings:
            self._add(filling)
        told = [self._words.text(f"pasted.no_{kind}") for kind in read.left_out]
        told += [self._words.text("pasted.rest", text=read.rest)] if read.rest else []
        told += [self._words.text("pasted.known", name=known.name)] if known else []
        if read.fields and not fillings:
            told.insert(0, self.tr("All of it is in the form already."))
        for sentence in told:
            self._lines.addWidget(label(sentence, "muted", wrap=True), self._lines.rowCount(), 0, 1, 2)
        self._known = known.id if known else ""
        self.open_known.setVisible(known is not None)
        self.fill.setVisible(bool(fillings))
        self.show()
        (self.ticks[0][0] if self.ticks else self.fill).setFocus()

    def close_card(self) -> None:
        """Puts the card away; nothing is filled in."""
        self._clear()
        self.hide()
        self.closed.emit()

    def _clear(self) -> None:
        self.ticks.clear()
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()

    def _add(self, filling: Filling) -> None:
        found = filling.found
        tick = QCheckBox(literal(field_words(found.field)))
        tick.setChecked(filling.wanted)
        self.ticks.append((tick, found))
        row = self._lines.rowCount()
        self._lines.addWidget(tick, row, 0, Qt.AlignmentFlag.AlignTop)
        said = f"{filling.present} → {found.value}" if filling.present else found.value
        tick.setAccessibleName(f"{field_words(found.field)}: {said}")
        self._lines.addWidget(label(said, "", wrap=True), row, 1)
        if found.problem is not None:
            problem = label(self._words.of(found.problem), "small", wrap=True)
            set_tone(problem, Tone.WARN)
            self._lines.addWidget(problem, row + 1, 1)

    def _fill(self) -> None:
        chosen = [found for tick, found in self.ticks if tick.isChecked()]
        self.close_card()
        if chosen:
            self.filled_in.emit(chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)
