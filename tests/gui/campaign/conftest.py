"""Real records with companies at every stage, and the campaign page in a real window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import finish
from qc_desktop.gui.pages.campaign.page import CampaignPage
from qc_desktop.gui.shell import Shell
from qc_desktop.paths import Profile
from qc_desktop.services import demo
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office, open_office

from ..real import Real, at_work, real, rest

__all__ = ["real"]

YEAR = 2026
TODAY = dt.date(YEAR, 3, 12)
AT_STAGE = {
    Stage.MATERIAL_REVIEW: 6,
    Stage.PLEDGED: 5,
    Stage.ANNOUNCEMENT_PENDING: 4,
    Stage.ANNOUNCED: 3,
}


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with last year announced and this year under way."""
    root = tmp_path_factory.mktemp("campaign") / "profile"
    office = open_office(Profile(root), "示例录入员")
    finish(demo.sample_year(office, 24, YEAR - 1))
    last = years.campaign(office, YEAR - 1)
    years.change(office, last.id, last.row_version, replace(last.values, applications_until=dt.date(YEAR - 1, 2, 28)))
    fresh = years.open_year(office, years.suggestion(office, YEAR))
    everybody = browsing.ids(office, CompanyFilter())
    stages.take_in(office, fresh.id, everybody[:20], Stage.INVITED)
    invited = browsing.participation_ids(office, CompanyFilter(campaign_id=fresh.id))
    for stage, count in AT_STAGE.items():
        stages.bring_forward(office, invited[:count], stage)
        invited = invited[count:]
    office.close()
    return root


@pytest.fixture
def office(stored: Path, tmp_path: Path) -> Iterator[Office]:
    yield from at_work(tmp_path / "profile", TODAY, stored)


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Office]:
    yield from at_work(tmp_path / "empty", TODAY)


class Window:
    """The window at the campaign page."""

    def __init__(self, qtbot: QtBot, shell: Shell, office: Office) -> None:
        self.qtbot = qtbot
        self.shell = shell
        self.office = office

    @property
    def page(self) -> CampaignPage:
        page = self.shell._pages["campaign"]
        assert isinstance(page, CampaignPage)
        return page

    def rest(self) -> None:
        rest(self.qtbot, self.shell)

    def row(self, year: int = YEAR) -> CampaignRow:
        return years.campaign(self.office, year)

    def at(self, stage: Stage) -> int:
        return self.row().stages.get(stage, 0)


Open = Callable[..., Window]


@pytest.fixture
def opened(qtbot: QtBot, real: Real, office: Office) -> Open:
    return lambda lang="zh_CN", on=None: Window(qtbot, real(on or office, "campaign", lang), on or office)
