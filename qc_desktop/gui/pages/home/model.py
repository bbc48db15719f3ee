"""What the home page shows, and what comes next, as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.domain.dates import now
from qc_desktop.errors import UserError
from qc_desktop.services import backups, history, preferences
from qc_desktop.services.campaigns import years
from qc_desktop.services.overview import overview

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.services.campaigns.years import CampaignRow
    from qc_desktop.services.history import CommandRow
    from qc_desktop.services.office import Office
    from qc_desktop.services.overview import Overview

OLD_BACKUP = dt.timedelta(days=3)
RECENT = 6
NEEDED = ("association_name", "verification_prefix")
"""Settings without which nothing can be issued."""


class StepKind(StrEnum):
    """What may come next, in the order of a year."""

    SETTINGS = "settings"
    OPEN_YEAR = "open_year"
    IMPORT = "import"
    TAKE_IN = "take_in"
    PLEDGES = "pledges"
    REVIEW = "review"
    ANNOUNCE = "announce"
    ISSUE = "issue"
    ISSUED = "issued"
    MAKE = "make"
    RETURNED = "returned"
    BACKUP = "backup"
    DESK = "desk"


@dataclass(frozen=True)
class Step:
    """One thing to do, and how many companies wait for it."""

    kind: StepKind
    count: int = 0


@dataclass(frozen=True)
class HomeView:
    """The home page's facts. ``year`` is 0 where no campaign is open; ``last_backup`` None where there is none.

    ``backups_gone`` says that the folder chosen for backups is not there, ``backups_emptied`` that there is one without
    the backups that were made in it.
    """

    year: int
    theme: str
    days_left: int | None
    numbers: Overview
    missing: tuple[str, ...]
    last_backup: dt.datetime | None
    backup_folder: Path
    recent: tuple[CommandRow, ...]
    backups_gone: bool = False
    backups_emptied: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been entered yet."""
        return not self.year and not self.numbers.companies

    @property
    def to_announce(self) -> int:
        """How many are approved and not announced yet."""
        return self.at(Stage.PLEDGED) + self.at(Stage.ANNOUNCEMENT_PENDING)

    @property
    def backup_is_old(self) -> bool:
        """Whether the last backup is missing, out of reach or older than three days."""
        return self.backups_gone or self.last_backup is None or now() - self.last_backup > OLD_BACKUP

    def at(self, stage: Stage) -> int:
        """How many companies of the year stand at ``stage``."""
        return self.numbers.stages.get(stage, 0)


def look(office: Office, year: int) -> HomeView:
    """How things stand in ``year``. Called on the reader thread."""
    campaign = _campaign(office, year)
    until = campaign.values.applications_until if campaign else None
    backup = backups.state(office)
    return HomeView(
        year=year if campaign else 0,
        theme=campaign.values.theme if campaign else "",
        days_left=(until - office.today).days if until and until >= office.today else None,
        numbers=overview(office, campaign.id if campaign else ""),
        missing=tuple(key for key in NEEDED if not preferences.get(office, key)),
        last_backup=backup.at,
        backup_folder=backup.folder,
        backups_gone=backup.is_gone,
        backups_emptied=backup.is_emptied,
        recent=tuple(history.commands(office, RECENT)),
    )


def _campaign(office: Office, year: int) -> CampaignRow | None:
    try:
        return years.campaign(office, year)
    except UserError as missing:
        if missing.code == "campaign.not_open":
            return None
        raise


def next_steps(view: HomeView) -> tuple[Step, ...]:
    """What to do next, the most pressing first; at least one step."""
    waiting = (
        Step(StepKind.REVIEW, view.at(Stage.MATERIAL_REVIEW)),
        Step(StepKind.ANNOUNCE, view.to_announce),
        Step(StepKind.ISSUE, view.numbers.to_issue),
        Step(StepKind.MAKE, view.numbers.unprinted),
        Step(StepKind.PLEDGES, sum(map(view.at, BEFORE_REVIEW))),
        Step(StepKind.RETURNED, view.at(Stage.RETURNED_FOR_CORRECTION)),
    )
    steps = [*_beginning(view), *(step for step in waiting if step.count)]
    if view.backup_is_old:
        steps.append(Step(StepKind.BACKUP))
    return tuple(steps) or (Step(StepKind.DESK),)


def _beginning(view: HomeView) -> list[Step]:
    """What a year begins with, as far as it is not done."""
    steps = []
    if view.missing:
        steps.append(Step(StepKind.SETTINGS))
    if not view.year:
        steps.append(Step(StepKind.OPEN_YEAR))
    if not view.numbers.companies:
        steps.append(Step(StepKind.IMPORT))
    elif view.year and not sum(view.numbers.stages.values()):
        steps.append(Step(StepKind.TAKE_IN, view.numbers.companies))
    return steps
