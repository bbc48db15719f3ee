"""Whose form it is, which of two counts, and folders with every kind of trouble."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import openpyxl

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.services.campaigns import pledging
from qc_desktop.services.companies import editing
from qc_desktop.services.returns import applying, planning
from qc_desktop.services.returns.planning import FormState, ReturnPlan
from qc_desktop.storage.tables import Company
from tests import returned
from tests.returned import AGREES, fill, forms, only, planned
from tests.samples import add, code, refused

from .returning import WORDS, bring_in, campaign, codes, company_of, made

__all__ = ["campaign"]


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
