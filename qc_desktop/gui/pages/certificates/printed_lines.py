"""What became of one certificate: every copy on paper, every file, every trial print; and how it went out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.gui.widgets.parts import label
from qc_desktop.services.certificates.dispatches import in_words
from qc_desktop.services.certificates.print_words import became_in_words, reason_in_words, state_in_words

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.dispatches import DispatchRow
    from qc_desktop.services.certificates.print_lists import PrintedRow

SHOWN = 12
"""Lines that are shown; nobody prints or sends a certificate more often."""


class LogLines(QWidget):
    """Lines below ``title``, newest first. Takes no room where there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(title, "strong"))
        column.addWidget(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows ``lines``, newest first."""
        self._lines.setText("\n".join(lines[:SHOWN]))
        self.setVisible(bool(lines))

    @property
    def text(self) -> str:
        """What the lines say."""
        return self._lines.text()


class PrintedLines(LogLines):
    """The print log."""

    def __init__(self) -> None:
        super().__init__(self.tr("Print log"))

    def show_rows(self, rows: Sequence[PrintedRow], words: Messages) -> None:
        """Shows ``rows``, newest first."""
        self.show_lines([self._line(row, words) for row in rows])

    def _line(self, row: PrintedRow, words: Messages) -> str:
        if row.is_trial:
            what = self.tr("trial print")
        elif row.elsewhere:
            what = self.tr("copy {copy}, printed elsewhere").format(copy=row.copy)
        elif row.printer:
            what = self.tr("copy {copy} on {printer}").format(copy=row.copy, printer=row.printer)
        else:
            what = self.tr("file")
        if why := reason_in_words(row.reason, words):
            what = self.tr("{what} (because: {reason})").format(what=what, reason=why)
        state = state_in_words(row.state, row.remark, words) if row.state else ""
        when = f"{local(row.at):%Y-%m-%d %H:%M}"
        return "  ".join(filter(None, [when, what, state, became_in_words(row, words), row.staff]))


class SentLines(LogLines):
    """How it went out: day, carrier and tracking number."""

    def __init__(self) -> None:
        super().__init__(self.tr("Dispatch"))

    def show_rows(self, rows: Sequence[DispatchRow], words: Messages) -> None:
        """Shows ``rows``, newest first."""
        self.show_lines(["  ".join(filter(None, [in_words(row, words), row.remark])) for row in rows])
