"""``member`` and ``company`` on the command line: terms in, status out, and back."""

from __future__ import annotations

from tests.cli.conftest import Cli

NAME = "示例青禾电器有限公司"


def test_a_term_is_added_changed_renewed_and_removed(cli: Cli, tmp_path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(f"企业名称\n{NAME}\n", encoding="utf-8")
    cli("import", listed)
    assert cli("--json", "member", "status", NAME).json["membership"]["status"] == "none"
    added = cli("--json", "member", "term", NAME, "--tier", "理事", "--from", "2000-01-01", "--to", "2099-12-31").json
    assert added["membership"]["status"] == "current"
    assert added["membership"]["member_tier"] == "council"
    assert added["membership"]["offered_no"] == "M00001"
    assert "M00001" in cli("member", "number", NAME).out
    assert NAME in cli("company", "list", "--membership", "current").out
    assert NAME not in cli("company", "list", "--membership", "lapsed").out
    changed = cli("--json", "member", "term", NAME, "--change", "1", "--to", "2001-12-31").json
    assert changed["membership"]["status"] == "lapsed"
    assert changed["membership"]["terms"][0]["term"]["member_tier"] == "council"
    assert cli("--json", "member", "renew", "--status", "lapsed").json["renewed"] == 1
    assert cli("--json", "member", "status", NAME).json["membership"]["status"] == "current"
    cli("member", "term", NAME, "--remove", "1")
    assert NAME in cli("history", "undo").out
    assert len(cli("--json", "member", "status", NAME).json["membership"]["terms"]) == 2


def test_refusals_say_why(cli: Cli, tmp_path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(f"企业名称\n{NAME}\n", encoding="utf-8")
    cli("import", listed)
    assert cli("member", "renew", NAME, status=1).said.strip()
    assert cli("member", "renew", status=1).said.strip()
    assert "3" in cli("member", "term", NAME, "--change", "3", status=1).said
    cli("member", "term", NAME, "--from", "2000-01-01")
    assert "2000-01-01" in cli("member", "term", NAME, "--from", "2020-01-01", status=1).said


def listed(cli: Cli, tmp_path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"企业名称\n{NAME}\n", encoding="utf-8")
    cli("import", path)


def test_dues_are_there_only_where_they_are_switched_on(cli: Cli, tmp_path) -> None:
    listed(cli, tmp_path)
    for command in (["show", NAME], ["year", "2026"], ["remind", "2026"], ["pay", NAME, "2026", "10"]):
        assert "会费台账没有启用" in cli("--lang", "zh_CN", "dues", *command, status=1).said
    cli("settings", "set", "dues_ledger=on")
    cli("member", "term", NAME, "--from", "2000-01-01")
    assert cli("--json", "dues", "charge", "2026", "２０００元", "--due-on", "2026-06-30").json == {"charged": 1}
    assert (
        cli("--json", "dues", "pay", NAME, "2026", "500.5", "--receipt", "S-1").json["dues"]["dues"]["paid_fen"]
        == 50050
    )
    assert "1499.50" in cli("dues", "year", "2026").out
    assert NAME in cli("dues", "remind", "2026").out
    assert "2025 年没有未缴会费的会员" in cli("dues", "remind", "2025").out
    out = tmp_path / "list.xlsx"
    assert cli("--json", "dues", "remind", "2026", "--out", out).json["companies"] == 1
    assert out.exists()
    assert "很多" in cli("dues", "pay", NAME, "2026", "很多", status=1).said
    assert cli("--json", "dues", "set", NAME, "2026", "--due", "3000").json["dues"][0]["dues"]["paid_fen"] == 50050


def test_fields_are_defined_filled_and_retired(cli: Cli, tmp_path) -> None:
    listed(cli, tmp_path)
    cli("field", "add", "类别", "--kind", "choice", "--choice", "甲", "--choice", "乙")
    assert cli("--json", "field", "set", NAME, "类别", "乙").json == {"fields": {"类别": "乙"}}
    assert "甲、乙" in cli("field", "set", NAME, "类别", "丙", status=1).said
    cli("field", "change", "类别", "--to", "分类")
    retired = cli("--json", "field", "retire", "分类").json["fields"]
    assert [(row["name"], row["active"]) for row in retired] == [("分类", False)]
    assert cli("--json", "field", "retire", "分类", "--again").json["fields"][0]["active"] is True
    assert cli("field", "list").out.startswith("分类")
