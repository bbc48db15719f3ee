"""Step four: the passphrase, and what issuing means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import card, label
from qc_desktop.gui.widgets.passphrase import Passphrase


class IssueStep(QWidget):
    """``submitted`` tells that Return was pressed in the passphrase."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("", "section", wrap=True)
        self.bar = MessageBar(closable=False)
        self.passphrase = Passphrase()
        self.passphrase.submitted.connect(self.submitted)
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        about = self.tr(
            "Numbers follow the order of the roster and stay in the register for good. A wrong certificate can be "
            "voided or replaced later; its number is never used again. Stopping before the end leaves nothing."
        )
        inner.addWidget(self._heading)
        inner.addWidget(label(about, "muted", wrap=True))
        inner.addWidget(self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(frame)
        column.addStretch(1)

    def start(self, count: int, *, known: bool, unlocked: bool) -> None:
        """Asks for what issuing ``count`` certificates takes."""
        self._heading.setText(self.tr("Issue %n certificate(s)", "", count))
        self.bar.clear()
        self.passphrase.clear()
        self.passphrase.show_state(known=known, unlocked=unlocked)
        if not unlocked:
            self.passphrase.take_focus()
