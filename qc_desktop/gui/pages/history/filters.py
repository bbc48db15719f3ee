"""What the history is narrowed by: company, person, kind of action, period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from qc_desktop.gui.pages.history.model import PERIODS, since
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services.audit.listing import HistoryFilter

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.messages import Messages
    from qc_desktop.services.audit.listing import Choices

_WIDEST = 200
"""Of a choice, in logical pixels: an operator's name may have forty characters."""


class Filters(QWidget):
    """``changed`` tells that something else is asked for; ``left_downwards`` that the list shall have the focus."""

    changed = Signal()
    left_downwards = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.search = SearchField()
        self.search.name(self.tr("Company or former name"))
        self.search.keep_words_whole()
        self.staff = self._choice(self.tr("Operator"))
        self.action = self._choice(self.tr("Kind of action"))
        named = (
            self.tr("All time"),
            self.tr("Today"),
            self.tr("7 days"),
            self.tr("30 days"),
            self.tr("This year"),
        )
        self.period = FilterChips([Chip(key, text) for key, text in zip(PERIODS, named, strict=True)])
        row = FlowLayout(self, gap=8)
        for part in (self.search, self.staff, self.action, self.period):
            row.addWidget(part)
        self.search.searched.connect(self.changed)
        self.search.left_downwards.connect(self.left_downwards)
        self.period.chosen.connect(self.changed)
        hold_still(self)

    def _choice(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.setMaximumWidth(_WIDEST)
        made.activated.connect(self.changed)
        return made

    def offer(self, choices: Choices) -> None:
        """Offers who appears in the history and which actions; what is chosen stays."""
        named = [(name, self._words.text(f"command.{name}")) for name in choices.names]
        _fill(self.staff, self.tr("Everybody"), [(name, name) for name in choices.staff])
        _fill(self.action, self.tr("All actions"), sorted(named, key=lambda pair: pair[1]))

    def clear(self) -> None:
        """Takes every condition away."""
        for box in (self.staff, self.action):
            box.setCurrentIndex(0)
        self.search.clear()
        self.period.choose(PERIODS[0])
        self.changed.emit()

    def wanted(self, today: dt.date) -> HistoryFilter:
        """What is asked for."""
        return HistoryFilter(
            staff=self.staff.currentData() or "",
            name=self.action.currentData() or "",
            since=since(self.period.current, today),
            text=self.search.text(),
        )


def _fill(box: QComboBox, everything: str, choices: list[tuple[str, str]]) -> None:
    held = box.currentData()
    wanted = [("", everything), *choices]
    if [box.itemData(place) for place in range(box.count())] == [value for value, _ in wanted]:
        return
    box.clear()
    for value, words in wanted:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(held)))
