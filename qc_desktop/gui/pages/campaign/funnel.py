"""How many companies stand at each stage, as bars that open the list behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import button, label, only_card, restyle

_THICK = 12


@dataclass(frozen=True)
class Level:
    """One line: the key handed to ``opened``, its words, the number, and the tone of the bar."""

    key: str
    words: str
    count: int
    tone: Tone


class Bar(QWidget):
    """A bar whose length is ``share`` of the room; decoration, the number stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._tone = Tone.MUTED
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, tone: Tone) -> None:
        """Shows ``share``, 0 to 1, in ``tone``."""
        self._share, self._tone = share, tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, _THICK)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, _THICK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_in_use()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.bg))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self._share > 0:
            painter.setBrush(QColor(tokens.border if self._tone is Tone.MUTED else tokens.tone(self._tone)))
            painter.drawRoundedRect(QRectF(0, 0, max(6.0, self.width() * self._share), self.height()), 4, 4)
        painter.end()


class Funnel(QWidget):
    """A card with a line for each level; ``open_list`` gets the key of the one that a person picks."""

    def __init__(self, title: str, open_list: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_list
        self._lines: dict[str, tuple[QPushButton, Bar, QLabel]] = {}
        column = only_card(self)
        column.addWidget(label(title, "section"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_levels(self, levels: Sequence[Level]) -> None:
        """Shows ``levels`` from top to bottom."""
        most = max([1, *(level.count for level in levels)])
        for place, level in enumerate(levels):
            if level.key not in self._lines:
                self._add(level, place)
            words, bar, number = self._lines[level.key]
            words.setAccessibleName(f"{level.words} {level.count:,}")
            bar.show_share(level.count / most, level.tone)
            number.setText(f"{level.count:,}")
            number.setProperty("role", "strong" if level.count else "muted")
            restyle(number)
        shown = {level.key for level in levels}
        for key, parts in self._lines.items():
            for part in parts:
                part.setVisible(key in shown)

    def _add(self, level: Level, place: int) -> None:
        key = level.key
        words = button(level.words, lambda: self._open(key), "link")
        number = label()
        self._lines[key] = (words, Bar(), number)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignLeft | middle)
        self._grid.addWidget(self._lines[key][1], place, 1, middle)
        self._grid.addWidget(number, place, 2, Qt.AlignmentFlag.AlignRight | middle)
