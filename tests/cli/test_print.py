"""``print``: started, broken off, taken up, spoiled, reprinted; on a printer that keeps what it is given."""

from __future__ import annotations

import pytest

from qc_desktop.cli import printing as cli_printing
from tests.printing.queues import KeepingQueue, paper, system_of

N = "QC-2026-315-{:06}".format


@pytest.fixture
def queues(tmp_path, monkeypatch):
    made = KeepingQueue(tmp_path / "a", "甲"), KeepingQueue(tmp_path / "b", "乙")
    monkeypatch.setattr(cli_printing, "system_here", lambda: system_of(*made))
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
    batch = first["batch"]["id"][:8]
    assert issued_cli("--json", "print", "resume", batch, "--right-up-to", N(10)).json["sent"] == 2
    assert issued_cli("--json", "print", "damage", batch, N(3), "--reason", "墨污").json["sent"] == 1
    assert issued_cli("--json", "print", "reprint", batch, "--from", N(12)).json["sent"] == 1
    assert len(paper(queues[1].out)) == 12 + 2 + 1 + 1
    shown = issued_cli("--json", "print", "show", batch, "--state", "damaged").json
    assert [(row["number"], row["copy"]) for row in shown["sheets"]] == [(N(3), 1), (N(11), 1), (N(12), 1), (N(12), 2)]
    assert "第2份" not in issued_cli("print", "show", batch).out
    assert issued_cli("--json", "print", "list").json["total"] == 1
    assert "已损坏4" in issued_cli("print", "list").out
    log = issued_cli("--json", "print", "log", N(3)).json["printed"]
    assert [(row["copy"], row["printer"], row["remark"]) for row in log] == [(2, "乙", ""), (1, "乙", "墨污")]


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


def test_a_batch_in_which_nothing_waits_says_so(issued_cli, queues):
    batch = issued_cli("--json", "print", "start", N(1)).json["batch"]["id"][:8]
    assert "没有等待打印的证书" in issued_cli("print", "resume", batch).out


@pytest.mark.parametrize("command", [("print", "start"), ("certificate", "print"), ("certificate", "package")])
def test_all_of_a_year_without_certificates_says_that_there_are_none(year_cli, queues, tmp_path, command):
    out = () if command[0] == "print" else ("--out", tmp_path)
    assert "2026 年还没有有效的证书" in year_cli(*command, "--all", *out, status=1).said
