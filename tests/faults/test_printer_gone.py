"""On the way to the printer: stopped at every step, and a printer that is gone at any of its jobs.

What came out on paper was logged, nothing else was, and the next run sends the rest, each sheet once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from qc_desktop.domain.printing import SheetState
from qc_desktop.domain.progress import Job, finish
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.certificates import print_batches, print_lists, print_sending, printing
from qc_desktop.services.office import Office
from tests.faults.test_cancel import at_every_step, logged
from tests.printing.queues import KeepingQueue, paper
from tests.samples import refused

CERTIFICATES = 3


@dataclass
class Going(KeepingQueue):
    """A printer that is gone when its job ``last`` comes, and there again for the next run."""

    last: int = 0

    def submit(self, pdf: Path, title: str, options: object) -> str:
        if len(self.titles) + 1 == self.last:
            self.last = 0
            raise UserError("print.refused_gone", printer=self.name)
        return super().submit(pdf, title, options)


@pytest.fixture
def numbers(year) -> list[str]:
    preferences.change(year.office, {"reprint_quota": "20"})
    year.issue(year.participations()[:CERTIFICATES])
    return printing.live_numbers(year.office, year.campaign_id)


def a_batch(office: Office, numbers: list[str], queue: KeepingQueue) -> str:
    return print_batches.create(office, numbers, queue.name, chunk=1, reason="示例补印")


def sending(office: Office, batch: str, queue: KeepingQueue) -> Job[object]:
    return print_sending.send(office, batch, queue, pause=lambda seconds: None)


def on_paper(queue: KeepingQueue) -> list[str]:
    found = (re.search(r"QC-2026-315-\d{6}", text) for text in paper(queue.out)) if queue.out.exists() else ()
    return [match[0] for match in found if match]


def what_was_logged_came_out(office: Office, queue: KeepingQueue, before: int = 0) -> None:
    assert len(on_paper(queue)) == logged(office) - before


def test_stopped_at_every_step(year, tmp_path, numbers: list[str]) -> None:
    office, before = year.office, 0
    runs: dict[int, tuple[str, KeepingQueue]] = {}

    def job(steps: int) -> Job[object]:
        queue = KeepingQueue(tmp_path / f"paper{steps}")
        runs[steps] = a_batch(office, numbers, queue), queue
        return sending(office, *runs[steps])

    def look(steps: int) -> None:
        nonlocal before
        batch, queue = runs[steps]
        what_was_logged_came_out(office, queue, before)
        assert len(on_paper(queue)) == print_lists.batch(office, batch).of(SheetState.SENT)
        finish(sending(office, batch, queue))
        assert on_paper(queue) == numbers
        before += CERTIFICATES
        assert logged(office) == before

    assert at_every_step(job, look) >= 3 * CERTIFICATES
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("last", range(1, CERTIFICATES + 1))
def test_gone_at_any_job(year, tmp_path, numbers: list[str], last: int) -> None:
    office, queue = year.office, Going(tmp_path / "paper", last=last)
    batch = a_batch(office, numbers, queue)
    with refused("print.refused_gone"):
        finish(sending(office, batch, queue))
    assert on_paper(queue) == numbers[: last - 1]
    what_was_logged_came_out(office, queue)
    row = print_lists.batch(office, batch)
    assert (row.of(SheetState.SENT), row.of(SheetState.WAITING)) == (last - 1, CERTIFICATES - last + 1)
    finish(sending(office, batch, queue))
    assert on_paper(queue) == numbers
    assert logged(office) == CERTIFICATES


def test_a_log_before_the_paper_is_caught(year, tmp_path, numbers: list[str], monkeypatch) -> None:
    """The broken control: a printer that answers for sheets that it never got."""
    queue = Going(tmp_path / "paper")
    monkeypatch.setattr(KeepingQueue, "submit", lambda *_: "示例-1")
    finish(sending(year.office, a_batch(year.office, numbers, queue), queue))
    with pytest.raises(AssertionError):
        what_was_logged_came_out(year.office, queue)
