"""历程 beside the form: years with what is on record, and what is said where nothing is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.gui.pages.companies.aspects.timeline import TimelineView
from qc_desktop.services.companies import editing

from ... import checks
from ...real import unfit, unreachable
from ..conftest import YEAR, Open, Window


def told(window: Window) -> list[str]:
    view = window.page.aspects.view
    assert isinstance(view, TimelineView)
    return [each.text() for each in view.findChildren(QLabel) if each.isVisible()]


def look(window: Window, place: int = 0) -> None:
    window.page.listing.table.choose_place(place)
    window.idle()
    window.page.split.open_detail()
    window.page.aspects.go("timeline")
    window.idle()
    window.qtbot.wait(1)


def test_years_are_headings_newest_first(opened: Open) -> None:
    window = opened()
    look(window)
    lines = told(window)
    assert lines.index(str(YEAR)) < lines.index(str(YEAR - 1))
    assert "诚信承诺：已公告" in lines


def test_it_follows_the_list_and_what_changes(opened: Open) -> None:
    window = opened()
    editing.save(window.office, CompanyDraft("示例阿有限公司"))
    window.page.refresh()
    window.idle()
    look(window)
    assert window.page.editor.sheet.name == "示例阿有限公司"
    assert told(window) == ["还没有记录。"]
    look(window, 1)
    assert str(YEAR - 1) in told(window)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_it_fits_and_is_reached(opened: Open, lang: str) -> None:
    window = opened(lang, checks.SIZES[-1])
    look(window)
    assert unfit(window.qtbot, window.shell) == []
    assert unreachable(window.shell) == []
