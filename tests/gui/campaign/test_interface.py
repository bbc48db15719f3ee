"""interface.md's checks over every view of the real page, in both languages at four sizes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import finish
from qc_desktop.services import scans
from qc_desktop.services.office import Office
from qc_desktop.services.scans import Paper
from tests.papers import jpeg, pdf

from ..real import faults
from .conftest import YEAR, Open, Window


def turned_to(window: Window, view: str) -> None:
    page = window.page
    if view == "opening":
        page.begin_opening()
    elif view == "wrong":
        page.tabs.choose("details")
        for name in ("edition", "announced_on", "validity_years"):
            page.rooms.details._form._values[name].setText("示例")
        page.rooms.details._submit()
    elif view == "asked":
        page.rooms.standing.steps._lines[Stage.ANNOUNCEMENT_PENDING].button.click()
    elif view != "empty":
        page.tabs.choose(view.split("-")[0])
        window.rest()
    if view == "review-reasons":
        page.rooms.review.ask_reason()
    elif view == "review-scan":
        add_scans(window)
    elif view == "rolling-first":
        window.shell.context.turn_to(YEAR - 1)
    window.rest()


def add_scans(window: Window) -> None:
    row = window.page.rooms.review.queue.row
    assert row is not None
    papers = [Paper("示例承诺书.pdf", content=pdf(3)), Paper("示例营业执照.jpg", content=jpeg())]
    finish(scans.add(window.office, row.id, papers, window.row().id))
    window.page.refresh()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize(
    "view",
    [
        *("standing", "asked", "details", "wrong", "clauses", "opening", "empty"),
        *("rolling", "rolling-first", "chase", "review", "review-reasons", "review-scan"),
    ],
)
def test_every_view_passes_every_check(qtbot: QtBot, opened: Open, empty_office: Office, lang: str, view: str) -> None:
    window = opened(lang, empty_office if view == "empty" else None)
    turned_to(window, view)
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)
