"""A stick that is not plugged in: every place that tells the backup's age says so, and nothing is made in its stead."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.services import backups, preferences
from tests.gui.real import Real, rest
from tests.samples import Year


def test_a_folder_that_is_gone_is_said_wherever_the_age_is(
    qtbot: QtBot, real: Real, year: Year, tmp_path: Path
) -> None:
    stick = tmp_path / "备份 U盘"
    stick.mkdir()
    preferences.change(year.office, {"backup_folder": str(stick)})
    backups.make(year.office)
    stick.rename(tmp_path / "拔掉的")
    shell = real(year.office, "settings")
    shell.go("settings", "backup")
    rest(qtbot, shell)
    section = shell.page.sections["backup"]
    assert "找不到备份文件夹" in section.state.text()
    assert shell._status._backup.text() == "找不到备份文件夹"
    section.make()
    rest(qtbot, shell)
    assert "没有做备份" in section.findChildren(MessageBar)[0].text
    assert not stick.exists()
    shell.go("home")
    rest(qtbot, shell)
    assert "找不到备份文件夹" in shell.page.board.backup.text
    (tmp_path / "拔掉的").rename(stick)
    shell.refresh()
    rest(qtbot, shell)
    assert "今天" in shell._status._backup.text()


def test_the_empty_place_of_a_stick_is_said(qtbot: QtBot, real: Real, year: Year, tmp_path: Path) -> None:
    stick = tmp_path / "备份 U盘"
    stick.mkdir()
    preferences.change(year.office, {"backup_folder": str(stick)})
    backups.make(year.office)
    stick.rename(tmp_path / "拔掉的")
    stick.mkdir()
    shell = real(year.office, "settings")
    shell.go("settings", "backup")
    rest(qtbot, shell)
    section = shell.page.sections["backup"]
    assert "原来的备份不在里面" in section.state.text()
    shell.go("home")
    rest(qtbot, shell)
    assert "原来的备份不在里面" in shell.page.board.backup.text
    shell.go("settings", "backup")
    section._set_folder(str(stick))
    rest(qtbot, shell)
    assert "还没有备份" in section.state.text()
