"""Where on a part-used sheet of labels printing begins: the sheet, what is said beside it, and the way to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.gui.pages.labels.sheet_picture import SheetPicture
from qc_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from qc_desktop.domain.label_sheets import SheetPreset


class SheetStart(QObject):
    """``picture``, ``told`` and ``fresh`` are laid out by whoever shows them; ``chosen`` carries the SheetMemory."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.picture = SheetPicture()
        self.told = label("", wrap=True)
        self.fresh = button(self.tr("A new sheet"), lambda: self.chosen.emit(SheetMemory()), "", "refresh-cw")
        self.picture.chosen.connect(self.chosen)

    def show_sheet(self, preset: SheetPreset, memory: SheetMemory) -> None:
        """Shows how far the sheet is used; a roll has no place to begin at."""
        self.picture.show_sheet(preset, memory)
        for part in (self.picture, self.fresh, self.told):
            part.setVisible(not preset.is_roll)
        told = self.tr("Click the first free label: it begins at {first} of {size}.")
        self.told.setText(told.format(first=memory.first, size=preset.size))
