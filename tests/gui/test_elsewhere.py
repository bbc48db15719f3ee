"""A folder that was refused comes with a safe one offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.errors import UserError
from qc_desktop.gui.first_run.set_up import SetUp
from qc_desktop.gui.pages import elsewhere, places
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from tests.gui.real import Real, real, rest
from tests.samples import Year

__all__ = ["real"]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "文档"
    folder.mkdir()
    monkeypatch.setattr(places, "documents", lambda: folder)
    return folder


@pytest.fixture
def gone(tmp_path: Path) -> Path:
    """A folder that was pulled out between choosing and writing."""
    return tmp_path / "U盘"


def test_only_a_refused_folder_is_answered_so(documents: Path) -> None:
    taken: list[Path] = []
    action = elsewhere.instead(UserError("file.denied", folder="a", path="b"), taken.append)
    assert action is not None
    assert not (documents / elsewhere.NAME).exists(), "an offer changes nothing"
    action.call()
    assert taken == [documents / elsewhere.NAME]
    assert taken[0].is_dir()
    assert elsewhere.instead(UserError("file.in_use", path="b"), taken.append) is None


def test_nothing_is_offered_where_documents_cannot_be_written_either(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "is_writable", lambda _: False)
    assert elsewhere.instead(UserError("file.denied", folder="a", path="b"), print) is None


def test_a_list_is_written_elsewhere_by_one_click(
    qtbot: QtBot, real: Real, year: Year, documents: Path, gone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = real(year.office, "companies")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gone / "名单.xlsx"), ""))
    shell.page.head.export.click()
    rest(qtbot, shell)
    assert "改用" in shell._messages._button.text()
    shell._messages._button.click()
    rest(qtbot, shell)
    assert (documents / elsewhere.NAME / "名单.xlsx").is_file()


def test_backups_go_elsewhere_by_one_click(qtbot: QtBot, real: Real, year: Year, documents: Path, gone: Path) -> None:
    shell = real(year.office, "settings")
    shell.page.open_item("backup")
    rest(qtbot, shell)
    section = shell.page.sections["backup"]
    section._set_folder(str(gone))
    rest(qtbot, shell)
    section.trouble._button.click()
    rest(qtbot, shell)
    assert preferences.get(year.office, "backup_folder") == str(documents / elsewhere.NAME)


def test_files_go_elsewhere_by_one_click(qtbot: QtBot, real: Real, year: Year, documents: Path, gone: Path) -> None:
    year.issue(year.participations()[:1])
    shell = real(year.office, "certificates")
    shell.go("certificates", "make")
    rest(qtbot, shell)
    make = shell.page.rooms.make
    make.place.setText(str(gone / "证书.pdf"))
    make.check.setChecked(False)
    make.start_button.click()
    rest(qtbot, shell)
    make.outcome.bar._button.click()
    rest(qtbot, shell)
    assert (documents / elsewhere.NAME / "证书.pdf").is_file()


def test_the_first_run_fills_a_safe_folder_in(qtbot: QtBot, documents: Path) -> None:
    step = SetUp(messages("zh_CN"))
    qtbot.addWidget(step)
    step.refuse(UserError("settings.no_folder", path="x"))
    assert not step.instead_button.isHidden()
    step.instead_button.click()
    assert step.ui.backup_folder.text() == str(documents / elsewhere.NAME)
    assert step.instead_button.isHidden()
    step.refuse(UserError("first_run.association_needed"))
    assert step.instead_button.isHidden()
