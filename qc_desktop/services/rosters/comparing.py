"""The roster as last published against the companies of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.roster_columns import RosterColumn
from qc_desktop.services.office import Office
from qc_desktop.services.rosters.entries import by_standing, count_today, of_today, provinces_today, told
from qc_desktop.services.rosters.frozen import frozen_columns, lacking, last, provinces_of, shown_columns
from qc_desktop.storage.tables import Roster

NO_DIFFERENCES: Mapping[str, Sequence[str]] = MappingProxyType({"added": (), "removed": (), "changed": ()})


@dataclass(frozen=True)
class RosterStanding:
    """The roster as last published (version 0: never) against today's: ``rows`` counts its companies.

    ``columns``, ``lacking`` and ``provinces`` are as a RosterView has them; ``differences`` as :func:`differences`
    gives them.
    """

    version: int
    made: dt.datetime
    rows: int
    columns: tuple[RosterColumn, ...]
    provinces: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    differences: Mapping[str, Sequence[str]] = field(default_factory=lambda: NO_DIFFERENCES)


def standing(office: Office, campaign_id: str) -> RosterStanding | None:
    """How the roster stands; None where nobody is announced yet."""
    columns = shown_columns(office)
    with office.store.reading() as session:
        roster = last(session, campaign_id)
        if roster is None:
            rows = count_today(session, campaign_id)
            today = provinces_today(session, campaign_id)
            return RosterStanding(0, dates.now(), rows, columns, today) if rows else None
        return RosterStanding(
            roster.version,
            roster.published_at,
            len(roster.entries),
            columns,
            provinces_of(roster.entries),
            lacking(roster.entries, columns),
            _differences(session, campaign_id, roster, columns),
        )


def differences(office: Office, campaign_id: str) -> Mapping[str, Sequence[str]]:
    """What changed since the last publication: names ``added``, ``removed`` and ``changed``; before the first nothing.

    Only what is shown and was frozen then counts: choosing other columns changes nobody.
    """
    known = standing(office, campaign_id)
    return known.differences if known else NO_DIFFERENCES


def _differences(
    session: Session, campaign_id: str, roster: Roster, columns: Sequence[RosterColumn]
) -> dict[str, list[str]]:
    """Today's companies are looked at one by one against the published ones: never all of both at once."""
    frozen, before = frozen_columns(roster.entries, columns), by_standing(session, roster.entries)
    found: dict[str, list[str]] = {kind: [] for kind in NO_DIFFERENCES}
    for entry in of_today(session, campaign_id):
        known = before.pop(entry["company_id"], None)
        if known is None:
            found["added"].append(entry["company"])
        elif told(known, frozen) != told(entry, frozen):
            found["changed"].append(entry["company"])
    found["removed"] = [entry["company"] for entry in before.values()]
    return found
