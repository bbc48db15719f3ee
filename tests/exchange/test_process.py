"""The process that parses: both ways of starting it say the same, and neither leaves one behind."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import subprocess

import pytest

from qc_desktop.errors import UserError
from qc_desktop.exchange.reading import process, workbooks
from qc_desktop.exchange.reading.process import Task, ask_frozen, ask_interpreter

from .conftest import GOOD, HEADERS

MEMORY = 512 * 2**20
WAYS = pytest.mark.parametrize("ask", [ask_interpreter, ask_frozen])
ROWS = [
    [*HEADERS, "签署日期", "是否"],
    [*GOOD, dt.date(2026, 3, 15), True],
    [],
    ['示例"二"\\公司', 12, 0.1, dt.datetime(2026, 3, 15, 9, 30), dt.time(9, 5)],
]


@WAYS
def test_every_kind_of_cell_arrives_as_it_was(workbook, monkeypatch, ask):
    monkeypatch.setattr(workbooks, "ask", ask)
    assert workbooks.read_workbook(workbook(ROWS)).rows == [
        (1, tuple(ROWS[0])),
        (2, (*GOOD, dt.date(2026, 3, 15), "TRUE")),
        (4, ('示例"二"\\公司', 12.0, 0.1, dt.datetime(2026, 3, 15, 9, 30), "09:05:00")),
    ]


@WAYS
@pytest.mark.parametrize(
    ("sheet", "memory", "code"),
    [("没有这张表", MEMORY, "exchange.no_such_sheet"), (None, 8 * 2**20, "exchange.too_heavy")],
)
def test_refusals_arrive_with_the_file_they_are_about(workbook, monkeypatch, ask, sheet, memory, code):
    monkeypatch.setattr(workbooks, "ask", ask)
    path = workbook([HEADERS, *[[f"示例{row}号有限公司" * 20, "", ""] for row in range(20_000)]])
    with pytest.raises(UserError) as caught:
        workbooks.read_workbook(path, sheet, memory=memory)
    assert (caught.value.code, caught.value.params["path"]) == (code, path)


def test_one_that_does_not_answer_in_time_is_gone(workbook, monkeypatch):
    started = []

    class Popen(subprocess.Popen):
        def __init__(self, *args, **options):
            super().__init__(*args, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Popen)
    task = Task(workbook([HEADERS, GOOD]), None, MEMORY, 0.001)
    for ask in (ask_interpreter, ask_frozen):
        with pytest.raises(UserError, match=r"exchange\.too_slow"):
            ask(task)
    assert [process.poll() is None for process in started] == [False]
    assert multiprocessing.active_children() == []


@WAYS
def test_what_is_no_workbook_is_answered_not_fallen_over(tmp_path, ask):
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    answer, _ = ask(Task(tmp_path / "a.xlsx", None, MEMORY, 30))
    assert json.loads(answer) == {"refused": "exchange.damaged", "params": {}}


def test_the_interpreter_runs_neither_site_nor_our_main_module(workbook, monkeypatch):
    """Both may be slow, and a main module may do anything."""
    monkeypatch.setattr(process, "_BOOT", "import sys; print(sorted(sys.modules))")
    answer, code = ask_interpreter(Task(workbook([HEADERS, GOOD]), None, MEMORY, 30))
    assert code == 0
    assert not {"'site'", "'pytest'"} & set(answer.decode().strip("[]\n").split(", "))
