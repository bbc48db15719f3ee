"""The chase list: who owes what, what they are sent, and that reminding them is noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import openpyxl
import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.chasing import Missing, ReminderWay, fill
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import history, preferences, scans
from qc_desktop.services.campaigns import chasing, inviting, letters, pledging, stages, years
from qc_desktop.services.campaigns.chasing import ChaseFilter
from qc_desktop.services.scans import Paper
from tests.papers import jpeg
from tests.samples import Year, add, refused


@pytest.fixture
def fresh(year: Year) -> Year:
    """The year after: of twelve companies three drafts, four invited, two in review, one returned."""
    office = year.office
    row = years.open_year(office, years.suggestion(office, 2027))
    row = years.change(office, row.id, row.row_version, replace(row.values, applications_until=dt.date(2027, 3, 1)))
    companies = [company.id for company in year.companies()]
    stages.take_in(office, row.id, companies[:3], Stage.DRAFT)
    stages.take_in(office, row.id, companies[3:7], Stage.INVITED)
    for company in companies[7:10]:
        pledging.enter(office, row.id, company, PledgeDraft(("示例产品",), ("GB 4706.1-2005",)))
    last = Year(office, row.id, year.keys).companies()[9].participation_id
    pledging.send_back(office, [last], "承诺书未盖章")
    return Year(office, row.id, year.keys)


def names(year: Year, who: str, **more: str) -> list[str]:
    return [row.name for row in chasing.page(year.office, ChaseFilter(year.campaign_id, who, **more))]


def test_who_has_not_answered_is_listed_by_where_they_stand(fresh: Year):
    counted = chasing.counts(fresh.office, fresh.campaign_id)
    assert counted == {"owing": 8, "not_invited": 3, "awaited": 4, "returned": 1, "incomplete": 2}
    assert len(names(fresh, "owing")) == 8
    everybody = [company.name for company in fresh.companies()]
    assert names(fresh, "awaited") == everybody[3:7]


def test_what_is_missing_is_named_until_it_is_there(fresh: Year):
    row = fresh.companies()[7]
    (shown,) = [
        one for one in chasing.page(fresh.office, ChaseFilter(fresh.campaign_id, "incomplete")) if one.name == row.name
    ]
    assert shown.missing == (Missing.SCAN,)
    finish(scans.add(fresh.office, row.id, [Paper("a.jpg", content=jpeg())], fresh.campaign_id))
    assert row.name not in names(fresh, "incomplete")
    draft = chasing.page(fresh.office, ChaseFilter(fresh.campaign_id, "not_invited"))[0]
    assert draft.missing == (Missing.PLEDGE, Missing.PRODUCTS, Missing.STANDARDS, Missing.SCAN)
    bare = add(fresh.office, "示例无代码有限公司")
    stages.take_in(fresh.office, fresh.campaign_id, [bare.id], Stage.INVITED)
    assert names(fresh, "owing", missing="uscc") == ["示例无代码有限公司"] == names(fresh, "owing", missing="contact")


def test_reminding_is_noted_filtered_sorted_and_taken_back(fresh: Year):
    office, wanted = fresh.office, ChaseFilter(fresh.campaign_id, "awaited")
    chosen = chasing.ids(office, wanted)
    assert chasing.mark(office, chosen[1:3], ReminderWay.WECHAT, "下周回复") == 2
    rows = chasing.page(office, wanted)
    assert [row.times for row in rows] == [0, 1, 1, 0]
    assert (rows[1].way, rows[1].reminded_by, rows[1].remark) == ("wechat", office.author.staff, "下周回复")
    assert chasing.ids(office, replace(wanted, reminded="never")) == [chosen[0], chosen[3]]
    assert chasing.count(replace(office, fixed_day=office.today), replace(wanted, reminded="not_lately")) == 2
    later = replace(office, fixed_day=dt.date.today() + dt.timedelta(days=9))
    assert chasing.count(later, replace(wanted, reminded="not_lately")) == 4
    oldest = chasing.page(office, wanted, sort="reminded")
    assert [row.participation_id for row in oldest][-2:] == chosen[1:3]
    history.undo(office)
    assert all(row.times == 0 for row in chasing.page(office, wanted))


def test_the_list_counts_days_and_pages(fresh: Year):
    later = replace(fresh.office, fixed_day=dt.date.today() + dt.timedelta(days=30))
    wanted = ChaseFilter(fresh.campaign_id)
    rows = chasing.page(later, wanted, sort="waiting")
    assert {row.waiting for row in rows} <= {29, 30, 31}
    assert chasing.page(later, wanted, 2, 3) == chasing.page(later, wanted)[2:5]
    assert chasing.count(later, replace(wanted, text="没有这样的企业")) == 0


def test_the_text_says_what_is_owed_and_leaves_out_what_is_not_known(fresh: Year):
    office = fresh.office
    common = letters.wording(office, years.campaign(office, 2027).values)
    row = chasing.page(office, ChaseFilter(fresh.campaign_id, "returned"))[0]
    said = common.text(row)
    assert said.startswith(f"【示例质量检验协会】{row.name}：贵单位2027年")
    assert "还缺：签字盖章的诚信承诺书。退回原因：承诺书未盖章。请于2027年3月1日前提交。" in said
    without = replace(common, until=None).text(replace(row, stage_reason=""))
    assert "请于" not in without
    assert "退回原因" not in without
    assert "{" not in without


def test_the_template_is_a_setting_that_knows_its_variables(fresh: Year):
    preferences.change(fresh.office, {"chase_text": "{企业名称}，您好：\n还缺{缺少材料}。"})
    common = letters.wording(fresh.office, years.campaign(fresh.office, 2027).values)
    row = chasing.page(fresh.office, ChaseFilter(fresh.campaign_id, "awaited"))[0]
    assert common.text(row) == f"{row.name}，您好：\n还缺签字盖章的诚信承诺书、承诺产品、执行标准。"
    with refused("chase.unknown_variable"):
        preferences.change(fresh.office, {"chase_text": "{联系人}您好"})
    with refused("chase.brace"):
        preferences.change(fresh.office, {"chase_text": "{企业名称，您好"})
    preferences.change(fresh.office, {"chase_text": "｛企业名称｝，您好"})
    assert letters.wording(fresh.office, years.campaign(fresh.office, 2027).values).template == "{企业名称}，您好"
    preferences.change(fresh.office, {"chase_text": ""})
    assert letters.wording(fresh.office, years.campaign(fresh.office, 2027).values).template.startswith("[【")


def test_a_value_with_braces_is_not_taken_for_a_variable():
    assert fill("{企业名称}缺{缺少材料}", {"企业名称": "{年度}", "年度": "2026", "缺少材料": "[无]"}) == "{年度}缺[无]"


def test_the_list_is_a_workbook_and_contacts_are_logged(fresh: Year, tmp_path):
    office, chosen = fresh.office, chasing.ids(fresh.office, ChaseFilter(fresh.campaign_id))
    common = letters.wording(office, years.campaign(office, 2027).values)
    before = history.commands(office, 1)[0].seq
    assert finish(letters.export(office, chosen, common, tmp_path / "a.xlsx")) == 8
    assert history.commands(office, 1)[0].seq == before
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx").active.values)
    assert not any("示例联系人" in row for row in rows)
    finish(letters.export(office, chosen, common, tmp_path / "b.xlsx", with_contacts=True))
    assert (history.commands(office, 1)[0].name, history.commands(office, 1)[0].undoable) == ("chase_export", False)
    rows = list(openpyxl.load_workbook(tmp_path / "b.xlsx").active.values)
    header = rows[0]  # where Word looks for the names of the fields
    assert "企业名称" in header
    assert header[-3:] == ("联系人", "电话", "邮箱")
    assert rows[-1][header.index("联系人")] == "示例联系人"
    assert str(rows[-1][header.index("催办文字")]).startswith("【")


def test_inviting_moves_and_lists_in_one_step(fresh: Year, tmp_path):
    office = fresh.office
    chosen = chasing.ids(office, ChaseFilter(fresh.campaign_id))
    common = letters.wording(office, years.campaign(office, 2027).values)
    done = finish(inviting.invite(office, chosen, common, tmp_path / "邀请.xlsx"))
    assert (done.moved.moved, done.moved.already, len(done.moved.refused)) == (3, 4, 1)
    rows = list(openpyxl.load_workbook(tmp_path / "邀请.xlsx").active.values)
    assert "企业名称" in rows[0]
    assert len(rows) == 8
    assert rows[-1][5] == "2027年3月1日"
    assert chasing.counts(office, fresh.campaign_id)["not_invited"] == 0
    history.undo(office)
    assert chasing.counts(office, fresh.campaign_id)["not_invited"] == 3


def test_a_list_that_cannot_be_written_invites_nobody(fresh: Year, tmp_path):
    office, wanted = fresh.office, ChaseFilter(fresh.campaign_id, "not_invited")
    common = letters.wording(office, years.campaign(office, 2027).values)
    with refused("file.folder_missing"):
        finish(inviting.invite(office, chasing.ids(office, wanted), common, tmp_path / "没有" / "a.xlsx"))
    assert chasing.count(office, wanted) == 3
    job = inviting.invite(office, chasing.ids(office, wanted), common, tmp_path / "a.xlsx")
    next(job)
    job.close()
    assert chasing.count(office, wanted) == 3
    assert not list(tmp_path.glob("a.xlsx*"))
    with refused("chase.nobody"):
        returned = chasing.ids(office, ChaseFilter(fresh.campaign_id, "returned"))
        finish(inviting.invite(office, returned, common, tmp_path / "a.xlsx"))
