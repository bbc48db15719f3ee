"""Reasons for a further copy that one need not type: a press puts one into the field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button

translate = QCoreApplication.translate


class CannedReasons(QWidget):
    """Fills ``field``; what else there is to say is typed there."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        row = FlowLayout(self, gap=6)
        self.buttons = [button(words, partial(self._fill, words), "plain") for words in _reasons()]
        for made in self.buttons:
            row.addWidget(made)

    def _fill(self, words: str) -> None:
        self._field.setText(words)
        self._field.setFocus()


def _reasons() -> tuple[str, ...]:
    return (
        translate("Reasons", "Paper jam"),
        translate("Reasons", "Smeared"),
        translate("Reasons", "Creased or torn"),
        translate("Reasons", "Printed askew"),
        translate("Reasons", "Lost by the company"),
    )
