"""Global options anywhere, the language of a run, who is acting, and everything as JSON."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from qc_desktop.cli import move as cli_move
from qc_desktop.cli import run
from qc_desktop.cli.arguments import globals_first, narrowed
from qc_desktop.cli.session import plain
from qc_desktop.documents.outside.codes import read_symbols
from qc_desktop.documents.preview import page_png
from qc_desktop.domain.campaigns import Stage
from qc_desktop.paths import default_profile
from qc_desktop.services.moving.content import Packed
from tests.samples import rows, write_list

EVERY_RESULT = [
    ["settings", "get"],
    ["settings", "get", "theme"],
    ["settings", "set", "issuer_line=示例"],
    ["company", "list"],
    ["company", "list", "--stage", "已公告"],
    ["company", "find", "sl"],
    ["campaign", "list"],
    ["campaign", "open", "2027"],
    ["campaign", "change", "2026", "--theme", "示例"],
    ["certificate", "list"],
    ["certificate", "issue", "--dry-run"],
    ["roster", "publish"],
    ["key", "public"],
    ["history", "list"],
    ["history", "undo"],
]


@pytest.mark.parametrize("arguments", EVERY_RESULT, ids=" ".join)
def test_every_result_is_json_where_that_is_asked_for(year_cli, arguments):
    assert year_cli(*arguments, "--json").json is not None


@pytest.mark.parametrize("arguments", EVERY_RESULT, ids=" ".join)
def test_every_result_is_words_where_it_is_not(year_cli, arguments):
    assert year_cli(*arguments).out.strip()


def test_the_year_may_stand_where_opening_one_has_it(year_cli):
    everyone = year_cli("campaign", "advance", "2026", "--json").json
    assert everyone["already"] > 1
    name = year_cli("company", "list", "--campaign", "2026", "--json").json["companies"][0]["name"]
    assert year_cli("campaign", "advance", "2026", name, "--json").json["already"] == 1


def test_no_control_character_of_a_name_reaches_the_terminal(year_cli):
    year_cli("--as", "示例\x1b[31m员", "settings", "set", "issuer_line=示例")
    assert "\x1b" not in year_cli("history", "list").out


@pytest.mark.parametrize(
    ("given", "ordered"),
    [
        (["a", "--json", "b"], ["--json", "a", "b"]),
        (
            ["a", "--profile", "x", "--as=y", "b", "--lang", "en"],
            ["--profile", "x", "--as=y", "--lang", "en", "a", "b"],
        ),
        (["a", "--", "--json"], ["a", "--", "--json"]),
        (["a", "--profile"], ["--profile", "a"]),
        (["a", "--jsonx", "--asx=1"], ["a", "--jsonx", "--asx=1"]),
        ([], []),
    ],
)
def test_global_options_may_stand_anywhere(given, ordered):
    assert globals_first(given) == ordered


def test_numbers_of_a_chinese_keyboard_are_numbers(cli):
    cli("campaign", "open", "２０２６")
    assert cli("company", "list", "--limit", "１", "--json").json["total"] == 0
    assert [narrowed(each) for each in ("１２", "--limit=３", "甲１", "－５")] == ["12", "--limit=3", "甲１", "-5"]


def test_the_language_is_the_option_s_else_the_system_s(cli, monkeypatch):
    assert "1999" in (chinese := cli("campaign", "open", 1999, status=1).said)
    assert "年度" in chinese
    assert "A year is between" in cli("campaign", "open", 1999, "--lang", "en", status=1).said
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "A year is between" in cli("campaign", "open", 1999, status=1).said
    assert "年度" in cli("campaign", "--lang=zh_CN", "open", 1999, status=1).said


def test_the_person_acting_is_in_the_history(cli):
    cli("campaign", "open", 2026, "--as", "示例乙")
    assert cli("history", "list", "--json").json["commands"][0]["staff"] == "示例乙"


def test_stages_are_said_by_name(year_cli):
    name = year_cli("company", "list", "--json").json["companies"][0]["name"]
    assert "已公告" in year_cli("pledge", "add", name, status=1).said
    moved = year_cli("pledge", "approve", name, "--json", status=1).json
    assert "已公告" in moved["refused"][0]["reason"]
    assert "announced" not in moved["refused"][0]["reason"]


def test_contacts_are_masked_until_asked_for_and_asking_is_logged(year_cli):
    name = year_cli("company", "list", "--json").json["companies"][0]["name"]
    shown = year_cli("company", "show", name)
    assert "13800000000" not in shown.out
    assert "示例联系人" not in shown.out
    assert "contacts_shown" not in {row["name"] for row in year_cli("history", "list", "--json").json["commands"]}
    assert "13800000000" in year_cli("company", "show", name, "--contacts").out
    assert year_cli("history", "list", "--json").json["commands"][0]["name"] == "contacts_shown"


def test_settings_may_be_written_in_two_ways(cli):
    cli("settings", "set", "association_name", "示例=协会")
    assert cli("settings", "get", "association_name").out.strip() == "示例=协会"
    cli("settings", "set", "issuer_line=示例 落款", "validity_years=2")
    assert cli("settings", "get", "--json").json["validity_years"] == 2


def test_the_last_command_is_taken_back(cli, tmp_path):
    cli("import", write_list(tmp_path / "a.xlsx", rows(3)))
    assert "导入名单" in cli("history", "undo").out
    assert cli("company", "list", "--json").json["total"] == 0


def test_doctor_says_and_mends(year_cli, tmp_path):
    found = year_cli("doctor", "--json", status=1).json
    assert [one["check"] for one in found["checks"] if not one["good"]] == ["no_backup", "sheet_missing"]
    assert year_cli("doctor", "--mend", status=1).out.count("✗") == 2


def test_keys_are_published_to_a_file_and_a_label_is_checked_with_them_alone(year_cli, tmp_path):
    made = year_cli("key", "public", "--out", tmp_path / "keys.json", "--json").json
    assert json.loads((tmp_path / "keys.json").read_text(encoding="utf-8"))
    year_cli("certificate", "issue", "--out", tmp_path / "证书")
    path = min((tmp_path / "证书").iterdir())
    alone = ("--keys", tmp_path / "keys.json", "--root", made["root"], "--json")
    assert year_cli("verify", path, *alone).json["verdict"] == "signed"
    assert year_cli("verify", "x" * 40, *alone, status=1).json["verdict"] == "unknown"


def test_another_pc_checks_with_the_key_list_alone_and_makes_no_profile(year_cli, tmp_path, monkeypatch, capsys):
    """In an empty home: a PDF, its picture and the scanned text; nothing is left there afterwards."""
    root = year_cli("key", "public", "--out", tmp_path / "keys.json", "--json").json["root"]
    year_cli("certificate", "issue", "--out", tmp_path / "证书")
    path, picture = min((tmp_path / "证书").iterdir()), tmp_path / "picture.png"
    picture.write_bytes(page_png(path.read_bytes(), dpi=150))
    ((_, text),) = read_symbols(picture)
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "QC_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    assert default_profile().is_relative_to(home)
    for what in (path, picture, text, text.replace(":", "：")):
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run.main(["verify", "--json", "--keys", str(tmp_path / "keys.json"), "--root", root, str(what)])
        printed = json.loads(capsys.readouterr().out)
        assert (ended.value.code or 0, printed["verdict"]) == (0, "signed")
    assert list(home.rglob("*")) == []


def test_values_become_plain():
    assert plain({Stage.DRAFT: (Stage.APPLIED, {1})}) == {"draft": ["applied", [1]]}


def test_backups_are_listed_with_a_word_on_a_stick_that_is_away(cli, tmp_path):
    stick = tmp_path / "备份 U盘"
    stick.mkdir()
    cli("settings", "set", "backup_folder", stick)
    assert "找不到备份文件夹" not in cli("backup", "list").said
    stick.rmdir()
    assert f"找不到备份文件夹：{stick}" in cli("backup", "list").said
    assert cli("backup", "list", "--json").json["folder_is_gone"]


def test_a_moving_file_tells_its_day_on_the_clock_of_the_office(cli, tmp_path, monkeypatch):
    late = dt.datetime(2026, 3, 15, 20, tzinfo=dt.UTC)
    held = Packed(late, "示例协会", {}, 0, 0)
    monkeypatch.setattr(cli_move.unpacking, "look", lambda *_: held)
    monkeypatch.setenv("QC_PASSPHRASE", "示例口令 十二字以上")
    assert "示例协会  2026-03-16" in cli("move", "show", tmp_path / "a.qcmove").out


def test_nobody_to_issue_is_said_before_a_passphrase_is_made(cli, tmp_path, monkeypatch):
    monkeypatch.setenv("QC_PASSPHRASE", "示例口令 十二字以上")
    cli("settings", "set", "association_name=示例协会", "verification_prefix=https://c.example/q/#")
    cli("campaign", "open", "2026")
    assert "没有可以出证的企业" in cli("certificate", "issue", status=1).said
    assert "key_create" not in {row["name"] for row in cli("history", "list", "--json").json["commands"]}


def test_an_emptied_backup_folder_is_said_until_it_is_chosen_again(cli, tmp_path):
    stick = tmp_path / "备份 U盘"
    stick.mkdir()
    cli("settings", "set", "backup_folder", stick)
    cli("backup", "create")
    for path in stick.iterdir():
        path.unlink()
    assert "原来的备份不在里面" in cli("backup", "list").said
    assert "原来的备份不在里面" in cli("backup", "create", status=1).said
    cli("settings", "set", "backup_folder", stick)
    assert "原来的备份不在里面" not in cli("backup", "list").said
