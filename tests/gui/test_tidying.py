"""Nobody waits for rubbish to be looked for."""

from __future__ import annotations

import gc
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.tidying import Tidying


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: found.append("looked"))
    return found


def test_it_is_looked_for_while_another_program_is_in_front(qapp: QApplication, jobs: Jobs, looked: list[str]) -> None:
    tidying = Tidying(qapp, jobs)
    tidying.turn(Qt.ApplicationState.ApplicationActive)
    assert looked == []
    tidying.turn(Qt.ApplicationState.ApplicationInactive)
    assert looked == ["looked"]


def test_not_in_the_midst_of_work(qtbot: QtBot, qapp: QApplication, jobs: Jobs, looked: list[str]) -> None:
    tidying, let_go = Tidying(qapp, jobs), Event()
    jobs.change(let_go.wait)
    tidying.turn(Qt.ApplicationState.ApplicationInactive)
    assert looked == []
    let_go.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)
