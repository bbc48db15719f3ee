"""The real window at labels: an agreement, a batch under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.labels.page import LabelsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services.demo import PASSPHRASE
from tests.gui.real import Real, real, rest
from tests.labelled import labelled
from tests.samples import Year

__all__ = ["PASSPHRASE", "real"]


@dataclass
class Window:
    """The window at labels."""

    qtbot: QtBot
    shell: Shell
    year: Year

    @property
    def page(self) -> LabelsPage:
        page = self.shell.page
        assert isinstance(page, LabelsPage)
        return page

    def go(self, key: str) -> LabelsPage:
        self.shell.go("labels", key)
        self.rest()
        return self.page

    def rest(self) -> None:
        rest(self.qtbot, self.shell)


Open = Callable[[], Window]


@pytest.fixture
def bare(qtbot: QtBot, real: Real, year: Year) -> Open:
    """Opens the window at labels as the records are by then."""
    return lambda: Window(qtbot, real(year.office, "labels"), year)


@pytest.fixture
def window(year: Year, bare: Open) -> Window:
    """The window on an agreement and a batch of a hundred labels."""
    labelled(year)
    return bare()
