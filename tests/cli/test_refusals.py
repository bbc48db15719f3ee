"""What bad input gets: a sentence, exit 1 or 2, nothing half done; never a traceback, never silence."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from qc_desktop.cli import run as cli_run
from qc_desktop.paths import Profile
from tests.cli.bad_input import REFUSED, USAGE
from tests.samples import rows, write_list


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_wrong_usage_is_2(cli, arguments, lang):
    result = cli(*arguments, *([] if "--lang" in arguments else ["--lang", lang]), status=2)
    assert (result.said + result.out).strip()


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_wrong_usage_is_said_in_chinese_where_that_is_spoken(cli, arguments):
    result = cli("--lang", "zh_CN", *arguments, status=2)
    said = (result.said + result.out).strip()
    assert any("一" <= character <= "鿿" for character in said)
    assert not [word for word in ("Invalid", "Missing", "No such", "Got unexpected", "should be") if word in said]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["company", "list", "--limit", "x"], "--limit 要写整数。"),
        (["company", "list", "--nope"], "没有 --nope 这个选项。加 --help 可以看有哪些。"),
        (["nosuch"], "没有 nosuch 这个命令。加 --help 可以看有哪些。"),
        (["history", "undo", "0"], "操作号不能小于 1。"),
        (["import"], "缺少文件。"),
        (["label", "print", "--preset", "A4-40", "--out", "x"], "缺少批次编号。"),
        (["label", "print", "1", "--preset", "A4-40"], "缺少 --out。"),
        (["certificate", "print", "1"], "要写下面的一个选项，只写一个：--out、--printer。"),
        (["certificate", "print", "1", "--out", "x", "--tray", "2"], "--tray 不能和 --out 一起用。"),
        (["certificate", "print", "1", "--out", "x", "--paper", "two_up"], "--paper 不能和 --out 一起用。"),
        (["certificate", "print", "1", "--printer", "x", "--no-check"], "--no-check 不能和 --printer 一起用。"),
        (["label", "spoil", "1", "--kind", "issued"], "可以写：applied, destroyed, lost, spoiled。"),
        (["print", "papers", "a", "b", "c"], "多写了：b c。"),
        (["company", "list", "--where"], "--where 后面要写一个值。"),
        (["returns", "read", "x", "--apply=1"], "--apply 后面不写值。"),
        (["chase", "list", "--missing", "zz"], "--missing 不能写 zz，可以写：pledge, uscc"),
    ],
    ids=str,
)
def test_wrong_usage_says_what_is_wrong_with_it(cli, arguments, told):
    assert told in cli(*arguments, status=2).said


def test_an_unknown_condition_is_told_with_those_there_are(cli):
    said = cli("company", "list", "--where", "地方=云南", status=1).said
    assert "没有“地方”这个条件。--where 可以写：province（省份）、industry（行业）" in said


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_cannot_be_done_is_1_with_a_sentence_in_either_language(cli, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QC_PASSPHRASE", "短")
    for lang in ("zh_CN", "en"):
        result = cli(*arguments, "--lang", lang, status=1)
        assert (result.said + result.out).strip()


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_a_program_reads_why_in_the_place_of_the_result(cli, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QC_PASSPHRASE", "短")
    result = cli(*arguments, "--json", status=1)
    assert result.json.get("error", {"code": "", "message": "a result that says so"})["message"].strip()
    assert "error" not in result.json or not result.said.strip()


def test_a_refusal_for_programs_has_its_code_and_a_defect_its_report(cli, tmp_path, monkeypatch):
    assert cli("company", "show", "没有", "--json", status=1).json["error"]["code"] == "company.not_found"
    assert cli("company", "list", "--limit", "x", "--json", status=2).json["error"]["code"] == "cli.usage"
    monkeypatch.setattr("qc_desktop.services.companies.browsing.find", lambda *_: 1 / 0)
    told = cli("company", "find", "x", "--json", status=1, calm=False).json["error"]
    assert (told["code"], "crash-" in told["message"]) == ("cli.defect", True)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 500, b"PK\x03\x04garbage", b"%PDF-1.7", os.urandom(3000)])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".xls"])
def test_garbage_is_no_list(cli, tmp_path, content, suffix):
    path = tmp_path / f"示例{suffix}"
    path.write_bytes(content)
    for command in (["import"], ["import", "--dry-run"]):
        assert cli(*command, path, status=1).said.strip()


@pytest.mark.parametrize("command", [["certificate", "print", "--all"], ["certificate", "issue"], ["roster", "export"]])
@pytest.mark.parametrize("out", ["no/such/folder/a.pdf", "a folder.pdf"])
def test_a_place_that_cannot_be_written(year_cli, tmp_path, command, out):
    (tmp_path / "a folder.pdf").mkdir()
    if "print" in command:
        year_cli("certificate", "issue")
    result = year_cli(*command, "--out", tmp_path / out, status=1)
    assert str(tmp_path / out) in result.said
    expected = 12 if "print" in command else 0
    assert year_cli("certificate", "list", "--json").json["total"] == expected


def test_a_wrong_passphrase_issues_nothing(year_cli, monkeypatch):
    monkeypatch.setenv("QC_PASSPHRASE", "不是这个口令吧")
    assert "口令" in year_cli("certificate", "issue", status=1).said
    assert year_cli("certificate", "list", "--json").json["total"] == 0


def test_without_anybody_to_ask_the_passphrase_is_asked_for_in_words(year_cli, monkeypatch):
    monkeypatch.delenv("QC_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", open(os.devnull, encoding="utf-8"))  # noqa: PTH123, SIM115
    assert "QC_PASSPHRASE" in year_cli("certificate", "issue", status=1).said
    sys.stdin.close()


def test_broken_records_are_said(cli, tmp_path):
    Profile(tmp_path / "profile").database.write_bytes(b"no database at all, only text")
    for command in (["company", "list"], ["doctor"], ["import", "x.xlsx"]):
        assert "records.sqlite3" in cli(*command, status=1).said


def test_an_interrupt_leaves_nothing_half_done(cli, tmp_path, monkeypatch):
    def interrupted(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("qc_desktop.cli.session.Meter.show", interrupted)
        result = cli("import", write_list(tmp_path / "a.xlsx", rows(5)), status=130)
    assert "没有留下一半" in result.said
    assert cli("company", "list", "--json").json["total"] == 0


def test_a_defect_is_reported_to_a_file_and_said_calmly(cli, tmp_path, monkeypatch):
    def defective(*_arguments):
        raise RuntimeError("示例缺陷")

    monkeypatch.setattr("qc_desktop.services.companies.browsing.find", defective)
    result = cli("company", "find", "x", status=1, calm=False)
    (report,) = (tmp_path / "profile" / "logs").iterdir()
    assert str(report) in result.said
    assert "示例缺陷" in report.read_text(encoding="utf-8")


def test_a_defect_is_reported_elsewhere_where_the_profile_refuses(tmp_path, monkeypatch, capsys):
    (tmp_path / "示例").write_text("", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))

    def defective(*_arguments):
        raise RuntimeError("示例缺陷")

    monkeypatch.setattr(cli_run, "globals_first", lambda arguments: [*arguments])
    monkeypatch.setattr("qc_desktop.cli.session.open_office", defective)
    with pytest.raises(SystemExit) as ended:
        cli_run.main(["--profile", str(tmp_path / "示例"), "company", "list"])
    assert ended.value.code == 1
    assert str(tmp_path / "temp") in capsys.readouterr().err


def test_bytes_that_are_no_text_are_refused(cli):
    for arguments in (["company", "find", "\udcff"], ["verify", "\udcff\udcfe"]):
        assert "UTF-8" in cli(*arguments, status=2).said
        assert cli(*arguments, "--json", status=2).json["error"]["code"] == "cli.usage"


def test_a_fault_of_the_disk_is_said_as_one(cli, tmp_path, monkeypatch):
    def pulled_out(*_arguments):
        raise OSError(errno.EIO, "Input/output error", "/media/示例")

    monkeypatch.setattr("qc_desktop.services.companies.browsing.find", pulled_out)
    assert "U盘" in cli("company", "find", "x", status=1).said
    assert not (tmp_path / "profile" / "logs").exists()


def test_no_year_is_too_large_to_be_refused(year_cli):
    year_cli("campaign", "open", "2027")
    assert year_cli("campaign", "roll", "2027", "--from", 10**30, status=1).said.strip()
