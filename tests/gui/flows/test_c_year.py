"""c. A year: opened with three clicks, a review with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.services.campaigns import pledging, years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from tests.gui.flows.recorder import Recorder, button, click, press
from tests.gui.real import Real, rest
from tests.samples import DAY, add

CLICKS = 3


def test_open_a_year(qtbot: QtBot, real: Real, office: Office, recorder: Recorder) -> None:
    shell = real(office, "home")
    recorder.begin()
    for words in ("开启年度", "开启年度", f"开启 {DAY.year}"):
        click(button(shell, words))
        rest(qtbot, shell)
    assert [row.values.campaign_year for row in years.campaigns(office)] == [DAY.year]
    assert 0 < recorder.clicks <= CLICKS


def test_a_review_is_one_key(qtbot: QtBot, real: Real, office: Office, recorder: Recorder) -> None:
    year = years.open_year(office, years.suggestion(office, DAY.year))
    companies = [add(office, f"示例{name}有限公司").id for name in "甲乙丙"]
    with office.writing("pledge_enter") as work:
        pledging.enter_many(work, year.id, dict.fromkeys(companies, PledgeDraft()))
    shell = real(office, "home")
    shell.go("campaign", "review")
    rest(qtbot, shell)
    recorder.begin()
    for done in (1, 2, 3):
        press(shell, Qt.Key.Key_F9)
        rest(qtbot, shell)
        assert browsing.count(office, CompanyFilter(campaign_id=year.id, stages=(Stage.PLEDGED.value,))) == done
    assert (recorder.keys, recorder.clicks) == (3, 0)
