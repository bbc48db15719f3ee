"""At the first start of a new version the window says so, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop import __version__
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.gui.window import Window
from qc_desktop.services import drafts, preferences
from qc_desktop.services.drafts import Draft
from tests.samples import Year

from .conftest import Keep
from .real import rest

Open = Callable[[], Window]


@pytest.fixture
def begin(qtbot: QtBot, qapp: object, year: Year, jobs: Jobs, keep: Keep) -> Iterator[Open]:
    language = Language(qapp)
    keepers: list[DraftKeeper] = []

    def make() -> Window:
        keepers.append(DraftKeeper(year.office.profile.drafts))
        window = Window(Desk(year.office), jobs, keepers[-1], language, "zh_CN")
        keep(window.shell).show()
        rest(qtbot, window.shell)
        window.tell_news()
        rest(qtbot, window.shell)
        return window

    yield make
    for keeper in keepers:
        keeper.close()
    language.use("en")


def used_before(year: Year, **values: str) -> None:
    preferences.remember_on_pc(year.office.profile, {"window_place": "00"} | values)


def test_nothing_is_said_on_a_first_installation(begin: Open, year: Year) -> None:
    assert begin().shell._messages.text == ""
    assert preferences.remembered(year.office.profile, "seen_version") == __version__


@pytest.mark.parametrize("seen", [{}, {"seen_version": "0.2.9"}], ids=["before it was remembered", "another version"])
def test_a_new_version_is_told_once_and_leads_to_the_article(begin: Open, year: Year, seen: dict[str, str]) -> None:
    used_before(year, **seen)
    shell = begin().shell
    assert shell._messages.text == f"已升级到 {__version__}。"
    shell._messages._act()
    assert shell.page.place == "whats-new"
    assert not shell.is_telling


def test_it_is_not_told_again(begin: Open, year: Year) -> None:
    used_before(year, seen_version=__version__)
    assert not begin().shell.is_telling


def test_what_was_not_saved_comes_first_and_the_news_wait(begin: Open, year: Year) -> None:
    used_before(year)
    typed = {"company": {"name": ["", "示例松涛仪器有限公司"]}, "pledge": {}, "submit": False, "contacts": None}
    drafts.keep(year.office.profile.drafts, Draft("company", "", "示例松涛仪器有限公司", typed, 2026))
    assert "示例松涛" in begin().shell._messages.text
    assert preferences.remembered(year.office.profile, "seen_version") == ""
