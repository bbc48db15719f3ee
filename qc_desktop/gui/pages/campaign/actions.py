"""What the buttons of the campaign page do, on the writer thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.domain.campaigns import Stage
from qc_desktop.services import rosters
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.campaigns.stages import Moved
    from qc_desktop.services.campaigns.years import CampaignDraft
    from qc_desktop.services.office import Office
    from qc_desktop.services.rosters import Announced, RosterView
    from qc_desktop.services.worded import Reasons

STEP_BEFORE = {
    Stage.PLEDGED: Stage.MATERIAL_REVIEW,
    Stage.ANNOUNCEMENT_PENDING: Stage.PLEDGED,
}
"""Where the companies stand that a bulk action takes to a stage."""

ROSTER_FOLDER, ROSTER_FORMAT, ROSTER_PROVINCE = "roster_folder", "roster_format", "roster_province"


def move_all(office: Office, campaign_id: str, to: Stage) -> Job[Moved]:
    """Takes everyone one step before ``to`` there."""
    wanted = CompanyFilter(campaign_id=campaign_id, stages=(STEP_BEFORE[to].value,))
    return stages.moving(office, browsing.participation_ids(office, wanted), to)


def is_shown_too_early(office: Office, campaign_id: str) -> bool:
    """Whether certificates to come would say a day before the announcement; once they are issued nobody asks."""
    values = next((row.values for row in years.campaigns(office, with_stages=False) if row.id == campaign_id), None)
    if values is None or values.announced_on is None or values.display_from is None:
        return False
    is_early = values.display_from < values.announced_on
    return is_early and register.count(office, CertificateFilter(campaign_id)) == 0


def open_year(office: Office, draft: CampaignDraft, reasons: Reasons) -> int:
    """Opens a year; returns it."""
    return years.open_year(office, draft, reasons).values.campaign_year


def export_roster(desk: Desk, campaign_id: str, form: str, province: str, path: Path) -> Job[RosterView]:
    """Writes the roster, of ``province`` or whole, and remembers all three, with the folder."""
    shown = yield from rosters.export(desk.office, campaign_id, form, path, province=province)
    desk.remember(**{ROSTER_FOLDER: str(path.parent), ROSTER_FORMAT: form, ROSTER_PROVINCE: province})
    return shown


def write_announcement(desk: Desk, campaign_id: str, red_head: bool, path: Path) -> Job[Announced]:
    """Writes the announcement and remembers its folder."""
    done = yield from rosters.announce(desk.office, campaign_id, path, red_head=red_head)
    desk.remember(**{ROSTER_FOLDER: str(path.parent)})
    return done
