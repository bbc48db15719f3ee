"""The window of the first start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import finish
from qc_desktop.gui.first_run.window import FirstRun
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.messages import messages
from qc_desktop.paths import Profile
from qc_desktop.services import backups, first_run
from qc_desktop.services.moving import packing
from qc_desktop.services.office import open_office
from qc_desktop.trust import sealed
from tests.gui import checks
from tests.gui.real import settle
from tests.samples import Year, add

PASSPHRASE = "示例口令一二三四"
Open = Callable[..., FirstRun]


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "qc")


@pytest.fixture
def asking(
    qtbot: QtBot, shown: Callable, speak: Callable[[str], None], tmp_path: Path, profile: Profile
) -> Iterator[Open]:
    made: list[Jobs] = []

    def open_window(lang: str = "zh_CN") -> FirstRun:
        speak(lang)
        jobs = Jobs(tmp_path / "logs")
        made.append(jobs)
        window = shown(FirstRun(profile, jobs, messages(lang)))
        qtbot.waitUntil(lambda: not jobs.is_asking)
        return window

    yield open_window
    for jobs in made:
        jobs.close()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("step", ["ways", "set_up", "bring"])
@pytest.mark.parametrize("size", [(640, 420), (880, 560), (1920, 1080)])
def test_interface(qtbot: QtBot, asking: Open, look: Callable, lang: str, step: str, size: tuple[int, int]) -> None:
    window = asking(lang)
    window.stack.setCurrentWidget(getattr(window, step))
    for text in (TextSize.STANDARD, TextSize.EXTRA_LARGE):
        look(Theme(size=text))
        window.resize(*size)
        settle(qtbot)
        assert checks.unnamed(window) == []
        assert checks.truncated(window) == []
        assert checks.too_wide(window) == []
        assert checks.repeated_mnemonics(window) == []
        assert checks.tab_misses(window) == []


def test_one_click_and_the_sample_opens(
    qtbot: QtBot, asking: Open, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_run, "SAMPLE_COMPANIES", 12)
    window = asking()
    with qtbot.waitSignal(window.ready, timeout=20_000) as told:
        window.ways.try_button.click()
    assert told.args == [first_run.sample_profile(profile)]


def test_whoever_has_a_list_begins_at_once_and_empty(qtbot: QtBot, asking: Open, profile: Profile) -> None:
    window = asking()
    with qtbot.waitSignal(window.ready, timeout=20_000) as told:
        window.ways.list_button.click()
    assert told.args == [profile]
    assert first_run.chosen(profile) == profile
    assert not first_run.sample_profile(profile).database.exists()


def test_setting_up_by_keyboard(qtbot: QtBot, asking: Open, profile: Profile) -> None:
    window = asking()
    window.ways.begin_button.click()
    assert window.set_up.ui.association_name.hasFocus()
    window.set_up.ui.association_name.insert("示例质量协会")
    with qtbot.waitSignal(window.ready) as told:
        QTest.keyClick(window.set_up.ui.association_name, Qt.Key.Key_Return)
    assert told.args == [profile]
    assert profile.database.exists()


def test_what_is_typed_holds_the_window_until_one_insists(qtbot: QtBot, asking: Open, profile: Profile) -> None:
    window = asking()
    window.ways.begin_button.click()
    QTest.keyClicks(window.set_up.ui.association_name, "zqx")
    window._turn(window.ways, window.ways.try_button)
    assert not window.close()
    assert "没有用上" in window.trouble.text
    assert window.set_up.ui.association_name.hasFocus()
    window.trouble._button.click()
    assert not window.isVisible()
    assert not profile.database.exists()


def test_what_is_typed_and_used_holds_nothing(qtbot: QtBot, asking: Open) -> None:
    window = asking()
    window.ready.connect(window.close)
    window.ways.begin_button.click()
    QTest.keyClicks(window.set_up.ui.association_name, "zqx")
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.set_up.submit()
    assert not window.isVisible()


def test_work_that_goes_on_holds_the_window(qtbot: QtBot, asking: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = asking()
    monkeypatch.setattr(Jobs, "is_at_work", True)
    assert not window.close()
    assert "还有工作" in window.trouble.text
    window.trouble._button.click()
    assert not window.isVisible()


def test_a_missing_name_is_said_at_its_field(qtbot: QtBot, asking: Open, profile: Profile) -> None:
    window = asking()
    window.ways.begin_button.click()
    window.set_up.done_button.click()
    qtbot.waitUntil(lambda: bool(window.set_up.notes["association_name"].text))
    assert not profile.database.exists()


def test_a_moving_file_and_its_passphrase_bring_everything(
    qtbot: QtBot, asking: Open, profile: Profile, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.qcmove"
    finish(packing.pack(year.office, target, sealed.new_sealing(PASSPHRASE)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    window = asking()
    window.ways.move_button.click()
    window.bring.passphrase._one.setText("falsch-falsch")
    window.bring.bring_button.click()
    qtbot.waitUntil(lambda: "口令不对" in window.bring.passphrase._note.text, timeout=20_000)
    window.bring.passphrase._one.setText(PASSPHRASE)
    with qtbot.waitSignal(window.ready, timeout=20_000) as told:
        window.bring.bring_button.click()
    assert told.args == [profile]


def test_a_file_that_is_none_is_said_and_another_can_be_chosen(
    qtbot: QtBot, asking: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.qcmove").write_bytes(b"nothing")
    chosen = [str(tmp_path / "x.qcmove"), ""]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen.pop(0), ""))
    window = asking()
    window.ways.move_button.click()
    window.bring.passphrase._one.setText(PASSPHRASE)
    window.bring.bring_button.click()
    qtbot.waitUntil(window.bring.trouble.isVisible)
    assert window.stack.isEnabled()
    window.bring.choose_button.click()
    assert not chosen
    assert window.bring.path == tmp_path / "x.qcmove"  # a dialog that is closed changes nothing


def test_lost_records_are_offered_back(qtbot: QtBot, asking: Open, profile: Profile) -> None:
    office = open_office(profile)
    add(office)
    backups.make(office)
    office.close()
    profile.database.unlink()
    window = asking()
    assert window.ways.found.isVisible()
    with qtbot.waitSignal(window.ready):
        window.ways.recovered.emit()
    assert profile.database.exists()


def test_the_way_to_choose_the_folder_stands_beside_its_field(asking: Open) -> None:
    window = asking()
    window._turn(window.set_up, window.set_up.ui.association_name)
    field = window.set_up.ui.backup_folder
    (choose,) = [each for each in window.set_up.findChildren(QPushButton) if each.accessibleName() == "选择备份文件夹"]
    assert choose.parentWidget() is field.parentWidget()
    assert choose.geometry().center().y() == field.geometry().center().y()
    assert 0 < choose.geometry().left() - field.geometry().right() <= 12
    assert window.set_up.ui.backup_folder_label.buddy() is field


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_f1_opens_the_manual_on_what_is_asked(qtbot: QtBot, asking: Open, look: Callable, lang: str) -> None:
    window = asking(lang)
    QTest.keyClick(window.ways.try_button, Qt.Key.Key_F1)
    book = window._handbook
    assert book is not None
    qtbot.waitUntil(book.isVisible)
    assert "现在先试用" in book.reader.toPlainText()
    assert not book.begin_button.isEnabled()
    book.reader.wanted.emit("moving")
    assert book.reader.toPlainText().startswith("换新电脑")
    for text in (TextSize.STANDARD, TextSize.EXTRA_LARGE):
        look(Theme(size=text))
        settle(qtbot)
        assert checks.unnamed(book) == []
        assert checks.truncated(book) == []
        assert checks.repeated_mnemonics(book) == []
    book.begin_button.click()
    assert "现在先试用" in book.reader.toPlainText()
    QTest.keyClick(book.reader, Qt.Key.Key_Escape)
    assert not book.isVisible()
    window.stack.setCurrentWidget(window.bring)
    window.manual_button.click()
    assert book.reader.toPlainText().startswith("换新电脑")
    window.close()
    assert not book.isVisible()
