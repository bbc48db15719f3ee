"""What the campaign page shows, asked in one go on the reader thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qc_desktop.domain.campaigns import CampaignKind, Stage
from qc_desktop.domain.roster_columns import USUAL
from qc_desktop.services import rosters, worded
from qc_desktop.services.campaigns import rolling, years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.overview import overview
from qc_desktop.services.worded import Known

if TYPE_CHECKING:
    from qc_desktop.services.campaigns.years import CampaignDraft, CampaignRow
    from qc_desktop.services.office import Office

KIND = CampaignKind.INTEGRITY_PLEDGE
MAIN_STAGES = (
    Stage.DRAFT,
    Stage.INVITED,
    Stage.APPLIED,
    Stage.MATERIAL_REVIEW,
    Stage.RETURNED_FOR_CORRECTION,
    Stage.PLEDGED,
    Stage.ANNOUNCEMENT_PENDING,
    Stage.ANNOUNCED,
)
"""The stages that always have a line in the funnel, in the order of the year."""
ASIDE = (Stage.DECLINED, Stage.WITHDRAWN, Stage.REVOKED)
"""Stages that are shown only where somebody stands there."""


@dataclass(frozen=True)
class RosterState:
    """The roster as last published (version 0: never) and how today's differs from it.

    ``announced`` companies would be on a new version, ``without`` of them have no certificate. It shows ``columns``,
    of which it was published without ``lacking``; an excerpt can be had of each of ``provinces``.
    """

    version: int
    made: dt.datetime
    rows: int
    differences: Mapping[str, Sequence[str]]
    announced: int = 0
    without: int = 0
    columns: tuple[str, ...] = USUAL
    lacking: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether the published roster says what is so today, in every column that is shown."""
        return self.version > 0 and not any(self.differences.values()) and not self.lacking


@dataclass(frozen=True)
class Sight:
    """One year as the page shows it; ``row`` is None where it is not open, ``outside`` counts who takes no part, and
    ``to_roll`` who of them took part in the year before."""

    row: CampaignRow | None
    to_issue: int = 0
    outside: int = 0
    to_roll: int = 0
    roster: RosterState | None = None
    openable: tuple[int, ...] = ()
    known: Known = field(default_factory=Known)

    def at(self, stage: Stage) -> int:
        """How many companies stand at ``stage``."""
        return self.row.stages.get(stage, 0) if self.row else 0


@dataclass(frozen=True)
class Opening:
    """A year about to be opened: the suggested values and the last year's, for marking what differs."""

    draft: CampaignDraft
    last: CampaignDraft | None
    known: Known


def look(office: Office, year: int) -> Sight:
    """How ``year`` stands, and which years could be opened."""
    row = next((row for row in years.campaigns(office, year) if row.values.kind is KIND), None)
    known = {row.values.campaign_year for row in years.campaigns(office, with_stages=False) if row.values.kind is KIND}
    now = office.today.year
    wanted = {now, now + 1, max(known, default=now) + 1} if known else {now, now + 1, now - 1}
    openable = tuple(sorted((wanted & set(years.YEARS)) - known))
    if row is None:
        return Sight(None, openable=openable)
    outside = browsing.count(office, CompanyFilter(campaign_id=row.id, taking_part=False))
    to_issue = overview(office, row.id).to_issue
    to_roll = rolling.waiting(office, row.id) if outside else 0
    known_words = worded.known(office, row.id)
    return Sight(row, to_issue, outside, to_roll, _roster(office, row, to_issue), openable, known_words)


def _roster(office: Office, row: CampaignRow, without: int) -> RosterState | None:
    known = rosters.standing(office, row.id)
    if known is None:
        return None
    return RosterState(
        version=known.version,
        made=known.made,
        rows=known.rows,
        differences=known.differences,
        announced=row.stages.get(Stage.ANNOUNCED, 0),
        without=without,
        columns=tuple(column.key for column in known.columns),
        lacking=known.lacking,
        provinces=known.provinces,
    )


def opening(office: Office, year: int) -> Opening:
    """What ``year`` would be opened with."""
    known = years.campaigns(office, with_stages=False)
    earlier = [row for row in known if row.values.kind is KIND and row.values.campaign_year < year]
    last = earlier[0].values if earlier else None
    return Opening(years.suggestion(office, year, KIND), last, worded.known(office))
