"""The sidebar: one line for each page, icons only where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qc_desktop.gui.icons import wear
from qc_desktop.gui.widgets.parts import literal
from qc_desktop.gui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.navigation import Entry

NARROW = 58
WIDE = 176
_ICON = 20


class Sidebar(QFrame):
    """Emits ``chosen`` with the id of the page that a person picks."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "side")
        self._entries = tuple(entry for entry in entries if entry.in_sidebar)
        self._within = {entry.id: entry.within for entry in entries}
        self._is_narrow = False
        self._buttons = {entry.id: self._button(entry) for entry in self._entries}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        for entry in self._entries:
            if not entry.at_foot:
                column.addWidget(self._buttons[entry.id])
        column.addStretch(1)
        for entry in self._entries:
            if entry.at_foot:
                column.addWidget(self._buttons[entry.id])
        self.set_narrow(False)

    def _button(self, entry: Entry) -> PushButton:
        made = PushButton()
        made.setProperty("kind", "nav")
        made.setCheckable(True)
        wear(made, entry.icon, side=_ICON)
        made.setIconSize(QSize(_ICON, _ICON))
        made.setAccessibleName(entry.title)
        made.setToolTip(f"{entry.title} ({entry.shortcut})")
        made.clicked.connect(lambda: self.chosen.emit(entry.id))
        key = QShortcut(QKeySequence(entry.shortcut), self)  # at once: a button's own shortcut waits for its animation
        key.activated.connect(lambda: self.chosen.emit(entry.id))
        return made

    def mark(self, page_id: str) -> None:
        """Marks the page ``page_id`` as the one shown, or the one it belongs to."""
        for name, made in self._buttons.items():
            made.setChecked(name in (page_id, self._within.get(page_id)))

    def set_narrow(self, narrow: bool) -> None:
        """Shows icons only, or icons and titles."""
        self._is_narrow = narrow
        for entry in self._entries:
            made = self._buttons[entry.id]
            made.setText("" if narrow else f" {literal(entry.title)}")
        self.setFixedWidth(NARROW if narrow else self._wide())

    def _wide(self) -> int:
        return max([WIDE, *(made.sizeHint().width() + 24 for made in self._buttons.values())])
