"""The chips above the detail: one line, one of them holds, Alt and its number picks it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qc_desktop.gui.widgets.parts import literal
from qc_desktop.gui.widgets.push_button import PushButton

MARK = " •"


class AspectChips(QWidget):
    """``picked`` carries the id of the aspect that a person picks."""

    picked = Signal(str)

    def __init__(self, aspects: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._words = dict(aspects)
        self._buttons: dict[str, PushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for place, aspect_id in enumerate(self._words, 1):
            self._buttons[aspect_id] = made = self._button(aspect_id, f"Alt+{place}")
            row.addWidget(made)
        row.addStretch(1)

    def _button(self, aspect_id: str, keys: str) -> PushButton:
        made = PushButton(literal(self._words[aspect_id]))
        made.setProperty("kind", "chip")
        made.setProperty("narrow", True)
        made.setCheckable(True)
        made.setToolTip(keys)
        made.clicked.connect(lambda: self.picked.emit(aspect_id))
        return made

    @property
    def current(self) -> str:
        """The aspect that holds."""
        return next((aspect_id for aspect_id, made in self._buttons.items() if made.isChecked()), "")

    def mark(self, aspect_id: str) -> None:
        """Shows that ``aspect_id`` holds."""
        for each, made in self._buttons.items():
            made.setChecked(each == aspect_id)

    def mark_unsaved(self, aspect_id: str, unsaved: bool) -> None:
        """Shows at a chip whether something behind it is not saved."""
        made = self._buttons[aspect_id]
        made.setText(literal(self._words[aspect_id]) + (MARK if unsaved else ""))
        made.setAccessibleDescription(self.tr("Not saved yet") if unsaved else "")

    def focus(self) -> None:
        """Puts the focus on the chip that holds."""
        if self.current:
            self._buttons[self.current].setFocus()
