"""``print``: started, broken off, taken up, spoiled, reprinted; on a printer that keeps what it is given."""

from __future__ import annotations

import json
import re
import sqlite3
from types import SimpleNamespace
from unittest.mock import Mock

import pikepdf
import pytest
import typer
from sqlalchemy.exc import OperationalError

from qc_desktop.cli import print_ways
from qc_desktop.cli.preflight import stopped_lines
from qc_desktop.documents.printing import registry
from qc_desktop.documents.printing.queue import Abilities
from qc_desktop.domain.short_ids import short_id
from qc_desktop.errors import UserError
from qc_desktop.services.certificates import print_sending, printing
from tests.printing.queues import KeepingQueue, paper, system_of

N = "QC-2026-315-{:06}".format


def placed(path):
    """How the drawing of the first page stands on its paper (a, d, e, f); None where nothing stands around it."""
    with pikepdf.open(path) as opened:
        first, second, *_ = pikepdf.parse_content_stream(opened.pages[0])
        if (str(first.operator), str(second.operator)) != ("q", "cm"):
            return None
        a, _, _, d, e, f = map(float, second.operands)
        return a, d, e, f


@pytest.fixture
def queues(tmp_path, monkeypatch):
    made = KeepingQueue(tmp_path / "a", "甲"), KeepingQueue(tmp_path / "b", "乙")
    monkeypatch.setattr(registry, "system_here", lambda: system_of(*made))
    return made


@pytest.fixture
def issued_cli(year_cli):
    year_cli("certificate", "issue")
    return year_cli


def test_printers_are_listed_with_the_default(issued_cli, queues):
    assert issued_cli("print", "printers").out.split() == ["甲", "（默认）", "乙"]
    assert issued_cli("--json", "print", "printers").json["printers"][1] == {"name": "乙", "is_default": False}


def test_a_year_is_printed_broken_off_and_mended(issued_cli, queues):
    first = issued_cli("--json", "print", "start", "--all", "--chunk", 5, "--printer", "乙").json
    assert (first["sent"], first["jobs"], first["batch"]["state"]) == (12, 3, "done")
    batch = short_id(first["batch"]["id"])
    assert issued_cli("--json", "print", "resume", batch, "--right-up-to", "10").json["sent"] == 2
    assert issued_cli("--json", "print", "damage", batch, N(3), "--reason", "墨污").json["sent"] == 1
    assert issued_cli("--json", "print", "reprint", batch, "--from", "12", "--reason", "卡纸").json["sent"] == 1
    assert len(paper(queues[1].out)) == 12 + 2 + 1 + 1
    shown = issued_cli("--json", "print", "show", batch, "--state", "damaged").json
    assert [(row["number"], row["copy"]) for row in shown["sheets"]] == [(N(3), 1), (N(11), 1), (N(12), 1), (N(12), 2)]
    assert "第2份" not in issued_cli("print", "show", batch).out
    assert issued_cli("--json", "print", "list").json["total"] == 1
    assert "已送打印12 已损坏2 没印出来2" in issued_cli("print", "list").out
    log = issued_cli("--json", "print", "log", N(3)).json["printed"]
    assert [(row["copy"], row["printer"], row["remark"]) for row in log] == [(2, "乙", ""), (1, "乙", "墨污")]
    assert [row["reason"] for row in log] == ["墨污", ""]
    cells = [re.split(r"\s{2,}", line) for line in issued_cli("print", "log", N(12)).out.splitlines()]
    assert [[line[1], *line[4:]] for line in cells] == [
        ["第几份", "为什么再印", "状态", "这一份怎么了"],
        ["3", "卡纸", "已送打印", "–"],
        ["2", "没印出来", "已损坏", "卡纸"],
        ["1", "–", "没印出来", "–"],
    ]


def test_what_came_out_elsewhere_is_noted_after_a_question(issued_cli, queues, tmp_path, monkeypatch):
    issued_cli("certificate", "print", N(1), N(2), N(3), "--out", tmp_path / "a.pdf")
    asked = []
    monkeypatch.setattr(typer, "confirm", lambda question, **_: asked.append(question))
    issued_cli("print", "elsewhere", "1～2", status=1)
    assert asked[0].startswith("把 2 张登记为已在别处打印吗？")
    assert issued_cli("--json", "print", "elsewhere", "1～2", "--yes").json["noted"] == 2
    assert "请只用一种" in issued_cli("print", "elsewhere", "2", "--all", status=1).said
    assert "没有选中" in issued_cli("print", "elsewhere", "--all", "--to", "2", status=1).said
    assert issued_cli("--json", "print", "elsewhere", "--all", "--from", "2", "--yes").json["noted"] == 1
    assert "已有打印记录" in issued_cli("print", "elsewhere", "2", status=1).said
    assert len(asked) == 1
    assert "别处（PDF）" in issued_cli("print", "log", "3").out


def test_a_print_that_is_stopped_says_what_went_out(issued_cli, queues, monkeypatch):
    submit = KeepingQueue.submit

    def stopped(queue, *given):
        job = submit(queue, *given)
        if len(queue.titles) == 2:
            raise KeyboardInterrupt
        return job

    monkeypatch.setattr(KeepingQueue, "submit", stopped)
    said = issued_cli("print", "start", "--all", "--chunk", 5, status=130).said
    batch = short_id(issued_cli("--json", "print", "list").json["batches"][0]["id"])
    assert f"已送打印 5 张；{N(6)} 到 {N(10)}（5 张）印出来没有还不清楚；还有 2 张没有送" in said
    assert f"print resume {batch} --right-up-to" in said
    assert issued_cli("--json", "print", "resume", batch, "--right-up-to", "7").json["sent"] == 5
    monkeypatch.setattr(print_ways.print_sending, "_close", Mock(side_effect=KeyboardInterrupt))
    monkeypatch.setattr(KeepingQueue, "submit", submit)
    said = issued_cli("print", "start", N(1), "--reason", "墨污", status=130).said
    assert said.strip().endswith("还有 0 张没有送。不用接着印。")


def test_an_issue_that_is_stopped_while_its_files_are_made_says_what_is_issued(year_cli, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "print_folder", Mock(side_effect=KeyboardInterrupt))
    said = year_cli("certificate", "issue", "--out", tmp_path / "证书", status=130).said
    assert f"（{N(1)} 至 {N(12)}）" in said


def test_a_printer_that_is_gone_in_the_middle_says_what_went_out(issued_cli, queues, monkeypatch):
    submit = KeepingQueue.submit

    def gone(queue, *given):
        if len(queue.titles) == 2:
            raise UserError("print.refused_gone", printer="甲")
        return submit(queue, *given)

    monkeypatch.setattr(KeepingQueue, "submit", gone)
    said = issued_cli("print", "start", "--all", "--chunk", 5, status=1).said
    assert f"已送打印 10 张（最后送的是 {N(10)}，请看纸确认），还有 2 张没有送。" in said
    assert "找不到打印机“甲”" in said


def test_a_disk_that_is_full_in_the_middle_denies_no_paper(issued_cli, queues, monkeypatch):
    noting, full = print_sending.log_sheets, sqlite3.OperationalError("database or disk is full")

    def narrow(work, *rows):
        if len(queues[0].titles) == 3:
            raise OperationalError("INSERT", {}, full)
        noting(work, *rows)

    monkeypatch.setattr(print_sending, "log_sheets", narrow)
    error = issued_cli("--json", "print", "start", "--all", "--chunk", 5, status=1).json["error"]
    assert error["code"] == "cli.print_broke_off"
    assert "磁盘已满" in error["message"]
    assert "已送打印 10 张" in error["message"]
    assert f"{N(11)} 到 {N(12)}（2 张）" in error["message"]


def test_the_log_tells_files_and_trials_from_copies(issued_cli, queues, tmp_path):
    issued_cli("print", "trial", N(1))
    issued_cli("certificate", "print", N(1), "--out", tmp_path / "a.pdf")
    issued_cli("print", "start", N(1))
    lines = [re.split(r"\s{2,}", line)[1:3] for line in issued_cli("print", "log", N(1)).out.splitlines()[1:]]
    assert lines == [["1", "甲"], ["PDF 文件", "–"], ["试打", "–"]]


def test_a_name_that_holds_a_line_break_takes_one_line():
    said = SimpleNamespace(say=lambda code, **about: f"{about['company']}: {about['reason']}")
    found = [{"company": "示例\n甲公司", "findings": [{"reason": "太长"}]}]
    assert stopped_lines(said, found) == ["  示例 甲公司: 太长"]


def test_a_range_is_printed_and_spoiled_by_last_digits(issued_cli, queues):
    first = issued_cli("--json", "print", "start", "--from", "3", "--to", N(7), "--chunk", 2).json
    assert (first["sent"], first["batch"]["title"]) == (5, f"{N(3)}～000007")
    batch = first["batch"]["id"]
    assert issued_cli("--json", "print", "damage", batch, "4～5", "007", "--reason", "卡纸").json["sent"] == 3
    assert "没有“9”" in issued_cli("print", "damage", batch, "9", "--reason", "卡纸", status=1).said
    assert "前面" in issued_cli("print", "start", "--from", "5", "--to", "3", status=1).said
    assert "1 不能和 --to 一起用" in issued_cli("print", "start", "1", "--to", "2", status=2).said
    printed = issued_cli("--json", "certificate", "print", "--printer", "乙", "--from", "11").json
    assert (printed["sent"], printed["batch"]["printer"]) == (2, "乙")
    assert len(paper(queues[0].out)) + len(paper(queues[1].out)) == 5 + 3 + 2
    assert issued_cli("certificate", "print", "--all", status=2).said


def test_a_further_copy_needs_a_reason_and_has_a_quota(issued_cli, queues):
    issued_cli("settings", "set", "reprint_quota", "1")
    batch = issued_cli("--json", "print", "start", N(1)).json["batch"]["id"]
    assert "写明" in issued_cli("print", "start", N(1), status=1).said
    issued_cli("print", "reprint", batch, "--from", "1", "--reason", "卡纸")
    said = issued_cli("print", "start", N(1), "--reason", "企业遗失", status=1).said
    assert "已经印过 2 份" in said
    assert "设置" in said
    issued_cli("settings", "set", "reprint_quota", "2")
    issued_cli("print", "start", N(1), "--reason", "企业遗失")
    log = issued_cli("--json", "print", "log", N(1)).json["printed"]
    assert [(row["copy"], row["reason"]) for row in log] == [(3, "企业遗失"), (2, "卡纸"), (1, "")]


def test_paper_and_tray_are_chosen_remembered_and_missed_in_words(issued_cli, queues):
    queues[0].has = Abilities(("A4", "A3"), (("InputSlot=Tray1", "Tray1"), ("InputSlot=Tray2", "Tray2")))
    issued_cli("print", "start", N(1), "--tray", "tray2", "--paper", "two_up")
    told = issued_cli("print", "start", N(2))
    assert "（A3 上两张）" in told.said
    assert "（A3 上两张）" in told.out
    assert [(one.media, one.sides, one.tray) for one in queues[0].options] == [
        ("A3", "one-sided", "InputSlot=Tray2")
    ] * 2
    assert "没有纸盒“Tray9”" in issued_cli("print", "start", N(3), "--tray", "Tray9", status=1).said
    queues[0].has = Abilities(("A4",), ())
    said = issued_cli("print", "start", N(3), status=1).said
    assert "没有 A3 纸" in said
    batch = issued_cli("--json", "print", "list").json["batches"][0]["id"]
    assert issued_cli("--json", "print", "resume", batch, "--paper", "as_is").json["sent"] == 1


def test_a_printer_is_measured_and_everything_printed_on_it_is_corrected(issued_cli, queues, tmp_path):
    issued_cli("printer", "ruler", "--printer", "乙")
    written = issued_cli("--json", "printer", "ruler", "--out", tmp_path / "标尺.pdf").json
    assert written == {"path": str(tmp_path / "标尺.pdf")}
    assert placed(tmp_path / "标尺.pdf") is None
    off = ("--left", "148.9", "--top", "104.5", "--across", "250.5", "--down", "170", "--printer", "乙")
    tried = issued_cli("--json", "printer", "measure", *off, "--dry-run").json
    assert not tried["kept"]
    made = issued_cli("--json", "printer", "measure", *off).json["correction"]["calibration"]
    assert made == {"x_mm": -0.1, "y_mm": 0.5, "x_scale": 9980, "y_scale": 10000}
    assert "左移 0.1 毫米" in issued_cli("printer", "list").out
    assert "不像" in issued_cli("printer", "measure", *off[:1], "14.8", *off[2:], status=1).said
    assert "最多" in issued_cli("printer", "correct", "--x", "11", status=1).said
    issued_cli("print", "start", N(1), "--printer", "乙")
    issued_cli("certificate", "print", N(1), "--out", tmp_path / "a.pdf")
    issued_cli("certificate", "print", N(1), "--out", tmp_path / "each", "--paper", "on_stock")
    assert [path.stem.endswith("_套打") for path in (tmp_path / "each").iterdir()] == [True]
    shifts = [placed(path) for path in (queues[1].out / "001.pdf", queues[1].out / "002.pdf", tmp_path / "a.pdf")]
    assert shifts[0] is None
    assert shifts[1] == pytest.approx((0.998, 1.0, -0.283, -1.417), abs=0.001)
    assert shifts[2] is None
    issued_cli("printer", "correct", "--printer", "乙")
    assert issued_cli("--json", "printer", "list").json["corrections"] == []


def test_corrections_that_make_no_sense_are_said_and_not_used(issued_cli, queues, tmp_path):
    issued_cli("printer", "correct", "--x", "1", "--printer", "甲")
    file = next(tmp_path.rglob("this_pc.json"))
    values = json.loads(file.read_text(encoding="utf-8"))
    values["calibrations"] = [*values["calibrations"], {"printer": "甲", "x_mm": "much"}, 7]
    file.write_text(json.dumps(values), encoding="utf-8")
    assert "有 2 条看不懂" in issued_cli("print", "start", N(1)).said
    values["calibrations"] = "nonsense"
    file.write_text(json.dumps(values), encoding="utf-8")
    assert "有 1 条看不懂" in issued_cli("print", "start", N(2)).said
    assert len(paper(queues[0].out)) == 2
    assert [placed(path) is None for path in sorted(queues[0].out.iterdir())] == [False, True]


def test_the_printer_is_remembered_and_a_trial_counts_as_no_copy(issued_cli, queues):
    issued_cli("print", "trial", N(1), "--printer", "乙")
    issued_cli("print", "trial", N(1))
    assert len(paper(queues[1].out)) == 2
    assert [row["copy"] for row in issued_cli("--json", "print", "log", N(1)).json["printed"]] == [0, 0]
    assert issued_cli("print", "trial", N(1), "--printer", "丙", status=1).said.startswith("没有名为“丙”")


def test_a_refusing_printer_leaves_a_batch_to_go_on_with_or_to_cancel(issued_cli, queues):
    queues[0].refuses = True
    assert "没有接收" in issued_cli("print", "start", N(1), N(2), status=1).said
    batch = issued_cli("--json", "print", "list").json["batches"][0]["id"]
    queues[0].refuses = False
    assert issued_cli("--json", "print", "resume", batch).json["sent"] == 2
    assert issued_cli("--json", "print", "cancel", batch).json["dropped"] == 0
    assert "没有选中任何证书" in issued_cli("print", "start", status=1).said
    assert issued_cli("print", "resume", "nope", status=1).said.startswith("没有编号为“nope”")


def test_papers_of_a_batch(issued_cli, queues, tmp_path):
    batch = issued_cli("--json", "print", "start", "--all").json["batch"]["id"][:8]
    made = [tmp_path / "用印.pdf", tmp_path / "签收.xlsx"]
    result = issued_cli("--json", "print", "papers", batch, "--seal-register", made[0], "--receipts", made[1]).json
    assert result == {"sheets": 12, "written": [str(path) for path in made]}
    assert all(path.exists() for path in made)
    assert issued_cli("print", "papers", batch, status=2).said


def test_packages_as_folders_zips_and_one_zip(issued_cli, tmp_path):
    made = issued_cli("--json", "certificate", "package", N(1), N(2), "--out", tmp_path / "a").json
    assert (made["made"], made["skipped"], len(list((tmp_path / "a").iterdir()))) == (2, 0, 2)
    assert "1家" in issued_cli("certificate", "package", N(1), N(2), N(3), "--out", tmp_path / "a").out
    issued_cli("certificate", "package", N(1), "--out", tmp_path / "b", "--zip")
    assert next((tmp_path / "b").iterdir()).suffix == ".zip"
    issued_cli("certificate", "package", "--all", "--out", tmp_path / "all.zip")
    assert (tmp_path / "all.zip").stat().st_size > 1_000_000


def test_why_a_package_is_not_made_is_said(issued_cli, tmp_path, monkeypatch):
    bad = []

    def verifier(_office):
        return lambda text: bool(bad.append(text) if not bad else False) or text != bad[0]

    monkeypatch.setattr(printing, "_verifier", verifier)
    said = issued_cli("certificate", "package", N(1), N(2), "--out", tmp_path / "a").said
    assert f"1家的电子版没有做成：\n  {N(1)}  这一页的二维码不是本会签发的" in said


def test_a_batch_in_which_nothing_waits_says_so(issued_cli, queues):
    batch = issued_cli("--json", "print", "start", N(1)).json["batch"]["id"][:8]
    assert "没有等待打印的证书" in issued_cli("print", "resume", batch).out


@pytest.mark.parametrize("command", [("print", "start"), ("certificate", "print"), ("certificate", "package")])
def test_all_of_a_year_without_certificates_says_that_there_are_none(year_cli, queues, tmp_path, command):
    out = () if command[0] == "print" else ("--out", tmp_path)
    assert "2026 年还没有有效的证书" in year_cli(*command, "--all", *out, status=1).said


def test_last_digits_name_a_certificate_where_they_are_one(issued_cli, queues):
    assert issued_cli("--json", "print", "start", "000001", "４～5").json["batch"]["title"] == f"{N(1)}～000005"
    assert "写明" in issued_cli("print", "start", "1", status=1).said  # found: a further copy asks for a reason
    assert "没有“99”" in issued_cli("print", "start", "99", status=1).said
    assert issued_cli("--json", "print", "log", "1").json["number"] == N(1)
    issued_cli("certificate", "void", N(2), "--reason", "示例错字")
    assert f"{N(2)}现在是“已作废”" in issued_cli("print", "start", "2", status=1).said  # never 000012 in its place
    assert issued_cli("--json", "print", "start", "1～3", "--reason", "示例").json["sent"] == 2
    assert issued_cli("--json", "print", "log", "2").json == {"number": N(2), "printed": []}
    assert issued_cli("--json", "print", "trial", "3").json["job"]
    assert issued_cli("--json", "dispatch", "add", "1", "4～5", "--way", "picked_up").json["noted"] == 3
    assert issued_cli("--json", "dispatch", "list").json["total"] == 3


def test_a_number_of_digits_and_a_hyphen_is_no_range(year_cli, queues):
    year_cli("settings", "set", "certificate_number_pattern", "{year}-{seq:04}")
    year_cli("certificate", "issue")
    assert year_cli("--json", "print", "log", "2026-0003").json["number"] == "2026-0003"
    assert year_cli("--json", "print", "start", "2026－0003", "5-6").json["sent"] == 3
    assert "没有编号为“1-2”的证书" in year_cli("print", "log", "1-2", status=1).said


def test_what_is_withheld_from_a_printer_is_said_in_words_of_printing(issued_cli, queues):
    batch = issued_cli("--json", "print", "start", "1", "2", "--chunk", 1).json["batch"]["id"]
    issued_cli("settings", "set", "reprint_quota", "0")
    said = issued_cli("print", "resume", batch[:8], "--right-up-to", N(1)).said
    assert f"1 张已扣下，没有送往打印机：{N(2)}。" in said
    assert f"print show {short_id(batch)}" in said
    assert "文件" not in said


def test_what_ended_is_said_to_be_printed_no_more(issued_cli, queues):
    batch = issued_cli("--json", "print", "start", "1", "2", "--chunk", 1).json["batch"]["id"]
    issued_cli("print", "damage", batch, "2", "--reason", "墨污")
    queues[0].refuses = True
    issued_cli("print", "damage", batch, "2", "--reason", "墨污", status=1)
    queues[0].refuses = False
    issued_cli("certificate", "void", N(2), "--reason", "示例错字")
    assert f"不再打印：{N(2)}。" in issued_cli("print", "resume", batch).said
    assert issued_cli("--json", "print", "list").json["batches"][0]["state"] == "done"
