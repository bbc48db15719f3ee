"""interface.md's checks over every view of the real page, in both languages at four sizes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.services.office import Office

from ..real import faults
from .conftest import Open, Window


def turned_to(window: Window, view: str) -> None:
    page = window.page
    if view == "opening":
        page.begin_opening()
    elif view == "wrong":
        page.tabs.choose("details")
        for name in ("edition", "announced_on", "validity_years"):
            page.details._form._values[name].setText("示例")
        page.details._submit()
    elif view == "asked":
        page.standing.steps._lines[Stage.ANNOUNCEMENT_PENDING].button.click()
    elif view != "empty":
        page.tabs.choose(view)
    window.rest()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("view", ["standing", "asked", "details", "wrong", "clauses", "opening", "empty"])
def test_every_view_passes_every_check(qtbot: QtBot, opened: Open, empty_office: Office, lang: str, view: str) -> None:
    window = opened(lang, empty_office if view == "empty" else None)
    turned_to(window, view)
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)
