"""A real office on a profile of its own, with the companies page in a real window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import finish
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.frame.service import Frame
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.pages.companies.page import CompaniesPage
from qc_desktop.gui.shell import Shell
from qc_desktop.messages import messages
from qc_desktop.paths import Profile
from qc_desktop.services import demo
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.office import Office, open_office

from ..conftest import Keep
from ..real import at_work

POPUPS = ("This plugin does not support raise", "This plugin does not support grabbing the keyboard")
"""What the platform without a screen says when a field drops its choices down."""
YEAR = 2026
COMPANIES = 30
IN_REVIEW = 12
TODAY = dt.date(YEAR, 3, 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*POPUPS, extend=True))


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with thirty invented companies: twelve in review, the others announced."""
    root = tmp_path_factory.mktemp("companies") / "profile"
    office = open_office(Profile(root), "示例录入员")
    with_pledges = [finish(demo.sample_year(office, COMPANIES, YEAR - 1))]
    assert with_pledges
    last = years.campaign(office, YEAR - 1)
    fresh = years.open_year(office, replace(years.suggestion(office, YEAR)))
    everybody = browsing.ids(office, CompanyFilter(campaign_id=last.id))
    stages.take_in(office, fresh.id, everybody[: COMPANIES - 4], Stage.APPLIED)
    with office.writing("pledge_enter") as work:
        enter_many(work, fresh.id, dict.fromkeys(everybody[:IN_REVIEW], demo._companies(1)[0][1]))
    office.close()
    return root


@pytest.fixture
def office(stored: Path, tmp_path: Path) -> Iterator[Office]:
    yield from at_work(tmp_path / "profile", TODAY, stored)


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Office]:
    yield from at_work(tmp_path / "empty", TODAY)


def commit(field: QLineEdit, text: str) -> None:
    """Types Chinese as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


class Window:
    """The window, and waiting for it without sleeping."""

    def __init__(self, qtbot: QtBot, shell: Shell, desk: Desk, jobs: Jobs) -> None:
        self.qtbot = qtbot
        self.shell = shell
        self.desk = desk
        self.jobs = jobs

    @property
    def page(self) -> CompaniesPage:
        assert isinstance(self.shell.page, CompaniesPage)
        return self.shell.page

    @property
    def office(self) -> Office:
        return self.desk.office

    @property
    def campaign(self) -> CampaignRow:
        return years.campaign(self.office, YEAR)

    def idle(self) -> None:
        """Waits until every answer has come and nothing is being written."""
        self.qtbot.waitUntil(lambda: not (self.jobs.is_asking or self.jobs.is_busy))

    def rows(self, **wanted: object) -> list[CompanyRow]:
        return browsing.page(self.office, CompanyFilter(campaign_id=self.campaign.id, **wanted))


Open = Callable[..., Window]


@pytest.fixture
def opened(qtbot: QtBot, keep: Keep, jobs: Jobs, speak: Callable[[str], None], office: Office) -> Open:
    def make(
        lang: str = "zh_CN",
        size: tuple[int, int] = (1366, 728),
        on: Office | None = None,
        start: str = "companies",
        drafts: DraftKeeper | None = None,
    ) -> Window:
        speak(lang)
        desk = Desk(on or office)
        words = messages(lang)
        shell = Shell(PAGES, Frame(desk, words), desk, jobs, words, drafts)
        keep(shell).resize(*size)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        shell.start(start)
        window = Window(qtbot, shell, desk, jobs)
        window.idle()
        return window

    return make


@pytest.fixture
def keeper(office: Office, qapp: object) -> Iterator[Callable[[], DraftKeeper]]:
    """A new keeper on the office's drafts, as a new window has it."""
    made: list[DraftKeeper] = []

    def make() -> DraftKeeper:
        made.append(DraftKeeper(office.profile.drafts))
        return made[-1]

    yield make
    for each in made:
        each.close()
