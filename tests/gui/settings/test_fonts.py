"""Fonts in the settings: added by a drop, listed, removed; what is refused is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.fonts import FontsSection
from qc_desktop.gui.shell import Shell
from qc_desktop.services import fonts
from tests.fonts import font
from tests.gui.real import faults, rest
from tests.samples import Year


@pytest.fixture
def section(opened_section: Callable[[str], object]) -> FontsSection:
    shown = opened_section("fonts")
    assert isinstance(shown, FontsSection)
    return shown


def dropped(section: FontsSection, *paths: Path) -> bool:
    """Whether the files were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with_copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    coming = QDragEnterEvent(QPoint(9, 9), with_copy, data, left, none)
    coming.ignore()
    section.dragEnterEvent(coming)
    if coming.isAccepted():
        section.dropEvent(QDropEvent(QPoint(9, 9), with_copy, data, left, none))
    return coming.isAccepted()


def words(section: FontsSection) -> str:
    return "\n".join(each.text() for each in section.findChildren(QLabel) if each.isVisible()).replace("\u200b", "")


def test_a_font_is_dropped_listed_and_removed(
    qtbot: QtBot, shell: Shell, section: FontsSection, tmp_path: Path, year: Year
) -> None:
    path = tmp_path / "示例体.ttf"
    path.write_bytes(font())
    assert "没有添加过字体" in words(section)
    assert not dropped(section, tmp_path / "名单.xlsx")
    assert dropped(section, path)
    rest(qtbot, shell)
    assert "示例体 Regular" in words(section)
    assert "6 字　可嵌入" in words(section)
    assert not section.none.isVisible()
    assert faults(qtbot, shell) == []
    (row,) = fonts.fonts(year.office)
    (year.office.profile.fonts / f"{row.sha256}.ttf").unlink()
    section.refresh()
    rest(qtbot, shell)
    assert "文件不见了" in words(section)
    next(each for each in section.findChildren(QPushButton) if each.accessibleName() == "移除 示例体 Regular").click()
    rest(qtbot, shell)
    assert fonts.fonts(year.office) == []
    assert section.none.isVisible()


def test_what_is_refused_is_said_and_the_rest_is_added(
    qtbot: QtBot, shell: Shell, section: FontsSection, tmp_path: Path, year: Year
) -> None:
    for name, content in (("网页.woff", b"wOFF"), ("受限.ttf", font(flags=2)), ("好.ttf", font())):
        (tmp_path / name).write_bytes(content)
    assert dropped(section, *sorted(tmp_path.glob("*.*f*")))
    rest(qtbot, shell)
    assert "网页字体" in section.trouble.text
    assert "嵌入受限" in section.trouble.text
    assert len(fonts.fonts(year.office)) == 1


def test_a_changed_file_is_said_and_put_back(
    qtbot: QtBot, shell: Shell, section: FontsSection, tmp_path: Path, year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "示例体.ttf"
    path.write_bytes(font())
    assert dropped(section, path)
    rest(qtbot, shell)
    (row,) = fonts.fonts(year.office)
    (year.office.profile.fonts / f"{row.sha256}.ttf").write_bytes(b"changed")
    section.refresh()
    rest(qtbot, shell)
    assert "不是当初添加的" in words(section)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    called = "换回文件… 示例体 Regular"
    next(each for each in section.findChildren(QPushButton) if each.accessibleName() == called).click()
    rest(qtbot, shell)
    assert "6 字　可嵌入" in words(section)
    assert section.trouble.isHidden()
