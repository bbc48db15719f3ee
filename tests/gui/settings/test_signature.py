"""PDF签名 in the settings: chosen at once, taken back, refused in words; what it is not stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.passphrase import PassphraseSection
from qc_desktop.gui.pages.settings.signature_card import SignatureCard
from qc_desktop.gui.shell import Shell
from qc_desktop.services import document_signing
from qc_desktop.services.document_signing import Way
from qc_desktop.trust import pdf_signatures
from tests.gui.real import rest
from tests.samples import Year

from .conftest import Opened


@pytest.fixture
def card(opened_section: Opened) -> SignatureCard:
    section = opened_section("passphrase")
    assert isinstance(section, PassphraseSection)
    return section.signature


def pick(qtbot: QtBot, shell: Shell, card: SignatureCard, way: Way) -> None:
    card.way._buttons[way.value].click()
    rest(qtbot, shell)


def test_signing_is_off_and_says_what_it_is_not(card: SignatureCard, year: Year) -> None:
    assert document_signing.way(year.office) is Way.OFF
    told = "".join(part.text() for part in card.findChildren(QLabel))
    assert "不是法律意义上的电子印章" in told
    assert "依法设立的电子认证服务机构" in told


def test_the_own_stamp_is_chosen_and_taken_back(qtbot: QtBot, shell: Shell, card: SignatureCard, year: Year) -> None:
    pick(qtbot, shell, card, Way.OWN)
    assert document_signing.way(year.office) is Way.OWN
    assert "发证口令" in card.state.text()
    pick(qtbot, shell, card, Way.OFF)
    assert document_signing.way(year.office) is Way.OFF


def test_an_authority_s_file_is_asked_for_and_missed_when_it_is_gone(
    qtbot: QtBot, shell: Shell, card: SignatureCard, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    pick(qtbot, shell, card, Way.FILE)
    assert (document_signing.way(year.office), card.way.current) == (Way.OFF, Way.OFF.value)
    file = tmp_path / "证书.p12"
    file.write_bytes(b"sample")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    pick(qtbot, shell, card, Way.FILE)
    assert document_signing.standing(year.office).file == str(file)
    assert "密码每天问一次" in card.state.text()
    file.unlink()
    card._section.refresh()
    rest(qtbot, shell)
    assert "插好U盘" in card.state.text()


def test_where_the_extra_is_missing_nothing_can_be_chosen(
    qtbot: QtBot, shell: Shell, card: SignatureCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_signatures, "is_installed", lambda: False)
    card._section.refresh()
    rest(qtbot, shell)
    assert not card.way.isEnabled()
    assert "没有装签名组件" in card.state.text()
