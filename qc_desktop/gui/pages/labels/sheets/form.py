"""The sizes of one label sheet, in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from qc_desktop.domain.label_sheets import MOST_KEY, SheetPreset
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.pages.labels.fields import length, whole
from qc_desktop.gui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper

TYPICAL: dict[str, str] = {
    "page_width": "210",
    "page_height": "297",
    "columns": "3",
    "rows": "8",
    "width": "63.5",
    "height": "33.9",
    "left": "7.2",
    "top": "12.9",
    "pitch_x": "66",
    "pitch_y": "33.9",
}
_COUNTS = ("columns", "rows")


class SheetForm(QWidget):
    """``edited`` tells that a size is another one. What is typed is kept as a draft."""

    edited = Signal()

    def __init__(self, drafts: DraftKeeper) -> None:
        super().__init__()
        self.key = LineEdit()
        self.key.setMaxLength(MOST_KEY)
        self.sizes = {name: LineEdit() for name in TYPICAL}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self._add(grid, 0, 0, self.key, self.tr("&Name"), span=3)
        for place, (name, words) in enumerate(self._words().items()):
            row, column = divmod(place, 2)
            self._add(grid, row + 1, 2 * column, self.sizes[name], words)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        self._texts = KeptTexts("label_sheet", drafts, self, key=self.key, **self.sizes)
        for field in (self.key, *self.sizes.values()):
            field.textChanged.connect(self.edited)

    def _words(self) -> dict[str, str]:
        return {
            "page_width": self.tr("Page &width"),
            "page_height": self.tr("Page &height"),
            "columns": self.tr("&Columns"),
            "rows": self.tr("&Rows"),
            "width": self.tr("La&bel width"),
            "height": self.tr("Label hei&ght"),
            "left": self.tr("&Left margin"),
            "top": self.tr("&Top margin"),
            "pitch_x": self.tr("Step to the r&ight"),
            "pitch_y": self.tr("Step &down"),
        }

    def _add(self, grid: QGridLayout, row: int, column: int, field: LineEdit, words: str, span: int = 1) -> None:
        called = QLabel(words)
        called.setBuddy(field)
        field.setMinimumWidth(56)
        grid.addWidget(called, row, column)
        grid.addWidget(field, row, column + 1, 1, span)

    def start(self) -> None:
        """Begins with a usual sheet, and over it what was typed before."""
        self._texts.show("new", "", 0, **TYPICAL)
        self.edited.emit()

    def settle(self) -> None:
        """The sheet is kept."""
        self._texts.forget("new")

    def show_preset(self, preset: SheetPreset) -> None:
        """Puts the sizes of ``preset`` into the fields, to begin from them."""
        for name, field in self.sizes.items():
            field.setText(f"{getattr(preset, name):g}")

    @property
    def preset(self) -> SheetPreset | None:
        """The sheet that is typed; None while a size cannot be read."""
        lengths = {name: length(field.text()) for name, field in self.sizes.items() if name not in _COUNTS}
        counts = {name: whole(self.sizes[name].text()) for name in _COUNTS}
        read = {name: value for name, value in {**lengths, **counts}.items() if value is not None}
        if len(read) < len(self.sizes):
            return None
        key = self.key.text().strip()
        return SheetPreset(key=key, stock=key, **read)  # type: ignore[arg-type]
