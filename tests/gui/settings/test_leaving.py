"""第二份备份 and 换电脑 in the settings: what leaves the office goes sealed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings import moving as moving_page
from qc_desktop.gui.pages.settings import second_copy as copy_page
from qc_desktop.gui.pages.settings.backup import BackupSection
from qc_desktop.gui.pages.settings.moving import MovingSection
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.services import second_copy
from qc_desktop.services.moving import unpacking
from tests.gui.real import faults, rest
from tests.samples import Year

from .conftest import Opened

PASSPHRASE = "示例口令一二三四"


def _type(passphrase: object, first: str, second: str) -> None:
    passphrase._one.setText(first)
    passphrase._two.setText(second)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


@pytest.fixture
def copies(
    qtbot: QtBot, shell: Shell, opened_section: Opened, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> copy_page.SecondCopy:
    """The card of second copies, with a folder chosen."""
    monkeypatch.setattr(copy_page, "ask_folder", lambda *_: stick)
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    section.second_copy.choose_button.click()
    rest(qtbot, shell)
    return section.second_copy


def test_second_copies_are_set_up_with_a_folder_and_a_passphrase(
    qtbot: QtBot, shell: Shell, copies: copy_page.SecondCopy, stick: Path, year: Year
) -> None:
    assert copies.passphrase.isVisible()
    _type(copies.passphrase, PASSPHRASE, PASSPHRASE)
    copies.start_button.click()
    qtbot.waitUntil(lambda: any(stick.glob("*.qcmove")), timeout=20_000)  # it has a thread of its own
    rest(qtbot, shell)
    (copy,) = stick.glob("*.qcmove")
    assert unpacking.look(copy, PASSPHRASE).counts["member_company"] > 0
    assert not copies.passphrase.isVisible()
    assert "U盘" in copies.state.text()
    assert copies.passphrase._one.text() == ""
    copies.stop_button.click()
    rest(qtbot, shell)
    assert second_copy.state(year.office).folder is None


def test_two_different_entries_start_nothing(
    qtbot: QtBot, shell: Shell, copies: copy_page.SecondCopy, stick: Path
) -> None:
    _type(copies.passphrase, PASSPHRASE, PASSPHRASE + "x")
    copies.start_button.click()
    rest(qtbot, shell)
    assert copies.passphrase.isVisible()
    assert not list(stick.iterdir())


def test_a_stick_that_is_away_is_said(qtbot: QtBot, shell: Shell, copies: copy_page.SecondCopy, stick: Path) -> None:
    _type(copies.passphrase, PASSPHRASE, PASSPHRASE)
    copies.start()
    rest(qtbot, shell)
    stick.rename(stick.with_name("away"))
    copies.refresh()
    rest(qtbot, shell)
    assert "请插上U盘" in copies.state.text()
    assert not copies.copy_button.isEnabled()


def test_a_short_passphrase_is_refused_in_words(
    qtbot: QtBot, shell: Shell, copies: copy_page.SecondCopy, stick: Path
) -> None:
    _type(copies.passphrase, "1234", "1234")
    copies.start()
    rest(qtbot, shell)
    assert not list(stick.iterdir())
    assert copies.passphrase.isVisible()


@pytest.fixture
def section(opened_section: Opened) -> MovingSection:
    made = opened_section("moving")
    assert isinstance(made, MovingSection)
    return made


def test_everything_goes_into_one_file_with_two_clicks_and_a_passphrase(
    qtbot: QtBot, shell: Shell, section: MovingSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "搬家.qcmove"
    monkeypatch.setattr(moving_page, "ask_file", lambda *_: target)
    _type(section.passphrase, PASSPHRASE, PASSPHRASE)
    section.pack_button.click()
    rest(qtbot, shell)
    assert unpacking.look(target, PASSPHRASE).counts["campaign"] == 1
    assert "只在新电脑上出证" in section.outcome.text()
    assert section.pack_button.isEnabled()
    assert faults(qtbot, shell) == []


def test_a_file_that_cannot_be_written_is_said_in_the_section(
    qtbot: QtBot, shell: Shell, section: MovingSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving_page, "ask_file", lambda *_: tmp_path / "none" / "x.qcmove")
    _type(section.passphrase, PASSPHRASE, PASSPHRASE)
    section.pack()
    rest(qtbot, shell)
    assert section.trouble.isVisible()
    assert section.passphrase._one.text() == PASSPHRASE


def test_a_short_passphrase_is_said_at_its_field(
    qtbot: QtBot, shell: Shell, section: MovingSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving_page, "ask_file", lambda *_: tmp_path / "x.qcmove")
    _type(section.passphrase, "1234", "1234")
    section.pack()
    rest(qtbot, shell)
    assert not list(tmp_path.glob("*.qcmove"))
    assert not section.trouble.isVisible()


@pytest.mark.parametrize("size", [(911, 440), (1366, 768)])
def test_the_form_of_second_copies_fits(
    qtbot: QtBot, shell: Shell, copies: copy_page.SecondCopy, look: Callable[[Theme], None], size: tuple[int, int]
) -> None:
    shell.resize(*size)
    look(Theme(size=TextSize.LARGE))
    rest(qtbot, shell)
    assert copies.passphrase.isVisible()
    assert faults(qtbot, shell) == []
