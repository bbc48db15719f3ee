"""c. A year: opened with three clicks, last year's companies brought in and invited with a few more, a review a key."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.gui.pages.campaign.page import CampaignPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services.campaigns import pledging, years
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company
from tests.gui.flows.recorder import Recorder, button, click, entry, press
from tests.gui.real import Real, rest
from tests.samples import COMPANIES, DAY, Year, add

CLICKS = 3
ROLL_CLICKS = 3
"""The view of what changed, one of its groups, and bringing everybody in."""
INVITE_CLICKS = 4
"""A filter, everybody selected, the invitation, and the button of the system's dialog."""
NEXT = DAY.year + 1


def test_open_a_year(qtbot: QtBot, real: Real, office: Office, recorder: Recorder) -> None:
    shell = real(office, "home")
    recorder.begin()
    for words in ("开启年度", "开启年度", f"开启 {DAY.year}"):
        click(button(shell, words))
        rest(qtbot, shell)
    assert [row.values.campaign_year for row in years.campaigns(office)] == [DAY.year]
    assert 0 < recorder.clicks <= CLICKS


def rename(year: Year) -> str:
    """One company of last year has another name since."""
    new = "示例新名有限公司"
    with year.office.writing("company_change") as work:
        work.session.get_one(Company, year.companies()[0].id).name = new
    return new


def test_a_year_as_last_year_then_everybody_invited(
    qtbot: QtBot, real: Real, year: Year, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = years.campaign(year.office, DAY.year)
    renamed = rename(year)
    shell = real(year.office, "home")

    recorder.begin()
    click(entry(shell, "campaign"))
    rest(qtbot, shell)
    for words in ("开启新年度", f"开启 {NEXT}"):
        click(button(shell.page, words))
        rest(qtbot, shell)
    opened = years.campaign(year.office, NEXT)
    assert (opened.values.theme, opened.clauses) == (last.values.theme, last.clauses)
    assert 0 < recorder.clicks <= CLICKS

    recorder.begin()
    page = shell.page
    assert isinstance(page, CampaignPage)
    for part, words in ((page.tabs, "沿用上年"), (page, "名称有变")):
        click(button(part, words))
        rest(qtbot, shell)
    row = page.rooms.rolling.model.row(0)
    assert row is not None
    assert (page.rooms.rolling.model.rowCount(), row.now) == (1, renamed)
    click(button(page, "全部带入"))
    rest(qtbot, shell)
    assert years.campaign(year.office, NEXT).stages == {Stage.DRAFT: COMPANIES}
    assert 0 < recorder.clicks <= ROLL_CLICKS

    path = tmp_path / "invited.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    recorder.begin()
    for words in ("未邀请", "全选", f"邀请 {COMPANIES} 家"):
        click(button(page.rooms.chase, words))
        rest(qtbot, shell)
    assert years.campaign(year.office, NEXT).stages == {Stage.INVITED: COMPANIES}
    listed = {cell for line in openpyxl.load_workbook(path).active.values for cell in line}
    assert {company.name for company in year.companies()} <= listed
    assert recorder.clicks + 1 <= INVITE_CLICKS
    assert recorder.keys == 0


Queue = tuple[Shell, CampaignRow]
WIDTHS = pytest.mark.parametrize("size", [(1366, 728), (911, 440)])


@pytest.fixture
def queue(qtbot: QtBot, real: Real, office: Office) -> Queue:
    """The window at the review desk, where three companies wait."""
    year = years.open_year(office, years.suggestion(office, DAY.year))
    companies = [add(office, f"示例{name}有限公司").id for name in "甲乙丙"]
    with office.writing("pledge_enter") as work:
        pledging.enter_many(work, year.id, dict.fromkeys(companies, PledgeDraft()))
    shell = real(office, "home")
    shell.go("campaign", "review")
    rest(qtbot, shell)
    return shell, year


def standing(office: Office, year: CampaignRow, stage: Stage) -> list[str]:
    found = browsing.page(office, CompanyFilter(campaign_id=year.id, stages=(stage.value,)))
    return sorted(row.name for row in found)


@WIDTHS
def test_a_review_is_one_key(
    qtbot: QtBot, office: Office, recorder: Recorder, queue: Queue, size: tuple[int, int]
) -> None:
    shell, year = queue
    shell.resize(*size)
    recorder.begin()
    for done in (1, 2, 3):
        press(shell, Qt.Key.Key_F9)
        rest(qtbot, shell)
        assert len(standing(office, year, Stage.PLEDGED)) == done
    assert (recorder.keys, recorder.clicks) == (3, 0)


@WIDTHS
def test_one_passed_over_one_returned_and_taken_back(
    qtbot: QtBot, office: Office, recorder: Recorder, queue: Queue, size: tuple[int, int]
) -> None:
    shell, year = queue
    shell.resize(*size)
    names = standing(office, year, Stage.MATERIAL_REVIEW)
    second = browsing.page(office, CompanyFilter(campaign_id=year.id))[1].name
    recorder.begin()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_F10, Qt.Key.Key_1):  # the second of them, for the first of the reasons
        press(shell, key)
        rest(qtbot, shell)
    assert standing(office, year, Stage.RETURNED_FOR_CORRECTION) == [second]
    press(shell, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, shell)
    assert standing(office, year, Stage.MATERIAL_REVIEW) == names
    assert (recorder.keys, recorder.clicks) == (4, 0)
