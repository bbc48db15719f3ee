"""Looking companies up, and saving one from a form."""

from __future__ import annotations

import datetime as dt

import pytest

from qc_desktop import reference
from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.services import history
from qc_desktop.services.audit import listing
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.details import ContactRow, FormerNameRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.ordering import SORTABLE
from tests.samples import add, code, refused

D = CompanyDraft


def test_an_exact_name_code_or_number_means_that_company_among_many(office):
    for place in range(20):
        add(office, f"示例安安{place}电器有限公司")
    wanted = add(office, "示例安安", code(1), member_no="M1")
    add(office, "示例乙有限公司", member_no="M11")
    for typed in ("示例安安", " 示例 安安", code(1), code(1).lower(), "M1", "m1"):
        assert browsing.resolve(office, typed) == wanted.id, typed


def test_what_finds_none_or_several_is_said(office):
    add(office, "示例甲有限公司")
    assert browsing.resolve(office, "甲") == browsing.find(office, "甲")[0].id
    add(office, "示例乙有限公司")
    with refused("company.several"):
        browsing.resolve(office, "示例")
    with refused("company.not_found"):
        browsing.resolve(office, "丙")


@pytest.mark.parametrize("typed", ["", " ", "？", "%", "（）"])
def test_nothing_in_particular_never_means_the_only_company(office, typed):
    add(office)
    with refused("company.not_found"):
        browsing.resolve(office, typed)


def test_two_companies_of_one_name_are_not_told_apart_by_it(office):
    add(office, "示例甲有限公司", code(1))
    add(office, "示例甲有限公司", code(2))
    with refused("company.several"):
        browsing.resolve(office, "示例甲有限公司")


def test_filters_narrow_together(year):
    rows = year.companies()
    office, campaign = year.office, year.campaign_id
    year.issue([rows[0].participation_id])
    add(office, "示例无代码有限公司")
    count = lambda **wanted: browsing.count(office, CompanyFilter(**wanted))  # noqa: E731
    assert (count(), count(missing=("uscc",)), count(missing=("uscc", "province_code"))) == (13, 1, 1)
    assert count(campaign_id=campaign, taking_part=True) == 12
    assert count(campaign_id=campaign, taking_part=False) == 1
    assert count(campaign_id=campaign, stages=("announced",), issued=True) == 1
    assert count(campaign_id=campaign, stages=("announced",), issued=False) == 11
    assert count(campaign_id=campaign, stages=("draft",)) == 0
    assert count(text=rows[0].name, province_codes=("99",)) == 0
    assert count(campaign_id=campaign, certified=True) == 1
    assert count(campaign_id=campaign, certified=False) == 11
    assert count(certified=False) == 13  # without a year nothing is said of one
    assert count(missing=("contact_person",)) == 1
    provinces = {row.province for row in rows}
    codes = [reference.admin_divisions().find(name).province_code for name in provinces if name]
    assert count(province_codes=tuple(codes)) == 12
    made = sum(row.industry_name.endswith("制造业") for row in rows)
    assert made < count(industry_codes=("C",)) < 12  # 农副食品加工业 is of the section too, technical services are not
    assert count(industry_codes=("C", "38")) == count(industry_codes=("C",))
    assert 0 < count(industry_codes=("38",)) < made
    everyone = browsing.page(office, CompanyFilter())
    tier = rows[0].member_tier
    assert count(member_tiers=(tier,)) == sum(row.member_tier == tier for row in everyone)


def test_an_order_of_the_year_is_that_of_names_where_there_is_none(year):
    by_name = browsing.page(year.office, CompanyFilter())
    assert browsing.page(year.office, CompanyFilter(), sort="stage") == by_name


def test_tiers_are_sorted_by_rank(office):
    for tier in ("council", "non_member", "president"):
        editing.save(office, D(f"示例{tier}有限公司", member_tier=MemberTier(tier)))
    rows = browsing.page(office, CompanyFilter(), sort="member_tier")
    ranks = list(MemberTier)
    assert [row.member_tier for row in rows] == sorted((row.member_tier for row in rows), key=ranks.index)


@pytest.mark.parametrize("sort", SORTABLE)
def test_pages_put_together_are_the_whole_list_in_order(year, sort):
    wanted = CompanyFilter(campaign_id=year.campaign_id)
    for descending in (False, True):
        whole = browsing.page(year.office, wanted, 0, 99, sort, descending)
        parts = [
            row for start in range(0, 12, 5) for row in browsing.page(year.office, wanted, start, 5, sort, descending)
        ]
        assert parts == whole
        assert len({row.id for row in whole}) == 12


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (D(" "), "company.name_missing"),
        (D("示例" + "长" * 199), "company.name_long"),
        (D("示例\ue000"), "company.private_use"),
        (D("示例甲", "123"), "uscc.length"),
        (D("示例甲", "91350100M000100Y4Z"), "uscc.character"),
        (D("示例甲", "91350100M000100Y44"), "uscc.check"),
    ],
)
def test_a_form_with_an_error_is_not_saved(office, draft, reason):
    with refused(reason):
        editing.save(office, draft)
    assert browsing.count(office, CompanyFilter()) == 0


def test_a_code_belongs_to_one_company(office):
    add(office, "示例甲有限公司", code(1))
    other = add(office, "示例乙有限公司")
    with refused("company.uscc_taken"):
        add(office, "示例丙有限公司", f" {code(1).lower()} ")
    with refused("company.uscc_taken"):
        editing.save(office, D("示例乙有限公司", code(1)), other.id, other.row_version)


def test_a_company_that_is_gone_is_said(office):
    made = add(office)
    history.undo(office)
    with refused("company.gone"):
        editing.save(office, D("示例乙有限公司"), made.id, made.row_version)
    with refused("company.gone"):
        details.detail(office, made.id)


@pytest.mark.parametrize("listed", [None, [], [FormerNameRow("示例更旧有限公司", dt.date(2020, 1, 1))]])
def test_a_changed_name_becomes_a_former_name_whatever_the_form_lists(office, listed):
    made = add(office, "示例旧有限公司")
    saved = editing.save(office, D("示例新有限公司"), made.id, made.row_version, listed)
    assert FormerNameRow("示例旧有限公司", dt.date(2026, 3, 15)) in saved.former_names
    assert len(saved.former_names) == 1 + len(listed or [])


def test_a_form_empties_what_it_leaves_empty(office):
    made = add(office, hotline="1", remark="示例")
    saved = editing.save(office, D("示例甲有限公司", hotline="2"), made.id, made.row_version)
    assert (saved.values["hotline"], saved.values["remark"]) == ("2", "")


def test_looking_at_contacts_is_logged_and_they_are_not_shown_by_accident(office):
    made = add(office)
    made = editing.save(
        office, D("示例甲有限公司"), made.id, made.row_version, contacts=[ContactRow("示例联系人", "1380000")]
    )
    assert "示例联系人" not in repr(made)
    details.note_contacts_shown(office, made)
    row = history.commands(office)[0]
    assert (row.name, row.params, row.undoable) == ("contacts_shown", {"company": made.id}, False)
    assert (row.company, row.rows) == (made.values["name"], 0)
    assert listing.page(office, HistoryFilter(text="示例甲"))[0].name == "contacts_shown"
    assert listing.count(office, HistoryFilter(name="contacts_shown", text="别家")) == 0
