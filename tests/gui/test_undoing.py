"""Undo is offered for the very command that was done, whatever came after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from threading import Event, Semaphore
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.gui import pace
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.frame import work_panel
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services import history, preferences
from qc_desktop.services.companies import browsing, details
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office, open_office
from qc_desktop.storage import undo
from qc_desktop.storage.tables import Company
from tests.samples import add

from .real import Real, real, rest

__all__ = ["real"]


def names(office: Office) -> list[str]:
    return [row.name for row in browsing.page(office, CompanyFilter())]


def test_a_change_from_elsewhere_is_not_taken_for_it(office: Office) -> None:
    other = open_office(office.profile, "示例另一员")

    def work() -> None:
        add(office, "示例甲有限公司")
        add(other, "示例乙有限公司")

    done = Desk(office).doing(work)
    other.close()
    history.undo(office, done.command)
    assert names(office) == ["示例乙有限公司"]


def test_what_changed_nothing_offers_nothing(office: Office) -> None:
    add(office, "示例甲有限公司")
    assert Desk(office).doing(lambda: names(office)).command == 0


def test_a_job_knows_its_command_too(office: Office) -> None:
    def job() -> Job[str]:
        yield Progress("demo", 0, 1)
        return add(office, "示例甲有限公司").id

    done = finish(Desk(office).doing_job(job()))
    assert done.command == history.commands(office)[0].seq


def test_a_change_that_waited_behind_it_stays(qtbot: QtBot, real: Real, office: Office) -> None:
    """The settings say what was saved while the next change is already being written."""
    shell = real(office, "settings")
    section, jobs = shell.page.sections["office"], shell.context.jobs
    gate = Event()
    jobs.note(gate.wait)
    section.do_change(lambda: preferences.change(section.desk.office, {"roster_title": "示例名单"}), lambda _: "存好了")
    jobs.change(lambda: add(section.desk.office, "示例后来有限公司"))
    gate.set()
    rest(qtbot, shell)
    shell.findChildren(Toast)[0]._button.click()
    rest(qtbot, shell)
    assert names(office) == ["示例后来有限公司"]
    assert preferences.get(office, "roster_title") != "示例名单"


def test_a_long_undo_shows_the_time_left_and_stopped_takes_nothing_back(
    qtbot: QtBot, real: Real, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name, value in ((work_panel, "MOMENT_MS", 0), (pace, "_CREDIBLE", 0), (pace, "INTERVAL", 0)):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(undo, "CHUNK", 4)
    turns, inner = Semaphore(0), undo._invert

    def slowly(session: Session, run: Sequence[Row[Any]]) -> Iterator[dict[str, Any]]:
        assert turns.acquire(timeout=20)
        return inner(session, run)

    monkeypatch.setattr(undo, "_invert", slowly)
    for place in range(20):
        with office.writing("company_add") as work:
            work.session.add(Company(name=f"示例{place}", name_key=f"示例{place}", sort_key=f"{place}"))
    with office.writing("company_set") as work:
        for company in work.session.scalars(select(Company)):
            company.hotline = "400-000-0000"
    shell = real(office, "companies")
    shell.undo()
    qtbot.waitUntil(shell._work._stop.isVisible)  # and only then is anything told
    turns.release(2)
    qtbot.waitUntil(lambda: shell._work._count.text() == "撤回  8 / 20")
    assert re.fullmatch(r"约剩 \d+ 秒", shell._work._left.text())
    shell._work._stop.click()
    for _ in range(20):
        turns.release()
    rest(qtbot, shell)
    assert shell.findChildren(Toast)[0]._text.text() == "已停止，没有任何改动。"
    assert details.detail(office, browsing.ids(office, CompanyFilter())[0]).values["hotline"] == "400-000-0000"
    shell.undo()
    rest(qtbot, shell)
    assert details.detail(office, browsing.ids(office, CompanyFilter())[0]).values["hotline"] == ""
