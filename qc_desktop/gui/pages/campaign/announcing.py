"""The announcement's number and date, asked for where they are needed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from qc_desktop.domain import dates
from qc_desktop.domain.text import clean
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.messages import Messages


class Announcing(QWidget):
    """Two fields. ``submitted`` tells that Return was pressed in one of them.

    What is typed stays with its year, in a draft too, until the year is announced.
    """

    submitted = Signal()

    def __init__(self, words: Messages, drafts: DraftKeeper) -> None:
        super().__init__()
        self._words = words
        self.number = LineEdit()
        self.number.setPlaceholderText(self.tr("e.g. 2026年第12号"))
        self.day = LineEdit()
        self.day.setPlaceholderText(self.tr("e.g. 2026-03-15"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Announcement &no."), self.number)
        form.addRow(self.tr("Announced &on"), self.day)
        self._number_note = FieldNote(form, self.number)
        self._day_note = FieldNote(form, self.day)
        self._texts = KeptTexts("announcing", drafts, self, number=self.number, day=self.day)
        for field in (self.number, self.day):
            field.returnPressed.connect(self.submitted)
            field.setMaximumWidth(280)

    def suggest(self, campaign_id: str, number: str, day: dt.date) -> None:
        """Fills the fields with what the campaign says, and over it what a person typed for it."""
        self._texts.show(campaign_id, number, number=number, day=day.isoformat())

    def forget(self) -> None:
        """The year is announced under what was typed."""
        self._texts.forget(self._texts.key or "")

    def read(self) -> tuple[str, dt.date] | None:
        """The number and the date, or None after saying what is missing beside the field."""
        number, typed = clean(self.number.text()), self.day.text().strip()
        day = dates.parse(typed)
        self._number_note.clear()
        self._day_note.clear()
        if not number:
            self._number_note.say(Tone.BAD, self.tr("Enter the announcement's number: certificates cite it."))
            self.number.setFocus()
            return None
        if day is None:
            self._day_note.say(Tone.BAD, self._words.text("campaign.bad_date", value=typed))
            self.day.setFocus()
            return None
        return number, day
