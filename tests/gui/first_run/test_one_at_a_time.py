"""Two starts at once on records that are not there yet: one of them asks how to begin, the other says so and ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from qc_desktop import app
from qc_desktop.gui.first_run import asking


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sentences: list[str] = []
    monkeypatch.setattr(app, "_refuse", sentences.append)
    return sentences


def test_the_second_start_is_told_and_asks_nothing(
    qapp: QApplication, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, answers = tmp_path / "qc", []

    def ask(*_: object) -> None:
        """While the first one asks, a second one starts."""
        answers.append(app.main(["--profile", str(first), "--lang", "zh_CN"]))

    monkeypatch.setattr(asking, "ask", ask)
    assert app.main(["--profile", str(first), "--lang", "zh_CN"]) == 0
    assert answers == [1]
    assert len(said) == 1
    assert "已经在一个窗口里打开" in said[0]
    free = QLockFile(str(first / "window.lock"))
    assert free.tryLock(0)
    free.unlock()


def test_a_folder_that_cannot_be_made_is_said_before_anything_is_asked(
    qapp: QApplication, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("示例")
    monkeypatch.setattr(asking, "ask", lambda *_: pytest.fail("asked"))
    assert app.main(["--profile", str(tmp_path / "file" / "qc"), "--lang", "zh_CN"]) == 1
    assert str(tmp_path) in said[0]


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="a folder into which nobody writes")
def test_a_folder_that_takes_no_lock_is_not_said_to_be_open_elsewhere(
    qapp: QApplication, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ask", lambda *_: pytest.fail("asked"))
    assert app.main(["--profile", "/sys/kernel", "--lang", "zh_CN"]) == 1
    assert "不能往这个文件夹里写" in said[0]
