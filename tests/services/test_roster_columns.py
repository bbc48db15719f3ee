"""What a roster shows is chosen; what it was published with stays."""

from __future__ import annotations

import docx
import openpyxl
import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.roster_columns import COLUMNS, half_hidden
from qc_desktop.messages import messages
from qc_desktop.services import history, preferences, rosters
from qc_desktop.services.audit import details
from qc_desktop.services.campaigns import pledging, stages
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies import details as companies
from qc_desktop.services.rosters import freezing
from tests.samples import add, code, refused
from tests.services.test_rosters import read

NOBODY = {"added": [], "removed": [], "changed": []}
OLD = ("company_id", "participation_id", "company", "province", "industry", "products")
"""What a version held that was published before there were more columns."""


def show(year, *keys):
    preferences.change(year.office, {rosters.SHOWN: ",".join(keys)})


def give_website(year, row, website):
    """Fills in a website; the rest of the company stays."""
    known = companies.detail(year.office, row.id)
    editing.save(year.office, CompanyDraft(row.name, row.uscc, website=website), known.id, known.row_version)


def published_long_ago(year, monkeypatch):
    """Publishes as an older version of the program did."""
    with monkeypatch.context() as old:
        inner = freezing.of_today
        old.setattr(freezing, "of_today", lambda *about: [{key: entry[key] for key in OLD} for entry in inner(*about)])
        rosters.publish(year.office, year.campaign_id)


def test_columns_are_shown_as_chosen_in_that_order(year):
    certificates = year.issue().numbers
    show(year, "company", "uscc_masked", "valid_until", "certificate_no")
    shown = rosters.view(year.office, year.campaign_id)
    assert [column.key for column in shown.columns] == ["company", "uscc_masked", "valid_until", "certificate_no"]
    codes = {row.name: row.uscc for row in year.companies()}
    for name, uscc, until, number in shown.rows:
        assert uscc == half_hidden(codes[name])
        assert until == "2027-03-14"
        assert number in certificates


def test_standards_products_and_places_come_from_the_pledge_and_the_company(year):
    made = add(year.office, "示例新来有限公司", code(90), city="北京市", website="https://example.org/a")
    pledging.enter(year.office, year.campaign_id, made.id, PledgeDraft(("示例品", "例品"), ("GB/T 1-示例", "Q/示例 2")))
    stage = browsing.in_campaign(year.office, year.campaign_id, made.id)
    stages.bring_forward(year.office, [stage.participation_id], Stage.ANNOUNCED)
    everything = [column.key for column in COLUMNS if column.key != "uscc_masked"]
    shown = rosters.view(year.office, year.campaign_id, everything)
    (line,) = [line for line in shown.rows if line[1] == "示例新来有限公司"]
    told = dict(zip(everything, line, strict=True))
    assert (told["standards"], told["products"]) == ("GB/T 1-示例、Q/示例 2", "示例品、例品")
    assert (told["uscc"], told["website"], told["city"]) == (code(90), "https://example.org/a", "北京市")


def test_other_columns_make_no_difference_and_no_new_version(year):
    rosters.publish(year.office, year.campaign_id)
    for keys in (("company",), ("company", "uscc"), ("company", "uscc_masked", "website", "city", "standards")):
        show(year, *keys)
        assert rosters.differences(year.office, year.campaign_id) == NOBODY
        assert rosters.view(year.office, year.campaign_id).lacking == ()
        with refused("roster.unchanged"):
            rosters.publish(year.office, year.campaign_id)


def test_what_is_not_shown_changes_nobody_until_it_is(year):
    rosters.publish(year.office, year.campaign_id)
    row = year.companies()[0]
    give_website(year, row, "https://example.org/b")
    usual = rosters.differences(year.office, year.campaign_id)
    assert row.name not in usual["added"] + usual["removed"]
    show(year, "company", "uscc")
    assert rosters.differences(year.office, year.campaign_id) == NOBODY
    show(year, "company", "website")
    assert rosters.differences(year.office, year.campaign_id)["changed"] == [row.name]
    assert "https://example.org/b" not in {line[1] for line in rosters.view(year.office, year.campaign_id).rows}
    assert rosters.publish(year.office, year.campaign_id).version == 2
    assert "https://example.org/b" in {line[1] for line in rosters.view(year.office, year.campaign_id).rows}


def test_a_roster_published_before_there_were_more_columns_keeps_its_own(year, monkeypatch):
    before = rosters.view(year.office, year.campaign_id)
    published_long_ago(year, monkeypatch)
    after = rosters.view(year.office, year.campaign_id)
    assert (after.version, after.rows, after.lacking) == (1, before.rows, ())
    assert rosters.differences(year.office, year.campaign_id) == NOBODY
    show(year, "sequence", "company", "province", "uscc")
    lacks = rosters.view(year.office, year.campaign_id)
    assert lacks.lacking == ("uscc",)
    assert {row[3] for row in lacks.rows} == {""}
    assert [row[:3] for row in lacks.rows] == [row[:3] for row in before.rows]
    assert rosters.differences(year.office, year.campaign_id) == NOBODY
    rosters.publish(year.office, year.campaign_id)
    again = rosters.view(year.office, year.campaign_id)
    assert (again.version, again.lacking) == (2, ())
    assert all(row[3] for row in again.rows)


@pytest.mark.parametrize("form", rosters.formats())
def test_every_format_has_the_chosen_columns(year, tmp_path, form):
    path = tmp_path / f"示例.{form}"
    wanted = ["company", "uscc_masked", "products"]
    shown = finish(rosters.export(year.office, year.campaign_id, form, path, wanted))
    text = "".join(read(path).split())
    assert [column.key for column in shown.columns] == wanted
    assert all("".join(cell.split()) in text for row in shown.rows for cell in row)
    assert not any(row.uscc in text for row in year.companies())
    assert "省份" not in text
    assert "排名不分先后" in text
    assert preferences.get(year.office, rosters.SHOWN) != wanted  # for this once


def test_pages_leave_out_what_is_empty_for_everybody_and_tables_keep_it(year, tmp_path):
    wanted = ["company", "valid_until", "certificate_no"]  # nobody has either yet
    for form in rosters.formats():
        finish(rosters.export(year.office, year.campaign_id, form, tmp_path / f"示例.{form}", wanted))
    (table,) = docx.Document(tmp_path / "示例.docx").tables
    assert [cell.text for cell in table.rows[0].cells] == ["企业名称"]
    assert "证书编号" not in read(tmp_path / "示例.pdf")
    sheet = openpyxl.load_workbook(tmp_path / "示例.xlsx").active
    assert [cell.value for cell in sheet[3]] == ["企业名称", "有效期至", "证书编号"]
    assert (
        (tmp_path / "示例.csv").read_text(encoding="utf-8-sig").startswith("企业名称（排名不分先后）,有效期至,证书编号")
    )


def test_the_choice_is_one_step_that_the_history_says_in_words_and_undo_takes_back(year):
    show(year, "company", "uscc_masked")
    (step,) = history.commands(year.office, 1)
    (line,) = [one for one in details.detail(year.office, messages("zh_CN"), step.seq).lines if one.after]
    assert (line.subject, line.after) == ("名单的列", "企业名称、统一社会信用代码（中间隐去）")
    history.undo(year.office, step.seq)
    assert rosters.view(year.office, year.campaign_id).rows[0][0] == "1"


@pytest.mark.parametrize("form", rosters.formats())
def test_an_excerpt_holds_one_province_and_says_so(year, tmp_path, form):
    whole = rosters.view(year.office, year.campaign_id)
    province = whole.provinces[1]
    path = tmp_path / f"示例.{form}"
    shown = finish(rosters.export(year.office, year.campaign_id, form, path, province=province))
    assert shown.rows
    assert {row[2] for row in shown.rows} == {province}
    if form in ("xlsx", "csv"):  # which keep every column
        assert [row for row in whole.rows if row[2] == province] == list(shown.rows)  # under their numbers
    assert f"共12家，其中{province}{len(shown.rows)}家（节选），排名不分先后" in shown.subtitle
    text = "".join(read(path).split())
    assert not any(row[1] in text for row in whole.rows if row[2] != province)
    assert "节选" in text


def test_a_province_that_nobody_is_of_is_refused(year):
    with refused("roster.no_province"):
        rosters.view(year.office, year.campaign_id, province="示例省")
