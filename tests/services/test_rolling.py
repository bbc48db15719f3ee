"""Rolling a year forward: who comes, with what, and what changed since."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.domain.progress import finish
from qc_desktop.services import history
from qc_desktop.services.campaigns import pledging, rolling, stages, years
from qc_desktop.services.campaigns.rolling import RollFilter
from qc_desktop.services.campaigns.since import Group
from qc_desktop.services.certificates import register
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.storage.tables import MembershipTerm
from tests.samples import COMPANIES, Year, refused


@pytest.fixture
def fresh(year: Year) -> str:
    """The next year, open and empty; gives its id."""
    return years.open_year(year.office, years.suggestion(year.office, 2027)).id


def change(year: Year, place: int, **values: object) -> str:
    """Changes a company as a person does in the form; gives its id."""
    detail = details.detail(year.office, year.companies()[place].id)
    known = {name: detail.values[name] for name in CompanyDraft.__dataclass_fields__ if name in detail.values}
    draft = CompanyDraft(**{**known, "member_tier": MemberTier(known["member_tier"]), **values})
    editing.save(year.office, draft, detail.id, detail.row_version)
    return detail.id


def named(year: Year, fresh: str, group: Group) -> list[str]:
    plan = rolling.plan(year.office, fresh)
    rows = rolling.page(year.office, RollFilter(fresh, plan.source_id, group))
    assert plan.groups[group] == len(rows) == rolling.count(year.office, RollFilter(fresh, plan.source_id, group))
    return [row.company_id for row in rows]


def test_last_years_companies_come_with_their_products_and_the_new_clauses(year: Year, fresh: str):
    office = year.office
    plan = rolling.plan(office, fresh)
    assert (plan.last, plan.coming, plan.present, plan.left) == (COMPANIES, COMPANIES, 0, 0)
    done = finish(rolling.roll(office, plan))
    assert (done.came, done.left_out) == (COMPANIES, 0)
    row = years.campaign(office, 2027)
    assert row.stages == {Stage.DRAFT: COMPANIES}
    company = year.companies()[0].id
    last = pledging.pledge_of(office, year.campaign_id, company)
    now = pledging.pledge_of(office, fresh, company)
    assert last is not None
    assert now is not None
    assert (now.pledge.products, now.pledge.standards) == (last.pledge.products, last.pledge.standards)
    assert (now.pledge.signatory, now.pledge.signed_on, now.entered) == ("", None, False)
    again = rolling.plan(office, fresh)
    assert (again.coming, again.present) == (0, COMPANIES)
    with refused("roll.nobody"):
        finish(rolling.roll(office, again))


def test_it_is_one_step_back(year: Year, fresh: str):
    finish(rolling.roll(year.office, rolling.plan(year.office, fresh)))
    assert history.undo(year.office).name == "year_roll"
    assert years.campaign(year.office, 2027).companies == 0
    assert years.campaign(year.office, 2026).companies == COMPANIES


def test_a_prefilled_pledge_is_entered_like_any_other(year: Year, fresh: str):
    office = year.office
    finish(rolling.roll(office, rolling.plan(office, fresh)))
    company = year.companies()[0].id
    moved = pledging.enter_standard(office, fresh, [company])
    assert moved.moved == 1
    row = pledging.pledge_of(office, fresh, company)
    assert row is not None
    assert row.entered
    assert row.stage is Stage.MATERIAL_REVIEW
    assert row.pledge.products


def test_companies_and_groups_are_left_out(year: Year, fresh: str):
    office = year.office
    change(year, 3, uscc="")
    plan = rolling.plan(office, fresh)
    done = finish(rolling.roll(office, plan, [year.companies()[0].id], [Group.USCC]))
    assert (done.came, done.left_out) == (COMPANIES - 2, 2)
    taking_part = {row.id for row in browsing.page(office, CompanyFilter(campaign_id=fresh, taking_part=True))}
    assert year.companies()[0].id not in taking_part
    assert year.companies()[3].id not in taking_part


def test_a_cancelled_job_brings_nobody(year: Year, fresh: str):
    job = rolling.roll(year.office, rolling.plan(year.office, fresh))
    next(job)
    job.close()
    assert years.campaign(year.office, 2027).companies == 0


def test_nothing_changed_is_nothing_shown(year: Year, fresh: str):
    plan = rolling.plan(year.office, fresh)
    assert {group for group, count in plan.groups.items() if count} == set()


def test_changed_names_codes_tiers_and_industries_say_what_they_were(year: Year, fresh: str):
    before = year.companies()[2]
    renamed = change(
        year, 2, name="示例改名有限公司", member_tier=MemberTier.PRESIDENT, industry_code="", industry_name=""
    )
    plan = rolling.plan(year.office, fresh)
    assert named(year, fresh, Group.NAME) == [renamed]
    (row,) = rolling.page(year.office, RollFilter(fresh, plan.source_id, Group.NAME))
    assert (row.was, row.now) == (before.name, "示例改名有限公司")
    assert named(year, fresh, Group.TIER) == named(year, fresh, Group.INDUSTRY) == [renamed]
    history.undo(year.office)
    assert named(year, fresh, Group.NAME) == []


def test_a_name_that_differs_from_the_certificate_is_shown(issued: Year):
    office = issued.office
    fresh = years.open_year(office, years.suggestion(office, 2027)).id
    renamed = change(issued, 0, name="示例又改名有限公司")
    assert named(issued, fresh, Group.NAME) == [renamed]


def test_ended_certificates_lapsed_members_and_those_who_left(issued: Year):
    office = issued.office
    fresh = years.open_year(office, years.suggestion(office, 2027)).id
    companies = issued.companies()
    number = companies[0].certificate_no
    register.end(office, number, CertificateState.VOID, "打印错误")
    stages.move(office, [companies[1].participation_id], Stage.WITHDRAWN, "企业申请撤回")
    with office.writing("company_change") as work:
        for place, last in ((2, dt.date(2026, 12, 31)), (3, None)):
            work.session.add(
                MembershipTerm(
                    company_id=companies[place].id, member_tier="member", starts_on=dt.date(2025, 1, 1), ends_on=last
                )
            )
    later = replace(issued, office=replace(office, fixed_day=dt.date(2027, 4, 5)))  # no grace any more
    assert named(issued, fresh, Group.CERTIFICATE) == [companies[0].id]
    assert named(later, fresh, Group.LAPSED) == [companies[2].id]
    assert named(later, fresh, Group.LEFT) == [companies[1].id]
    plan = rolling.plan(office, fresh)
    assert (plan.left, plan.coming) == (1, COMPANIES - 1)


def test_a_first_year_has_nothing_to_roll(year: Year):
    with refused("roll.no_source"):
        rolling.plan(year.office, year.campaign_id)


def test_an_empty_last_year_is_said_as_such(year: Year, fresh: str):
    later = years.open_year(year.office, years.suggestion(year.office, 2028)).id
    plan = rolling.plan(year.office, later)
    assert (plan.source_year, plan.last) == (2027, 0)
    with refused("roll.nobody_last_year") as caught:
        finish(rolling.roll(year.office, plan))
    assert caught.value.params == {"year": 2028, "source": 2027}
