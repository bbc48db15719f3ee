"""Which row means which company, what it would do, and that it happens whole or not at all."""

from __future__ import annotations

import pytest

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.messages import messages
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, details, editing, importing, planning
from qc_desktop.services.companies.details import FormerNameRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.matching import Outcome
from tests.samples import add, code, refused, write_list

HEADERS = ["企业名称", "统一社会信用代码", "省份", "服务热线", "联系人"]


@pytest.fixture
def plan(office, tmp_path):
    """Plans the import of rows under HEADERS."""
    return lambda rows, headers=HEADERS: finish(
        planning.plan(office, write_list(tmp_path / "示例名单.xlsx", rows, headers))
    )


def outcomes(plan):
    return [row.outcome.value for row in plan.rows]


def remarks(plan, group="match"):
    return [found.code for row in plan.rows for found in row.findings if found.code.startswith(group)]


def names(office):
    return [row.name for row in browsing.page(office, CompanyFilter())]


def detail(office, typed):
    return details.detail(office, browsing.resolve(office, typed))


def test_new_changed_and_unchanged_rows_are_told_apart(office, plan):
    first = ["示例甲有限公司", code(1), "北京市", "1"]
    finish(importing.commit(office, plan([first, ["示例乙有限公司", code(2), "北京市", "1"]])))
    made = plan([first, ["示例乙有限公司", code(2), "北京市", "2"], ["示例丙有限公司", code(3)]])
    assert outcomes(made) == ["unchanged", "updated", "new"]
    assert made.rows[1].changes == {"hotline": ("1", "2")}
    done = finish(importing.commit(office, made))
    assert done.counts == {"new": 1, "updated": 1, "renamed": 0, "unchanged": 1, "duplicate": 0, "error": 0}
    assert detail(office, "示例乙有限公司").values["hotline"] == "2"


def test_importing_the_same_list_again_changes_nothing(office, plan):
    rows = [["示例甲有限公司", code(1), "北京市", "1", "示例人"], ["示例乙有限公司", "", "北京市", "", ""]]
    finish(importing.commit(office, plan(rows)))
    assert outcomes(plan(rows)) == ["unchanged", "unchanged"]
    finish(importing.commit(office, plan(rows)))
    assert history.changes(office, history.commands(office)[0].seq) == []


def test_an_empty_cell_empties_nothing(office, plan):
    add(office, "示例甲有限公司", code(1), hotline="1", remark="示例")
    finish(importing.commit(office, plan([["示例甲有限公司", code(1), "北京市", "", ""], ["示例乙有限公司", code(2)]])))
    assert detail(office, code(1)).values["hotline"] == "1"
    assert detail(office, code(1)).values["remark"] == "示例"


def test_a_row_matches_by_code_first_and_a_new_name_makes_the_old_one_a_former_name(office, plan):
    add(office, "示例旧有限公司", code(1))
    made = plan([["示例新有限公司", code(1), "北京市"]])
    assert (outcomes(made), remarks(made)) == (["renamed"], ["match.renamed"])
    assert made.counted()[Outcome.RENAMED] == 1
    assert made.rows[0].changes["name"] == ("示例旧有限公司", "示例新有限公司")
    finish(importing.commit(office, made))
    found = detail(office, code(1))
    assert found.values["name"] == "示例新有限公司"
    assert [former.name for former in found.former_names] == ["示例旧有限公司"]


@pytest.mark.parametrize("name", ["=HYPERLINK(1)公司", "@SUM(A1)有限公司", "＝示例公司"])
def test_a_name_like_a_formula_renames_nobody_unless_a_person_says_so(office, name):
    add(office, "示例甲有限公司", code(1), hotline="1")
    table = f"企业名称\t统一社会信用代码\t服务热线\n{name}\t{code(1)}\t2\n示例乙有限公司\t{code(2)}\t3\n"
    made = finish(planning.plan_pasted(office, table))
    assert (outcomes(made), remarks(made)) == (["duplicate", "new"], ["match.formula_name"])
    finish(importing.commit(office, made))
    assert detail(office, code(1)).values["hotline"] == "1"
    again = finish(planning.plan_pasted(office, table))
    finish(importing.commit(office, again, {again.rows[0].row: Outcome.UPDATED}))
    assert [former.name for former in detail(office, code(1)).former_names] == ["示例甲有限公司"]


def test_a_renamed_company_that_is_left_out_stays_as_it_is_and_goes_to_the_rows_to_mend(office, plan, tmp_path):
    """A code with a slip in it would give one company the name of another."""
    add(office, "示例旧有限公司", code(1), hotline="1")
    made = plan([["示例另有限公司", code(1), "北京市", "2"], ["示例乙有限公司", code(2)]])
    decisions = {made.rows[0].row: Outcome.ERROR}
    done = finish(importing.commit(office, made, decisions))
    assert done.counts == {"new": 1, "updated": 0, "renamed": 0, "unchanged": 0, "duplicate": 0, "error": 1}
    found = detail(office, code(1))
    assert (found.values["name"], found.values["hotline"], found.former_names) == ("示例旧有限公司", "1", ())
    words = messages("zh_CN")
    assert planning.write_bad_rows(made, tmp_path / "待改.xlsx", words, decisions) == 1
    assert planning.write_bad_rows(made, tmp_path / "无.xlsx", words) == 0


def test_of_two_rows_with_one_new_code_the_second_is_left_out_and_goes_to_the_rows_to_mend(office, plan, tmp_path):
    add(office, "示例甲有限公司", code(3))
    made = plan([["示例甲有限公司", code(1)], ["示例甲有限公司", code(1)]])
    assert outcomes(made) == ["duplicate", "duplicate"]
    decisions = {row.row: Outcome.NEW for row in made.rows}
    done = finish(importing.commit(office, made, decisions))
    assert (done.counts["new"], done.counts["duplicate"]) == (1, 1)
    path = tmp_path / "待改.xlsx"
    assert planning.write_bad_rows(made, path, messages("zh_CN"), decisions) == 1
    assert path.is_file()


def test_another_spelling_of_the_name_is_the_same_company_and_its_name_stays(office, plan):
    add(office, "示例（北京）甲有限公司")
    made = plan([["示例(北京)甲 有限公司", code(1)], ["示例 北京 乙有限公司", code(2)]])
    assert outcomes(made) == ["updated", "new"]
    finish(importing.commit(office, made))
    assert detail(office, code(1)).values["name"] == "示例（北京）甲有限公司"
    assert detail(office, code(1)).former_names == ()


@pytest.mark.parametrize("by", ["name", "code"])
def test_a_list_with_a_former_name_means_the_company_and_leaves_its_name(office, plan, by):
    made = add(office, "示例新有限公司", code(1))
    former = [FormerNameRow("示例旧有限公司")]
    editing.save(office, CompanyDraft("示例新有限公司", code(1)), made.id, made.row_version, former)
    planned = plan([["示例旧有限公司", code(1) if by == "code" else "", "北京市", "9"]])
    assert (outcomes(planned), remarks(planned)) == (["updated"], ["match.former_name"])
    finish(importing.commit(office, planned))
    assert names(office) == ["示例新有限公司"]
    assert [row.name for row in detail(office, code(1)).former_names] == ["示例旧有限公司"]


def test_the_same_name_under_another_code_is_for_a_person_to_decide(office, plan):
    add(office, "示例甲有限公司", code(1))
    made = plan([["示例甲有限公司", code(2), "北京市"]])
    assert (outcomes(made), remarks(made)) == (["duplicate"], ["match.other_code"])
    with refused("import.nothing"):
        finish(importing.commit(office, made))
    row = made.rows[0].row
    finish(importing.commit(office, made, {row: Outcome.NEW}))
    assert names(office) == ["示例甲有限公司"] * 2


def test_decided_as_the_known_company_it_takes_the_new_code(office, plan):
    add(office, "示例甲有限公司", code(1))
    made = plan([["示例甲有限公司", code(2), "北京市"]])
    finish(importing.commit(office, made, {made.rows[0].row: Outcome.UPDATED}))
    assert names(office) == ["示例甲有限公司"]
    assert detail(office, "示例甲有限公司").values["uscc"] == code(2)


def test_several_companies_of_one_name_are_for_a_person_to_decide(office, plan):
    add(office, "示例甲有限公司", code(1))
    add(office, "示例甲有限公司", code(2))
    made = plan([["示例甲有限公司", ""]])
    assert (outcomes(made), remarks(made)) == (["duplicate"], ["match.several_of_name"])


def test_a_company_without_a_code_gets_it(office, plan):
    add(office, "示例甲有限公司")
    finish(importing.commit(office, plan([["示例甲有限公司", code(1), "北京市"]])))
    assert detail(office, "示例甲有限公司").values["uscc"] == code(1)


def test_a_derived_province_gives_way_to_one_that_is_written(office, plan):
    finish(importing.commit(office, plan([["示例甲有限公司", code(1), "无此省"]])))
    assert detail(office, code(1)).values["province_derived"] is True
    finish(importing.commit(office, plan([["示例甲有限公司", code(1), "江苏省"]])))
    found = detail(office, code(1)).values
    assert (found["province"], found["province_derived"]) == ("江苏省", False)
    finish(importing.commit(office, plan([["示例甲有限公司", code(1), "无此省", "9"]])))
    assert detail(office, code(1)).values["province"] == "江苏省"
