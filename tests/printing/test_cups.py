"""A real CUPS: its printers, its jobs, a jam, and a batch of certificates on its way through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from qc_desktop.documents.printing import cups as printing_system
from qc_desktop.documents.printing.cups import CupsQueue, printers
from qc_desktop.documents.printing.queue import JobState, Printer, PrintOptions
from qc_desktop.documents.printing.registry import CUPS, PrintSystem, chosen
from qc_desktop.domain.progress import finish
from qc_desktop.services.certificates import print_batches, print_lists, print_sending
from tests.printing import cups
from tests.printing.cups import NAME, Cups
from tests.printing.queues import texts
from tests.samples import refused

N = "QC-2026-315-{:06}".format
here = pytest.mark.skipif(bool(cups.missing()), reason=f"CUPS is not installed: no {'、'.join(cups.missing())}")


@pytest.fixture(scope="module")
def server() -> Iterator[Cups]:
    with cups.running() as made:
        yield made


@pytest.fixture
def printer(server: Cups, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    """The server as this test's own, with nothing printed yet."""
    monkeypatch.setenv("CUPS_SERVER", str(server.socket))
    yield server
    server.control("cancel", "-a")
    server.control("cupsenable", NAME)
    for file in server.printed():
        file.unlink()


def until(reached: Callable[[], bool], what: str) -> None:
    import time

    end = time.monotonic() + 15
    while not reached():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def pages(path: Path, count: int) -> Path:
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(count):
            document.new_page(842, 595)
        document.save(path)
    return path


@here
def test_printers_and_the_default(printer: Cups) -> None:
    assert printers() == [Printer(NAME, True)]
    assert chosen(CUPS).name == NAME
    assert chosen(CUPS, remembered="gone long ago").name == NAME
    with refused("print.unknown_printer"):
        chosen(CUPS, "nobody")


@here
def test_a_job_is_followed_until_it_is_gone(printer: Cups, tmp_path: Path) -> None:
    queue = CupsQueue(NAME)
    job = queue.submit(pages(tmp_path / "示例 一.pdf", 2), "示例“一”; rm -rf $HOME", PrintOptions())
    assert job.startswith(f"{NAME}-")
    until(lambda: queue.state(job) is JobState.GONE, "the job stays")
    until(lambda: len(printer.printed()) == 1, "nothing came out")
    with pypdfium2.PdfDocument(printer.printed()[0]) as document:
        assert [page.get_size() for page in document] == [(842, 595)] * 2
    queue.cancel(job)  # what is gone stays gone


@here
def test_a_printer_that_stands_still_is_told_and_its_job_taken_back(printer: Cups, tmp_path: Path) -> None:
    queue = CupsQueue(NAME)
    printer.control("cupsdisable", NAME)
    job = queue.submit(pages(tmp_path / "a.pdf", 1), "a", PrintOptions())
    assert queue.state(job) is JobState.STOPPED
    queue.cancel(job)
    assert queue.state(job) is JobState.GONE
    assert printer.printed() == []


@here
def test_certificates_go_through_it_in_chunks(printer: Cups, issued, tmp_path: Path) -> None:
    batch_id = print_batches.create(issued.office, [N(n) for n in range(1, 5)], NAME, chunk=3)
    sent = finish(print_sending.send(issued.office, batch_id, CupsQueue(NAME)))
    assert (sent.sheets, sent.jobs) == (4, 2)
    until(lambda: len(printer.printed()) == 2, "a chunk is missing")
    found = [text for path in printer.printed() for text in texts(path)]
    assert [N(place) in text for place, text in enumerate(found, 1)] == [True] * 4
    assert print_lists.batch(issued.office, batch_id).state == "done"


@here
def test_a_printer_nobody_knows_refuses_in_words(printer: Cups, tmp_path: Path) -> None:
    with refused("print.refused_gone"):
        CupsQueue("nobody").submit(pages(tmp_path / "a.pdf", 1), "a", PrintOptions())


@here
def test_a_server_that_is_gone_and_a_system_without_printers_are_said(
    printer: Cups, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(printing_system, "printers", list)
    with refused("print.no_printer"):
        chosen(PrintSystem(printing_system.printers, CupsQueue))
    monkeypatch.undo()
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    with refused("print.no_server"):
        chosen(CUPS)


def test_a_system_without_cups_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with refused("print.no_cups"):
        printers()


def test_a_server_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lpstat").write_text("#!/bin/sh\nexec sleep 30\n")
    (tmp_path / "lpstat").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(printing_system, "SECONDS", 0.2)
    with refused("print.no_answer"):
        printers()


LISTED = """PageSize/Media Size: *A4 A3 A5 Letter A4.Borderless Custom.WIDTHxHEIGHT
InputSlot/Media Source: *Auto Tray1 Tray2 Manual
Duplex/2-Sided Printing: *None DuplexNoTumble
"""
DRIVERLESS = """media/Media: *iso_a4_210x297mm iso_a3_297x420mm na_letter_8.5x11in
media-source/Media Source: *auto tray-1
"""


@pytest.mark.parametrize(
    ("listed", "papers", "trays"),
    [
        (LISTED, {"A4", "A3"}, [("InputSlot=Auto", "Auto"), ("InputSlot=Tray1", "Tray1")]),
        (DRIVERLESS, {"A4", "A3"}, [("media-source=auto", "auto"), ("media-source=tray-1", "tray-1")]),
        ("", set(), []),
    ],
)
def test_papers_and_trays_are_those_that_cups_lists(monkeypatch, tmp_path, listed, papers, trays):
    (tmp_path / "options").write_text(listed)
    (tmp_path / "lpoptions").write_text(f"#!/bin/sh\ncat {tmp_path}/options\n")
    (tmp_path / "lpoptions").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    has = CupsQueue(NAME).abilities()
    assert papers <= set(has.media)
    assert list(has.trays[:2]) == trays


def test_a_tray_and_one_side_are_asked_for_by_name(monkeypatch, tmp_path):
    (tmp_path / "lp").write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/asked\necho "request id is {NAME}-7 (1 file(s))"\n'
    )
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    options = PrintOptions(media="A3", tray="InputSlot=Tray2")
    assert CupsQueue(NAME).submit(tmp_path / "a.pdf", "示例", options) == f"{NAME}-7"
    asked = (tmp_path / "asked").read_text()
    assert all(words in asked for words in ("media=A3", "sides=one-sided", "-o InputSlot=Tray2", "print-scaling=none"))


@here
def test_a_printer_without_a_driver_says_nothing_of_papers_and_trays(printer: Cups) -> None:
    assert CupsQueue(NAME).abilities().trays == ()
