from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.errors import UserError
from qc_desktop.gui.crash import exception_hook
from qc_desktop.gui.frame.global_search import GlobalSearch
from qc_desktop.gui.frame.sidebar import NARROW, Sidebar
from qc_desktop.gui.frame.status_line import StatusLine
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.screenshots import grab_pages
from qc_desktop.gui.shell import NARROW_BELOW, Shell
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.messages import messages

from . import checks
from .conftest import Keep
from .fakes import FakeFrame


def only(shell: Shell, kind: type) -> object:
    (found,) = (part for part in shell.findChildren(kind) if part.parent() is not None and part.window() is shell)
    return found


def frame_bar(shell: Shell) -> MessageBar:
    return shell._messages


def test_pages_are_made_at_their_first_visit_and_once(qtbot: QtBot, shell: Shell) -> None:
    assert list(shell._pages) == ["companies"]
    first = shell.page
    QTest.keyClick(shell, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert list(shell._pages) == ["companies", "home"]
    QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.page is first


def test_a_page_can_be_made_before_anybody_comes_to_it(shell: Shell) -> None:
    here = shell.page
    shell.prepare("home")
    made = shell._pages["home"]
    assert shell.page is here
    shell.prepare("home")
    shell.go("home")
    assert shell.page is made


def test_a_page_without_a_line_of_its_own_marks_the_one_it_belongs_to(keep: Keep) -> None:
    sidebar = keep(Sidebar(PAGES))
    for page_id, marked in (("layouts", "certificates"), ("labels", "certificates"), ("help", None), ("desk", "desk")):
        sidebar.mark(page_id)
        assert [name for name, made in sidebar._buttons.items() if made.isChecked()] == ([marked] if marked else [])


def test_shortcuts_hold_when_the_sidebar_is_narrow(shell: Shell) -> None:
    shell.resize(NARROW_BELOW - 1, 600)
    assert shell._sidebar.width() == NARROW
    QTest.keyClick(shell, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert shell.page is shell._pages["settings"]
    shell.resize(NARROW_BELOW, 600)
    assert shell._sidebar.width() > NARROW
    QTest.keyClick(shell, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert shell.page is shell._pages["home"]


def test_the_sidebar_marks_the_page_shown(shell: Shell) -> None:
    shell.go("settings")
    checked = [button.accessibleName() for button in shell._sidebar.findChildren(QPushButton) if button.isChecked()]
    assert checked == ["Settings"]


def test_search_offers_pages_and_findings(qtbot: QtBot, shell: Shell) -> None:
    search = only(shell, GlobalSearch)
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is search
    popup = shell.findChild(QListView)
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search, "home")
    assert popup.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert shell.page is shell._pages["home"]
    assert not popup.isVisible()
    assert search.text() == ""
    search.setText("青禾")
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in (0, 1)] == ["Companies found", "示例青禾电器有限公司"]
    with qtbot.waitSignal(search.picked) as picked:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert picked.args[0].key == "QC-26000"


def test_search_says_where_nothing_is_found_and_return_does_nothing_there(qtbot: QtBot, shell: Shell) -> None:
    search, popup, page = only(shell, GlobalSearch), shell.findChild(QListView), shell.page
    search.setFocus()
    search.setText("没有这样的企业")
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [
        'Nothing found for "没有这样的企业".'
    ]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(search, key)
    assert shell.page is page
    assert search.text() == "没有这样的企业"
    search.setText("青禾")
    qtbot.waitUntil(lambda: popup.model().rowCount() > 1)
    assert popup.currentIndex().row() == 1


def test_search_moves_with_the_arrows_and_closes_with_escape(qtbot: QtBot, shell: Shell) -> None:
    search, popup = only(shell, GlobalSearch), shell.findChild(QListView)
    search.setFocus()
    search.setText("e")
    qtbot.waitUntil(popup.isVisible)
    before = popup.currentIndex().row()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert popup.currentIndex().row() == before + 1
    QTest.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not popup.isVisible())


def test_a_year_turns_every_page(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    shell.go("home")
    box = shell._top.findChild(QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["2026", "2025", "2024"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert {page.year for page in shell._pages.values()} == {2025}


def test_undo_says_what_it_did_and_refuses_with_words(qtbot: QtBot, shell: Shell, jobs: Jobs, frame: FakeFrame) -> None:
    undo = shell._top.findChild(QToolButton)
    assert undo.isEnabled()
    assert "修改示例青禾电器有限公司" in undo.toolTip()
    shell.speaker.said.connect(lambda *_: None)
    with qtbot.waitSignal(jobs.changed):
        QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shell.findChild(Toast).accessibleName() == "已撤销：修改示例青禾电器有限公司"
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert not undo.isEnabled()
    with qtbot.waitSignal(jobs.failed):
        shell.undo()
    assert frame_bar(shell).text == messages("zh_CN").text("undo.nothing")


def test_a_refusal_is_said_in_words(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    def refuse() -> None:
        raise UserError("uscc.length", length=3)

    with qtbot.waitSignal(jobs.failed):
        jobs.change(refuse)
    assert "现在是3位" in frame_bar(shell).text


def test_a_defect_is_admitted_calmly(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.crashed) as signal:
        jobs.change(lambda: 1 // 0)
    assert str(signal.args[0]) in frame_bar(shell).text


def test_the_exception_hook_writes_a_report(tmp_path: Path) -> None:
    told: list[Path] = []
    try:
        raise RuntimeError("an invented defect in a slot")
    except RuntimeError as error:
        exception_hook(tmp_path / "logs", told.append, told.append)(type(error), error, error.__traceback__)
    assert "an invented defect in a slot" in told[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("error", "code"),
    [(UserError("uscc.length", length=3), "uscc.length"), (OSError(errno.EROFS, "no", "/示例"), "file.trouble")],
    ids=lambda value: str(value)[:12],
)
def test_a_refusal_that_comes_through_a_slot_is_no_defect(tmp_path: Path, error: Exception, code: str) -> None:
    reports: list[Path] = []
    refused: list[UserError] = []
    exception_hook(tmp_path / "logs", reports.append, refused.append)(type(error), error, None)
    assert [problem.code for problem in refused] == [code]
    assert reports == []
    assert not (tmp_path / "logs").exists()


def test_a_fault_of_the_disk_in_a_job_is_no_defect(qtbot: QtBot, shell: Shell, jobs: Jobs, tmp_path: Path) -> None:
    def pulled_out() -> None:
        raise OSError(errno.EIO, "Input/output error", str(tmp_path / "示例.xlsx"))

    with qtbot.waitSignal(jobs.failed):
        jobs.change(pulled_out)
    assert "U盘" in frame_bar(shell).text
    assert not (tmp_path / "logs").exists()


def test_pages_that_are_not_shown_refresh_when_visited(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    shell.go("home")
    home, companies = shell._pages["home"], shell._pages["companies"]
    calls: list[str] = []
    home.refresh = lambda: calls.append("home")  # type: ignore[method-assign]
    companies.refresh = lambda: calls.append("companies")  # type: ignore[method-assign]
    with qtbot.waitSignal(jobs.changed):
        jobs.change(lambda: None)
    assert calls == ["home"]
    shell.go("companies")
    shell.go("home")
    assert calls == ["home", "companies"]


def test_closing_joins_the_threads(qtbot: QtBot, shell: Shell, jobs: Jobs) -> None:
    with qtbot.waitSignal(shell.closing):
        shell.close()
    with pytest.raises(RuntimeError, match="shutdown"):
        jobs.change(lambda: None)


def test_the_status_line_warns_of_an_old_backup(
    qtbot: QtBot, keep: Keep, frame: FakeFrame, speak: Callable[[str], None]
) -> None:
    speak("zh_CN")
    line = StatusLine()
    keep(line)
    now = dt.datetime.now(SHANGHAI)
    said = []
    for days in (0, 1, 5):
        moment = (now - dt.timedelta(days=days)).replace(hour=8, minute=30)
        line.show_standing(replace(frame.base, last_backup=min(moment, now)))
        said.append((line._backup.text(), line._backup.property("tone")))
    line.show_standing(replace(frame.base, last_backup=None))
    said.append((line._backup.text(), line._backup.property("tone")))
    assert said[0][0].startswith("上次备份：今天")
    assert said[1:] == [("上次备份：昨天 08:30", ""), ("上次备份：5 天前", "warn"), ("还没有备份", "warn")]


def test_the_frame_speaks_english_and_chinese(
    qtbot: QtBot, keep: Keep, jobs: Jobs, frame: FakeFrame, speak: Callable[[str], None]
) -> None:
    words = {}
    for lang in ("en", "zh_CN"):
        speak(lang)
        shell = Shell((), frame, None, jobs, messages(lang))
        keep(shell)
        words[lang] = {shell.windowTitle(), *(label.text() for label in shell.findChildren(QLabel))}
    assert {"Quality Pledges", "Year", "Saved"} <= words["en"]
    assert {"质量诚信承诺", "年度", "已保存"} <= words["zh_CN"]


@pytest.mark.painted
def test_every_page_is_pictured(shell: Shell, tmp_path: Path) -> None:
    files = grab_pages(shell, tmp_path / "pictures", suffix="_zh")
    assert [path.name for path in files] == ["home_zh.png", "companies_zh.png", "settings_zh.png"]
    assert all(path.stat().st_size > 10_000 for path in files)


def test_the_place_of_the_window_is_kept(qtbot: QtBot, shell: Shell) -> None:
    shell.resize(1200, 700)
    place = shell.keep_place()
    shell.resize(1000, 600)
    shell.take_place(place)
    assert (shell.width(), shell.height()) == (1200, 700)


def test_a_message_stands_above_the_page_until_it_is_put_away(shell: Shell) -> None:
    shell.speaker.say(Tone.WARN, "4 家企业未通过检查，已跳过。")
    bar = frame_bar(shell)
    assert bar.isVisible()
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


@pytest.mark.parametrize("size", checks.SIZES, ids=str)
def test_a_passing_message_covers_no_page(qtbot: QtBot, shell: Shell, size: tuple[int, int]) -> None:
    shell.resize(*size)
    qtbot.wait(1)
    shell.speaker.toast("已作废三张证书，编号 示例-2026-000001 至 示例-2026-000003", Action("撤回", lambda: None))
    toast, status = shell._toast, shell._status
    place = toast.geometry()
    assert shell.centralWidget().rect().contains(place)
    assert place.top() >= status.geometry().top()
    for part in (status._backup, status._operator):
        assert not place.intersects(part.geometry().translated(status.pos()))
