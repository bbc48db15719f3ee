"""Saved filters, fixed lists and changes of many companies from the command line."""

from __future__ import annotations

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
