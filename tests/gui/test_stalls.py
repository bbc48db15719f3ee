"""No workflow holds the window up: measured in the processor time of its thread, so that a loaded machine is no fault.

The bound is wide; ``./run bench stalls`` says what each step takes on large records.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks import waiting
from benchmarks.databases import Size, build
from benchmarks.stalls import walk
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.gui.warmup import WarmUp
from qc_desktop.gui.window import Window

from .watchdog import Watchdog

BOUND_MS = 450
"""Far above what a step should take (100), for slow machines, shared processors and a cold interpreter."""


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Iterator[Window]:
    """The real window, warmed up, on records of 2,000 companies and five years."""
    office = build(tmp_path / "profile", Size(2000, 5, certificate_years=2))
    waiting.prepare(office)
    desk, drafts, language = Desk(office), DraftKeeper(office.profile.drafts), Language(qapp)
    made = Window(desk, jobs, drafts, language, "zh_CN")
    made.shell.resize(1366, 728)
    made.shell.show()
    warm = WarmUp(jobs, made.shell.page_ids, made.shell.prepare)
    warm.go_on()
    qtbot.waitUntil(lambda: warm.is_over and not jobs.is_asking, timeout=60_000)
    yield made
    made.shell.leave()
    drafts.close()
    desk.office.close()
    language.use("en")


@pytest.mark.timeout(900)
def test_no_step_of_any_workflow_holds_the_window_up(window: Window, tmp_path: Path) -> None:
    found = walk(window, tmp_path)
    assert len(found) > 100
    slow = [f"{name}: {stall.processor:.0f} ms" for name, stall in found if stall.processor > BOUND_MS]
    assert not slow


def test_what_blocks_is_seen(qapp: QApplication) -> None:
    def block() -> None:
        until = time.thread_time() + 0.15
        while time.thread_time() < until:
            pass

    stall = Watchdog().watch(block, lambda: True)
    assert stall.processor >= 150
    assert stall.clock >= 150


def test_what_waits_is_no_stall(qapp: QApplication, jobs: Jobs) -> None:
    """Work on another thread, however long, is not counted."""
    from threading import Event

    stall = Watchdog().watch(lambda: jobs.query(lambda: Event().wait(0.2), lambda _: None), lambda: not jobs.is_asking)
    assert stall.processor < 100
    assert stall.seconds >= 0.2
