"""Work that no page shows comes forward in the window after a moment; what cannot be stopped offers no Stop."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.gui.frame import work_panel
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.toast import Toast


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Closed until the test opens it; nobody waits long for the panel."""
    monkeypatch.setattr(work_panel, "MOMENT_MS", 0)
    made = Event()
    yield made
    made.set()


def steps(gate: Event) -> Job[None]:
    yield Progress("export_list", 1, 3)
    gate.wait()
    yield Progress("export_list", 2, 3)


def test_a_job_without_a_panel_is_shown_and_can_be_stopped(qtbot: QtBot, shell: Shell, jobs: Jobs, gate: Event) -> None:
    task = jobs.run(lambda: steps(gate))
    qtbot.waitUntil(shell._work.isVisible)
    assert shell._work._stop.isVisible()
    shell._work._stop.click()
    with qtbot.waitSignal(task.cancelled):
        gate.set()
    assert shell.findChildren(Toast)[0]._text.text() == "Stopped. Nothing was changed."
    qtbot.waitUntil(lambda: not shell._work.isVisible())


def test_a_change_offers_no_stop(qtbot: QtBot, shell: Shell, jobs: Jobs, gate: Event) -> None:
    jobs.change(gate.wait)
    qtbot.waitUntil(shell._work.isVisible)
    assert not shell._work._stop.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not shell._work.isVisible())


def test_the_next_one_is_shown_when_its_turn_comes(qtbot: QtBot, shell: Shell, jobs: Jobs, gate: Event) -> None:
    jobs.change(gate.wait)
    qtbot.waitUntil(shell._work.isVisible)
    second = Event()
    jobs.run(lambda: steps(second))
    gate.set()
    qtbot.waitUntil(shell._work._stop.isVisible)
    second.set()
    qtbot.waitUntil(lambda: not shell._work.isVisible())


def test_what_has_a_panel_of_its_own_or_is_quiet_is_not_shown(
    qtbot: QtBot, shell: Shell, jobs: Jobs, gate: Event
) -> None:
    jobs.note(gate.wait)
    jobs.run(lambda: steps(gate)).is_watched = True
    qtbot.wait(5)
    assert not shell._work.isVisible()
