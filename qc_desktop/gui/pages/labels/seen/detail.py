"""One label or certificate that was seen: how often, and every reason to look into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qc_desktop.domain.labels import parse_serial
from qc_desktop.gui.pages.certificates.scrolling import scrolling
from qc_desktop.gui.pages.labels.seen.columns import tone_of
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, edged, label, set_tone

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.sightings.seen import SeenRow

_COLUMNS = 3


class SeenDetail(QWidget):
    """``answer_wanted`` carries the number that is wanted at the desk, ``batch_wanted`` the number of a batch."""

    answer_wanted = Signal(str)
    batch_wanted = Signal(str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.row: SeenRow | None = None
        self._hint = label(self.tr("Choose a line from the list."), "muted", wrap=True)
        self._hint.setContentsMargins(16, 14, 16, 14)
        self._title = label("", "section", wrap=True)
        self._about = label("", "muted", wrap=True)
        self.reasons = label("", wrap=True)
        self._counts = {
            self.tr("Visits"): label("", "strong"),
            self.tr("Code checked"): label("", "strong"),
            self.tr("By programs"): label("", "strong"),
            self.tr("Days"): label("", "strong"),
            self.tr("First seen"): label("", "strong"),
            self.tr("Last seen"): label("", "strong"),
        }
        self.answer = button(self.tr("Answer at the desk"), self._ask_answer, "", "shield-check")
        self.batch = button(self.tr("Its batch"), self._ask_batch, "", "list-checks")
        self._lay_out()
        self.show_row(None)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, (said, count) in enumerate(self._counts.items()):
            row, at = divmod(place, _COLUMNS)
            grid.addWidget(label(said, "muted"), 2 * row, at)
            grid.addWidget(count, 2 * row + 1, at)
        ways = FlowLayout(gap=8)
        for way in (self.answer, self.batch):
            ways.addWidget(way)
        told = self.tr("Visits tell only of copied links, days also of what was asked at the desk.")
        for part in (self._title, self._about, self.reasons):
            column.addWidget(part)
        column.addLayout(grid)
        column.addLayout(ways)
        column.addWidget(label(told, "small", wrap=True))
        column.addStretch(1)
        self._area = scrolling(content)
        edged(self, self._hint, self._area)

    def show_row(self, row: SeenRow | None) -> None:
        """Shows ``row``."""
        self.row = row
        self._hint.setVisible(row is None)
        self._area.setVisible(row is not None)
        if row is None:
            return
        self._title.setText(row.number)
        self._about.setText(" · ".join(filter(None, (row.holder, row.product))))
        self._about.setVisible(bool(row.holder or row.product))
        why = [self._words.text(each.code, **each.params) for each in row.reasons]
        self.reasons.setText("\n".join(why or [self._words.text("suspicion.word_none")]))
        tone = tone_of(row)
        set_tone(self.reasons, None if tone is Tone.MUTED else tone)
        numbers = (row.visits, row.codes, row.robots, row.days)
        told = [*(f"{count:,}" for count in numbers), row.first.isoformat(), row.last.isoformat()]
        for part, text in zip(self._counts.values(), told, strict=True):
            part.setText(text)
        self.batch.setVisible(row.is_label and bool(row.holder))

    def _ask_answer(self) -> None:
        if self.row is not None:
            self.answer_wanted.emit(self.row.number)

    def _ask_batch(self) -> None:
        found = parse_serial(self.row.number) if self.row is not None else None
        if found is not None:
            self.batch_wanted.emit(f"{found[0]:05}")
