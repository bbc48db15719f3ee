"""The years before a sample year: who joined, left and came back, terms of membership, former names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, MemberTier, PledgeDraft
from qc_desktop.domain.membership import Term
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.services import rosters
from qc_desktop.services.campaigns import years
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.campaigns.years import CampaignDraft
from qc_desktop.services.certificates import issuing
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import FormerName, MembershipTerm
from qc_desktop.storage.types import new_id
from qc_desktop.trust.keys import OpenKeys


@dataclass(frozen=True)
class Sampled:
    """One company of the sample: its id, what it is, and the pledge it makes every year."""

    id: str
    company: CompanyDraft
    pledge: PledgeDraft


def takes_part(place: int, back: int) -> bool:
    """Whether the company at ``place`` took part ``back`` years ago: some left, some are new, some came back."""
    if back == 0:
        return place % 12 != 11
    return place % 10 != 3 and not (place % 10 == 7 and back == 1)


def announced(draft: CampaignDraft, year: int) -> CampaignDraft:
    """``draft`` with an invented announcement."""
    day = dt.date(year, 3, 10)
    return replace(draft, announcement_no=f"{year}年第12号", edition=year - 1999, announced_on=day)


def open_past(office: Office, year: int, count: int) -> dict[int, str]:
    """Opens the ``count`` years before ``year``; the ids of their campaigns by year."""
    opened = {}
    for past in range(year - count, year):
        draft = years.suggestion(office, past)
        opened[past] = years.open_year(office, announced(draft, past)).id
    return opened


def fill_past(office: Office, campaigns: Mapping[int, str], year: int, sampled: Sequence[Sampled]) -> Job[None]:
    """Enters the pledges of the years in ``campaigns``, announced, then terms and former names."""
    for done, (past, campaign_id) in enumerate(campaigns.items(), 1):
        signed = dt.date(past, 3, 1)
        theirs = [each for place, each in enumerate(sampled) if takes_part(place, year - past)]
        pledges = {each.id: replace(each.pledge, signed_on=signed) for each in theirs}
        with office.writing("import", file="示例", rows=len(pledges)) as work:
            for row in enter_many(work, campaign_id, pledges, Stage.ANNOUNCED).values():
                row.stage_since = dt.datetime(past, 3, 10, tzinfo=dt.UTC)
        yield Progress("demo", done, len(campaigns))
    with office.writing("term_add", count=len(sampled)) as work:
        for place, each in enumerate(sampled):
            work.session.add_all(_terms(place, each, year))
            if place % 20 == 6:
                before = each.company.name.replace("示例", "示例原", 1)
                work.session.add(FormerName(company_id=each.id, name=before, until=dt.date(year - 1, 6, 30)))


def issue_past(office: Office, before: int, keys: OpenKeys) -> Job[None]:
    """Issues the years before ``before`` on their opening days, and publishes their rosters."""
    for row in reversed(years.campaigns(office)):
        if row.values.campaign_year < before:
            then = replace(office, fixed_day=row.values.display_from)
            yield from issuing.issue(then, row.id, keys)
            rosters.publish(then, row.id)


def _terms(place: int, each: Sampled, year: int) -> list[MembershipTerm]:
    tier = each.company.member_tier or MemberTier.NON_MEMBER
    if tier is MemberTier.NON_MEMBER:
        return []
    return [
        MembershipTerm(
            id=new_id(), company_id=each.id, member_tier=tier, starts_on=term.starts_on, ends_on=term.ends_on, remark=""
        )
        for term in _spans(place, tier, year)
    ]


def _spans(place: int, tier: MemberTier, year: int) -> list[Term]:
    """A president's term of five years; else a term a year, which for some ended last year or the year before."""
    if tier is MemberTier.VICE_PRESIDENT:
        return [Term(tier, dt.date(year - 2, 1, 1), dt.date(year + 2, 12, 31))]
    first = year if place % 10 == 3 else year - 2
    last = {4: year - 2, 9: year - 1}.get(place % 15, year)
    return [Term(tier, dt.date(each, 1, 1), dt.date(each, 12, 31)) for each in range(first, last + 1)]
