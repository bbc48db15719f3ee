"""e. "Is it genuine?": at most eight keys from anywhere to the entry in the log."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qc_desktop.services import call_log
from qc_desktop.services.call_log import CallFilter
from tests.gui.flows.recorder import Recorder, press, write
from tests.gui.real import Real, rest
from tests.samples import Year

KEYS = 8


@pytest.mark.parametrize("page_id", ["home", "companies", "campaign", "certificates", "settings", "history", "help"])
def test_a_call(qtbot: QtBot, real: Real, year: Year, recorder: Recorder, page_id: str) -> None:
    number = year.issue().numbers[6]
    shell = real(year.office, page_id)
    recorder.begin()
    press(shell, Qt.Key.Key_6, held=Qt.KeyboardModifier.ControlModifier)
    write(shell, number[-6:])
    press(shell, Qt.Key.Key_F8)
    rest(qtbot, shell)
    assert [call.number for call in call_log.page(year.office, CallFilter())] == [number]
    assert 0 < recorder.keys <= KEYS
    assert recorder.clicks == 0
