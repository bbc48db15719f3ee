"""A year: its views, what is written down one by one, returned forms, the roster, the next year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.stall_steps.common import Step, page_of

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window


def views(window: Window) -> Iterator[Step]:
    """Every view of the year."""
    window.shell.go("campaign")
    at_hand = page_of(window)
    for view in ("standing", "rolling", "chase", "returns", "review", "details", "clauses", "standing"):
        yield f"campaign: {view}", partial(at_hand.tabs.choose, view)
    yield "campaign: chase again", partial(at_hand.tabs.choose, "chase")
    for chip in tuple(at_hand.rooms.chase.listing.chips._buttons):
        yield f"campaign: chase {chip}", partial(at_hand.rooms.chase.listing.chips.choose, chip)
    yield "campaign: review again", partial(at_hand.tabs.choose, "review")
    yield "campaign: a new year", at_hand.begin_opening
    yield "campaign: no new year", at_hand.end_opening


def chasing(window: Window, folder: Path) -> Iterator[Step]:
    """The chase list written, one text seen, everyone invited with the list for their letters."""
    at_hand = page_of(window)
    yield "chase: shown", partial(at_hand.tabs.choose, "chase")
    chase = at_hand.rooms.chase
    yield "chase: everyone awaited", partial(chase.listing.chips.choose, "awaited")
    yield "chase: sorted by days", partial(chase.listing.head.sort_changed.emit, "waiting", True)
    yield "chase: searched", partial(chase.listing.search.setText, "青禾")
    yield "chase: all again", chase.listing.search.clear
    yield "chase: exported", lambda: chase._export_into(chase.listing.scope, folder / "chase.xlsx")
    yield "chase: invited", lambda: chase._invite_into(chase.listing.scope, folder / "invited.xlsx")


def acts(window: Window) -> Iterator[Step]:
    """What is written down one by one: reviews, a reminder, a roster, a company, two companies made one."""
    from benchmarks.waiting import TWINS
    from qc_desktop.services.companies import browsing

    at_hand = page_of(window)
    yield "acts: review", partial(at_hand.tabs.choose, "review")
    yield "acts: approved (F9)", at_hand.rooms.review.approve
    yield "acts: a reason asked for (F10)", at_hand.rooms.review.ask_reason
    yield "acts: sent back", partial(at_hand.rooms.review._send_back, "示例原因")
    yield "acts: chase", partial(at_hand.tabs.choose, "chase")
    yield "acts: noted as reminded", at_hand.rooms.chase.mark
    yield "acts: roster published", at_hand.work.publish
    window.shell.go("companies")
    companies = page_of(window)
    rows = companies.listing.model
    yield "acts: a company", lambda: companies.listing.opened.emit(rows.key_of(2))
    yield "acts: typed", lambda: companies.editor.company.form.remark.setText("示例备注")
    yield "acts: saved", companies.editor.save
    twins = [browsing.find(window.desk.office, name)[0].id for name in TWINS]
    yield "acts: two compared", partial(companies.ways._merge, *twins)
    yield "acts: made one", companies.rooms.duplicates._merge
    yield "acts: taken back", window.shell.undo
    window.shell.go("campaign")


def returns(window: Window, folder: Path) -> Iterator[Step]:
    """Forms of 100 companies go out and come back as they went."""
    from qc_desktop.domain.progress import finish
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter
    from qc_desktop.services.returns import making

    at_hand, office = page_of(window), window.desk.office
    campaign_id = at_hand.sight.row.id
    rows = browsing.page(office, CompanyFilter(campaign_id=campaign_id, taking_part=True), 0, 100)
    finish(making.make(office, campaign_id, [row.id for row in rows], folder / "forms"))
    yield "returns: shown", partial(at_hand.tabs.choose, "returns")
    yield "returns: 100 forms read", lambda: at_hand.rooms.returns.work.read([folder / "forms"])
    yield "returns: left", lambda: at_hand.rooms.returns.leave()


def roster(window: Window, folder: Path) -> Iterator[Step]:
    """Exported in every format."""
    at_hand = page_of(window)
    yield "roster: shown", partial(at_hand.tabs.choose, "standing")
    for form in ("xlsx", "csv", "docx", "pdf"):
        path = folder / f"roster.{form}"
        yield f"roster: exported as {form}", partial(at_hand.work._write_roster, at_hand.sight.row.id, form, "", path)
