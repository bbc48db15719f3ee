"""Saved filters, fixed lists and changes of many companies from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Cli


def names(cli: Cli, *options: str) -> set[str]:
    return {row["name"] for row in cli("company", "list", "--limit", 99, *options, "--json").json["companies"]}


def test_conditions_narrow_and_are_saved(year_cli: Cli) -> None:
    rows = year_cli("company", "list", "--limit", 99, "--json").json["companies"]
    province = rows[0]["province"]
    here = {row["name"] for row in rows if row["province"] == province}
    assert names(year_cli, "--where", f"province={province}") == here
    year_cli("saved", "filter", "本省", "--where", f"province={province}")
    assert names(year_cli, "--saved", "本省") == here
    uncertified = names(year_cli, "--where", "certified=no")
    assert uncertified == names(year_cli)
    listed = year_cli("saved", "list", "--json").json["saved"]
    assert [(row["name"], row["fixed"], row["companies"]) for row in listed] == [("本省", False, len(here))]
    year_cli("saved", "rename", "本省", "全省")
    year_cli("saved", "delete", "全省")
    assert year_cli("saved", "list", "--json").json == {"saved": []}


def test_a_list_is_made_grown_and_shrunk(year_cli: Cli) -> None:
    everyone = sorted(names(year_cli))
    year_cli("saved", "add", "重点", *everyone[:2])
    assert year_cli("saved", "add", "重点", *everyone[1:4], "--json").json["added"] == 2
    assert year_cli("saved", "remove", "重点", everyone[0], "--json").json["removed"] == 1
    assert names(year_cli, "--saved", "重点") == set(everyone[1:4])


def test_a_change_of_many_is_only_shown_until_it_is_applied(year_cli: Cli) -> None:
    shown = year_cli("company", "set", "hotline=12315", "--all", "--json").json
    total = len(names(year_cli))
    assert (len(shown["changed"]), shown["applied"]) == (total, False)
    assert year_cli("company", "set", "hotline=12315", "--all", "--json").json == shown
    done = year_cli("company", "set", "hotline=12315", "--all", "--apply", "--json").json
    assert (len(done["changed"]), done["applied"]) == (total, True)
    assert year_cli("company", "set", "hotline=12315", "--all", "--json").json["unchanged"] == total
    year_cli("company", "set", "hotline=12315", "--all", "--apply", status=1)
    year_cli("history", "undo")
    assert year_cli("company", "set", "hotline=12315", "--all", "--json").json == shown


@pytest.mark.parametrize(
    "line",
    [
        ("company", "set", "hotline=1"),
        ("company", "set", "uscc=1", "--all"),
        ("company", "set", "member_tier=x", "--all"),
        ("company", "list", "--where", "province=江南"),
        ("company", "list", "--where", "colour=red"),
        ("company", "list", "--where", "missing=name"),
        ("company", "list", "--where", "certified=perhaps"),
        ("company", "list", "--where", "industry=占卜"),
        ("company", "list", "--saved", "没有"),
        ("saved", "add", "重点"),
        ("saved", "filter", ""),
        ("saved", "delete", "没有"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(year_cli: Cli, line: tuple[str, ...]) -> None:
    assert year_cli(*line, status=1).said.strip()


def test_own_fields_narrow_sort_are_set_shown_and_exported(year_cli: Cli, tmp_path: Path) -> None:
    first, second, *_ = sorted(names(year_cli))
    year_cli("field", "add", "员工数", "--kind", "number")
    year_cli("field", "add", "已回访", "--kind", "yes_no")
    year_cli("field", "set", first, "员工数", "90")
    year_cli("field", "set", second, "员工数", "100")
    assert names(year_cli, "--where", "员工数=50..95") == {first}
    assert names(year_cli, "--where", "员工数=..100") == {first, second}
    assert names(year_cli, "--where", "员工数=100") == names(year_cli, "--where", "员工数=*", "--where", "员工数=95..")
    assert names(year_cli, "--where", "员工数=") == names(year_cli) - {first, second}
    year_cli("company", "list", "--where", "员工数=很多", status=1)
    shown = year_cli("company", "list", "--where", "员工数=*", "--sort", "员工数", "--columns", "name,员工数", "--json")
    assert shown.json["companies"] == [{"name": first, "员工数": 90}, {"name": second, "员工数": 100}]
    assert "90" in year_cli("company", "list", "--columns", "name，员工数", "--sort", "员工数").out.splitlines()[0]
    done = year_cli("company", "set", "已回访=是", "--where", "员工数=*", "--apply", "--json").json
    assert [each["columns"] for each in done["changed"]] == [{"已回访": ["", "yes"]}] * 2
    assert names(year_cli, "--where", "已回访=是") == {first, second}
    year_cli("saved", "filter", "已回访的", "--where", "已回访=是")
    assert names(year_cli, "--saved", "已回访的") == {first, second}
    out = tmp_path / "名单.csv"
    assert year_cli("company", "export", out, "--saved", "已回访的", "--json").json["companies"] == 2
    assert "员工数" in out.read_text(encoding="utf-8-sig").splitlines()[0]
    year_cli("company", "list", "--sort", "没有的", status=2)


def test_what_a_company_did_in_a_year_can_be_asked_for_and_saved(year_cli: Cli) -> None:
    assert names(year_cli, "--where", "movement=joined") == set()  # nobody did in the first year on record
    year_cli("saved", "filter", "新参加", "--where", "movement=joined")
    assert names(year_cli, "--saved", "新参加") == set()
    assert names(year_cli, "--where", "membership=none") == names(year_cli)


def test_what_a_condition_does_not_know_is_named_as_people_say_it(year_cli):
    said = year_cli("company", "list", "--where", "province=江南", status=1).said
    assert "“江南”不能用作省份" in said
