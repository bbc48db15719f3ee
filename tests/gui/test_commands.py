"""Ctrl+K: commands by Chinese, pinyin, initials and English; results by group; the most used when empty."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from qc_desktop.gui import commands
from qc_desktop.gui.commands import COMMANDS
from qc_desktop.gui.frame.acts import Acts
from qc_desktop.gui.frame.favourites import Favourites
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.ports import Hit
from qc_desktop.gui.shell import Shell
from tests.samples import Year

from .fakes import FakeFrame
from .real import Real, real, rest

__all__ = ["real"]


@pytest.mark.parametrize("text", ["backup now", "Back up", "立即备份", "备份"])
def test_a_command_is_found_by_its_words(text: str, speak: Callable[[str], None]) -> None:
    speak("zh_CN")
    expected = text != "backup now"
    assert ("backup_now" in [found.command.id for found in commands.written(text)]) is expected


@pytest.mark.parametrize("text", ["ljbf", "lijibeifen", "liji beifen", "LJBF"])
def test_a_command_is_found_by_pinyin(text: str) -> None:
    assert "backup_now" in [found.command.id for found in commands.spelled(text)]


def test_every_command_is_found_by_initials_and_leads_somewhere(shell: Shell) -> None:
    from pypinyin import Style, lazy_pinyin

    ids = {entry.id for entry in PAGES}
    for command in COMMANDS:
        first = command.chinese.splitlines()[0]
        initials = "".join(lazy_pinyin(first, style=Style.FIRST_LETTER))
        assert (0, command) in commands.spelled(initials), command.id
        assert bool(command.act) != bool(command.page_id), command.id
        assert command.page_id in {"", *ids}
        assert not command.act or command.act in shell.findChild(Acts)._acts


def popup(shell: Shell) -> QListView:
    return shell.findChild(QListView)


def lines(shell: Shell) -> list[str]:
    model = popup(shell).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press_ctrl_k(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def test_empty_it_offers_what_was_used_most(qtbot: QtBot, shell: Shell) -> None:
    shell.favourites.note("theme")
    press_ctrl_k(shell)
    assert popup(shell).isVisible()
    assert lines(shell)[:2] == ["Used most", "Light or dark colours"]
    QTest.keyClick(shell._search, Qt.Key.Key_Escape)
    assert not popup(shell).isVisible()


def test_uses_are_remembered_and_rubbish_is_not(shell: Shell) -> None:
    kept = Favourites("theme:3,import:5,unknown:9,undo:x,")
    assert [command.id for command in kept.commands()[:2]] == ["import", "theme"]
    kept.note("undo")
    assert Favourites(kept.kept).kept == kept.kept == "import:5,theme:3,undo:1"


def test_return_does_the_command_and_counts_it(qtbot: QtBot, shell: Shell, frame: FakeFrame, jobs: Jobs) -> None:
    press_ctrl_k(shell)
    with qtbot.waitSignal(shell._search.searched):
        shell._search.setText("back up")
    with qtbot.waitSignal(jobs.changed):
        QTest.keyClick(shell._search, Qt.Key.Key_Return)
    assert frame.changes == ["backup"]
    assert shell.favourites.kept == "backup_now:1"
    qtbot.waitUntil(lambda: not jobs.is_asking)


def test_the_shortcut_stands_beside_the_command(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    press_ctrl_k(shell)
    shell._search.setText("undo")
    qtbot.waitUntil(lambda: "Undo the latest change" in lines(shell))
    model = popup(shell).model()
    row = lines(shell).index("Undo the latest change")
    assert model.index(row, 0).data(Qt.ItemDataRole.UserRole + 1) == "Ctrl+Z"
    qtbot.waitUntil(lambda: not jobs.is_asking)


def test_the_arrows_pass_over_headings(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    shell._search._find = lambda text, limit: [
        Hit("示例企业", "", "companies", "1"),
        Hit("示例产品", "示例企业", "companies", "1", group="products"),
    ]
    press_ctrl_k(shell)
    shell._search.setText("hom")
    qtbot.waitUntil(
        lambda: lines(shell) == ["Companies found", "示例企业", "Products found", "示例产品", "Commands", "Home"]
    )
    places = []
    for _ in range(4):
        places.append(popup(shell).currentIndex().row())
        QTest.keyClick(shell._search, Qt.Key.Key_Down)
    assert places == [1, 3, 5, 5]
    qtbot.waitUntil(lambda: not jobs.is_asking)


def test_the_whole_name_of_a_page_is_the_best_match_and_stands_once(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    press_ctrl_k(shell)
    shell._search.setText("home")
    qtbot.waitUntil(lambda: lines(shell)[:2] == ["Best match", "Home"])
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert lines(shell).count("Home") == 1


def test_the_whole_name_of_a_command_comes_first(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    shell._search._find = lambda text, limit: [Hit("示例沧州企业", "", "companies", "1")]
    press_ctrl_k(shell)
    shell._search.setText("cz")  # 出证; also within 查找重复 and 沧州
    qtbot.waitUntil(lambda: "示例沧州企业" in lines(shell))
    assert lines(shell)[:4] == ["Best match", "Issue a batch of certificates", "Companies found", "示例沧州企业"]
    assert "Find duplicates" in lines(shell)[4:]
    qtbot.waitUntil(lambda: not jobs.is_asking)


def test_equally_near_the_most_used_comes_first(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    def found(typed: str) -> list[str]:
        with qtbot.waitSignal(shell._search.searched):
            shell._search.setText(typed)
        qtbot.waitUntil(lambda: not jobs.is_asking)
        return lines(shell)[:4]

    press_ctrl_k(shell)
    assert found("text") == ["Commands", "Texts that are sent", "Standard text size", "Large text"]
    shell.favourites.note("text_large")
    assert found("tex") == ["Commands", "Texts that are sent", "Large text", "Standard text size"]


@pytest.mark.parametrize("leave", ["Escape", "Return"])
def test_the_focus_goes_back_to_where_it_was(
    qtbot: QtBot, shell: Shell, frame: FakeFrame, jobs: Jobs, leave: str
) -> None:
    before = QApplication.focusWidget()
    assert before is not None
    press_ctrl_k(shell)
    press_ctrl_k(shell)
    assert shell._search.hasFocus()
    if leave == "Return":
        with qtbot.waitSignal(shell._search.searched):
            shell._search.setText("back up")
    QTest.keyClick(shell._search, getattr(Qt.Key, f"Key_{leave}"))
    assert before.hasFocus()
    qtbot.waitUntil(lambda: not jobs.is_asking)


def test_return_while_an_input_method_composes_picks_nothing(qtbot: QtBot, shell: Shell) -> None:
    press_ctrl_k(shell)
    QApplication.sendEvent(shell._search, QInputMethodEvent("bei", []))
    before = shell.page
    QTest.keyClick(shell._search, Qt.Key.Key_Return)
    assert shell.page is before
    assert shell.favourites.kept == ""
    QApplication.sendEvent(shell._search, QInputMethodEvent("", []))


def test_companies_products_and_commands_on_real_records(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    company = year.companies()[0]
    press_ctrl_k(shell)
    shell._search.setText(company.name[2:6])
    qtbot.waitUntil(lambda: company.name in lines(shell))
    assert lines(shell)[0] == "企业"
    shell._search.setText("drmd")
    qtbot.waitUntil(lambda: "导入名单" in lines(shell))
    QTest.keyClick(shell._search, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert shell.page.rooms.currentWidget() is shell.page.rooms.importing
