"""Every view with texts as long as real ones, at five sizes of the window and three of the text, in two languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from tests import lengthy
from tests.gui import checks
from tests.gui.placing import faults_of_place
from tests.gui.real import Real, real, settle
from tests.gui.views import VIEWS, opened
from tests.samples import Year

__all__ = ["real"]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_long_texts_have_their_place(
    qtbot: QtBot,
    real: Real,
    year: Year,
    look: Callable[[theme.Theme], None],
    tmp_path: Path,
    lang: str,
    name: str,
) -> None:
    lengthy.lengthen(year.office)
    shell = opened(qtbot, real, year, tmp_path, name, lang).shell
    found = []
    for size in theme.TextSize:
        look(theme.Theme(size=size))
        for room in checks.SIZES:
            shell.resize(*room)
            settle(qtbot)
            found += [
                f"{size} {room}: {fault}"
                for fault in (*faults_of_place(shell), *checks.too_wide(shell), *checks.truncated(shell, long=True))
            ]
    assert found == [], "\n".join(found)
