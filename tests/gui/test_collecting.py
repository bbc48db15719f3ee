"""Rubbish is looked for on the window's thread, whatever thread makes it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui import jobs as threads
from qc_desktop.gui.collecting import ENOUGH, Collecting
from qc_desktop.gui.jobs import Jobs


class Loop:
    """Holds itself, and tells which thread took it down."""

    def __init__(self, told: list[threading.Thread]) -> None:
        self.me = self
        self.told = told

    def __del__(self) -> None:
        self.told.append(threading.current_thread())


@pytest.fixture
def told() -> list[threading.Thread]:
    return []


@pytest.fixture
def collecting(jobs: Jobs) -> Iterator[Collecting]:
    gc.enable()  # as a start finds it
    made = Collecting(jobs)
    yield made
    made.close()


def rubbish(told: list[threading.Thread]) -> list[list[int]]:
    """A loop, and then more things than are waited for, which stay."""
    Loop(told)
    return [[each] for each in range(2 * ENOUGH)]


def test_what_a_thread_leaves_is_taken_down_by_the_window(
    qtbot: QtBot, jobs: Jobs, collecting: Collecting, told: list[threading.Thread]
) -> None:
    kept: list[list[list[int]]] = []
    jobs.change(lambda: kept.append(rubbish(told)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.main_thread()]


def test_without_it_the_thread_itself_takes_it_down(qtbot: QtBot, jobs: Jobs, told: list[threading.Thread]) -> None:
    """The control: Python's own way."""
    gc.enable()
    kept: list[list[list[int]]] = []
    jobs.change(lambda: kept.append(rubbish(told)))
    qtbot.waitUntil(lambda: bool(told))
    assert told != [threading.main_thread()]


def test_long_work_is_looked_through_at_its_end(
    qtbot: QtBot, jobs: Jobs, told: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threads, "LONG_S", -1)
    with qtbot.waitSignal(jobs.worked_long):
        jobs.change(lambda: Loop(told) and None)
    monkeypatch.undo()
    collecting = Collecting(jobs)
    jobs.worked_long.emit()
    assert told == [threading.main_thread()]
    collecting.close()


def test_closed_it_gives_the_looking_back(jobs: Jobs) -> None:
    Collecting(jobs).close()
    assert gc.isenabled()
