"""Printing: a batch to a printer of this walk's own, a trial, a long batch and its papers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks.stall_steps.common import Step, page_of

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window

LONG = 2000
"""Sheets of the long batch."""


def printing(window: Window, folder: Path) -> Iterator[Step]:
    """From the register to paper, and what is kept about it."""
    from qc_desktop.gui.pages.certificates.printing import acts
    from tests.printing.queues import KeepingQueue, system_of

    system = system_of(KeepingQueue(folder / "paper"))
    with patch.object(acts, "print_system", lambda: system):
        yield from _sheets(window)
    yield from _papers(window, folder)


def _sheets(window: Window) -> Iterator[Step]:
    """The certificates of the walk's own batch: they can be drawn."""
    at_hand = page_of(window)
    made = at_hand.rooms.batch.make.numbers[1]
    yield "printing: those of the batch sought", partial(at_hand.register.search.setText, made[:-2])
    yield "printing: offered", at_hand.offering.begin_printing
    yield "printing: a trial", at_hand.rooms.start.try_one.click
    yield "printing: printed", at_hand.rooms.start.start.click
    detail = at_hand.rooms.printing.detail
    yield "printing: a sheet chosen", partial(detail.table.choose_place, 0)
    yield "printing: what spoiled it is asked", detail.acts[detail.DAMAGE].click
    yield "printing: noted and printed again", partial(detail.asking.answered.emit, detail.DAMAGE, made, "示例卡纸")
    yield "printing: to the register", at_hand.show_register
    yield "printing: all of it", at_hand.register.search.clear
    yield from _calibrated(at_hand)


def _calibrated(at_hand: Any) -> Iterator[Step]:
    """The ruler page printed, four lengths typed, the correction kept and taken away again."""
    yield "calibration", partial(at_hand.calibrate, "")
    view = at_hand.rooms.calibrating.view
    yield "calibration: the ruler page", view.ruler.click
    yield "calibration: lengths typed", partial(_measure, view.ui)
    yield "calibration: kept", view.keep.click
    yield "calibration: taken away", view.clear.click
    yield "calibration: left", at_hand.show_register


def _measure(form: Any) -> None:
    for name, wrong in (("left", 0.4), ("top", -0.3), ("across", 0.0), ("down", 0.0)):
        field = getattr(form, name)
        field.setText(f"{float(field.placeholderText()) + wrong:.1f}")


def _papers(window: Window, folder: Path) -> Iterator[Step]:
    from qc_desktop.domain.certificates import CertificateState
    from qc_desktop.domain.printing import RECEIPTS, SEAL_REGISTER
    from qc_desktop.services.certificates import print_batches, print_lists, register
    from qc_desktop.services.certificates.register import CertificateFilter

    at_hand, office = page_of(window), window.desk.office
    live = CertificateFilter(campaign_id=at_hand.standing.campaign_id, states=(CertificateState.LIVE,))
    numbers = register.numbers(office, live)[:LONG]
    begin = partial(print_batches.create, office, numbers, "示例打印机")
    yield "papers: a long batch begun", lambda: window.jobs.change(begin)
    batch = print_lists.page(office, 0, 1)[0]
    yield "papers: its sheets", partial(at_hand.show_batches, batch.id)
    work = at_hand.rooms.print_work
    for paper in (SEAL_REGISTER, RECEIPTS):
        for suffix in (".pdf", ".xlsx", ".docx"):
            written = partial(work._write_at, batch.id, paper, paper, folder / f"{paper}{suffix}")
            yield f"papers: {paper}{suffix}", written
    yield "papers: the batch cancelled", lambda: window.jobs.change(partial(print_batches.cancel, office, batch.id))
    yield "papers: left", at_hand.show_register
