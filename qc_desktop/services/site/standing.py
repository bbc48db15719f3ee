"""How publishing stands: into which folder this PC published last, and whose pledge waits for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import Stage
from qc_desktop.services import keys, preferences
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import DisplayedPledge, Participation

FOLDER, AT = "site_folder", "site_published_at"


@dataclass(frozen=True)
class SiteStanding:
    """``waiting`` counts announced pledges that were never published; ``address`` is where the folder belongs."""

    folder: Path | None
    is_there: bool
    published_at: dt.datetime | None
    waiting: int
    address: str
    is_set_up: bool


def standing(office: Office) -> SiteStanding:
    """How it stands now."""
    folder = preferences.remembered(office.profile, FOLDER, "")
    at = preferences.remembered(office.profile, AT, "")
    waiting = select(func.count()).select_from(Participation).outerjoin(DisplayedPledge)
    waiting = waiting.where(Participation.stage == Stage.ANNOUNCED, DisplayedPledge.participation_id.is_(None))
    waiting = waiting.where(not_merged(Participation.company_id))
    with office.store.reading() as session:
        count = session.scalar(waiting) or 0
    return SiteStanding(
        folder=Path(folder) if folder else None,
        is_there=bool(folder) and Path(folder).is_dir(),
        published_at=dt.datetime.fromisoformat(at) if at else None,
        waiting=count,
        address=str(preferences.get(office, "verification_prefix")).removesuffix("#"),
        is_set_up=keys.is_set_up(office),
    )


def remember(office: Office, folder: Path) -> None:
    """That ``folder`` was published into now."""
    preferences.remember_on_pc(office.profile, {FOLDER: str(folder), AT: dates.now().isoformat()})
