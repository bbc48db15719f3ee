"""Returned forms, from the company's cells to the records and back."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services import history
from qc_desktop.services.campaigns import pledging, stages
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.details import CompanyDetail, ContactRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.services.returns import applying, making, planning
from qc_desktop.services.returns.comparing import Kind
from qc_desktop.services.returns.planning import FormPlan, FormState, ReturnPlan
from qc_desktop.storage.tables import Company
from tests import returned
from tests.returned import AGREES, fill, forms, only, planned
from tests.samples import add, code, refused

WORDS = messages("zh_CN")


@pytest.fixture
def campaign(office: Office) -> CampaignRow:
    return returned.open_year(office, 3)


def made(office: Office, campaign: CampaignRow, folder: Path) -> list[Path]:
    return forms(office, campaign, folder / "回表")


def bring_in(office: Office, plan: ReturnPlan, choice: applying.Choice | None = None) -> applying.Applied:
    return finish(applying.apply(office, plan, choice))


def codes(form: FormPlan) -> list[str]:
    return [found.code for found in form.findings]


def company_of(office: Office, form: FormPlan) -> CompanyDetail:
    return details.detail(office, form.company_id)


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


def test_of_two_forms_of_a_company_the_newer_is_offered_and_the_other_can_be_taken(office, campaign, tmp_path):
    path = made(office, campaign, tmp_path)[0]
    older = fill(path, {**AGREES, "address": "旧"}, to=path.with_name("改了名.xlsx"))
    returned.age(older, 3600)
    newer = fill(path, {**AGREES, "address": "新"}, to=path.with_name("又一份.xlsx"))
    plan = planned(office, campaign, older, newer)
    assert [form.state for form in plan.forms] == [FormState.DUPLICATE, FormState.CHANGED]
    assert "又一份" in planning.reasons(plan.forms[0], WORDS)[0]
    other = planning.prefer(plan, 0)
    assert [form.state for form in other.forms] == [FormState.CHANGED, FormState.DUPLICATE]
    bring_in(office, other)
    assert company_of(office, plan.forms[0]).values["address"] == "旧"


def test_a_form_without_its_hidden_sheet_is_found_by_code_then_by_name(office, campaign, tmp_path):
    paths = made(office, campaign, tmp_path)
    fill(paths[0], also=returned.forget)
    fill(paths[1], {**AGREES, "uscc": None}, also=returned.forget)
    fill(paths[2], {**AGREES, "uscc": None, "name": "示例没有的公司"}, also=returned.forget)
    found = planned(office, campaign, *paths).forms
    assert [codes(form)[0] for form in found] == ["returns.by_code", "returns.by_name", "returns.company_unknown"]
    assert [form.state for form in found] == [FormState.CHANGED, FormState.CHANGED, FormState.UNKNOWN]


def test_forms_of_another_year_and_of_another_office_are_told_apart(office, campaign, tmp_path):
    other = returned.open_year(office, 3, 2027)
    path = fill(forms(office, other, tmp_path / "明年")[0])
    form = only(planned(office, campaign, path))
    assert (form.state, codes(form)) == (FormState.PROBLEM, ["returns.other_year"])

    def elsewhere(book: openpyxl.Workbook) -> None:
        for row in book["回表信息"].iter_rows():
            if row[0].value in ("campaign_id", "association"):
                row[1].value = "别处"

    form = only(planned(office, campaign, fill(path, also=elsewhere)))
    assert (form.state, codes(form)) == (FormState.UNKNOWN, ["returns.other_office"])
    assert "别处" in WORDS.of(form.findings[0])


def test_changed_meanwhile_is_refused_whole(office, campaign, tmp_path):
    path = fill(made(office, campaign, tmp_path)[0], {**AGREES, "address": "新"})
    plan = planned(office, campaign, path)
    known = company_of(office, only(plan))
    editing.save(
        office, CompanyDraft(known.values["name"], code(0), website="https://b.example"), known.id, known.row_version
    )
    with refused("store.changed_meanwhile"):
        bring_in(office, plan)
    assert pledging.pledge_of(office, campaign.id, known.id).entered is False


def test_a_huge_packed_file_is_listed_among_the_problems_and_the_others_go_on(office, campaign, tmp_path):
    path = fill(made(office, campaign, tmp_path)[0], AGREES)
    huge = tmp_path / "大.zip"
    with zipfile.ZipFile(huge, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("弹.xlsx", b"\0" * 3_000_000)
    plan = planned(office, campaign, huge, path)
    told = {each.file.name: (each.alone, [found.code for found in each.findings]) for each in plan.forms}
    assert told["大.zip"] == (FormState.PROBLEM, ["returns.packed_too_large"])
    assert told[path.name][0] is FormState.CHANGED


def test_a_packed_folder_with_names_of_windows_is_read(office, campaign, tmp_path):
    paths = [fill(path) for path in made(office, campaign, tmp_path)]
    packed = tmp_path / "邮件.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in paths:
            archive.writestr(f"子文件夹/{path.name}".encode("gb18030").decode("cp437"), path.read_bytes())
        archive.writestr("__MACOSX/._x.xlsx", b"junk")
    plan = planned(office, campaign, packed)
    assert plan.counted()[FormState.CHANGED] == 3


def test_the_list_of_what_is_left_names_file_company_and_reason(office, campaign, tmp_path):
    paths = made(office, campaign, tmp_path)
    fill(paths[0])
    (tmp_path / "回表" / "说明.pdf").write_bytes(b"%PDF-1.4")
    plan = planned(office, campaign, tmp_path / "回表")
    listed = tmp_path / "问题.xlsx"
    assert applying.write_problems(plan, listed, WORDS) == 3
    rows = list(openpyxl.load_workbook(listed).active.values)[2:]
    assert rows[0] == applying.PROBLEM_COLUMNS
    assert {row[0] for row in rows[1:]} == {paths[1].name, paths[2].name, "说明.pdf"}
    bring_in(office, plan)
    again = planned(office, campaign, tmp_path / "回表")
    assert again.counted()[FormState.UNCHANGED] == 1
    shutil.rmtree(tmp_path / "回表")
    assert applying.write_problems(ReturnPlan(campaign.id, "", ()), tmp_path / "无.xlsx", WORDS) == 0
    assert not (tmp_path / "无.xlsx").exists()


def test_a_merged_companys_form_reaches_the_one_that_stayed(office, campaign, tmp_path):
    path = fill(made(office, campaign, tmp_path)[0], {**AGREES, "uscc": None, "address": "新"})
    kept = add(office, "示例留下的公司", code(50))
    with office.writing("company_change") as work:
        gone = work.session.get_one(Company, only(planned(office, campaign, path)).company_id)
        gone.merged_into_id = kept.id
    assert only(planned(office, campaign, path)).company_id == kept.id


def _damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4000])


def _of_other_office(book: openpyxl.Workbook) -> None:
    for row in book["回表信息"].iter_rows():
        if row[0].value == "campaign_id":
            row[1].value = "别处"


def test_a_folder_with_every_kind_of_trouble(office, tmp_path):
    """Thirty files: each has its state, and what is sound goes in at once."""
    campaign = returned.open_year(office, 26)
    last = returned.open_year(office, 26, 2025)
    sent, place = made(office, campaign, tmp_path), tmp_path / "收回"
    place.mkdir()
    expected: dict[str, str] = {}

    def came(index: int, state: str, values: dict[str, object] | None = None, name: str = "", **more: object) -> Path:
        path = place / (name or sent[index].name)
        expected[path.name] = state
        return fill(sent[index], AGREES if values is None else values, to=path, **more)

    for index in range(14):
        came(index, "changed", {**AGREES, "address": f"示例路{index}号"})
    came(14, "changed", {**AGREES, "hotline": "０１０－１２３４５６７８", "signed_on": "2026.03.01"}, "改了名.xlsx")
    came(15, "problem", {}, products=None)
    came(16, "problem", {**AGREES, "uscc": 9.153e17})
    came(17, "problem", {**AGREES, "uscc": "91530000000000000X"})
    came(18, "problem", {**AGREES, "name": "长" * 1000})
    came(19, "problem", {"consent": "不同意"}, products=None)
    came(20, "changed", also=returned.forget, name="丢了隐藏表.xlsx")
    came(21, "unknown", {**AGREES, "uscc": None, "name": "没有的公司"}, also=returned.forget, name="陌生.xlsx")
    returned.age(came(22, "duplicate", name="一.xlsx"), 600)
    came(22, "changed", {**AGREES, "address": "新的"}, "二.xlsx")
    _damaged(came(23, "problem", name="坏了.xlsx"))
    came(24, "unknown", also=_of_other_office, name="别处.xlsx")
    shutil.copy(forms(office, last, tmp_path / "去年")[25], place)
    expected[sent[25].name.replace("2026", "2025")] = "problem"
    (place / "加密.xlsx").write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    )
    (place / "扫描.pdf").write_bytes(b"%PDF-1.4")
    (place / "名单.xlsx").write_bytes(_a_list())
    expected |= {"加密.xlsx": "problem", "扫描.pdf": "unknown", "名单.xlsx": "unknown"}
    plan = planned(office, campaign, place)
    assert {form.file.name: form.state.value for form in plan.forms} == expected
    assert len(expected) == 30
    assert all(planning.reasons(form, WORDS) for form in plan.forms if form.state.value in ("problem", "unknown"))
    done = bring_in(office, plan)
    assert (done.companies, done.pledges) == (17, 17)
    assert planned(office, campaign, place).counted()[FormState.CHANGED] == 0


def _a_list() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["企业名称", "统一社会信用代码"])
    book.active.append(["示例公司", code(3)])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_forms_stand_whole_or_not_at_all(office, campaign, tmp_path):
    ids = browsing.ids(office, CompanyFilter())
    job = making.make(office, campaign.id, ids, tmp_path / "回表")
    next(job)
    job.close()
    assert list(tmp_path.glob("回表*")) == []
    job = making.make(office, campaign.id, ids, tmp_path / "回表.zip")
    next(job)
    job.close()
    assert list(tmp_path.glob("回表*")) == []


def test_what_stands_is_not_touched_and_names_that_clash_are_numbered(office, campaign, tmp_path):
    twin = add(office, "示例第0电器有限公司 ", code(60)).id
    ids = [*browsing.ids(office, CompanyFilter()), twin]
    folder = tmp_path / "回表"
    first = finish(making.make(office, campaign.id, ids, folder))
    assert (first.made, first.skipped) == (4, 0)
    assert "示例第0电器有限公司_回表_2026(2).xlsx" in {path.name for path in folder.iterdir()}
    filled = fill(folder / "示例第1电器有限公司_回表_2026.xlsx").read_bytes()
    (folder / "示例第2电器有限公司_回表_2026.xlsx").write_bytes(b"another thing")
    again = finish(making.make(office, campaign.id, ids, folder))
    assert (again.made, again.skipped) == (1, 3)
    assert (folder / "示例第1电器有限公司_回表_2026.xlsx").read_bytes() == filled
    assert (folder / "示例第2电器有限公司_回表_2026.xlsx").read_bytes() == b"another thing"


def test_contacts_are_printed_only_on_request_and_that_is_noted(office, campaign, tmp_path):
    company = browsing.page(office, CompanyFilter())[0].id
    known = details.detail(office, company)
    draft = CompanyDraft(known.values["name"], known.values["uscc"], contact_phone="13800000000")
    people = [ContactRow("示例人", "13800000000", "")]
    editing.save(office, draft, company, known.row_version, None, people)
    for contacts in (False, True):
        path = forms(office, campaign, tmp_path / str(contacts), contacts=contacts)[0]
        cells = [cell.value for row in openpyxl.load_workbook(path)["回表"].iter_rows() for cell in row]
        assert ("13800000000" in cells) is contacts
        command = history.commands(office)[0]
        assert (command.name, command.params["contacts"]) == ("returns_make", contacts)


@pytest.mark.parametrize("place", ["没有/回表", "file"])
def test_a_place_that_cannot_be_written_is_refused(office, campaign, tmp_path, place):
    (tmp_path / "file").write_bytes(b"")
    ids = browsing.ids(office, CompanyFilter())
    with refused("returns.out_is_file" if place == "file" else "file.folder_missing"):
        finish(making.make(office, campaign.id, ids, tmp_path / place))
    with refused("returns.nobody"):
        finish(making.make(office, campaign.id, [], tmp_path / "回表"))
