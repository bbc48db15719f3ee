"""The overview put together: figures, the years, and what the year is made up of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.home.overview.chart_card import ChartCard
from qc_desktop.gui.pages.home.overview.year_table import YearTable
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action, button, card, label
from qc_desktop.gui.widgets.stat_card import StatCard
from qc_desktop.services.reports import charts
from qc_desktop.services.reports.keys import ISSUED, TOOK_PART, key_of
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.wording import compared

if TYPE_CHECKING:
    from qc_desktop.domain.charts import Mark
    from qc_desktop.messages import Messages
    from qc_desktop.services.reports.overview import Numbers

TWO_COLUMNS_FROM = 860
CARD_MARGINS = 2 * (16 + 1)
_SECTION = "section"


class OverviewView(QWidget):
    """``list_wanted`` carries the year and the key of companies to be shown; pictures are asked for by chart."""

    list_wanted = Signal(int, str)
    copy_wanted = Signal(object)  # Chart
    save_wanted = Signal(object)  # Chart
    text_wanted = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._numbers: Numbers | None = None
        self._section = ""
        self._arranged = (0, False)
        open_list = self.tr("See the list")
        self.took_part = self._figure(self.tr("Taking part"), open_list, TOOK_PART)
        self.announced = self._figure(self.tr("Announced"), open_list, key_of("stage", "announced"))
        self.issued = self._figure(self.tr("Certificates issued"), open_list, ISSUED)
        self.left = self._figure(self.tr("Did not return"), open_list, key_of("movement", Movement.LEFT))
        self.cards = {name: ChartCard() for name in ("years", "provinces", "sections", "stages", "tiers", "weeks")}
        self.table = YearTable(self.tr("The years in numbers"), words)
        self.text = label("", "", wrap=True)
        self._copy_text = button(self.tr("Copy the text"), self.text_wanted.emit, "", "copy")
        self._lay_out()
        self._connect()

    def _figure(self, words: str, act: str, key: str) -> StatCard:
        return StatCard(words, Action(act, lambda: self._open(0, key)))

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for figure in (self.took_part, self.announced, self.issued, self.left):
            figures.addWidget(figure, 1)
        self._numbered = _titled(self.tr("The years in numbers"), self.table)
        self._written = self._text_card()
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(figures)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._arrange(1, compares=False)

    def _text_card(self) -> QFrame:
        frame = card()
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.addWidget(label(self.tr("A short text for WeChat"), "section"))
        words.addWidget(self.text)
        row.addLayout(words, 1)
        row.addWidget(self._copy_text)
        return frame

    def _connect(self) -> None:
        for shown in self.cards.values():
            shown.chosen.connect(self._choose)
            shown.copy_wanted.connect(self.copy_wanted)
            shown.save_wanted.connect(self.save_wanted)
        self.cards["sections"].back_wanted.connect(self._turn_back)
        self.table.opened.connect(self._open)

    def _arrange(self, columns: int, *, compares: bool) -> None:
        """One or two cards in a row, a wide one alone in its own; a single year has no picture of the years."""
        if self._arranged == (columns, compares):
            return
        self._arranged = (columns, compares)
        cards = self.cards
        parts: list[tuple[QWidget, bool]] = [(cards["years"], False)] if compares else []
        parts += [(self._numbered, not compares), (cards["provinces"], True)]
        parts += [(cards[name], False) for name in ("sections", "stages", "tiers", "weeks")]
        parts += [(self._written, True)]
        row = place = 0
        for part, is_wide in parts:
            self._grid.addWidget(part, row, place, 1, columns if is_wide else 1)
            place = 0 if is_wide else (place + 1) % columns
            row += place == 0
        cards["years"].setVisible(compares)  # after it has its place: shown before, it would be a window of its own
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        compares = self._numbers is not None and self._numbers.before is not None
        needed = max(TWO_COLUMNS_FROM, 2 * (self.table.asked_width + CARD_MARGINS) + 12)
        self._arrange(2 if self.width() >= needed else 1, compares=compares)

    def show_numbers(self, numbers: Numbers, text: str) -> None:
        """Shows ``numbers``, and ``text`` as what may be sent around."""
        self._numbers = numbers
        now, before = numbers.now, numbers.before
        figures = ((self.took_part, "took_part"), (self.announced, "announced"), (self.issued, "issued"))
        for figure, name in figures:
            figure.show_count(getattr(now, name), Tone.ACCENT if figure is self.took_part else Tone.PLAIN)
            told = compared(getattr(now, name), getattr(before, name), before.year, self._words) if before else ""
            figure.show_note(told)
        self.left.setVisible(before is not None)
        self.left.show_count(now.moved.get(Movement.LEFT, 0))
        came = (now.moved.get(Movement.JOINED, 0), now.moved.get(Movement.CAME_BACK, 0))
        self.left.show_note(self.tr("{new} new, {back} came back").format(new=came[0], back=came[1]))
        self.table.show_years(numbers.years)
        self.text.setText(text)
        for chart in charts.charts(numbers, self._words):
            self.cards[chart.id].show_chart(chart)
        self._turn_to_section(self._section)
        self._fit()

    def _choose(self, mark: Mark) -> None:
        kind, _, value = mark.key.partition(":")
        if kind == _SECTION and self._numbers is not None and len(self._numbers.divisions.get(value, ())) > 1:
            self._turn_to_section(value)
            self.cards["sections"].view.setFocus()
        else:
            self._open(mark.year, mark.key)

    def _turn_to_section(self, section: str) -> None:
        """Shows the divisions of ``section``; all sections where it is empty or has nobody."""
        numbers, shown = self._numbers, self.cards["sections"]
        if numbers is None:
            return
        self._section = section if section and numbers.divisions.get(section) else ""
        if self._section:
            shown.show_chart(charts.divisions(numbers, self._section, self._words), inner=True)
        else:
            shown.show_chart(charts.sections(numbers, self._words))

    def _turn_back(self) -> None:
        """From the divisions to the sections."""
        self._turn_to_section("")
        self.cards["sections"].view.setFocus()

    def _open(self, year: int, key: str) -> None:
        if self._numbers is not None:
            self.list_wanted.emit(year or self._numbers.year, key)


def _titled(title: str, content: QWidget) -> QFrame:
    """A card with a heading."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    column.addWidget(label(title, "section"))
    column.addWidget(content)
    column.addStretch(1)
    return frame
