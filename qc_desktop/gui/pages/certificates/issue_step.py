"""Step four: the passphrase, and what issuing means."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, card, label
from qc_desktop.gui.widgets.passphrase import Passphrase


class IssueStep(QWidget):
    """``submitted`` tells that Return was pressed in the passphrase, ``publish_wanted`` that the pages come first."""

    submitted = Signal()
    publish_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("", "section", wrap=True)
        self._dated = label("", "", wrap=True)
        self.bar = MessageBar(closable=False)
        self.display = MessageBar(closable=False)
        self.passphrase = Passphrase()
        self.passphrase.submitted.connect(self.submitted)
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        about = self.tr(
            "Numbers follow the order of the roster and stay in the register for good. A wrong certificate can be "
            "voided or replaced later; its number is never used again. If you stop before the end, nothing is issued."
        )
        inner.addWidget(self._heading)
        inner.addWidget(self._dated)
        inner.addWidget(label(about, "muted", wrap=True))
        inner.addWidget(self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(self.display)
        column.addWidget(frame)
        column.addStretch(1)

    def warn(self, undisplayed: int) -> None:
        """Says of how many no pledge was published so far, and leads to where that is done."""
        self.display.clear()
        if undisplayed:
            told = self.tr(
                "The pledges of %n of them were not published yet, and the certificates say that they are on display. "
                "Publish the check pages and upload them first.",
                "",
                undisplayed,
            )
            self.display.say(Tone.WARN, told, Action(self.tr("Publish…"), self.publish_wanted.emit))

    def start(self, count: int, day: dt.date, year: int, *, known: bool, unlocked: bool) -> None:
        """Asks for what issuing ``count`` certificates of ``day`` in the campaign of ``year`` takes."""
        self._heading.setText(self.tr("Issue %n certificate(s)", "", count))
        self._dated.setText(self.tr("Date of issue: {day}").format(day=day.isoformat()))
        self.bar.clear()
        if day.year != year:  # a PC whose battery is empty begins years back
            told = self.tr(
                "The clock of this PC says {day}, and this is the campaign of {year}. If the clock is wrong, set it "
                "right first: date and numbers stay for good."
            )
            self.bar.say(Tone.WARN, told.format(day=day.isoformat(), year=year))
        self.passphrase.clear()
        self.passphrase.show_state(known=known, unlocked=unlocked)
        if not unlocked:
            self.passphrase.take_focus()
