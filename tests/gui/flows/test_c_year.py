"""c. A year: opened with three clicks."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from qc_desktop.services.campaigns import years
from qc_desktop.services.office import Office
from tests.gui.flows.recorder import Recorder, button, click
from tests.gui.real import Real, rest
from tests.samples import DAY

CLICKS = 3


def test_open_a_year(qtbot: QtBot, real: Real, office: Office, recorder: Recorder) -> None:
    shell = real(office, "home")
    recorder.begin()
    for words in ("开启年度", "开启年度", f"开启 {DAY.year}"):
        click(button(shell, words))
        rest(qtbot, shell)
    assert [row.values.campaign_year for row in years.campaigns(office)] == [DAY.year]
    assert 0 < recorder.clicks <= CLICKS
