"""What the buttons of the campaign page do, on the writer thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qc_desktop.domain.campaigns import Stage
from qc_desktop.services import history, rosters
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from qc_desktop.domain.pledges import PledgeClause
    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.campaigns.stages import Moved
    from qc_desktop.services.campaigns.years import CampaignDraft, CampaignRow
    from qc_desktop.services.office import Office
    from qc_desktop.services.rosters import RosterView

STEP_BEFORE = {
    Stage.PLEDGED: Stage.MATERIAL_REVIEW,
    Stage.ANNOUNCEMENT_PENDING: Stage.PLEDGED,
    Stage.ANNOUNCED: Stage.ANNOUNCEMENT_PENDING,
}
"""Where the companies stand that a bulk action takes to a stage."""

ROSTER_FOLDER = "roster_folder"


@dataclass(frozen=True)
class Done:
    """What a bulk action did, and the command that Undo takes back (0: nothing was changed)."""

    moved: Moved
    command: int


def move_all(office: Office, campaign_id: str, to: Stage) -> Done:
    """Takes everyone one step before ``to`` there."""
    wanted = CompanyFilter(campaign_id=campaign_id, stages=(STEP_BEFORE[to].value,))
    moved = stages.move(office, browsing.participation_ids(office, wanted), to)
    return Done(moved, newest_command(office) if moved.moved else 0)


def announce(office: Office, row: CampaignRow, number: str, day: dt.date) -> Done:
    """Writes the announcement's number and date into the campaign, then announces everyone who waits for it."""
    wanted = replace(row.values, announcement_no=number, announced_on=day)
    if wanted != row.values:
        years.change(office, row.id, row.row_version, wanted)
    return move_all(office, row.id, Stage.ANNOUNCED)


def is_shown_too_early(office: Office, campaign_id: str) -> bool:
    """Whether certificates to come would say a day before the announcement; once they are issued nobody asks."""
    values = next((row.values for row in years.campaigns(office, with_stages=False) if row.id == campaign_id), None)
    if values is None or values.announced_on is None or values.display_from is None:
        return False
    is_early = values.display_from < values.announced_on
    return is_early and register.count(office, CertificateFilter(campaign_id)) == 0


def newest_command(office: Office) -> int:
    """The command that Undo would take back now, 0 for none."""
    command = history.next_undo(office)
    return command.seq if command else 0


def open_year(office: Office, draft: CampaignDraft) -> int:
    """Opens a year; returns it."""
    return years.open_year(office, draft).values.campaign_year


def save(office: Office, row: CampaignRow, draft: CampaignDraft) -> int:
    """Saves the campaign; returns the command that Undo takes back."""
    years.change(office, row.id, row.row_version, draft)
    return newest_command(office)


def save_clauses(office: Office, campaign_id: str, clauses: tuple[PledgeClause, ...]) -> int:
    """Gives the campaign a new version of its clauses; returns the command that Undo takes back."""
    years.change_clauses(office, campaign_id, clauses)
    return newest_command(office)


def export_roster(desk: Desk, campaign_id: str, form: str, path: Path) -> Job[RosterView]:
    """Writes the roster and remembers its folder."""
    shown = yield from rosters.export(desk.office, campaign_id, form, path)
    desk.remember(**{ROSTER_FOLDER: str(path.parent)})
    return shown
