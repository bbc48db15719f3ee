"""Companies that may be the one in the form, each with its reason and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import TONE_ICONS, button, label
from qc_desktop.gui.widgets.tinted import TintedIcon
from qc_desktop.messages import Messages
from qc_desktop.services.companies.lookalikes import Lookalike

SHOWN = 3


class LookalikePanel(QFrame):
    """Takes no room while nothing is alike; the signals carry the id of the company meant."""

    open_wanted = Signal(str)
    merge_wanted = Signal(str)
    different = Signal(str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.setProperty("message", "warn")
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self.found: tuple[Lookalike, ...] = ()
        self.hide()

    @property
    def text(self) -> str:
        """What the panel says, a line for each company; empty where it says nothing."""
        return "\n".join(map(self._told, self.found))

    def show_found(self, found: Sequence[Lookalike], *, may_merge: bool) -> None:
        """Shows the first of ``found``; ``may_merge`` where the form holds a company that is saved already."""
        if tuple(found[:SHOWN]) == self.found:
            return
        self.clear()
        self.found = tuple(found[:SHOWN])
        for one in self.found:
            self._add(one, may_merge)
        self.setAccessibleName(self.text)
        self.setVisible(bool(self.found))
        if self.found:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Puts everything away."""
        self.found = ()
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()
        self.hide()

    def _told(self, one: Lookalike) -> str:
        code = one.uscc or self._words.text("entry.no_code")
        return self._words.text(f"likeness.is_{one.why}", name=one.name, uscc=code)

    def _add(self, one: Lookalike, may_merge: bool) -> None:
        line = QWidget()
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(TintedIcon(TONE_ICONS[Tone.WARN], Tone.WARN.value), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        beside.addLayout(column, 1)
        column.addWidget(label(self._told(one), "", wrap=True))
        row = FlowLayout()
        row.addWidget(button(self.tr("Open it"), lambda: self.open_wanted.emit(one.id), "plain"))
        if may_merge:
            row.addWidget(button(self.tr("Merge…"), lambda: self.merge_wanted.emit(one.id), "plain"))
        row.addWidget(button(self.tr("Not the same"), lambda: self.different.emit(one.id), "plain"))
        column.addLayout(row)
        self._column.addWidget(line)
        self._lines.append(line)
