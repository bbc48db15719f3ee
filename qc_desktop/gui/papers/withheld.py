"""Who gets no paper and why: a few are named above, all of them on demand, to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.parts import button

NAMED = 3
_LINES = 6


class Withheld(QWidget):
    """A button that unfolds the whole list; unfolded it stays so until other papers are asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.unfold = button("", self._unfold, "plain", "list-checks")
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("What cannot be made"))
        self.lines.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lines)
        self.fold()

    def fold(self) -> None:
        """Shows nothing yet."""
        self.lines.hide()
        self.unfold.show()
        self.hide()

    def tell(self, reasons: Sequence[str]) -> None:
        """Offers ``reasons`` where there are more than are named above."""
        self.lines.setPlainText("\n".join(reasons))
        self.unfold.setText(self.tr("List all %n", "", len(reasons)))
        self.setVisible(len(reasons) > NAMED)

    def _unfold(self) -> None:
        self.lines.show()
        self.lines.setFocus()
        self.unfold.hide()
