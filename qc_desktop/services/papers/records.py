"""What a paper says of a company: a record for each, as its layout's variables want it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from qc_desktop.domain.campaigns import activity
from qc_desktop.domain.records import RecordValue, compact
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import chasing
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.companies.planning import companies_by_id
from qc_desktop.services.papers.addresses import post_address, postcodes
from qc_desktop.services.returns.known import last_pledges
from qc_desktop.services.returns.making import CONTACT_SETTING
from qc_desktop.storage.merged import standing
from qc_desktop.storage.tables import Campaign, ClauseSet, MembershipTerm, Participation

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from qc_desktop.documents.layout import Layout
    from qc_desktop.services.office import Office
    from qc_desktop.storage.tables import Company

INVITATION, PLEDGE, RETURN, MEMBERSHIP = "invitation_letter", "pledge_letter", "return_notice", "membership_certificate"
ENVELOPES, LABEL = ("envelope_dl", "envelope_zl"), "address_label"
POST = (*ENVELOPES, LABEL)
KINDS = (INVITATION, PLEDGE, RETURN, MEMBERSHIP, *POST)
"""Papers that are made for companies."""
OF_CAMPAIGN = (INVITATION, PLEDGE, RETURN)
"""Those that are about a campaign."""

Fields = dict[str, RecordValue | None]


def common(office: Office, session: Session, layout: Layout, campaign_id: str, deadline: dt.date | None) -> Fields:
    """What every paper of one run says; where nobody is named whom to ask, nothing is said of it."""
    fields: Fields = {
        "title": layout.words.get("title", ""),
        "issuer": preferences.issuer_line(office),
        "issued": office.today.isoformat(),
        "sender_address": str(preferences.get(office, "sender_address")),
        "sender_postcode": str(preferences.get(office, "sender_postcode")),
    }
    if layout.kind in OF_CAMPAIGN:
        fields["contact"] = str(preferences.get(office, CONTACT_SETTING))
    return fields | (_of_campaign(session, campaign_id, deadline) if campaign_id else {})


def _of_campaign(session: Session, campaign_id: str, deadline: dt.date | None) -> Fields:
    campaign = session.get_one(Campaign, campaign_id)
    until = deadline or campaign.applications_until
    return {
        "year": str(campaign.campaign_year),
        "theme": activity(campaign.theme),
        "edition": str(campaign.edition or ""),
        "notice_no": campaign.invitation_notice,
        "deadline": until.isoformat() if until else "",
        "clauses": [full for _, full in session.get_one(ClauseSet, campaign.clause_set_id).clauses],
    }


def records(
    office: Office,
    session: Session,
    layout: Layout,
    company_ids: Sequence[str],
    campaign_id: str = "",
    deadline: dt.date | None = None,
    *,
    contacts: bool = False,
) -> Iterator[dict[str, RecordValue]]:
    """A record for each company, in their order, or for the one it was merged into; what is not known is left out."""
    shared = common(office, session, layout, campaign_id, deadline)
    for chunk in in_chunks(standing(session, company_ids)):
        companies = companies_by_id(session, chunk)
        own = _own(office, session, layout.kind, chunk, campaign_id, contacts=contacts)
        for company_id in chunk:
            company = companies[company_id]
            yield compact({**shared, **_plain(company), **own.get(company_id, {})})


def blank(
    office: Office, session: Session, layout: Layout, campaign_id: str, deadline: dt.date | None = None
) -> dict[str, RecordValue]:
    """The record of a form that is filled in by hand."""
    return compact(common(office, session, layout, campaign_id, deadline))


def _plain(company: Company) -> Fields:
    return {
        "holder": company.name,
        "uscc": company.uscc,
        "member_no": company.member_no,
        "address": post_address(company)[0],
        "hotline": company.hotline,
    }


def _own(
    office: Office, session: Session, kind: str, chunk: Sequence[str], campaign_id: str, *, contacts: bool
) -> dict[str, Fields]:
    """What only papers of ``kind`` say of each company."""
    if kind == MEMBERSHIP:
        return _terms(session, chunk, office.today)
    if kind == PLEDGE and campaign_id:
        pledges = last_pledges(session, session.get_one(Campaign, campaign_id), chunk)
        return {
            company_id: {"products": list(last.pledge.products), "standards": list(last.pledge.standards)}
            for company_id, last in pledges.items()
        }
    if kind == RETURN and campaign_id:
        return _matters(session, chunk, campaign_id)
    return _post(session, chunk, contacts=contacts) if kind in POST else {}


def _terms(session: Session, chunk: Sequence[str], day: dt.date) -> dict[str, Fields]:
    """The term that runs today, else the newest."""
    found: dict[str, MembershipTerm] = {}
    query = select(MembershipTerm).where(MembershipTerm.company_id.in_(chunk)).order_by(MembershipTerm.starts_on)
    for term in session.scalars(query):
        if term.starts_on <= day or term.company_id not in found:
            found[term.company_id] = term
    words = messages("zh_CN")
    return {
        company_id: {
            "tier": words.text(f"tier.{term.member_tier}"),
            "term_from": term.starts_on.isoformat(),
            "term_until": term.ends_on.isoformat() if term.ends_on else "",
        }
        for company_id, term in found.items()
    }


def _matters(session: Session, chunk: Sequence[str], campaign_id: str) -> dict[str, Fields]:
    """Why the papers were returned, a matter a line."""
    query = select(Participation.company_id, Participation.stage_reason).where(
        Participation.campaign_id == campaign_id, Participation.company_id.in_(chunk)
    )
    return {company_id: {"matters": matters_of(reason)} for company_id, reason in session.execute(query)}


def matters_of(reason: str) -> list[str]:
    """The matters that ``reason`` names, each a sentence: it divides them by line or semicolon."""
    found = (part.strip().rstrip("。") for line in reason.splitlines() for part in line.replace(";", "；").split("；"))
    return [f"{part}。" for part in found if part]


def _post(session: Session, chunk: Sequence[str], *, contacts: bool) -> dict[str, Fields]:
    known = postcodes(session, chunk)
    people = chasing.contacts(session, chunk) if contacts else {}
    made: dict[str, Fields] = {}
    for company_id, company in companies_by_id(session, chunk).items():
        address, postcode = post_address(company, known.get(company_id, ""))
        person = people.get(company_id)
        to: Fields = {"contact": person.name, "phone": person.phone} if person else {}
        made[company_id] = {"address": address, "postcode": postcode, **to}
    return made
