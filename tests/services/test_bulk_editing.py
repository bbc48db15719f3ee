"""Many companies changed at once: seen before, one command, one undo step."""

from __future__ import annotations

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, bulk_editing, details
from qc_desktop.services.companies.bulk_editing import BulkPlan
from qc_desktop.services.companies.bulk_values import FIELDS, Edit
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.samples import add, refused


def everyone(office):
    return browsing.ids(office, CompanyFilter())


def planned(office, **values) -> BulkPlan:
    return finish(bulk_editing.plan(office, everyone(office), [Edit(name, value) for name, value in values.items()]))


def test_the_plan_says_before_and_after_and_writes_nothing(year):
    before = browsing.page(year.office, CompanyFilter())
    made = planned(year.office, member_tier="理事单位", remark_append="2026年走访")
    shown = bulk_editing.rows(year.office, made, made.changed)
    assert shown[0].columns["remark"] == (before[0].remark, "2026年走访")
    assert {row.columns.get("member_tier", (None, "council"))[1] for row in shown} == {"council"}
    assert [row.name for row in shown] == [row.name for row in before]
    assert browsing.page(year.office, CompanyFilter()) == before


def test_it_is_one_command_and_one_undo_step(year):
    office = year.office
    before = browsing.page(office, CompanyFilter())
    assert finish(bulk_editing.apply(office, planned(office, hotline="4000012315", industry="38"))) == 12
    rows = browsing.page(office, CompanyFilter())
    assert {(row.hotline, row.industry_name) for row in rows} == {("4000012315", "电气机械和器材制造业")}
    assert browsing.find(office, rows[0].name)[0].id == rows[0].id  # the index was not lost
    last = history.commands(office, 1)[0]
    assert (last.name, last.params["rows"]) == ("companies_set", 12)
    history.undo(office)
    assert browsing.page(office, CompanyFilter()) == before


def test_those_that_are_so_already_stay_untouched(office):
    one = add(office, "示例甲有限公司", hotline="12315")
    add(office, "示例乙有限公司")
    made = planned(office, hotline="12315")
    assert (len(made.changed), made.unchanged, len(made.refused)) == (1, 1, 0)
    finish(bulk_editing.apply(office, made))
    assert details.detail(office, one.id).row_version == one.row_version
    with refused("bulk.unchanged"):
        finish(bulk_editing.apply(office, planned(office, hotline="12315")))


def test_remarks_are_appended_once_and_replaced_whole(office):
    add(office, "示例甲有限公司", remark="老会员")
    for _ in range(2):
        made = planned(office, remark_append="已寄通知")
        if made.changed:
            finish(bulk_editing.apply(office, made))
    assert browsing.page(office, CompanyFilter())[0].remark == "老会员；已寄通知"
    finish(bulk_editing.apply(office, planned(office, remark="")))
    assert browsing.page(office, CompanyFilter())[0].remark == ""


def test_a_city_belongs_to_its_province(office):
    for name, code, province in (("甲", "32", "江苏省"), ("乙", "44", "广东省"), ("丙", "", "")):
        add(office, f"示例{name}有限公司", province_code=code, province=province)
    made = planned(office, city="南通")
    (passed_over,) = bulk_editing.rows(office, made, made.refused)
    assert (passed_over.name, passed_over.refused.code) == ("示例乙有限公司", "bulk.city_elsewhere")
    finish(bulk_editing.apply(office, made))
    shown = {row.name: (row.province, row.city) for row in browsing.page(office, CompanyFilter())}
    assert shown["示例甲有限公司"] == ("江苏省", "南通市")
    assert shown["示例乙有限公司"] == ("广东省", "")
    finish(bulk_editing.apply(office, planned(office, province="广东")))
    assert {row.city for row in browsing.page(office, CompanyFilter())} == {""}  # 南通 is not in 广东
    company = details.detail(office, everyone(office)[0])
    assert (company.values["province_code"], company.values["admin_division_code"]) == ("44", "440000")


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        ([], "nothing"),
        ([Edit("uscc", "1")], "unknown_field"),
        ([Edit("hotline", "1"), Edit("hotline", "2")], "field_twice"),
        ([Edit("remark", "1"), Edit("remark_append", "2")], "field_twice"),
        ([Edit("member_tier", "钻石会员")], "no_such_value"),
        ([Edit("member_tier", "")], "tier_missing"),
        ([Edit("province", "江南")], "no_such_value"),
        ([Edit("hotline", "1" * 61)], "too_long"),
    ],
)
def test_what_no_company_can_take_is_refused(office, edits, reason):
    add(office)
    with refused(f"bulk.{reason}"):
        finish(bulk_editing.plan(office, everyone(office), edits))


def test_a_company_changed_since_stops_all_of_it(year):
    office = year.office
    made = planned(office, hotline="12315")
    last, version = list(made.changed.items())[-1]
    row = details.detail(office, last)
    finish(bulk_editing.apply(office, BulkPlan(made.edits, {last: version})))
    assert details.detail(office, row.id).row_version > row.row_version
    with refused("store.changed_meanwhile"):
        finish(bulk_editing.apply(office, made))
    assert sum(each.hotline == "12315" for each in browsing.page(office, CompanyFilter())) == 1


def test_a_cancelled_change_leaves_nothing(year):
    job = bulk_editing.apply(year.office, planned(year.office, hotline="12315"))
    next(job)
    job.close()
    assert not any(row.hotline == "12315" for row in browsing.page(year.office, CompanyFilter()))


def test_every_field_can_be_set(office):
    add(office, "示例甲有限公司")
    values = {
        "member_tier": "council",
        "industry": "13",
        "province": "江苏",
        "city": "南通",
        "website": "ｗｗｗ.example.com",
    }
    for field in FIELDS:
        assert planned(office, **{field: values.get(field, "示例")}).changed, field


def test_a_website_that_is_none_is_refused(office):
    add(office, "示例甲有限公司")
    with refused("company.website_scheme"):
        planned(office, website="javascript:alert(1)")
