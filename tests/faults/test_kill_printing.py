"""kill -9 on the way to the printer: no sheet is lost, none comes out twice unnoticed, none is unlogged."""

from __future__ import annotations

import re

import pytest

from qc_desktop.domain.printing import SheetState
from qc_desktop.domain.progress import finish
from qc_desktop.services.certificates import print_lists, print_mending, print_sending
from qc_desktop.storage.tables import PrintLog
from tests.faults.test_kill import assert_sound, kill_at
from tests.printing.queues import KeepingQueue, paper

N = "QC-2026-315-{:06}".format


def taken_up(point, action, year, tmp_path, opened):
    """Kills ``action`` at ``point``, looks at the paper as a person does, and goes on. The office, and all paper."""
    year.issue(year.participations()[:4])
    year.office.close()
    kill_at(point, action, year.office.profile.root, tmp_path / "paper")
    office, queue = opened(year.office.profile.root), KeepingQueue(tmp_path / "paper")
    assert_sound(office)
    (batch,) = print_lists.page(office)
    if batch.of(SheetState.SENDING):
        out = numbers_of(queue)
        print_mending.settle(office, batch.id, out[-1] if out else "")
    finish(print_sending.send(office, batch.id, queue))
    return office, numbers_of(queue)


def numbers_of(queue):
    return [re.search(r"QC-2026-315-\d{6}", text)[0] for text in paper(queue.out)]


def logged(office):
    with office.store.reading() as session:
        return session.query(PrintLog).count()


@pytest.mark.parametrize(
    ("point", "lines"), [("render 1", 4), ("print 1", 4), ("print 3", 4), ("submit", 5), ("log_sheets", 4)]
)
def test_a_batch_that_was_killed_is_taken_up(year, tmp_path, opened, point, lines):
    office, out = taken_up(point, "print_batch", year, tmp_path, opened)
    assert out == [N(place) for place in range(1, 5)]
    assert logged(office) == lines  # one more where nobody could know that the sheet never reached the printer


def test_sheets_that_are_logged_at_the_end_are_caught(year, tmp_path, opened):
    office, out = taken_up("print 2", "print_unlogged", year, tmp_path, opened)
    assert len(out) > logged(office)
