"""A row of filters of which one holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import literal
from qc_desktop.gui.widgets.push_button import PushButton


@dataclass(frozen=True)
class Chip:
    """A filter: its key, its words, and how many rows it would leave, if known."""

    key: str
    words: str
    count: int | None = None


class FilterChips(QWidget):
    """Emits ``chosen`` with the key of the filter that holds now; before it ``picked``, where a person did it."""

    chosen = Signal(str)
    picked = Signal(str)

    def __init__(self, chips: Sequence[Chip] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)
        self._buttons: dict[str, PushButton] = {}
        self.show_chips(chips)

    @property
    def current(self) -> str:
        """The key of the filter that holds, empty before the first."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    @property
    def marked(self) -> QWidget:
        """The button of the filter that holds."""
        return self._buttons[self.current] if self.current else self

    def offers(self, key: str) -> bool:
        """Whether the filter ``key`` is among the chips."""
        return key in self._buttons

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Shows ``chips``, keeps the choice where it still exists, else the first."""
        held = self.current
        for chip in chips:
            made = self._buttons.get(chip.key) or self._add(chip.key)
            made.setText(literal(chip.words if chip.count is None else f"{chip.words} {chip.count:,}"))
        for key in [key for key in self._buttons if key not in {chip.key for chip in chips}]:
            self._buttons.pop(key).deleteLater()
        if chips:
            self._mark(held if held in self._buttons else chips[0].key)

    def choose(self, key: str) -> None:
        """Turns to the filter ``key``."""
        self._mark(key)
        self.chosen.emit(key)

    def mark(self, key: str) -> None:
        """Marks the filter ``key``, which holds already; nobody is told."""
        self._mark(key)

    def _pick(self, key: str) -> None:
        self.picked.emit(key)
        self.choose(key)

    def _add(self, key: str) -> PushButton:
        made = PushButton(self)
        made.setProperty("kind", "chip")
        made.setCheckable(True)
        made.clicked.connect(lambda: self._pick(key))
        self._row.addWidget(made)
        self._buttons[key] = made
        return made

    def _mark(self, wanted: str) -> None:
        """The focus stays with the filter that holds, where it is among the chips."""
        if wanted in self._buttons and any(made.hasFocus() for made in self._buttons.values()):
            self._buttons[wanted].setFocus()
        for key, made in self._buttons.items():
            made.setChecked(key == wanted)
