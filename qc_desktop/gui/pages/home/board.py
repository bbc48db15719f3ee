"""The home page while there is work: figures, years, next steps, latest work, backup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.home.chart import YearChart
from qc_desktop.gui.pages.home.model import HomeView, StepKind, next_steps
from qc_desktop.gui.pages.home.recent import RecentList
from qc_desktop.gui.pages.home.steps import StepList
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, card, label
from qc_desktop.gui.widgets.stat_card import StatCard

if TYPE_CHECKING:
    from qc_desktop.messages import Messages


class Board(QWidget):
    """``chosen`` carries the kind of step that a person wants to go to, ``year_chosen`` a year."""

    chosen = Signal(object)  # StepKind
    year_chosen = Signal(int)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._view: HomeView | None = None
        self.review = self._figure(self.tr("Waiting for review"), self.tr("Review"), StepKind.REVIEW)
        self.announce = self._figure(self.tr("To be announced"), self.tr("Announce"), StepKind.ANNOUNCE)
        self.issue = self._figure(self.tr("Ready for issue"), self.tr("Issue"), StepKind.ISSUE)
        self.issued = self._figure(self.tr("Certificates issued"), self.tr("See the register"), StepKind.ISSUED)
        self.chart = YearChart(self.tr("Companies announced, year by year"))
        self.steps = StepList()
        self.recent = RecentList(words)
        self.backup = MessageBar(closable=False)
        self.steps.chosen.connect(self.chosen)
        self.chart.chosen.connect(self.year_chosen)
        self._lay_out()

    def _figure(self, words: str, act: str, kind: StepKind) -> StatCard:
        return StatCard(words, Action(act, partial(self.chosen.emit, kind)))

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for figure in (self.review, self.announce, self.issue, self.issued):
            figures.addWidget(figure, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(_titled(self.tr("What comes next"), self.steps))
        right.addWidget(_titled(self.tr("Latest work"), self.recent), 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(_titled(self.tr("Companies announced, year by year"), self.chart, fills=True), 1)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(figures)
        column.addLayout(middle, 1)
        column.addWidget(self.backup)

    def show_view(self, view: HomeView) -> None:
        """Shows how things stand."""
        self._view = view
        self.review.show_count(view.at(Stage.MATERIAL_REVIEW), Tone.WARN)
        self.announce.show_count(view.to_announce, Tone.ACCENT)
        self.issue.show_count(view.numbers.to_issue, Tone.ACCENT)
        self.issued.show_count(view.numbers.issued, Tone.OK)
        self.chart.show_years(view.numbers.years, view.year)
        self.steps.show_steps(next_steps(view))
        self.recent.show_commands(view.recent)
        self._say_backup()

    def _say_backup(self) -> None:
        view = self._view
        if view is None:
            return
        if view.last_backup is None:
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


def _titled(title: str, content: QWidget, *, fills: bool = False) -> QFrame:
    """A card with a heading."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    column.addWidget(label(title, "section"))
    column.addWidget(content, 1 if fills else 0)
    if not fills:
        column.addStretch(1)
    return frame
