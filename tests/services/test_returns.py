"""Returned forms, from the company's cells to the records and back."""

from __future__ import annotations

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services import history
from qc_desktop.services.campaigns import pledging, stages
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.returns import applying
from qc_desktop.services.returns.comparing import Kind
from qc_desktop.services.returns.planning import FormState
from tests import returned
from tests.returned import AGREES, fill, forms, only, planned
from tests.samples import code, refused

from .returning import bring_in, campaign, codes, company_of, made

__all__ = ["campaign"]


def test_a_filled_form_updates_the_company_and_enters_its_pledge(office, campaign, tmp_path):
    path = made(office, campaign, tmp_path)[0]
    told = {
        "legal_representative": "㐂𠮷",
        "province": "浙江省",
        "city": "杭州",
        "industry_name": "C14 食品制造业",
        "hotline": "０５７１－８８８８００００",
        "address": "示例路１号",
        "contact_person": "示例联系人",
        "contact_phone": "01012345678",
        "remark": "请寄到新地址",
    }
    fill(path, {**AGREES, **told}, ["饼干（甜、咸）", "糕点"], ["GB/T 20977-2007"])
    plan = planned(office, campaign, path)
    form = only(plan)
    assert form.state is FormState.CHANGED
    assert form.ticked == {each.field for each in form.differences}
    done = bring_in(office, plan)
    assert (done.companies, done.pledges) == (1, 1)
    found = company_of(office, form)
    expected = {
        "legal_representative": "㐂𠮷",
        "province_code": "33",
        "province": "浙江省",
        "province_derived": False,
        "city": "杭州市",
        "industry_code": "14",
        "industry_name": "食品制造业",
        "hotline": "0571-88880000",
        "address": "示例路１号",
        "remark": "请寄到新地址",
    }
    assert {name: found.values[name] for name in expected} == expected
    assert found.contacts == (ContactRow("示例联系人", "01012345678", ""),)
    pledge = pledging.pledge_of(office, campaign.id, form.company_id)
    assert pledge.stage is Stage.MATERIAL_REVIEW
    assert pledge.pledge.products == ("饼干（甜、咸）", "糕点")
    assert pledge.pledge.standards == ("GB/T 20977-2007",)
    assert pledge.pledge.signed_on.isoformat() == "2026-03-01"
    assert only(planned(office, campaign, path)).state is FormState.UNCHANGED
    with refused("returns.nothing_new"):
        bring_in(office, planned(office, campaign, path))


def test_everything_is_taken_back_in_one_step(office, campaign, tmp_path):
    for path in made(office, campaign, tmp_path):
        fill(path, {**AGREES, "address": "示例路2号"})
    before = browsing.page(office, CompanyFilter(campaign_id=campaign.id))
    plan = planned(office, campaign, tmp_path / "回表")
    done = bring_in(office, plan)
    assert done.companies == 3
    history.undo(office, done.command)
    assert browsing.page(office, CompanyFilter(campaign_id=campaign.id)) == before
    assert [form.state for form in planned(office, campaign, tmp_path / "回表").forms] == [FormState.CHANGED] * 3


def test_closing_the_import_leaves_nothing(office, campaign, tmp_path):
    fill(made(office, campaign, tmp_path)[0])
    job = applying.apply(office, planned(office, campaign, tmp_path / "回表"))
    next(job)
    job.close()
    assert planned(office, campaign, tmp_path / "回表").counted()[FormState.CHANGED] == 1


def test_what_the_company_left_as_printed_changes_nothing_that_was_changed_here(office, campaign, tmp_path):
    path = made(office, campaign, tmp_path)[0]
    row = only(planned(office, campaign, fill(path)))
    known = company_of(office, row)
    editing.save(office, CompanyDraft(row.company, code(0), address="后来改的地址"), known.id, known.row_version)
    form = only(planned(office, campaign, path))
    assert {each.field for each in form.differences} == {"pledge", "products", "signatory", "signed_on"}


def test_a_field_changed_on_both_sides_is_shown_and_decided_by_a_person(office, campaign, tmp_path):
    path = fill(made(office, campaign, tmp_path)[0], {**AGREES, "hotline": "400-1"})
    row = only(planned(office, campaign, path))
    known = company_of(office, row)
    editing.save(office, CompanyDraft(row.company, code(0), hotline="400-2"), known.id, known.row_version)
    plan = planned(office, campaign, path)
    form = only(plan)
    (conflict,) = [each for each in form.differences if each.kind is Kind.CONFLICT]
    assert (conflict.field, conflict.before, conflict.after) == ("hotline", "400-2", "400-1")
    assert "hotline" not in form.ticked
    bring_in(office, plan)
    assert company_of(office, form).values["hotline"] == "400-2"
    again = planned(office, campaign, path)
    bring_in(office, again, {0: frozenset({"hotline"})})
    assert company_of(office, form).values["hotline"] == "400-1"


def test_what_was_emptied_is_emptied_only_when_a_person_says_so(office, campaign, tmp_path):
    first = browsing.page(office, CompanyFilter())[0]
    known = details.detail(office, first.id)
    editing.save(office, CompanyDraft(first.name, first.uscc, website="https://a.example"), first.id, known.row_version)
    path = fill(made(office, campaign, tmp_path)[0], {**AGREES, "website": None})
    plan = planned(office, campaign, path)
    assert [each.kind for each in only(plan).differences if each.field == "website"] == [Kind.CLEARED]
    bring_in(office, plan, {0: frozenset({"website"})})
    assert company_of(office, only(plan)).values["website"] == ""
    assert pledging.pledge_of(office, campaign.id, first.id).entered is False


def test_a_new_name_tier_or_code_is_asked_about_and_a_new_name_keeps_the_old_one(office, campaign, tmp_path):
    path = made(office, campaign, tmp_path)[0]
    fill(path, {**AGREES, "name": "示例新名(集团)有限公司", "member_tier": "会长单位"})
    plan = planned(office, campaign, path)
    form = only(plan)
    asked = {each.field: each.kind for each in form.differences if not each.is_ticked}
    assert asked == {"name": Kind.DELICATE, "member_tier": Kind.DELICATE}
    bring_in(office, plan, {0: form.ticked | {"name"}})
    found = company_of(office, form)
    assert found.values["name"] == "示例新名（集团）有限公司"
    assert [former.name for former in found.former_names] == ["示例第0电器有限公司"]
    assert found.values["member_tier"] == "non_member"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"uscc": 915300000000000000}, "row.digits_lost"),
        ({"uscc": "91530000000000000X"}, "uscc.check"),
        ({"name": None}, "row.name_missing"),
        ({"name": "\ue000公司"}, "row.private_use"),
        ({"name": "长" * 1000}, "row.too_long"),
        ({"hotline": "9" * 90}, "row.too_long"),
    ],
)
def test_what_cannot_be_right_is_a_problem_with_words(office, campaign, tmp_path, values, expected):
    path = fill(made(office, campaign, tmp_path)[0], {**AGREES, **values})
    form = only(planned(office, campaign, path))
    assert form.state is FormState.PROBLEM
    assert expected in codes(form)
    assert all(messages(lang).of(found) for found in form.findings for lang in LANGUAGES)


def test_a_code_of_another_company_is_refused_also_within_the_folder(office, campaign, tmp_path):
    paths = made(office, campaign, tmp_path)
    fill(paths[0], {**AGREES, "uscc": code(1)})
    fill(paths[1], {**AGREES, "uscc": code(77)})
    fill(paths[2], {**AGREES, "uscc": code(77)})
    found = planned(office, campaign, *paths).forms
    assert [form.state for form in found] == [FormState.PROBLEM, FormState.CHANGED, FormState.PROBLEM]
    assert all("company.uscc_taken" in codes(found[place]) for place in (0, 2))


def test_a_form_filled_in_by_another_company_is_told(office, campaign, tmp_path):
    path = made(office, campaign, tmp_path)[0]
    fill(path, {**AGREES, "uscc": code(1), "name": "示例第1电器有限公司"})
    form = only(planned(office, campaign, path))
    assert (form.state, codes(form)[0]) == (FormState.PROBLEM, "returns.other_company")


def test_consent_decides_over_the_pledge_alone(office, campaign, tmp_path):
    paths = made(office, campaign, tmp_path)
    fill(paths[0], {"consent": "不同意", "address": "甲"}, None)
    fill(paths[1], {"address": "乙"}, None)
    fill(paths[2], {"consent": " √ "}, ["无"], None)
    plan = planned(office, campaign, *paths)
    assert [codes(form) for form in plan.forms] == [
        ["returns.refuses"],
        ["returns.no_consent"],
        ["returns.no_products", "returns.no_signatory"],
    ]
    done = bring_in(office, plan)
    assert (done.companies, done.pledges) == (3, 1)


def test_an_unfilled_form_is_a_problem(office, campaign, tmp_path):
    form = only(planned(office, campaign, made(office, campaign, tmp_path)[0]))
    assert (form.state, codes(form)) == (FormState.PROBLEM, ["returns.unfilled"])


def test_a_pledge_that_is_closed_stays_as_it_is(office, campaign, tmp_path):
    path = fill(made(office, campaign, tmp_path)[0], {**AGREES, "address": "新地址"})
    participation = browsing.participation_ids(office, CompanyFilter(campaign_id=campaign.id))[0]
    stages.bring_forward(office, [participation], Stage.ANNOUNCED)
    plan = planned(office, campaign, path)
    assert codes(only(plan)) == ["match.pledge_closed"]
    done = bring_in(office, plan)
    assert (done.companies, done.pledges) == (1, 0)


def test_a_corrected_form_goes_back_to_review_and_the_old_one_does_not(office, campaign, tmp_path):
    path = fill(made(office, campaign, tmp_path)[0])
    bring_in(office, planned(office, campaign, path))
    participation = browsing.participation_ids(office, CompanyFilter(campaign_id=campaign.id))[0]
    pledging.send_back(office, [participation], "示例原因")
    assert only(planned(office, campaign, path)).state is FormState.UNCHANGED
    bring_in(office, planned(office, campaign, fill(path, {}, ["另一产品"])))
    row = pledging.pledge_of(office, campaign.id, browsing.page(office, CompanyFilter())[0].id)
    assert (row.stage, row.pledge.products) == (Stage.MATERIAL_REVIEW, ("另一产品",))


def test_last_years_products_are_printed_and_count_when_they_come_back(office, tmp_path):
    last = returned.open_year(office, 1, 2025)
    bring_in(office, planned(office, last, fill(forms(office, last, tmp_path / "2025")[0], AGREES, ["去年的产品"])))
    this = returned.open_year(office, 1, 2026)
    path = fill(forms(office, this, tmp_path / "2026")[0], AGREES, None)
    bring_in(office, planned(office, this, path))
    company = browsing.page(office, CompanyFilter())[0].id
    assert pledging.pledge_of(office, this.id, company).pledge.products == ("去年的产品",)
