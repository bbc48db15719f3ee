"""A message whose statement is no longer true goes away; one without such a statement stays until it is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.frame.announcer import READ_S, Announcer
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.speaker import Said
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.services import history, preferences
from tests.samples import Year

from .real import Real, real, rest

__all__ = ["real"]


def change(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.changed):
        jobs.change(lambda: None)
    qtbot.waitUntil(lambda: not jobs.is_asking)


def test_it_goes_when_it_stops_being_true(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    truth = [True]
    shell.speaker.say(Tone.WARN, "4行没有导入。", holds=lambda: truth[0])
    change(qtbot, jobs)
    assert shell._messages.text == "4行没有导入。"
    truth[0] = False
    change(qtbot, jobs)
    assert shell._messages.text == ""


def test_what_was_said_since_stays(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    shell.speaker.say(Tone.WARN, "4行没有导入。", holds=lambda: False)
    shell.speaker.say(Tone.WARN, "2行没有导入。")
    change(qtbot, jobs)
    assert shell._messages.text == "2行没有导入。"


def test_a_message_about_a_command_goes_with_its_undo(qtbot: QtBot, real: Real, year: Year) -> None:
    preferences.change(year.office, {"issuer_line": "示例甲"})
    command = history.commands(year.office, 1)[0].seq
    shell = real(year.office, "home")
    shell.speaker.say(Tone.WARN, "示例", holds=lambda: history.stands(year.office, command))
    shell.undo()
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: shell._messages.text == "")


def test_undo_is_offered_and_done_in_one_way(qtbot: QtBot, real: Real, year: Year) -> None:
    preferences.change(year.office, {"issuer_line": "示例甲"})
    command = history.commands(year.office, 1)[0].seq
    shell = real(year.office, "home")
    shell.context.undoing.offer("已保存。", command)
    assert shell._toast.accessibleName() == "已保存。"
    shell._toast._act()
    rest(qtbot, shell)
    assert preferences.get(year.office, "issuer_line") == ""
    assert "修改设置" in shell._toast.accessibleName()
    shell.context.undoing.offer("没有改动。", 0)
    assert shell._toast._button.isHidden()


def test_it_is_asked_again_on_the_way_to_another_page(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    truth = [True]
    shell.speaker.say(Tone.WARN, "早于公告日期。", holds=lambda: truth[0])
    shell.go("companies")
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert shell._messages.text == "早于公告日期。"
    truth[0] = False
    shell.go("home")
    qtbot.waitUntil(lambda: shell._messages.text == "")


@pytest.mark.parametrize(
    ("tone", "after", "stays"),
    [(Tone.OK, 0, False), (Tone.WARN, 1, True), (Tone.BAD, 1, True), (Tone.WARN, READ_S, False)],
)
def test_what_was_read_does_not_follow_to_another_page(
    shown: Callable[[QWidget], QWidget], jobs: Jobs, tone: Tone, after: int, stays: bool
) -> None:
    now = [100.0]
    bar = MessageBar()
    announcer = Announcer(bar, jobs, lambda: now[0])
    shown(bar)
    announcer.say(Said(tone, "示例"))
    now[0] += after
    announcer.leave_page()
    assert bool(bar.text) is stays


def test_what_is_still_true_follows_however_long_it_was_read(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget], jobs: Jobs
) -> None:
    now = [100.0]
    bar = MessageBar()
    announcer = Announcer(bar, jobs, lambda: now[0])
    shown(bar)
    announcer.say(Said(Tone.WARN, "示例", holds=lambda: True))
    now[0] += 10 * READ_S
    announcer.leave_page()
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert bar.text == "示例"
