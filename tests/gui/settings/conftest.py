"""The real window at the settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import backups
from tests.gui.real import Real, real, rest
from tests.samples import Year

__all__ = ["real"]

Opened = Callable[[str], object]


@pytest.fixture
def shell(real: Real, year: Year) -> Shell:
    backups.make(year.office)
    return real(year.office, "settings")


@pytest.fixture
def page(shell: Shell) -> SettingsPage:
    assert isinstance(shell.page, SettingsPage)
    return shell.page


@pytest.fixture
def opened_section(qtbot: QtBot, shell: Shell, page: SettingsPage) -> Callable[[str], object]:
    def open_section(key: str) -> object:
        page.open_item(key)
        rest(qtbot, shell)
        return page.sections[key]

    return open_section
