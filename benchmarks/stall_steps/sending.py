"""What follows the printer: tracking numbers, reconciliation; and letters and envelopes for companies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.stall_steps.common import Step, page_of, paste

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window

ROWS = 2000
"""Tracking numbers that are pasted."""
PAPERS = 200
"""Letters of one file."""


def sending(window: Window, folder: Path) -> Iterator[Step]:
    """A carrier's list pasted, noted and taken back; the year reconciled."""
    from qc_desktop.services.certificates import register
    from qc_desktop.services.certificates.register import CertificateFilter

    at_hand, office = page_of(window), window.desk.office
    numbers = register.numbers(office, CertificateFilter(campaign_id=at_hand.standing.campaign_id))[:ROWS]
    rows = "证书编号\t快递单号\n" + "\n".join(f"{number}\tSF{place:06}" for place, number in enumerate(numbers))
    yield "sending", at_hand.show_sending
    view = at_hand.rooms.sending.view
    yield f"sending: {ROWS:,} numbers pasted", partial(paste, rows, view.paste.click)
    yield "sending: noted", view.preview.apply.click
    yield "sending: sought", partial(view.search.setText, "SF000123")
    yield "sending: all of it", view.search.clear
    yield "sending: taken back", window.shell.undo
    yield "reconciliation", at_hand.show_reconciliation
    view = at_hand.rooms.reconciling.view
    yield "reconciliation: one of them", partial(view.table.choose_place, 0)
    yield "reconciliation: written", partial(at_hand.rooms.reconciling._write, "对账", folder / "reconciled.xlsx")
    yield "reconciliation: left", at_hand.show_register


def papers(window: Window, folder: Path) -> Iterator[Step]:
    """Invitations and envelopes for some hundred companies in a file each."""
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter
    from qc_desktop.services.papers.making import PaperOrder
    from qc_desktop.services.papers.records import ENVELOPES, INVITATION

    window.shell.go("companies")
    at_hand, office = page_of(window), window.desk.office
    ids = [row.id for row in browsing.page(office, CompanyFilter(), 0, PAPERS)]
    menu = at_hand.many.papers
    yield "papers: offered", at_hand.many._fill
    yield "papers: an envelope asked about", partial(menu.ask, ENVELOPES[0], chosen=lambda _: ids)
    for kind in (INVITATION, ENVELOPES[0]):
        order = PaperOrder(kind, campaign_id=menu._campaign_id)
        yield f"papers: {kind} for {PAPERS}", partial(menu.make, order, lambda _: ids, folder / f"{kind}.pdf")
