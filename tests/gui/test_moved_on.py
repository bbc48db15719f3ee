"""The old PC says that its records went elsewhere, until somebody works on there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.frame import moved_on
from qc_desktop.services import moving, preferences
from tests.samples import Year

from .real import Real, real, rest

__all__ = ["real"]


@pytest.mark.parametrize("day", ["", "2026-03-15"])
def test_it_is_said_where_records_were_packed_for_another_pc(qtbot: QtBot, real: Real, year: Year, day: str) -> None:
    profile = year.office.profile
    preferences.remember_on_pc(profile, {moving.MOVED_ON: day})
    shell = real(year.office, "home")
    moved_on.tell(shell, profile)
    rest(qtbot, shell)
    assert shell._messages.isVisible() is bool(day)
    if day:
        assert day in shell._messages.text
        shell._messages._act()
        rest(qtbot, shell)
        assert preferences.remembered(profile, moving.MOVED_ON) == ""
        assert not shell._messages.isVisible()
