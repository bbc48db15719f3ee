"""The installed command as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.samples import rows, write_list

COMMAND = Path(sys.executable).with_name("qc-desktop")


def run(tmp_path, *arguments, **environment):
    return subprocess.run(
        [COMMAND, "--profile", tmp_path / "质检 协会 %1", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", **environment},
        check=False,
        timeout=120,
    )


def test_a_console_that_knows_no_chinese_is_no_obstacle(tmp_path):
    path = write_list(tmp_path / "示例名单.xlsx", rows(3))
    done = run(tmp_path, "import", path, "--json", "--lang", "zh_CN")
    assert (done.returncode, json.loads(done.stdout.decode())["new"]) == (0, 3)
    assert "检查名单" in done.stderr.decode()
    listed = run(tmp_path, "company", "list")
    assert (listed.returncode, "示例第0电器有限公司" in listed.stdout.decode()) == (0, True)


def test_exit_codes(tmp_path):
    assert run(tmp_path, "company", "show", "x").returncode == 1
    assert run(tmp_path, "company", "shows").returncode == 2
    assert run(tmp_path, "--help").returncode == 0


def test_a_sample_year_needs_one_command_and_an_empty_profile(tmp_path):
    made = run(tmp_path, "demo", "--companies", 5, "--out", tmp_path / "out", "--no-screenshots", "--json")
    assert made.returncode == 0, made.stderr.decode()
    result = json.loads(made.stdout)
    assert (result["issued"], result["screenshots"]) == (5, [])
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"certificates.pdf", "roster.xlsx"}
    assert run(tmp_path, "verify", tmp_path / "out" / "certificates.pdf").returncode == 0
    again = run(tmp_path, "demo", "--companies", 5, "--out", tmp_path / "out")
    assert (again.returncode, b"Traceback" in again.stderr) == (1, False)


def test_a_reader_that_goes_away_is_no_defect(tmp_path):
    run(tmp_path, "import", write_list(tmp_path / "a.xlsx", rows(200)))
    with subprocess.Popen(
        [COMMAND, "--profile", tmp_path / "质检 协会 %1", "company", "list", "--limit", "200"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_the_self_test_passes_without_a_window(tmp_path):
    done = run(tmp_path, "self-test", "--no-window", "--json")
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["passed"] is True
