"""f. The roster: two clicks from home to the dialog, in the format of the last time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.gui.shell import Shell
from tests.gui.flows.recorder import Recorder, button, click, entry
from tests.gui.real import Real, rest
from tests.samples import Year

CLICKS = 2
INSIDE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def export(qtbot: QtBot, shell: Shell) -> None:
    """From wherever one is: the campaign, and the button."""
    click(entry(shell, "campaign"))
    rest(qtbot, shell)
    click(button(shell.page, "导出名单"))
    rest(qtbot, shell)


def choose(shell: Shell, form: str) -> None:
    """Picks another format before exporting."""
    box = next(box for box in shell.page.findChildren(QComboBox) if box.accessibleName() == "文件格式")
    box.setCurrentIndex(box.findData(form))


@pytest.mark.parametrize("form", INSIDE)
def test_export(
    qtbot: QtBot,
    real: Real,
    year: Year,
    recorder: Recorder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    offered: list[Path] = []

    def take(_parent: object, _title: str, suggested: str, *_: object) -> tuple[str, str]:
        offered.append(Path(suggested))
        return str(tmp_path / f"{len(offered)}.{form}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", take)
    first = real(year.office, "campaign")
    choose(first, form)
    export(qtbot, first)

    again = real(year.office, "home")  # another day: nothing is left but what is remembered on the PC
    recorder.begin()
    export(qtbot, again)
    assert offered[-1].suffix == f".{form}"
    assert offered[-1].parent == tmp_path
    assert INSIDE[form] in zipfile.ZipFile(tmp_path / f"2.{form}").namelist()
    assert 0 < recorder.clicks <= CLICKS
    assert recorder.keys == 0
