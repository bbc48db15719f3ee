"""名单: who took part, as published and from then on frozen; exported with certificate numbers joined."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.certificates.candidates import ROSTER_ORDER, products_of
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import not_merged, survivors
from qc_desktop.storage.tables import Campaign, Certificate, Company, Participation, Roster
from qc_desktop.storage.types import dump_json

NOT_RANKED = "排名不分先后"


@dataclass(frozen=True)
class Column:
    """A column of the roster: its key in an entry, its title, its share of the room that the cells leave on paper."""

    key: str
    title: str
    share: float


COLUMNS: tuple[Column, ...] = (
    Column("sequence", "序号", 6),
    Column("company", "企业名称", 34),
    Column("province", "省份", 13),
    Column("industry", "行业", 18),
    Column("products", "承诺产品", 25),
    Column("certificate_no", "证书编号", 22),
)
"""What stands on a roster. No contact ever does."""

FROZEN_KEYS = tuple(column.key for column in COLUMNS if column.key not in ("sequence", "certificate_no"))


@dataclass(frozen=True)
class RosterView:
    """A roster ready to be written: frozen entries, or those of today (version 0) where none was published."""

    title: str
    subtitle: str
    version: int
    made: dt.datetime
    rows: tuple[tuple[str, ...], ...]


def publish(office: Office, campaign_id: str) -> RosterView:
    """Freezes the roster of all announced companies as a new version.

    Raises UserError where nobody is announced, or nothing changed since the last version.
    """
    with office.writing("roster_publish", undoable=False, campaign=campaign_id) as work:
        entries = _entries(work.session, campaign_id)
        if not entries:
            raise UserError("roster.empty")
        digest = hashlib.sha256(dump_json(entries).encode()).hexdigest()
        last = _last(work.session, campaign_id)
        if last is not None and last.sha256 == digest:
            raise UserError("roster.unchanged", version=last.version)
        campaign = work.session.get_one(Campaign, campaign_id)
        roster = Roster(
            campaign_id=campaign_id,
            version=last.version + 1 if last else 1,
            title=_title(office, campaign),
            published_at=work.command.at,
            staff=work.author.staff,
            entries=entries,
            sha256=digest,
        )
        work.session.add(roster)
        what = {"sha256": digest, "version": roster.version, "companies": len(entries)}
        work.register(EventKind.ROSTER_PUBLISHED, str(campaign.campaign_year), what)
        work.session.flush()
        return _view(work.session, campaign, roster.title, roster.entries, roster)


def view(office: Office, campaign_id: str) -> RosterView:
    """The last published roster of the campaign; the present state, marked unpublished, where there is none."""
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        roster = _last(session, campaign_id)
        entries = roster.entries if roster else _entries(session, campaign_id)
        if not entries:
            raise UserError("roster.empty")
        return _view(session, campaign, roster.title if roster else _title(office, campaign), entries, roster)


def differences(office: Office, campaign_id: str) -> dict[str, list[str]]:
    """What changed since the last publication: names ``added``, ``removed`` and ``changed``."""
    with office.store.reading() as session:
        roster = _last(session, campaign_id)
        before = _by_standing(session, roster.entries if roster else [])
        now = {entry["company_id"]: entry for entry in _entries(session, campaign_id)}
    return {
        "added": [entry["company"] for key, entry in now.items() if key not in before],
        "removed": [entry["company"] for key, entry in before.items() if key not in now],
        "changed": [entry["company"] for key, entry in now.items() if key in before and before[key] != entry],
    }


def _by_standing(session: Session, entries: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Published entries by company; one that was merged since stands under the other, unless that was there too."""
    standing, listed = survivors(session), {entry["company_id"] for entry in entries}
    moved = {one: other for one, other in standing.items() if other not in listed}
    return {
        key: {**entry, "company_id": key}
        for entry in entries
        for key in [moved.get(entry["company_id"], entry["company_id"])]
    }


def _last(session: Session, campaign_id: str) -> Roster | None:
    query = select(Roster).where(Roster.campaign_id == campaign_id).order_by(Roster.version.desc())
    return session.scalars(query.limit(1)).first()


def _title(office: Office, campaign: Campaign) -> str:
    return f"{campaign.campaign_year}年{preferences.get(office, 'roster_title')}"


def _entries(session: Session, campaign_id: str) -> list[dict[str, Any]]:
    """The announced companies in the order of GB/T 2260, then pinyin; unknown provinces last."""
    rows = session.execute(
        select(Participation.id, Company.id, Company.name, Company.province, Company.industry_name)
        .join(Company, Company.id == Participation.company_id)
        .where(Participation.campaign_id == campaign_id, Participation.stage == Stage.ANNOUNCED)
        .where(not_merged(Company.id))
        .order_by(Company.province_code == "", *ROSTER_ORDER)
    )
    found = rows.all()
    products: dict[str, list[str]] = {}
    for chunk in in_chunks([row[0] for row in found]):
        products |= products_of(session, chunk)
    return [
        {
            "company_id": company_id,
            "participation_id": participation_id,
            "company": name,
            "province": province,
            "industry": industry,
            "products": "、".join(products.get(participation_id, [])),
        }
        for participation_id, company_id, name, province, industry in found
    ]


def _view(
    session: Session, campaign: Campaign, title: str, entries: Sequence[Mapping[str, Any]], roster: Roster | None
) -> RosterView:
    numbers = dict(
        session.execute(
            select(Certificate.participation_id, Certificate.number).where(
                Certificate.campaign_id == campaign.id, Certificate.state == CertificateState.LIVE
            )
        ).all()
    )
    rows = tuple(
        (str(place), *(entry[key] for key in FROZEN_KEYS), numbers.get(entry["participation_id"], ""))
        for place, entry in enumerate(entries, 1)
    )
    announced = f"公告{campaign.announcement_no}　" if campaign.announcement_no else ""
    state = "" if roster else "　未公布稿"
    return RosterView(
        title=title,
        subtitle=f"{announced}共{len(rows)}家，{NOT_RANKED}{state}",
        version=roster.version if roster else 0,
        made=roster.published_at if roster else dates.now(),
        rows=rows,
    )


def formats() -> tuple[str, ...]:
    """The formats a roster can be exported in."""
    from qc_desktop.exchange.registry import LIST_WRITERS

    return (*(writer.id for writer in LIST_WRITERS), "pdf")


def _titles(form: str) -> tuple[str, ...]:
    """The columns' titles; CSV has no line under a title, so there the first column says that nobody is ranked."""
    first, *others = (column.title for column in COLUMNS)
    return (f"{first}（{NOT_RANKED}）" if form == "csv" else first, *others)


def export(office: Office, campaign_id: str, form: str, path: Path) -> Job[RosterView]:
    """Writes the roster to ``path`` in ``form``, whole or not at all.

    Raises UserError for an unknown format, and for one that the name of ``path`` contradicts.
    """
    if form not in formats():
        raise UserError("roster.format", format=form, known=list(formats()))
    named = path.suffix.lstrip(".").lower()
    if named != form and named in formats():
        raise UserError("roster.format_differs", format=form, path=path.name)
    shown = view(office, campaign_id)
    yield Progress("roster", 0, len(shown.rows))
    if form == "pdf":
        from qc_desktop.documents.types.roster import render_roster

        columns = [(column.title, column.share) for column in COLUMNS]
        for page in render_roster(path, shown.title, shown.subtitle, columns, shown.rows):
            yield Progress("roster", page.done, page.total)
    else:
        from qc_desktop.exchange.registry import list_writer
        from qc_desktop.exchange.writing.content import ListContent

        titles = _titles(form)
        rows: tuple[tuple[str | int, ...], ...] = tuple((int(row[0]), *row[1:]) for row in shown.rows)
        list_writer(form).write(path, ListContent(shown.title, shown.subtitle, titles, rows, shown.made))
        yield Progress("roster", len(shown.rows), len(shown.rows))
    return shown
