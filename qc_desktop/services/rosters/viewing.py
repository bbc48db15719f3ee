"""A roster as it is shown: the frozen facts, and the certificates that live now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress

from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import cited
from qc_desktop.domain.roster_columns import RosterColumn, chosen
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.services.rosters.entries import Entry, lines, of_today
from qc_desktop.services.rosters.frozen import lacking, last, provinces_of, shown_columns, title_of
from qc_desktop.storage.tables import Campaign, Roster

NOT_RANKED = "排名不分先后"


@dataclass(frozen=True)
class RosterView:
    """A roster ready to be written: frozen entries, or those of today (version 0) where none was published.

    ``lacking`` are the keys of columns that are shown now and that this version was published without. ``provinces``
    are those of its companies, in its order; ``excerpt`` says which of them the rows are, empty for all.
    """

    title: str
    subtitle: str
    version: int
    made: dt.datetime
    columns: tuple[RosterColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    lacking: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    excerpt: str = ""

    def without_empty(self) -> RosterView:
        """The same without the columns that are empty for everybody."""
        filled = [any(cells) for cells in zip(*self.rows, strict=True)]
        rows = tuple(tuple(compress(row, filled)) for row in self.rows)
        return replace(self, columns=tuple(compress(self.columns, filled)), rows=rows)


def view(office: Office, campaign_id: str, columns: Sequence[str] | None = None, province: str = "") -> RosterView:
    """The last published roster of the campaign; the present state, marked unpublished, where there is none.

    It shows ``columns``, else those that the office chose; with ``province`` only its companies, under their numbers
    in the whole, and says so. Raises UserError as roster_columns.chosen does, and where nobody is announced, or
    nobody of that province.
    """
    wanted = shown_columns(office) if columns is None else chosen(columns)
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        roster = last(session, campaign_id)
        entries = roster.entries if roster else list(of_today(session, campaign_id))
        if not entries:
            raise UserError("roster.empty")
        title = roster.title if roster else title_of(office, campaign)
        return _view(session, campaign, title, entries, wanted, roster, province)


def _view(
    session: Session,
    campaign: Campaign,
    title: str,
    entries: Sequence[Entry],
    columns: tuple[RosterColumn, ...],
    roster: Roster | None,
    province: str = "",
) -> RosterView:
    provinces = provinces_of(entries)
    if province and province not in provinces:
        raise UserError("roster.no_province", province=province)
    rows = [
        row
        for entry, row in zip(entries, lines(session, campaign.id, entries, columns), strict=True)
        if not province or entry["province"] == province
    ]
    excerpt = f"其中{province}{len(rows)}家（节选）" if province else ""
    return RosterView(
        title=title,
        subtitle=_subtitle(campaign, len(entries), excerpt, roster),
        version=roster.version if roster else 0,
        made=roster.published_at if roster else dates.now(),
        columns=columns,
        rows=tuple(rows),
        lacking=lacking(entries, columns),
        provinces=provinces,
        excerpt=excerpt,
    )


def _subtitle(campaign: Campaign, count: int, excerpt: str, roster: Roster | None) -> str:
    announced = f"{cited(campaign.announcement_no)}　" if campaign.announcement_no else ""
    said = "，".join(filter(None, [f"共{count}家", excerpt, NOT_RANKED]))
    return announced + said + ("" if roster else "　未公布稿")
