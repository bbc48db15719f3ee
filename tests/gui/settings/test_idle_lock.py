"""Idle lock: the passphrase is forgotten, what is typed is not; a touch or an unlock counts anew."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qc_desktop.domain import dates
from qc_desktop.domain.progress import finish
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.idle_lock import IdleLock
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.pages.settings.passphrase import PassphraseSection
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.services import demo, vault
from tests.gui.real import rest
from tests.samples import Year


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = dates.now()

    def __call__(self) -> dt.datetime:
        return self.moment

    def goes(self, minutes: float) -> None:
        self.moment += dt.timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(shell: Shell) -> Desk:
    return shell.context.services


@pytest.fixture
def idle(shell: Shell, desk: Desk, clock: Clock) -> IdleLock:
    made = IdleLock(shell, desk, lambda: 15, clock)
    made.look()
    return made


def unlock(qtbot: QtBot, shell: Shell, desk: Desk) -> None:
    shell.context.jobs.change(lambda: desk.unlock(demo.PASSPHRASE))
    rest(qtbot, shell)


def status(shell: Shell) -> list[str]:
    line = shell._status
    return [part.text() for part in (line._open, line._locked) if part.isVisible()]


def test_nothing_is_said_before_the_passphrase_was_given(shell: Shell, idle: IdleLock, clock: Clock) -> None:
    clock.goes(60)
    idle.look()
    assert status(shell) == []


def test_after_the_time_the_keys_are_forgotten_and_nothing_else(
    qtbot: QtBot, shell: Shell, desk: Desk, idle: IdleLock, clock: Clock
) -> None:
    unlock(qtbot, shell, desk)
    idle.look()
    assert status(shell) == ["发证口令已打开"]
    page = shell.page
    assert isinstance(page, SettingsPage)
    office = page.sections["office"]
    typed = office.findChildren(QLineEdit)[0]
    typed.setText("正在填写的名称")
    page.open_item("passphrase")
    rest(qtbot, shell)
    section = page.sections["passphrase"]
    assert isinstance(section, PassphraseSection)
    section.old.setText(demo.PASSPHRASE)
    clock.goes(14.9)
    idle.look()
    assert desk.keys is not None
    clock.goes(0.2)
    idle.look()
    assert desk.keys is None
    assert status(shell) == ["发证口令已锁定"]
    assert (section.old.text(), typed.text()) == ("", "正在填写的名称")


def test_a_touch_and_an_unlock_count_anew(qtbot: QtBot, shell: Shell, desk: Desk, idle: IdleLock, clock: Clock) -> None:
    clock.goes(14)
    unlock(qtbot, shell, desk)
    idle.look()
    clock.goes(14)
    place = QPointF(3, 3)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(shell.windowHandle(), move)
    clock.goes(14)
    idle.look()
    assert desk.keys is not None
    clock.goes(-600)  # set back
    idle.look()
    clock.goes(14)
    idle.look()
    assert desk.keys is not None
    clock.goes(1)
    idle.look()
    assert desk.keys is None


def test_a_job_goes_on_with_the_keys_it_holds(year: Year, desk: Desk, idle: IdleLock) -> None:
    from qc_desktop.gui.pages.certificates import actions

    job = actions.issue(desk, year.campaign_id, year.participations(), demo.PASSPHRASE)
    next(job)
    assert desk.keys is not None
    idle.lock()
    assert finish(job).numbers


def test_locked_by_hand_it_is_asked_again_where_it_was_not(
    qtbot: QtBot, shell: Shell, desk: Desk, idle: IdleLock
) -> None:
    asking = Passphrase(shell)
    asking.show_state(known=True, unlocked=True)
    assert asking.read() == ""
    unlock(qtbot, shell, desk)
    shell._status._open.click()
    assert desk.keys is None
    assert asking.read() is None  # asks, and says what is missing
    assert vault.unlock(desk.office, demo.PASSPHRASE)
