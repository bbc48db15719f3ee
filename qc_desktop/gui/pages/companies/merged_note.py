"""The companies that went into the one in the form, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.services.companies.splitting import MergedCompany


class MergedNote(QWidget):
    """Takes no room where nothing was merged; ``split_wanted`` carries the MergedCompany to be made one again."""

    split_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(self.tr("Merged into this company"), "section"))
        self.hide()

    def show_merged(self, merged: Sequence[MergedCompany]) -> None:
        """Shows ``merged``, the last first."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in merged]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(merged))

    def _line(self, one: MergedCompany) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        day = local(one.at).date().isoformat() if one.at else ""
        column.addWidget(label(" · ".join(filter(None, (one.name, one.uscc, day))), "muted", wrap=True))
        row = FlowLayout()
        row.addWidget(button(self.tr("Split again"), lambda: self.split_wanted.emit(one), "plain"))
        column.addLayout(row)
        return line
