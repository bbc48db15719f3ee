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
