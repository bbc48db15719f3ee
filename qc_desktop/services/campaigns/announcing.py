"""公告: everyone who waits for it is announced, under one number and day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import Job
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter

if TYPE_CHECKING:
    from qc_desktop.services.campaigns.stages import Moved
    from qc_desktop.services.campaigns.years import CampaignRow
    from qc_desktop.services.office import Office


def announcing(office: Office, campaign: CampaignRow, number: str, day: dt.date) -> Job[Moved]:
    """Writes the announcement's number and day into the campaign and announces everyone who waits for it.

    One command, one undo step; closed before its end it leaves nothing. Raises UserError as years.change does.
    """
    waiting = CompanyFilter(campaign_id=campaign.id, stages=(Stage.ANNOUNCEMENT_PENDING.value,))
    ids = browsing.participation_ids(office, waiting)
    wanted = replace(campaign.values, announcement_no=number, announced_on=day)
    with office.writing("stage_change", to=Stage.ANNOUNCED.value, count=len(ids)) as work:
        if wanted != campaign.values:
            years.change_within(work, campaign.id, campaign.row_version, wanted)
        return (yield from stages.moving_within(work, ids, Stage.ANNOUNCED))
