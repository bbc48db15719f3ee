"""d. Certificates for everybody: at most five clicks from the campaign until their pages are being made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages import places
from qc_desktop.services import demo
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from tests.gui.flows.recorder import Recorder, button, click
from tests.gui.real import Real, rest
from tests.samples import COMPANIES, Year

CLICKS = 5


def test_issue_and_make(
    qtbot: QtBot, real: Real, year: Year, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "documents", lambda: tmp_path)
    shell = real(year.office, "campaign")
    recorder.begin()
    for words in ("去出证", "检查资料", "下一步：出证"):
        click(button(shell, words))
        rest(qtbot, shell)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert(demo.PASSPHRASE)  # Chinese comes from an input method, not from keys
    for words in (f"出证 {COMPANIES} 张", f"生成 {COMPANIES} 页"):
        click(button(shell, words))
        rest(qtbot, shell)
    assert register.count(year.office, CertificateFilter()) == COMPANIES
    assert list(tmp_path.glob("*.pdf"))
    assert 0 < recorder.clicks <= CLICKS
    assert recorder.keys == 0
