"""名单: who took part, as published and from then on frozen; exported with certificate numbers joined.

Publishing freezes every fact a column can show. Which columns are shown, and how much of a code, is a setting: it says
what an export looks like, and what counts as a difference, and never touches what was published.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.domain.roster_columns import RosterColumn, chosen
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.office import Office
from qc_desktop.services.roster_entries import Entry, by_standing, count_today, lines, of_today, provinces_today, told
from qc_desktop.storage.tables import Campaign, Roster
from qc_desktop.storage.types import json_pieces

if TYPE_CHECKING:
    from qc_desktop.exchange.writing.content import ListContent

NOT_RANKED = "排名不分先后"
SHOWN = "roster_columns"
"""The setting that says which columns a roster shows."""
NO_DIFFERENCES: Mapping[str, Sequence[str]] = MappingProxyType({"added": (), "removed": (), "changed": ()})
ON_PAGES = ("docx", "pdf")
"""Formats made of pages: a column that is empty for everybody would only take room from the others."""


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


@dataclass(frozen=True)
class Published:
    """A roster as it was just frozen: ``rows`` counts its companies."""

    version: int
    title: str
    rows: int


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


def shown_columns(office: Office) -> tuple[RosterColumn, ...]:
    """The columns that the office chose, in its order."""
    return chosen(preferences.get(office, SHOWN))


def publish(office: Office, campaign_id: str) -> Published:
    """:func:`publishing` to its end."""
    return finish(publishing(office, campaign_id))


def publishing(office: Office, campaign_id: str) -> Job[Published]:
    """Freezes the roster of all announced companies as a new version; stopped, there is none.

    Raises UserError where nobody is announced, or nothing that is shown changed since the last version.
    """
    columns = shown_columns(office)
    with office.writing("roster_publish", undoable=False, campaign=campaign_id) as work:
        total, entries = count_today(work.session, campaign_id), []
        for entry in of_today(work.session, campaign_id):
            entries.append(entry)
            yield Progress("roster_frozen", len(entries), total)
        if not entries:
            raise UserError("roster.empty")
        last = _last(work.session, campaign_id)
        if last is not None and _say_the_same(last.entries, entries, columns):
            raise UserError("roster.unchanged", version=last.version)
        campaign = work.session.get_one(Campaign, campaign_id)
        roster = Roster(
            campaign_id=campaign_id,
            version=last.version + 1 if last else 1,
            title=_title(office, campaign),
            published_at=work.command.at,
            staff=work.author.staff,
            entries=entries,
            sha256=_hash(entries),
        )
        work.session.add(roster)
        what = {"sha256": roster.sha256, "version": roster.version, "companies": len(entries)}
        work.register(EventKind.ROSTER_PUBLISHED, str(campaign.campaign_year), what)
        work.session.flush()
        return Published(roster.version, roster.title, len(entries))


def _hash(entries: Sequence[Entry]) -> str:
    """SHA-256 of ``entries`` as they are stored, without a second copy of them."""
    digest = hashlib.sha256()
    for piece in json_pieces(entries):
        digest.update(piece.encode())
    return digest.hexdigest()


def view(office: Office, campaign_id: str, columns: Sequence[str] | None = None, province: str = "") -> RosterView:
    """The last published roster of the campaign; the present state, marked unpublished, where there is none.

    It shows ``columns``, else those that the office chose; with ``province`` only its companies, under their numbers
    in the whole, and says so. Raises UserError as roster_columns.chosen does, and where nobody is announced, or
    nobody of that province.
    """
    wanted = shown_columns(office) if columns is None else chosen(columns)
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        roster = _last(session, campaign_id)
        entries = roster.entries if roster else list(of_today(session, campaign_id))
        if not entries:
            raise UserError("roster.empty")
        title = roster.title if roster else _title(office, campaign)
        return _view(session, campaign, title, entries, wanted, roster, province)


def standing(office: Office, campaign_id: str) -> RosterStanding | None:
    """How the roster stands; None where nobody is announced yet."""
    columns = shown_columns(office)
    with office.store.reading() as session:
        roster = _last(session, campaign_id)
        if roster is None:
            rows = count_today(session, campaign_id)
            today = provinces_today(session, campaign_id)
            return RosterStanding(0, dates.now(), rows, columns, today) if rows else None
        return RosterStanding(
            roster.version,
            roster.published_at,
            len(roster.entries),
            columns,
            _provinces(roster.entries),
            _lacking(roster.entries, columns),
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
    frozen, before = _frozen(roster.entries, columns), by_standing(session, roster.entries)
    found: dict[str, list[str]] = {kind: [] for kind in NO_DIFFERENCES}
    for entry in of_today(session, campaign_id):
        known = before.pop(entry["company_id"], None)
        if known is None:
            found["added"].append(entry["company"])
        elif told(known, frozen) != told(entry, frozen):
            found["changed"].append(entry["company"])
    found["removed"] = [entry["company"] for entry in before.values()]
    return found


def _frozen(entries: Sequence[Entry], columns: Sequence[RosterColumn]) -> list[RosterColumn]:
    """Those of ``columns`` whose fact was frozen with ``entries``."""
    return [column for column in columns if not column.is_joined and entries and column.source in entries[0]]


def _provinces(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (entry["province"] for entry in entries))))


def _lacking(entries: Sequence[Entry], columns: Sequence[RosterColumn]) -> tuple[str, ...]:
    frozen = _frozen(entries, columns)
    return tuple(column.key for column in columns if not column.is_joined and column not in frozen)


def _say_the_same(before: Sequence[Entry], now: Sequence[Entry], columns: Sequence[RosterColumn]) -> bool:
    return [told(entry, columns) for entry in before] == [told(entry, columns) for entry in now]


def _last(session: Session, campaign_id: str) -> Roster | None:
    query = select(Roster).where(Roster.campaign_id == campaign_id).order_by(Roster.version.desc())
    return session.scalars(query.limit(1)).first()


def _title(office: Office, campaign: Campaign) -> str:
    return f"{campaign.campaign_year}年{preferences.get(office, 'roster_title')}"


def _view(
    session: Session,
    campaign: Campaign,
    title: str,
    entries: Sequence[Entry],
    columns: tuple[RosterColumn, ...],
    roster: Roster | None,
    province: str = "",
) -> RosterView:
    provinces = _provinces(entries)
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
        lacking=_lacking(entries, columns),
        provinces=provinces,
        excerpt=excerpt,
    )


def _subtitle(campaign: Campaign, count: int, excerpt: str, roster: Roster | None) -> str:
    announced = f"公告{campaign.announcement_no}　" if campaign.announcement_no else ""
    said = "，".join(filter(None, [f"共{count}家", excerpt, NOT_RANKED]))
    return announced + said + ("" if roster else "　未公布稿")


def formats() -> tuple[str, ...]:
    """The formats a roster can be exported in."""
    from qc_desktop.exchange.registry import LIST_WRITERS

    return (*(writer.id for writer in LIST_WRITERS), "pdf")


def export(
    office: Office,
    campaign_id: str,
    form: str,
    path: Path,
    columns: Sequence[str] | None = None,
    province: str = "",
) -> Job[RosterView]:
    """Writes the roster to ``path`` in ``form``, whole or not at all: :func:`view` says what it holds.

    Raises UserError for an unknown format, one that the name of ``path`` contradicts, and as :func:`view` does.
    """
    if form not in formats():
        raise UserError("roster.format", format=form, known=list(formats()))
    named = path.suffix.lstrip(".").lower()
    if named != form and named in formats():
        raise UserError("roster.format_differs", format=form, path=path.name)
    shown = view(office, campaign_id, columns, province)
    if form in ON_PAGES:
        shown = shown.without_empty()
    yield Progress("roster", 0, len(shown.rows))
    if form == "pdf":
        from qc_desktop.documents.types.roster import render_roster

        headings = [(column.title, column.share) for column in shown.columns]
        for page in render_roster(path, shown.title, shown.subtitle, headings, shown.rows):
            yield Progress("roster", page.done, page.total)
    else:
        from qc_desktop.exchange.registry import list_writer

        list_writer(form).write(path, _content(shown, form))
        yield Progress("roster", len(shown.rows), len(shown.rows))
    return shown


def _content(shown: RosterView, form: str) -> ListContent:
    """What is written; CSV has no line under a title, so there the first column says what must be said."""
    from qc_desktop.exchange.writing.content import ListContent

    first, *others = (column.title for column in shown.columns)
    said = "，".join(filter(None, [NOT_RANKED, shown.excerpt]))
    titles = (f"{first}（{said}）" if form == "csv" else first, *others)
    numbers = [column.key == "sequence" for column in shown.columns]
    rows = tuple(
        tuple(int(cell) if is_number else cell for cell, is_number in zip(row, numbers, strict=True))
        for row in shown.rows
    )
    return ListContent(shown.title, shown.subtitle, titles, rows, shown.made)
