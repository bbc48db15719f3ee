"""What a backup holds beside what is there now, and the way back in two clicks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from qc_desktop.gui.pages.settings.model import Comparison
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, set_tone

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RestorePanel(QWidget):
    """``wanted`` carries the path of the backup that takes the records' place, once that was confirmed."""

    wanted = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._title = label("", "section", wrap=True)
        self._numbers = QGridLayout()
        self._numbers.setHorizontalSpacing(28)
        self._numbers.setVerticalSpacing(4)
        self._numbers.setColumnStretch(3, 1)
        self._labels: list[QLabel] = []
        self._warning = label(wrap=True)
        self.restore_button = button(self.tr("Restore this backup…"), self._ask, "danger", "history")
        self.confirm_button = button(self.tr("Yes, replace the present records"), self._confirm, "danger")
        self.keep_button = button(self.tr("Leave everything as it is"), self.close_panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(self._numbers)
        column.addWidget(self._warning)
        row = FlowLayout(gap=8)
        for part in (self.restore_button, self.confirm_button, self.keep_button):
            row.addWidget(part)
        column.addLayout(row)
        self.hide()

    def show_comparison(self, comparison: Comparison) -> None:
        """Shows both sides and offers the restore."""
        self._comparison = comparison
        made = when(comparison.backup.at)
        self._title.setText(self.tr("The backup made {when} is sound and holds:").format(when=made))
        self._fill(comparison)
        self._turn(asking=False)
        self.setEnabled(True)
        self.show()
        self.restore_button.setFocus()

    def close_panel(self) -> None:
        """Forgets the backup."""
        self._comparison = None
        self.hide()

    def _fill(self, comparison: Comparison) -> None:
        for old in self._labels:
            old.hide()
            old.deleteLater()
        self._labels = []
        heads = ("", self.tr("In the backup"), self.tr("Now"))
        for place, head in enumerate(heads):
            self._put(0, place, label(head, "small"))
        for row, (table, words) in enumerate(self._names().items(), 1):
            then, now = comparison.then.get(table, 0), comparison.now.get(table, 0)
            self._put(row, 0, label(words))
            self._put(row, 1, label(f"{then:,}"))
            told = label(f"{now:,}")
            set_tone(told, None if then == now else Tone.WARN)
            self._put(row, 2, told)

    def _put(self, row: int, column: int, part: QLabel) -> None:
        part.setParent(self)
        self._numbers.addWidget(part, row, column, _RIGHT if column else Qt.AlignmentFlag.AlignLeft)
        part.show()
        self._labels.append(part)

    def _names(self) -> dict[str, str]:
        return {
            "member_company": self.tr("Companies"),
            "campaign": self.tr("Campaign years"),
            "participation": self.tr("Participations"),
            "certificate": self.tr("Certificates"),
            "ended_certificate": self.tr("… of them void, revoked or replaced"),
            "roster": self.tr("Published rosters"),
            "call_log": self.tr("Calls entered"),
        }

    def _ask(self) -> None:
        self._turn(asking=True)
        self.keep_button.setFocus()

    def _confirm(self) -> None:
        if self._comparison is not None:
            self.wanted.emit(self._comparison.backup.path)

    def _turn(self, *, asking: bool) -> None:
        self.restore_button.setVisible(not asking)
        self.confirm_button.setVisible(asking)
        self._warning.setVisible(asking)
        set_tone(self._warning, Tone.BAD)
        self._warning.setText(self._words() if asking else "")

    def _words(self) -> str:
        """What the restore takes away."""
        missing, alive_again = self._since("certificate"), self._since("ended_certificate")
        told = []
        if missing:
            told.append(self.tr("%n certificate(s) issued since then, and printed, would not be known.", "", missing))
        if alive_again:
            told.append(self.tr("%n certificate(s) ended since then would count as valid again.", "", alive_again))
        if told:
            return " ".join([*told, self.tr("The present records are kept as a backup first. Restore anyway?")])
        return self.tr("Everything entered since then goes. The present records are kept as a backup first. Restore?")

    def _since(self, name: str) -> int:
        """How many more of them there are now than in the backup."""
        comparison = self._comparison
        return max(0, comparison.now.get(name, 0) - comparison.then.get(name, 0)) if comparison else 0
