"""The real window, with a layout of the office's own at work."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.gui.pages.layouts.page import LayoutsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services.layouts import versions
from tests.gui.real import Real, real, rest
from tests.samples import Year

__all__ = ["real"]
KIND = "pledge_display_certificate"


@pytest.fixture
def shell(real: Real, year: Year) -> Shell:
    return real(year.office, "layouts")


@pytest.fixture
def page(shell: Shell) -> LayoutsPage:
    assert isinstance(shell.page, LayoutsPage)
    return shell.page


@pytest.fixture
def at_work(qtbot: QtBot, shell: Shell, page: LayoutsPage, year: Year) -> LayoutsPage:
    """The page with a copy of the layout that ships on its workbench."""
    row = versions.create(year.office, load_layout(KIND), "示例版式")
    shell.go("layouts", row.id)
    rest(qtbot, shell)
    assert page.bench.making is not None
    return page


def own(year: Year) -> versions.LayoutRow:
    """The one layout of the office's own."""
    return next(row for row in versions.listing(year.office) if not row.ships)
