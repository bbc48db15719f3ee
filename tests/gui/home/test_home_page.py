"""The home page on real records."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.gui.pages.certificates.page import CertificatesPage
from qc_desktop.gui.pages.companies.page import CompaniesPage
from qc_desktop.gui.pages.home.actions import PLACES
from qc_desktop.gui.pages.home.model import HomeView, Step, StepKind, look, next_steps
from qc_desktop.gui.pages.home.page import HomePage
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.messages import messages
from qc_desktop.services import backups, first_run, history, preferences
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office, open_office
from qc_desktop.services.overview import Overview
from tests.gui.real import Real, faults, rest
from tests.samples import COMPANIES, Year

LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])


def page_of(shell: Shell) -> HomePage:
    page = shell.page
    assert isinstance(page, HomePage)
    return page


def view(**stages: int) -> HomeView:
    """A year in which everything is in order but for companies at ``stages``."""
    counts = {Stage(name): number for name, number in stages.items()}
    numbers = Overview(
        companies=9, stages=counts or {Stage.ANNOUNCED: 9}, issued=9, to_issue=0, unprinted=0, years=((2026, 9),)
    )
    now = dt.datetime.now(dt.UTC)
    return HomeView(2026, "示例主题", None, numbers, (), now, backup_folder=None, recent=())  # type: ignore[arg-type]


@LANGS
def test_interface(qtbot: QtBot, real: Real, year: Year, lang: str) -> None:
    shell = real(year.office, "home", lang)
    assert page_of(shell).board.isVisible()
    assert faults(qtbot, shell) == []


@LANGS
def test_interface_before_anything_was_entered(qtbot: QtBot, real: Real, office: Office, lang: str) -> None:
    shell = real(office, "home", lang)
    assert page_of(shell).welcome.isVisible()
    assert faults(qtbot, shell) == []


def test_counts_follow_the_records(qtbot: QtBot, real: Real, year: Year) -> None:
    page = page_of(real(year.office, "home"))
    assert page.board.issue._number.text() == str(COMPANIES)
    assert page.board.issued._number.text() == "0"
    year.issue()
    page.refresh()
    qtbot.waitUntil(lambda: page.board.issued._number.text() == str(COMPANIES))
    assert page.board.issue._number.text() == "0"


@pytest.mark.parametrize(
    ("seen", "steps"),
    [
        (view(), (Step(StepKind.DESK),)),
        (view(material_review=3, announced=1), (Step(StepKind.REVIEW, 3),)),
        (view(pledged=2, announcement_pending=1), (Step(StepKind.ANNOUNCE, 3),)),
        (view(returned_for_correction=1), (Step(StepKind.RETURNED, 1),)),
        (replace(view(), last_backup=None), (Step(StepKind.BACKUP),)),
        (replace(view(), missing=("association_name",)), (Step(StepKind.SETTINGS),)),
        (replace(view(), year=0), (Step(StepKind.OPEN_YEAR),)),
        (
            replace(view(), numbers=Overview(0, {}, 0, 0, 0, ())),
            (Step(StepKind.IMPORT),),
        ),
        (replace(view(), numbers=Overview(4, {}, 0, 0, 0, ())), (Step(StepKind.TAKE_IN, 4),)),
        (replace(view(), numbers=Overview(4, {Stage.ANNOUNCED: 4}, 1, 3, 0, ())), (Step(StepKind.ISSUE, 3),)),
    ],
)
def test_what_comes_next(seen: HomeView, steps: tuple[Step, ...]) -> None:
    assert next_steps(seen) == steps


def test_a_backup_grows_old() -> None:
    assert not view().backup_is_old
    assert replace(view(), last_backup=dt.datetime.now(dt.UTC) - dt.timedelta(days=4)).backup_is_old


def test_the_days_until_applications_close(office: Office) -> None:
    draft = replace(years.suggestion(office, 2026), applications_until=dt.date(2026, 3, 27))
    years.open_year(office, draft)
    assert look(office, 2026).days_left == 12
    assert look(office, 2025).year == 0


def test_every_step_leads_somewhere(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    assert set(PLACES) == set(StepKind)
    assert {page_id for page_id, _ in PLACES.values()} <= set(shell.page_ids)
    for kind in (StepKind.BACKUP, StepKind.SETTINGS, StepKind.DESK):
        shell.go("home")
        page_of(shell).board.chosen.emit(kind)
        assert shell._pages[PLACES[kind][0]] is shell.page
    rest(qtbot, shell)


def test_a_bar_turns_the_window_to_its_year(qtbot: QtBot, real: Real, year: Year) -> None:
    years.open_year(year.office, years.suggestion(year.office, 2027))
    shell = real(year.office, "home")
    page = page_of(shell)
    assert page.year == 2027
    chart = page.board.chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(5, chart.height() // 2))
    qtbot.waitUntil(lambda: page.year == 2026)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.year == 2027)
    rest(qtbot, shell)


def test_trying_goes_over_to_records_of_their_own(
    qtbot: QtBot, real: Real, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_run, "SAMPLE_COMPANIES", 12)
    shell = real(office, "home")
    at_work: list[bool] = []
    shell.other_records_wanted.connect(lambda: at_work.append(shell.context.jobs.is_at_work))
    page_of(shell).welcome._sample.click()
    qtbot.waitUntil(lambda: at_work == [False], timeout=20_000)
    rest(qtbot, shell)
    assert browsing.count(office, CompanyFilter()) == 0
    assert history.next_undo(office) is None
    sample = first_run.chosen(office.profile)
    assert sample == first_run.sample_profile(office.profile)
    with closing(open_office(sample)) as tried:
        assert len(years.campaigns(tried)) == first_run.SAMPLE_YEARS
        assert browsing.count(tried, CompanyFilter()) == 12


def test_the_backup_line_warns_and_then_reassures(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    page = page_of(shell)
    assert page.board.backup.property("message") == Tone.WARN.value
    backups.make(year.office)
    page.refresh()
    qtbot.waitUntil(lambda: page.board.backup.property("message") == Tone.OK.value)
    page.board.backup._button.click()
    assert shell.page is shell._pages["settings"]
    rest(qtbot, shell)
    shell.go("home")
    assert page.board.backup.isVisible()


def test_the_first_step_has_the_one_main_button(real: Real, year: Year) -> None:
    page = page_of(real(year.office, "home"))
    kinds = [made.property("kind") for made in page.findChildren(QPushButton) if made.isVisible()]
    assert kinds.count("primary") == 1


def test_latest_work_is_told_in_words(qtbot: QtBot, real: Real, year: Year) -> None:
    page = page_of(real(year.office, "home"))
    told = [part.text() for part in page.board.recent._labels]
    assert any(text.startswith("设置发证口令") for text in told)
    assert f"导入名单“示例”：{COMPANIES} 行" in told
    assert f"{COMPANIES} 家企业进到“已公告”" in told
    preferences.change(year.office, {"issuer_line": "示例落款"})
    history.undo(year.office)
    page.refresh()
    qtbot.waitUntil(lambda: any("（已撤回）" in part.text() for part in page.board.recent._labels))


def test_every_command_has_words(year: Year) -> None:
    year.issue()
    for lang in ("zh_CN", "en"):
        assert all(messages(lang).text(f"command.{row.name}") for row in history.commands(year.office))


def test_every_sentence_of_recent_work_is_about_a_command() -> None:
    sentences = messages("zh_CN").sentences
    about = {code.removeprefix("recent.").rpartition("_")[0] for code in sentences if code.startswith("recent.")}
    assert about
    assert about <= {code.removeprefix("command.") for code in sentences if code.startswith("command.")}


def test_a_single_year_shows_how_far_its_companies_are(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    chart = page_of(shell).board.chart
    assert chart.mark is not None
    assert (chart.mark.key, chart.mark.value) == ("stage:announced", COMPANIES)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Return)
    rest(qtbot, shell)
    companies = shell.page
    assert isinstance(companies, CompaniesPage)
    assert companies.listing.model.rowCount() == COMPANIES


def test_moments_are_said_shortly() -> None:
    now = dt.datetime(2026, 3, 15, 12, 0, tzinfo=SHANGHAI)
    assert when(now.replace(hour=8, minute=30), now) == "today 08:30"
    assert when(now - dt.timedelta(days=1), now) == "yesterday 12:00"
    assert when(now - dt.timedelta(days=9), now) == "2026-03-06"


def test_a_count_opens_its_list(qtbot: QtBot, real: Real, year: Year) -> None:
    stages.move(year.office, year.participations()[:1], Stage.REVOKED, "示例原因")
    shell = real(year.office, "home")
    board = page_of(shell).board
    board.issue._button.click()
    rest(qtbot, shell)
    certificates = shell.page
    assert isinstance(certificates, CertificatesPage)
    assert certificates.rooms.batch.isVisible()
    for kind, chip in ((StepKind.REVIEW, "review"), (StepKind.TAKE_IN, "outside"), (StepKind.RETURNED, "returned")):
        board.chosen.emit(kind)
        rest(qtbot, shell)
        companies = shell.page
        assert isinstance(companies, CompaniesPage)
        assert companies.listing.chips.current == chip
    board.chosen.emit(StepKind.IMPORT)
    assert companies.rooms.importing.isVisible()
    rest(qtbot, shell)
