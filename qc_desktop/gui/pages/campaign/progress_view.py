"""How far the year is: the funnel, what comes next, the roster."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.beside import Beside
from qc_desktop.gui.pages.campaign.actions import ROSTER_FORMAT, ROSTER_PROVINCE
from qc_desktop.gui.pages.campaign.funnel import Funnel, Level
from qc_desktop.gui.pages.campaign.model import ASIDE, MAIN_STAGES
from qc_desktop.gui.pages.campaign.next_steps import NextSteps
from qc_desktop.gui.pages.campaign.roster_card import RosterCard
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import preferences

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.campaign.model import Sight

_OURS = frozenset({Stage.MATERIAL_REVIEW, Stage.PLEDGED, Stage.ANNOUNCEMENT_PENDING})
"""Stages at which a company waits for the office."""


class ProgressView(QWidget):
    """The funnel and the roster beside the steps. ``list_wanted`` carries the stage to be listed."""

    list_wanted = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.funnel = Funnel(self.tr("Where the companies stand"), self.list_wanted.emit)
        self.steps = NextSteps(context.words, context.drafts)
        recalled = partial(preferences.remembered, context.services.office.profile)
        self.roster = RosterCard(context.words, recalled(ROSTER_FORMAT), recalled(ROSTER_PROVINCE))
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.funnel)
        side.addWidget(self.roster)
        side.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Beside(left, self.steps, right_on_top=True))

    def show_sight(self, sight: Sight, today: dt.date) -> None:
        """Shows how the year stands."""
        shown = [*MAIN_STAGES, *(stage for stage in ASIDE if sight.at(stage))]
        words = self._context.words
        self.funnel.show_levels(
            [Level(stage, words.text(f"stage.{stage}"), sight.at(stage), _tone(stage)) for stage in shown]
        )
        self.steps.show_sight(sight, today)
        self.roster.show_roster(sight.roster)


def _tone(stage: Stage) -> Tone:
    if stage is Stage.ANNOUNCED:
        return Tone.OK
    return Tone.ACCENT if stage in _OURS else Tone.MUTED
