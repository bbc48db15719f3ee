"""The print log of one certificate: every copy on paper, every file, every trial print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.print_lists import PrintedRow

SHOWN = 12
"""Lines that are shown; nobody prints a certificate more often."""


class PrintedLines(QWidget):
    """Takes no room where nothing was printed."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Print log"), "strong"))
        column.addWidget(self._lines)

    def show_rows(self, rows: Sequence[PrintedRow], words: Messages) -> None:
        """Shows ``rows``, newest first."""
        self._lines.setText("\n".join(self._line(row, words) for row in rows[:SHOWN]))
        self.setVisible(bool(rows))

    @property
    def text(self) -> str:
        """What the lines say."""
        return self._lines.text()

    def _line(self, row: PrintedRow, words: Messages) -> str:
        if row.is_trial:
            what = self.tr("trial print")
        elif row.printer:
            what = self.tr("copy {copy} on {printer}").format(copy=row.copy, printer=row.printer)
        else:
            what = self.tr("file")
        state = words.text(f"print_sheet.{row.state}") if row.state else ""
        when = f"{local(row.at):%Y-%m-%d %H:%M}"
        return "  ".join(filter(None, [when, what, state, row.remark, row.staff]))
