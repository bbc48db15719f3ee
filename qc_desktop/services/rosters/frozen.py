"""What was published: the last version of a roster, and which facts were frozen with it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.roster_columns import RosterColumn, chosen
from qc_desktop.services import preferences
from qc_desktop.services.office import Office
from qc_desktop.services.rosters.entries import Entry
from qc_desktop.storage.tables import Campaign, Roster

SHOWN = "roster_columns"
"""The setting that says which columns a roster shows."""


def shown_columns(office: Office) -> tuple[RosterColumn, ...]:
    """The columns that the office chose, in its order."""
    return chosen(preferences.get(office, SHOWN))


def last(session: Session, campaign_id: str) -> Roster | None:
    """The roster of the campaign as it was last published."""
    query = select(Roster).where(Roster.campaign_id == campaign_id).order_by(Roster.version.desc())
    return session.scalars(query.limit(1)).first()


def title_of(office: Office, campaign: Campaign) -> str:
    """What stands above a roster of ``campaign`` that is made now."""
    return f"{campaign.campaign_year}年{preferences.get(office, 'roster_title')}"


def frozen_columns(entries: Sequence[Entry], columns: Sequence[RosterColumn]) -> list[RosterColumn]:
    """Those of ``columns`` whose fact was frozen with ``entries``."""
    return [column for column in columns if not column.is_joined and entries and column.source in entries[0]]


def provinces_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The provinces of ``entries``, in their order."""
    return tuple(dict.fromkeys(filter(None, (entry["province"] for entry in entries))))


def lacking(entries: Sequence[Entry], columns: Sequence[RosterColumn]) -> tuple[str, ...]:
    """The keys of those of ``columns`` that ``entries`` were frozen without."""
    known = frozen_columns(entries, columns)
    return tuple(column.key for column in columns if not column.is_joined and column not in known)
