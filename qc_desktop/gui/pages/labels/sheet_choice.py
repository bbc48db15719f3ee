"""Which label sheet, and how fine the printer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from qc_desktop.domain.label_sheets import DOTS
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.domain.label_sheets import SheetPreset

FINEST = max(DOTS)


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._printer = QLabel(self.tr("P&rinter"))
        for called, box, room in ((QLabel(self.tr("&Sheet")), self.preset, 1), (self._printer, self.dpi, 0)):
            called.setBuddy(box)
            row.addWidget(called)
            row.addWidget(box, room)
            box.currentIndexChanged.connect(self.chosen)
        hold_still(self)

    def hide_printer(self) -> None:
        """Shows the sheets only."""
        self._printer.hide()
        self.dpi.hide()

    def offer(self, known: Sequence[SheetPreset], wanted: str) -> None:
        """Offers ``known``, to begin with the one called ``wanted``, else the one at hand, else the first."""
        held = wanted or self.key
        self._known = {preset.key: preset for preset in known}
        self.preset.blockSignals(True)
        self.preset.clear()
        for preset in known:
            self.preset.addItem(preset.stock or preset.key, preset.key)
        self.preset.setCurrentIndex(max(self.preset.findData(held), 0))
        self.preset.blockSignals(False)
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
