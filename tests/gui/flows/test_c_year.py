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
from qc_desktop.services.campaigns import pledging, years
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
    for part, words in ((page.tabs, "结转"), (page, "名称有变")):
        click(button(part, words))
        rest(qtbot, shell)
    row = page.rolling.model.row(0)
    assert row is not None
    assert (page.rolling.model.rowCount(), row.now) == (1, renamed)
    click(button(page, "全部带入"))
    rest(qtbot, shell)
    assert years.campaign(year.office, NEXT).stages == {Stage.DRAFT: COMPANIES}
    assert 0 < recorder.clicks <= ROLL_CLICKS

    path = tmp_path / "invited.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    recorder.begin()
    for words in ("未邀请", "全选", f"邀请 {COMPANIES} 家"):
        click(button(page.chase, words))
        rest(qtbot, shell)
    assert years.campaign(year.office, NEXT).stages == {Stage.INVITED: COMPANIES}
    listed = {cell for line in openpyxl.load_workbook(path).active.values for cell in line}
    assert {company.name for company in year.companies()} <= listed
    assert recorder.clicks + 1 <= INVITE_CLICKS
    assert recorder.keys == 0


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
