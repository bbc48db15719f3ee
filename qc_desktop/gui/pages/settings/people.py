"""The operators: one line each, and a field for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.tinted import TintedIcon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.drafts import DraftKeeper


class People(QWidget):
    """``added`` and ``retired`` carry a name; a name that is typed and not added yet is kept as a draft."""

    added = Signal(str)
    retired = Signal(str)

    def __init__(self, drafts: DraftKeeper) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, ...], str] = ((), "")
        self._rows: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.name = LineEdit()
        self.name.setAccessibleName(self.tr("Name of a new operator"))
        self.name.setPlaceholderText(self.tr("Name of a new operator"))
        self.name.returnPressed.connect(self._add)
        self._texts = KeptTexts("new_operator", drafts, self, name=self.name)
        self._texts.show("", self.name.accessibleName())
        new = QHBoxLayout()
        new.setSpacing(8)
        new.addWidget(self.name, 1)
        new.addWidget(button(self.tr("Add"), self._add, "", "plus"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        told = self.tr("Everybody works under their own name, so that the history says who did what.")
        column.addWidget(label(told, "muted", wrap=True))
        column.addLayout(self._list)
        column.addLayout(new)

    def show_people(self, names: Sequence[str], operator: str) -> None:
        """Shows ``names``; ``operator`` is at work now and stays."""
        if (tuple(names), operator) == self._shown:
            return
        self._shown = (tuple(names), operator)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(name, name == operator) for name in names]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()

    def forget_name(self, _added: object = None) -> None:
        """Empties the field for the next name."""
        self._texts.forget("")

    def _add(self) -> None:
        if self.name.text().strip():
            self.added.emit(self.name.text())

    def _row(self, name: str, works_now: bool) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(TintedIcon("user", "muted"))
        line.addWidget(label(name), 1)
        if works_now:
            line.addWidget(label(self.tr("at work now"), "muted"))
        else:
            retire = button(self.tr("Retire"), lambda: self.retired.emit(name))
            retire.setAccessibleName(f"{retire.text()} {name}")
            line.addWidget(retire)
        return row
