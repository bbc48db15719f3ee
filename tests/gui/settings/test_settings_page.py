"""Every section of the settings keeps to the rules of the interface."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.services import backups, staff
from tests.gui.real import Real, faults, rest
from tests.samples import Year

SECTIONS = ("office", "members", "texts", "fonts", "pc", "backup", "moving", "passphrase", "health", "about")


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("key", SECTIONS)
def test_interface(qtbot: QtBot, real: Real, year: Year, key: str, lang: str) -> None:
    backups.make(year.office)
    staff.add(year.office, "示例乙")
    shell = real(year.office, "settings", lang)
    page = shell.page
    assert isinstance(page, SettingsPage)
    assert tuple(page.sections) == ("office",)
    page.open_item(key)
    rest(qtbot, shell)
    assert page.sections[key].isVisible()
    assert faults(qtbot, shell) == []


@pytest.mark.parametrize("key", SECTIONS)
def test_extra_large_text_fits(qtbot: QtBot, shell: Shell, look: Callable[[Theme], None], key: str) -> None:
    look(Theme(size=TextSize.EXTRA_LARGE))
    assert isinstance(shell.page, SettingsPage)
    shell.page.open_item(key)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
