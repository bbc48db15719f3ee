"""Terms of membership in the records: what they make of company, list and number."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from qc_desktop.domain import membership
from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.domain.membership import MembershipStatus, Term
from qc_desktop.services import history, preferences
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import terms
from qc_desktop.services.office import Office
from tests.samples import refused

TODAY = dt.date(2026, 3, 15)
DAY = dt.timedelta(days=1)


@pytest.fixture
def members(office: Office) -> Office:
    return replace(office, fixed_day=TODAY)


def add(office: Office, name: str, **values: str) -> str:
    return editing.save(office, CompanyDraft(name, **values)).id


def this_year(tier: MemberTier = MemberTier.MEMBER) -> Term:
    return Term(tier, dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def test_a_term_that_holds_sets_the_tier_and_offers_a_number(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    add(members, "示例乙有限公司", member_no="M00041")
    add(members, "示例丙有限公司", member_no="M2026A")
    terms.save(members, company, this_year(MemberTier.COUNCIL))
    shown = terms.of_company(members, company)
    assert shown.status is MembershipStatus.CURRENT
    assert shown.member_tier is MemberTier.COUNCIL
    assert shown.offered_no == "M00042"
    assert terms.give_number(members, company) == "M00042"
    assert terms.of_company(members, company).offered_no == ""
    with refused("member.number_taken"):
        terms.give_number(members, company, "M00041")


def test_a_term_that_still_gives_grace_sets_the_tier(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    terms.save(members, company, Term(MemberTier.MEMBER, dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
    terms.save(members, company, Term(MemberTier.COUNCIL, dt.date(2025, 3, 1), TODAY - DAY))
    shown = terms.of_company(members, company)
    assert (shown.status, shown.member_tier) == ("grace", MemberTier.COUNCIL)
    earlier = shown.terms[1]
    terms.save(
        members,
        company,
        replace(earlier.term, member_tier=MemberTier.VICE_PRESIDENT),
        earlier.id,
        earlier.row_version,
    )
    assert terms.of_company(members, company).member_tier is MemberTier.COUNCIL


def test_a_term_of_the_past_leaves_the_tier(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    terms.save(members, company, Term(MemberTier.COUNCIL, dt.date(2020, 1, 1), dt.date(2020, 12, 31)))
    shown = terms.of_company(members, company)
    assert (shown.status, shown.member_tier, shown.offered_no) == ("lapsed", MemberTier.NON_MEMBER, "")


def test_terms_that_meet_are_refused_and_nothing_is_written(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    terms.save(members, company, this_year())
    with refused("member.overlap"):
        terms.save(members, company, Term(MemberTier.MEMBER, dt.date(2026, 12, 31)))
    assert len(terms.of_company(members, company).terms) == 1


def test_a_term_is_changed_in_its_own_place(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    terms.save(members, company, this_year())
    row = terms.of_company(members, company).terms[0]
    longer = replace(row.term, ends_on=dt.date(2027, 12, 31))
    terms.save(members, company, longer, row.id, row.row_version)
    assert terms.of_company(members, company).terms[0].term == longer
    with refused("store.changed_meanwhile"):
        terms.save(members, company, longer, row.id, row.row_version)


def test_a_gap_is_remarked_on(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    terms.save(members, company, Term(MemberTier.MEMBER, dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
    saved = terms.save(members, company, this_year())
    assert [remark.params["days"] for remark in saved.remarks] == [365]


def test_many_are_renewed_in_one_step(members: Office) -> None:
    companies = [add(members, f"示例{place}有限公司") for place in range(4)]
    for company in companies[:2]:
        terms.save(members, company, this_year(MemberTier.VICE_PRESIDENT))
    terms.save(members, companies[2], Term(MemberTier.MEMBER, dt.date(2026, 1, 1)))
    moved = terms.renew(members, companies)
    assert moved.moved == 2
    assert sorted(refusal.error.code for refusal in moved.refused) == ["member.goes_on", "member.no_term"]
    renewed = terms.of_company(members, companies[0]).terms
    assert [row.term.starts_on.year for row in renewed] == [2027, 2026]
    history.undo(members)
    assert [len(terms.of_company(members, company).terms) for company in companies] == [1, 1, 1, 0]


def test_where_nobody_can_be_renewed_it_says_why(members: Office) -> None:
    with refused("member.no_term"):
        terms.renew(members, [add(members, "示例甲有限公司")])
    assert history.next_undo(members).name == "company_add"


def test_a_term_entered_by_mistake_goes_and_comes_back(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    terms.save(members, company, this_year())
    row = terms.of_company(members, company).terms[0]
    terms.remove(members, row.id, row.row_version)
    assert terms.of_company(members, company).status is MembershipStatus.NONE
    history.undo(members)
    assert terms.of_company(members, company).status is MembershipStatus.CURRENT


def test_the_list_agrees_with_the_rules_on_any_terms(members: Office) -> None:
    """The filter is written in SQL and the rule in Python: on random terms both say the same."""
    dice = random.Random(3)
    preferences.change(members, {"membership_grace_days": "60"})
    expected: dict[str, set[str]] = {status.value: set() for status in MembershipStatus}
    for place in range(60):
        company = add(members, f"示例{place}有限公司")
        kept: list[Term] = []
        for _ in range(dice.randrange(4)):
            first = TODAY + DAY * dice.randrange(-900, 300)
            last = None if dice.random() < 0.1 else first + DAY * dice.randrange(0, 500)
            term = Term(MemberTier.MEMBER, first, last)
            if not any(term.meets(other) for other in kept):
                kept.append(term)
                terms.save(members, company, term)
        expected[membership.status(kept, TODAY, 60)].add(company)
    for status, companies in expected.items():
        assert companies
        wanted = CompanyFilter(membership=status, membership_on=TODAY)
        assert set(browsing.ids(members, wanted)) == companies
        assert browsing.count(members, wanted) == len(companies)
    assert terms.counts(members) == {MembershipStatus(status): len(ids) for status, ids in expected.items()}


def test_rows_of_the_list_say_the_status(members: Office) -> None:
    company = add(members, "示例甲有限公司")
    add(members, "示例乙有限公司")
    terms.save(members, company, Term(MemberTier.MEMBER, dt.date(2000, 1, 1)))
    assert {row.name: row.membership for row in browsing.page(members, CompanyFilter())} == {
        "示例甲有限公司": "current",
        "示例乙有限公司": "",
    }
