"""承诺展示: a page for each company with what it pledged, year by year, and the certificates of it.

What a certificate says is shown as it was frozen; a pledge without one is shown as the records have it now.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import DISPLAYED, Stage, activity
from qc_desktop.domain.certificates import CertificateState, Serial
from qc_desktop.domain.dates import chinese, last_valid_day, local
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.certificates.candidates import clauses_of, products_of, standards_of
from qc_desktop.services.ledger.receipts import Receipts
from qc_desktop.services.site.html import Pages, block, escaped, items, telephone
from qc_desktop.storage.merged import survivors
from qc_desktop.storage.tables import Campaign, Certificate, Company, Participation

AT_ONCE = 300
"""Companies whose pages are made together."""
_STATES = {
    CertificateState.VOID: "已作废",
    CertificateState.REVOKED: "已撤销",
    CertificateState.REPLACED: "已换发",
}


@dataclass(frozen=True)
class _Taking:
    """A participation that is on display, and whose page it stands on."""

    id: str
    company_id: str
    campaign_id: str
    stage: Stage
    since: dt.datetime


class Displays:
    """Who is on display, by page: the credit code, the company's id for one without."""

    def __init__(self, session: Session) -> None:
        self._campaigns = {row.id: row for row in session.scalars(select(Campaign))}
        self._pages: dict[str, list[_Taking]] = defaultdict(list)
        standing = survivors(session)
        codes = {row.id: row.uscc for row in session.execute(select(Company.id, Company.uscc))}
        printed = _codes_on_paper(session)
        for row in session.execute(_displayed()):
            company = standing.get(row.company_id, row.company_id)
            taking = _Taking(row.id, company, row.campaign_id, Stage(row.stage), row.stage_since)
            self._pages[printed.get(row.id) or codes.get(company) or company].append(taking)

    def __len__(self) -> int:
        return len(self._pages)

    @property
    def participations(self) -> Iterator[str]:
        """Everybody who is on display."""
        return (taking.id for takings in self._pages.values() for taking in takings)

    def groups(self) -> Iterator[Sequence[str]]:
        """The pages in a fixed order, some at a time."""
        keys = sorted(self._pages)
        return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))

    def pages(
        self, session: Session, keys: Sequence[str], pages: Pages, receipts: Receipts
    ) -> Iterator[tuple[str, bytes]]:
        """The pages ``keys`` with their paths."""
        takings = [taking for key in keys for taking in self._pages[key]]
        ids = [taking.id for taking in takings]
        papers = _papers(session, ids)
        held = receipts.of(session, [paper.number for found in papers.values() for paper in found])
        pledged = _pledged(session, self._campaigns, [taking for taking in takings if taking.id not in papers])
        companies = _companies(session, {taking.company_id for taking in takings})
        for key in keys:
            page = _Page(pages, companies[self._pages[key][0].company_id], held)
            newest_first = sorted(self._pages[key], key=lambda taking: self._order(taking), reverse=True)
            for taking in newest_first:
                campaign = self._campaigns[taking.campaign_id]
                page.add(campaign, taking, papers.get(taking.id, []), pledged.get(taking.id))
            yield path_of(key), page.written(key)

    def _order(self, taking: _Taking) -> tuple[int, str]:
        campaign = self._campaigns[taking.campaign_id]
        return campaign.campaign_year, campaign.kind


def path_of(key: str) -> str:
    """Where the page of a company lies: by the last two characters of its code, so that no folder grows too large."""
    return f"pledge/{key[-2:]}/{key}.html"


class _Page:
    """One company's page while it is put together."""

    def __init__(self, pages: Pages, company: Company, receipts: Mapping[str, str]) -> None:
        self._pages, self._company, self._receipts = pages, company, receipts
        self._sections: list[str] = []
        self._blocks: list[str] = []

    def add(
        self, campaign: Campaign, taking: _Taking, papers: Sequence[Certificate], pledged: Mapping[str, Any] | None
    ) -> None:
        """A campaign's section, frozen as the last of ``papers`` says, else as ``pledged``."""
        said = json.loads(papers[-1].record) if papers else dict(pledged or {})
        until = papers[-1].expires_on if papers else last_valid_day(campaign.display_from, campaign.validity_years)
        self._blocks += [self._block(paper, campaign.display_from, until) for paper in papers]
        self._sections.append(
            self._pages.filled(
                "pledge.html",
                heading=escaped(f"{campaign.campaign_year}年{activity(campaign.theme)}"),
                state=_state(taking),
                displayed=_span(campaign.display_from, until),
                announcement=escaped(campaign.announcement_no) or "—",
                clauses=items(said.get("pledge_text", [])),
                products=items(said.get("products", [])),
                standards=items(said.get("standards", [])),
                certificates="".join(map(_line, papers)),
            )
        )

    def written(self, key: str) -> bytes:
        """The whole page."""
        company = self._company
        code = company.uscc or ""
        data = block(
            'id="company"',
            {"name": company.name, "uscc": code or key, "hotline": company.hotline, "website": company.website},
        )
        body = self._pages.filled(
            "company.html",
            company=escaped(company.name),
            uscc=f"统一社会信用代码 <span>{escaped(code)}</span>" if code else "",
            hotline=telephone(company.hotline) or "—",
            website=_website(company.website),
            sections="".join(self._sections),
        )
        return self._pages.page(f"{company.name}的公开承诺", body, 2, data + "".join(self._blocks))

    def _block(self, paper: Certificate, since: dt.date, until: dt.date | None) -> str:
        return block(
            'class="certificate"',
            {
                "serial": paper.serial,
                "payload": paper.payload,
                "record": json.loads(paper.record),
                "displayed_from": since.isoformat(),
                "displayed_until": until.isoformat() if until else "",
                "receipt": self._receipts.get(paper.number, ""),
            },
        )


def _website(address: str) -> str:
    """A link where the address is one; anything else that was typed is only shown."""
    shown = escaped(address) or "—"
    is_link = address.startswith(("https://", "http://"))
    return f'<a href="{shown}" rel="nofollow noopener noreferrer">{shown}</a>' if is_link else shown


def _displayed() -> Any:
    columns = (Participation.id, Participation.company_id, Participation.campaign_id, Participation.stage)
    return select(*columns, Participation.stage_since).where(Participation.stage.in_(DISPLAYED))


def _codes_on_paper(session: Session) -> dict[str, str]:
    """By participation, the credit code that its certificates carry: a reader of the code looks for that page."""
    return dict(session.execute(select(Certificate.participation_id, Certificate.uscc)).all())


def _papers(session: Session, ids: Sequence[str]) -> dict[str, list[Certificate]]:
    found: dict[str, list[Certificate]] = defaultdict(list)
    for chunk in in_chunks(ids):
        wanted = select(Certificate).where(Certificate.participation_id.in_(chunk)).order_by(Certificate.serial)
        for paper in session.scalars(wanted):
            found[paper.participation_id].append(paper)
    return found


def _companies(session: Session, ids: set[str]) -> dict[str, Company]:
    found: dict[str, Company] = {}
    for chunk in in_chunks(sorted(ids)):
        found |= {row.id: row for row in session.scalars(select(Company).where(Company.id.in_(chunk)))}
    return found


def _pledged(
    session: Session, campaigns: Mapping[str, Campaign], takings: Sequence[_Taking]
) -> dict[str, Mapping[str, Any]]:
    by_campaign: dict[str, list[str]] = defaultdict(list)
    for taking in takings:
        by_campaign[taking.campaign_id].append(taking.id)
    found: dict[str, Mapping[str, Any]] = {}
    for campaign_id, ids in by_campaign.items():
        for chunk in in_chunks(ids):
            products, standards = products_of(session, chunk), standards_of(session, chunk)
            clauses = clauses_of(session, campaigns[campaign_id], chunk)
            for one in chunk:
                lists = {"products": products.get(one, []), "standards": standards.get(one, [])}
                found[one] = {**lists, "pledge_text": clauses[one]}
    return found


def _state(taking: _Taking) -> str:
    if taking.stage is Stage.ANNOUNCED:
        return ""
    word = "撤回" if taking.stage is Stage.WITHDRAWN else "被撤销"
    return f'<p class="ended">这一年的承诺已于{chinese(local(taking.since).date())}{word}。</p>\n'


def _span(since: dt.date, until: dt.date | None) -> str:
    return f"{since.isoformat()} 至 {until.isoformat()}" if until else f"自 {since.isoformat()} 起"


def _line(paper: Certificate) -> str:
    state = _STATES.get(CertificateState(paper.state), "")
    ended = f"（{state}）" if state else ""
    link = f"../../index.html#{paper.payload}"
    return f'<p>证书 <span class="code">{escaped(paper.number)}</span>{ended} <a href="{link}">查验</a></p>\n'


def numbers(session: Session) -> Iterator[tuple[str, bytes]]:
    """Which code a number was issued to, a thousand numbers a file: for who has no camera and types."""
    shards: dict[str, dict[str, str]] = defaultdict(dict)
    for row in session.execute(select(Certificate.serial, Certificate.uscc).order_by(Certificate.serial)):
        serial = Serial.of(row.serial)
        path = f"numbers/{serial.series}-{serial.year}/{serial.sequence // 1000:03}.json"
        shards[path][str(serial.sequence)] = row.uscc
    for path, found in shards.items():
        yield path, json.dumps(found, separators=(",", ":")).encode()
