"""One command beside the list: every changed field, before → after, and 撤回 where it still can be."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qc_desktop.gui.pages.history.model import at
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.services.audit.exporting import pair
from qc_desktop.services.history import act

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qc_desktop.messages import Messages
    from qc_desktop.services.audit.details import Detail, Line


AT_ONCE = 40
"""How many lines are made in one go: more than a screen shows."""


def _whose(line: Line) -> tuple[str, str, str]:
    return line.record, line.subject, line.change


class DetailView(QFrame):
    """``undo_wanted`` carries the number of the command to take back."""

    undo_wanted = Signal(int)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._words = words
        self._seq = 0
        self.title = label("", "section", wrap=True)
        self.about = label("", "muted", wrap=True)
        self.refusal = label("", "muted", wrap=True)
        self.undo = button(self.tr("Undo this"), lambda: self.undo_wanted.emit(self._seq), "primary", "undo-2")
        self._lines = QWidget()
        self._lines.setProperty("plain", True)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._shown: list[QLabel] = []
        self._coming: Iterator[tuple[str, str]] = iter(())
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(self._add_some)
        self.area = scroll_area(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.area, 1)
        column.addWidget(self.refusal)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No command is chosen."""
        self._seq = 0
        self.title.setText(self.tr("Choose an action to see what it changed"))
        for part in (self.about, self.refusal):
            part.clear()
            part.hide()
        self.undo.hide()
        self._fill([])

    def show_detail(self, found: Detail) -> None:
        """Shows ``found``."""
        command = found.command
        self._seq = command.seq
        self.title.setText(breakable(act(self._words, command)))
        self.about.setText(breakable(" · ".join([at(command.at), command.staff, command.pc])))
        self.about.show()
        self._fill(self._told(found))
        self.undo.setVisible(found.refusal is None)
        self.refusal.setVisible(found.refusal is not None)
        self.refusal.setText(self._why(found))
        self.area.verticalScrollBar().setValue(0)

    def _why(self, found: Detail) -> str:
        if found.refusal is None:
            return ""
        told = [self._words.of(found.refusal)]
        if found.blocked_by is not None:
            later = found.blocked_by
            name = self._words.text(f"command.{later.name}")
            told.append(self._words.text("history.blocked", at=at(later.at), staff=later.staff, name=name))
        return "\n".join(told)

    def _told(self, found: Detail) -> Iterable[tuple[str, str]]:
        """Pairs of a role and a text: whose row, then its fields."""
        for (record, subject, change), lines in groupby(found.lines, key=_whose):
            kind = {"new": self.tr("new"), "removed": self.tr("removed")}.get(change, "")
            yield "strong", " · ".join(filter(None, [record, subject, kind]))
            for line in lines:
                yield "small", line.field
                yield "", breakable(pair(self._words, line))
        if found.more:
            yield "muted", self._words.text("history.more", count=found.more)
        if not found.lines:
            yield "muted", self.tr("No field of a record was changed.")

    def _fill(self, told: Iterable[tuple[str, str]]) -> None:
        for gone in self._shown:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown = []
        self._coming = iter(told)
        self._add_some()

    def _add_some(self) -> None:
        """As many lines as the window has time for; the others at its next turns."""
        some = list(islice(self._coming, AT_ONCE))
        for role, text in some:
            self._add(role, text)
        if len(some) == AT_ONCE:
            self._pause.start()

    def _add(self, role: str, text: str) -> None:
        made = label(text, role, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role == "strong":
            made.setContentsMargins(0, 8, 0, 0)
        self._column.insertWidget(len(self._shown), made)
        self._shown.append(made)
