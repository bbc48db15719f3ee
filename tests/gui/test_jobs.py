from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.tasks import Ticket


def counting(total: int, closed: list[int]) -> Job[int]:
    done = 0
    try:
        for done in range(1, total + 1):
            yield Progress("step.count", done, total)
    finally:
        closed.append(done)
    return total


def test_a_job_gives_its_result_on_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[tuple[int, bool]] = []
    task = jobs.run(lambda: counting(5, []), lambda value: results.append((value, QThread.isMainThread())))
    with qtbot.waitSignal(task.ended):
        pass
    assert results == [(5, True)]
    assert not jobs.is_busy


def test_progress_is_throttled_but_the_last_item_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    ticks = iter(range(100_000))
    jobs = Jobs(tmp_path, clock=lambda: next(ticks) * 0.001)
    told: list[Progress] = []
    task = jobs.run(lambda: counting(1000, []))
    task.progressed.connect(lambda progress, left: told.append(progress))
    with qtbot.waitSignal(task.ended):
        pass
    jobs.close()
    assert told[0].done == 1
    assert told[-1].done == 1000
    assert 5 < len(told) < 40


def test_cancel_closes_the_generator_between_items(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    closed: list[int] = []

    def waiting() -> Iterator[Progress]:
        try:
            yield Progress("step.wait", 1, 2)
            gate.wait(5)
            yield Progress("step.wait", 2, 2)
            raise AssertionError("went on after cancel")
        finally:
            closed.append(1)

    task = jobs.run(waiting)  # type: ignore[arg-type]
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
        gate.set()
    assert closed == [1]
    assert task.is_stopping


def test_a_refusal_reaches_its_own_handler_or_everybodys(qtbot: QtBot, jobs: Jobs) -> None:
    def refuse() -> None:
        raise UserError("uscc.length", length=3)

    own: list[UserError] = []
    everybodys: list[UserError] = []
    jobs.failed.connect(everybodys.append)
    with qtbot.waitSignal(jobs.change(refuse, on_error=own.append).ended):
        pass
    assert [error.code for error in own] == ["uscc.length"]
    assert everybodys == []
    with qtbot.waitSignal(jobs.failed):
        jobs.change(refuse)
    assert [error.code for error in everybodys] == ["uscc.length"]


def test_a_defect_leaves_a_report(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    def broken() -> Job[None]:
        yield Progress("step.break", 1, 2)
        raise ZeroDivisionError("an invented defect")

    with qtbot.waitSignal(jobs.crashed) as signal:
        jobs.run(broken)
    (report,) = signal.args
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError: an invented defect" in text
    assert "in broken" in text
    assert list(report.parent.glob("*.part")) == []


def test_a_defect_without_room_for_a_report_is_still_said(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise UserError("file.disk_full", path=path)

    monkeypatch.setattr("qc_desktop.crash.write_atomic", full)
    with qtbot.waitSignal(jobs.failed) as signal:
        jobs.change(lambda: 1 // 0)
    assert signal.args[0].code == "file.disk_full"


def test_a_torn_ticket_gets_no_answer(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    answers: list[str] = []
    stale = jobs.query(lambda: gate.wait(5) and "stale", answers.append)
    computed: list[str] = []
    second = Ticket()
    jobs.query(lambda: computed.append("second"), answers.append, second)
    fresh = jobs.query(lambda: "fresh", answers.append)
    stale.tear()
    second.tear()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert answers == ["fresh"]
    assert computed == []
    assert fresh.is_valid


@pytest.mark.parametrize("given", [(), ("a question",)])
def test_an_answer_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, jobs: Jobs, given: tuple[str, ...]) -> None:
    class Asker(QObject):
        got = Signal(object)

        def take(self, *answer: object) -> None:
            self.got.emit(answer)

    import shiboken6

    asker = Asker()
    gate = threading.Event()
    jobs.query(lambda: gate.wait(5), partial(asker.take, *given) if given else asker.take)
    shiboken6.delete(asker)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_asking)


def test_only_what_succeeds_tells_that_something_changed(qtbot: QtBot, jobs: Jobs) -> None:
    def refuse() -> None:
        raise UserError("uscc.length", length=3)

    with qtbot.assertNotEmitted(jobs.changed), qtbot.waitSignal(jobs.failed):
        jobs.change(refuse)
    with qtbot.waitSignal(jobs.changed):
        jobs.change(lambda: None)


def test_jobs_run_one_after_the_other(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[int] = []
    tasks = [jobs.change(lambda number=number: order.append(number)) for number in range(20)]
    with qtbot.waitSignal(tasks[-1].ended):
        assert jobs.is_busy
    assert order == list(range(20))


def test_close_cancels_joins_and_says_nothing_more(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    closed: list[int] = []
    results: list[object] = []
    started = threading.Event()

    def endless() -> Job[None]:
        try:
            started.set()
            while True:
                yield Progress("step.on", 1, 2)
        finally:
            closed.append(1)

    before = threading.active_count()
    jobs.run(endless, results.append)
    started.wait(5)
    jobs.close()
    assert closed == [1]
    assert threading.active_count() <= before
    qtbot.wait(1)
    assert results == []
