"""Repeats within a list, decisions, what is remembered, cancelling, and a list as dirty as offices send it."""

from __future__ import annotations

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.messages import messages
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, details, importing, planning
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.matching import Outcome
from tests.samples import HEADERS, add, code, refused, rows, write_list
from tests.services.test_importing import names, outcomes, plan, remarks

__all__ = ["plan"]


@pytest.mark.parametrize(
    "second",
    [["示例甲有限公司", code(1)], ["示例甲有限公司", ""], ["示例(甲)有限公司", ""]],
)
def test_a_second_row_of_one_company_is_not_imported(office, plan, second):
    made = plan([["示例甲有限公司", code(1), "北京市"], second])
    assert (outcomes(made), remarks(made)) == (["new", "duplicate"], ["match.repeats"])
    finish(importing.commit(office, made))
    assert names(office) == ["示例甲有限公司"]


def test_two_rows_of_one_name_and_two_codes_are_told_as_such(plan):
    made = plan([["示例甲有限公司", code(1)], ["示例甲有限公司", code(2)]])
    assert (outcomes(made), remarks(made)) == (["new", "duplicate"], ["match.other_code"])


def test_a_code_that_an_earlier_row_gives_a_known_company_is_that_company_s(office, plan):
    add(office, "示例甲有限公司")
    made = plan([["示例甲有限公司", code(1)], ["示例乙有限公司", code(1)]])
    assert outcomes(made) == ["updated", "duplicate"]
    finish(importing.commit(office, made))
    assert names(office) == ["示例甲有限公司"]


@pytest.mark.parametrize("decision", [Outcome.NEW, Outcome.UPDATED])
def test_whatever_is_decided_about_repeats_no_code_is_given_twice(office, plan, decision):
    repeats = [["示例甲有限公司", code(1)], ["示例乙有限公司", code(1)], ["示例甲有限公司", ""]]
    made = plan([[*row, "", str(place)] for place, row in enumerate(repeats)])
    finish(importing.commit(office, made, {row.row: decision for row in made.rows}))
    expected = ["示例甲有限公司"] * 2 if decision is Outcome.NEW else ["示例甲有限公司"]
    assert names(office) == expected


def test_one_import_is_one_step_back(office, plan):
    add(office, "示例甲有限公司", code(1), hotline="1")
    before = names(office)
    finish(importing.commit(office, plan([["示例甲有限公司", code(1), "", "2"], *rows(20, 10)])))
    assert len(names(office)) == 21
    assert history.undo(office).name == "import"
    assert names(office) == before
    assert browsing.find(office, "示例甲")[0].uscc == code(1)


def test_a_cancelled_import_leaves_nothing(office, plan, monkeypatch):
    monkeypatch.setattr(importing, "EVERY", 5)
    job = importing.commit(office, plan(rows(20)))
    assert next(job).done == 5
    job.close()
    assert (names(office), history.commands(office)) == ([], [])


def test_a_plan_that_was_overtaken_is_refused_whole(office, plan):
    made = plan(rows(3))
    add(office, "示例抢先有限公司", code(2))
    with refused("store.changed_meanwhile"):
        finish(importing.commit(office, made))
    assert names(office) == ["示例抢先有限公司"]


def test_a_plan_is_committed_once(office, plan):
    made = plan(rows(3))
    finish(importing.commit(office, made))
    with refused("store.changed_meanwhile"):
        finish(importing.commit(office, made))
    assert len(names(office)) == 3


def test_columns_that_a_person_assigned_are_remembered_by_their_headers(office, tmp_path):
    headers = ["企业名称", "统一社会信用代码", "对外号码"]
    path = write_list(tmp_path / "a.xlsx", [["示例甲有限公司", code(1), "400-1"]], headers)
    assert "row.column_unknown" in [found.code for found in finish(planning.plan(office, path)).findings]
    chosen = {0: "name", 1: "uscc", 2: "hotline"}
    finish(importing.commit(office, finish(planning.plan(office, path, mapping=chosen))))
    again = finish(planning.plan(office, path))
    assert again.mapping == chosen
    assert details.detail(office, browsing.resolve(office, code(1))).values["hotline"] == "400-1"


RARE = "示例𠮷䶮堃有限公司"
GOOD = [
    ["示例一(集团)有限公司", code(1), "江苏", "张某", "冰箱、洗衣机"],
    ["示例二\n有限公司", code(2).lower(), "江苏省", "", ""],
    ["　示例三有限公司 ", f" {code(3)[:9]} {code(3)[9:]}", "内蒙", "", ""],
    ["示例四有限公司", "".join(chr(ord(c) + 0xFEE0) for c in code(4)), "火星", "", ""],
    [RARE, code(5), "北京市", "", ""],
    ["示例六有限公司", "", "上海", "", ""],
    ["'=示例七有限公司", code(7), "上海", "", ""],
]
BAD = [
    (["", code(20), "", "", ""], "row.name_missing"),
    (["示例错一有限公司", 915000000000000000, "", "", ""], "row.digits_lost"),
    (["示例错二有限公司", "9.15E+17", "", "", ""], "row.digits_lost"),
    (["示例错三有限公司", code(23)[:-1] + ("0" if code(23)[-1] != "0" else "1"), "", "", ""], "uscc.check"),
    (["示例错四有限公司", code(24)[:-1], "", "", ""], "uscc.length"),
    (["示例错五有限公司", code(25)[:-2] + "IO", "", "", ""], "uscc.character"),
    (["示例\ue123有限公司", code(26), "", "", ""], "row.private_use"),
    (["示例" + "长" * 300, code(27), "", "", ""], "row.too_long"),
]


def test_a_dirty_list_loses_no_good_row_and_has_a_reason_for_every_bad_one(office, plan, tmp_path):
    body = [GOOD[0], *(row for row, _ in BAD), *GOOD[1:], [], ["合计", "", "共15家"]]
    made = plan(body)
    assert outcomes(made) == ["new", *["error"] * len(BAD), *["new"] * (len(GOOD) - 1)]
    reasons = [[found.code for found in row.findings] for row in made.rows if row.outcome is Outcome.ERROR]
    assert [reason in found for found, (_, reason) in zip(reasons, BAD, strict=True)] == [True] * len(BAD)
    finish(importing.commit(office, made))
    assert browsing.count(office, CompanyFilter()) == len(GOOD)
    assert {RARE, "示例一（集团）有限公司", "示例二有限公司"} <= set(names(office))


def test_bad_rows_come_back_as_a_list_that_can_be_mended_and_imported(office, plan, tmp_path):
    made = plan([*GOOD, *(row for row, _ in BAD)])
    path = tmp_path / "待改正.xlsx"
    assert planning.write_bad_rows(made, path, messages("zh_CN")) == len(BAD)
    again = finish(planning.plan(office, path))
    assert outcomes(again) == ["error"] * len(BAD)
    assert planning.write_bad_rows(plan(GOOD), tmp_path / "none.xlsx", messages("en")) == 0
    assert not (tmp_path / "none.xlsx").exists()


def test_one_code_under_two_names_is_a_wrong_code_and_no_repeat(plan):
    made = plan([["示例甲有限公司", code(1)], ["示例乙集团有限公司", code(1)]])
    assert (outcomes(made), remarks(made)) == (["new", "duplicate"], ["match.code_twice"])


def test_a_corrected_cell_is_looked_at_with_all_others(office, tmp_path):
    rows = [["示例甲有限公司", code(1)], ["示例乙有限公司", "123"], ["示例甲有限公司", "456"]]
    path = write_list(tmp_path / "名单.xlsx", rows, HEADERS[:2])
    made = finish(planning.plan(office, path))
    first = made.rows[0].row
    assert [row.outcome for row in made.rows] == [Outcome.NEW, Outcome.ERROR, Outcome.ERROR]
    better = finish(planning.mended(office, made, {(first + 1, 1): code(2), (first + 2, 1): code(1)}))
    assert [row.outcome for row in better.rows] == [Outcome.NEW, Outcome.NEW, Outcome.DUPLICATE]
    assert [row.cells[1] for row in better.table.rows] == [code(1), code(2), code(1)]
    assert [row.cells[1] for row in made.table.rows] == [code(1), "123", "456"]
    finish(importing.commit(office, better))
    assert {row.name for row in browsing.page(office, CompanyFilter())} == {"示例甲有限公司", "示例乙有限公司"}


def test_a_logical_value_is_no_name(plan):
    made = plan([[True, code(1)], ["示例甲有限公司", code(2)]])
    assert outcomes(made) == ["error", "new"]
    assert "row.name_odd" in [found.code for found in made.rows[0].findings]


def test_a_total_is_passed_over_and_known(plan):
    made = plan([["示例甲有限公司", code(1)], ["合计", "1家"]])
    assert outcomes(made) == ["new"]
    assert made.table.skipped == (made.rows[0].row + 1,)
