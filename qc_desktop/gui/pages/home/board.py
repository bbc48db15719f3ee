"""The home page while there is work: figures, years, next steps, latest work, backup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.charts import Chart, Kind, Mark
from qc_desktop.gui.pages.home.model import HomeView, StepKind, next_steps
from qc_desktop.gui.pages.home.recent import RecentList
from qc_desktop.gui.pages.home.steps import StepList
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.chart_view import ChartView
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, card, label
from qc_desktop.gui.widgets.stat_card import StatCard
from qc_desktop.services.reports.funnel import by_stage
from qc_desktop.services.reports.keys import key_of

if TYPE_CHECKING:
    from qc_desktop.messages import Messages

MOST_YEARS = 8
HIGHEST = 480
"""Logical pixels of the chart's card: on a large screen bars would grow into towers."""
_YEAR = "year"
"""The kind of the keys of bars that turn the window to a year."""


class Board(QWidget):
    """``chosen`` carries the kind of step that a person wants to go to, ``year_chosen`` a year.

    ``list_wanted`` carries the key of companies to be shown.
    """

    chosen = Signal(object)  # StepKind
    list_wanted = Signal(str)
    year_chosen = Signal(int)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._view: HomeView | None = None
        self._words = words
        self.review = self._figure(self.tr("Waiting for review"), self.tr("Review"), StepKind.REVIEW)
        self.announce = self._figure(self.tr("Ready to announce"), self.tr("Announce"), StepKind.ANNOUNCE)
        self.issue = self._figure(self.tr("Ready to issue"), self.tr("Issue"), StepKind.ISSUE)
        self.issued = self._figure(self.tr("Certificates issued"), self.tr("See the register"), StepKind.ISSUED)
        self.chart = ChartView()
        self._chart_title = label("", "section")
        self.steps = StepList()
        self.recent = RecentList(words)
        self.backup = MessageBar(closable=False)
        self.steps.chosen.connect(self.chosen)
        self.chart.chosen.connect(self._open)
        self._lay_out()

    def _figure(self, words: str, act: str, kind: StepKind) -> StatCard:
        return StatCard(words, Action(act, partial(self.chosen.emit, kind)))

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for figure in (self.review, self.announce, self.issue, self.issued):
            figures.addWidget(figure, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        for title, content in (
            (self._chart_title, self.chart),
            (label(self.tr("What comes next"), "section"), self.steps),
        ):
            framed = _titled(title, content, fills=content is self.chart)
            framed.setMaximumHeight(HIGHEST)
            middle.addWidget(framed, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(figures)
        column.addLayout(middle, 1)
        column.addWidget(_titled(label(self.tr("Latest work"), "section"), self.recent))
        column.addWidget(self.backup)
        column.addStretch(0)

    def show_view(self, view: HomeView) -> None:
        """Shows how things stand."""
        self._view = view
        self.review.show_count(view.at(Stage.MATERIAL_REVIEW), Tone.WARN)
        self.announce.show_count(view.to_announce, Tone.ACCENT)
        self.issue.show_count(view.numbers.to_issue, Tone.ACCENT)
        self.issued.show_count(view.numbers.issued, Tone.OK)
        chart = self._chart(view)
        self._chart_title.setText(chart.title)
        self.chart.show_chart(chart)
        self.steps.show_steps(next_steps(view))
        self.recent.show_commands(view.recent)
        self._say_backup()

    def _chart(self, view: HomeView) -> Chart:
        """The last years; where there is one only, which compares with nothing, how far its companies are."""
        years = view.numbers.years[-MOST_YEARS:]
        if len(years) < 2:
            return by_stage(view.numbers.stages, self._words)
        marks = tuple(
            Mark(str(year), count, key_of(_YEAR, str(year)), strong=year == view.year) for year, count in years
        )
        return Chart("years", self.tr("Companies announced, year by year"), Kind.COLUMNS, marks)

    def _open(self, mark: Mark) -> None:
        kind, _, value = mark.key.partition(":")
        if kind == _YEAR:
            self.year_chosen.emit(int(value))
        else:
            self.list_wanted.emit(mark.key)

    def _say_backup(self) -> None:
        view = self._view
        if view is None:
            return
        if view.backups_emptied:
            sentence = self.tr(
                "The backups are no longer in {folder}. "
                "Plug the stick in, or choose the folder again if you emptied it."
            )
        elif view.backups_gone:
            sentence = self.tr("The backup folder is not there: {folder}. Plug the stick in, or choose another folder.")
        elif view.last_backup is None:
            sentence = self.tr("No backup was made yet. It will be kept in {folder}.")
        elif view.backup_is_old:
            sentence = self.tr("The last backup is old ({when}). Make one now; it is kept in {folder}.")
        else:
            sentence = self.tr("Backed up {when} to {folder} and checked.")
        at = when(view.last_backup) if view.last_backup else ""
        tone = Tone.WARN if view.backup_is_old else Tone.OK
        told = sentence.format(when=at, folder=breakable(str(view.backup_folder)))
        self.backup.say(tone, told, Action(self.tr("See backups"), self._go_to_backups))

    def _go_to_backups(self) -> None:
        self._say_backup()  # its action put the bar away
        self.chosen.emit(StepKind.BACKUP)


def _titled(title: QLabel, content: QWidget, *, fills: bool = False) -> QFrame:
    """A card with a heading."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    column.addWidget(title)
    column.addWidget(content, 1 if fills else 0)
    if not fills:
        column.addStretch(1)
    return frame
