"""Which label sheet, and how fine the printer is: in one line where the sheet's name has room in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from qc_desktop.domain.label_sheets import DOTS
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.domain.label_sheets import SheetPreset

FINEST = max(DOTS)
_AROUND = 60
"""Logical pixels that stand around a name: frame, arrow, margins."""


class SheetChoice(QWidget):
    """``chosen`` tells that another sheet or another printer is meant."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, SheetPreset] = {}
        self.preset, self.dpi = QComboBox(), QComboBox()
        self.preset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.preset.setMinimumContentsLength(9)
        for dots in sorted(DOTS, reverse=True):
            self.dpi.addItem(self.tr("{dots} dots").format(dots=dots), dots)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._printer = QWidget()
        for part, words, box in (
            (QWidget(), self.tr("&Sheet"), self.preset),
            (self._printer, self.tr("P&rinter"), self.dpi),
        ):
            called = QLabel(words)
            called.setBuddy(box)
            pair = QHBoxLayout(part)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(8)
            pair.addWidget(called)
            pair.addWidget(box, 1 if box is self.preset else 0)
            if box is self.dpi:
                pair.addStretch(1)
            self._row.addWidget(part, 1 if box is self.preset else 0)
            box.currentIndexChanged.connect(self.chosen)
        self.preset.currentTextChanged.connect(self.preset.setToolTip)
        hold_still(self)

    def hide_printer(self) -> None:
        """Shows the sheets only."""
        self._printer.hide()

    def _fit(self) -> None:
        """Puts the printer below the sheet where the longest name would be cut beside it."""
        metrics = self.preset.fontMetrics()
        names = [self.preset.itemText(place) for place in range(self.preset.count())]
        longest = max(map(metrics.horizontalAdvance, names), default=0)
        self.preset.view().setMinimumWidth(longest + _AROUND)
        taken = self._printer.sizeHint().width() + self.preset.minimumSizeHint().width()
        around = taken - metrics.horizontalAdvance("X") * self.preset.minimumContentsLength() + _AROUND
        beside = self._printer.isHidden() or longest + around <= self.width()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def offer(self, known: Sequence[SheetPreset], wanted: str) -> None:
        """Offers ``known``, to begin with the one called ``wanted``, else the one at hand, else the first."""
        held = wanted or self.key
        self._known = {preset.key: preset for preset in known}
        self.preset.blockSignals(True)
        self.preset.clear()
        for preset in known:
            self.preset.addItem(preset.called, preset.key)
        self.preset.setCurrentIndex(max(self.preset.findData(held), 0))
        self.preset.blockSignals(False)
        self.preset.setToolTip(self.preset.currentText())
        self._fit()
        self.chosen.emit()

    def choose(self, key: str) -> None:
        """Turns to the sheet called ``key``."""
        self.preset.setCurrentIndex(max(self.preset.findData(key), 0))

    @property
    def key(self) -> str:
        """The sheet at hand by its key, empty for none."""
        return str(self.preset.currentData() or "")

    @property
    def sheet(self) -> SheetPreset | None:
        """The sheet at hand."""
        return self._known.get(self.key)

    @property
    def dots(self) -> int:
        """The printer's dots to the inch."""
        return int(self.dpi.currentData() or FINEST)
