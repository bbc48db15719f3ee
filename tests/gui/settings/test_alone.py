"""Work that must not be read past."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.gui.jobs import Jobs


def test_nobody_reads_while_records_are_replaced(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []
    begun, may_end = Event(), Event()

    def replace() -> Job[str]:
        begun.set()
        assert may_end.wait(5)
        yield Progress("restore", 1, 2)
        order.append("replaced")
        return "done"

    task = jobs.run_alone(replace, order.append)
    assert begun.wait(5)
    jobs.query(lambda: order.append("read"), lambda _: None)
    may_end.set()
    with qtbot.waitSignal(task.ended):
        pass
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert order.index("replaced") < order.index("read")
    assert "done" in order
