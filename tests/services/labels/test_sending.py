"""Labels straight to a printer: noted as sent, stopped between two jobs, refused without a trace."""

from __future__ import annotations

import dataclasses
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from qc_desktop.documents.labels.checking import SheetProblem
from qc_desktop.domain.findings import warning
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError
from qc_desktop.services.labels import batches, presets, printed, sending
from qc_desktop.services.labels.runs import PrintOrder
from tests.printing.queues import KeepingQueue, paper
from tests.samples import refused

ORDER = PrintOrder("A4-40", dpi=300, checked=False)


@pytest.fixture
def queue(tmp_path):
    return KeepingQueue(tmp_path / "paper")


@pytest.fixture(autouse=True)
def small_jobs(monkeypatch):
    """One sheet a job, so that a hundred labels are three."""
    monkeypatch.setattr(sending, "SHEETS_A_JOB", 1)


def noted(labels):
    return batches.row(labels.office, "1").balance.of(LabelEventKind.PRINTED)


def send(labels, queue, order=ORDER):
    return sending.send_labels(labels.office, "1", order, queue, labels.signer, pause=lambda _: None)


def memory(labels):
    return presets.memory(labels.office, presets.preset(labels.office, "A4-40"))


def test_every_job_is_noted_and_the_sheet_remembered(labels, queue):
    labels.issue()
    sent = finish(send(labels, queue))
    assert (sent.labels, sent.sheets) == (100, 3)
    assert len(paper(queue.out)) == 3
    assert [one.media for one in queue.options] == ["A4"] * 3
    assert noted(labels) == 100
    assert memory(labels) == SheetMemory(21)
    assert printed.unprinted(labels.office, "1") is None


@pytest.mark.parametrize("withheld", [0, 1])
def test_what_lies_on_paper_and_could_not_be_noted_is_said(labels, queue, monkeypatch, withheld):
    labels.issue()
    monkeypatch.setattr(sending, "SHEETS_A_JOB", 1 + withheld)
    made = sending.make_file

    def without_the_last(run, file, path, before, total):
        failed = yield from made(run, file, path, before, total)
        return failed + [SheetProblem(2, "示例", warning("label.no_symbol"))] * withheld

    monkeypatch.setattr(sending, "make_file", without_the_last)

    def narrow(office, run, file, failed):
        if file.first > 1:
            raise UserError("store.disk_full") from OperationalError("INSERT", {}, sqlite3.OperationalError("is full"))
        return printed.note(office, run, file, failed)

    monkeypatch.setattr(sending, "note", narrow)
    with refused("label.sent_not_noted") as caught:
        finish(send(labels, queue))
    first, sent = (81, 20) if withheld else (41, 40)
    told = {"first": f"00001-{first:06}", "last": f"00001-{first + sent - 1:06}", "count": 40, "sent": sent}
    assert told.items() <= caught.value.params.items()
    assert noted(labels) == 40


def test_stopped_between_two_jobs_the_rest_is_offered_and_goes_on(labels, queue):
    labels.issue()
    job = send(labels, queue)
    while not queue.titles:
        next(job)
    next(job)
    job.close()
    assert noted(labels) == 40
    rest = printed.unprinted(labels.office, "1")
    assert rest == (41, 100)
    finish(send(labels, queue, dataclasses.replace(ORDER, first=rest[0], last=rest[1])))
    assert noted(labels) == 100


def test_a_stop_leaves_the_sheet_behind_what_was_sent(labels, queue):
    labels.issue()
    presets.remember(labels.office, presets.preset(labels.office, "A4-40"), SheetMemory(21))
    job = send(labels, queue)
    while not noted(labels):
        next(job)
    job.close()
    assert (noted(labels), memory(labels)) == (20, SheetMemory())


def test_a_printer_that_refuses_leaves_no_note(labels, queue):
    labels.issue()
    queue.refuses = True
    with refused("print.refused"):
        finish(send(labels, queue))
    assert noted(labels) == 0
    assert memory(labels) == SheetMemory()


def test_a_jam_holds_back_what_comes_after(labels, queue):
    labels.issue()
    job = send(labels, queue)
    while not queue.titles:
        next(job)
    queue.stands_still = True
    with refused("print.stopped"):
        finish(job)
    assert noted(labels) == 40


def test_what_was_printed_is_not_printed_again_unasked(labels, queue):
    labels.issue()
    finish(send(labels, queue))
    with refused("label.printed_before"):
        finish(send(labels, queue))
    sent = finish(send(labels, queue, dataclasses.replace(ORDER, again="示例墨污")))
    assert (noted(labels), sent.spoiled) == (200, 100)
    assert batches.row(labels.office, "1").balance.remaining == 100


@pytest.mark.parametrize(("key", "media"), [("A4-24", "A4"), ("R-60x40", "Custom.60x40mm")])
def test_the_paper_is_named_as_printers_do(labels, key, media):
    assert sending.media_of(presets.preset(labels.office, key)) == media
