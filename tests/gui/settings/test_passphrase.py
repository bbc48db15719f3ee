"""发证口令: changed, and refused at its field."""

from __future__ import annotations

import shutil

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.passphrase import PassphraseSection
from qc_desktop.gui.shell import Shell
from qc_desktop.services import demo, keys, preferences, vault
from tests.gui.real import rest
from tests.samples import Year

from .conftest import Opened


@pytest.fixture
def passphrase(opened_section: Opened) -> PassphraseSection:
    section = opened_section("passphrase")
    assert isinstance(section, PassphraseSection)
    return section


def fill(section: PassphraseSection, old: str, new: str, again: str) -> None:
    for field, text in ((section.old, old), (section.new, new), (section.again, again)):
        field.setText(text)


def test_the_passphrase_is_changed(qtbot: QtBot, shell: Shell, passphrase: PassphraseSection, year: Year) -> None:
    fill(passphrase, demo.PASSPHRASE, "新的示例口令啊", "新的示例口令啊")
    passphrase.change()
    rest(qtbot, shell)
    fill_error = passphrase.new.accessibleDescription()
    assert fill_error.startswith("发证口令至少要 8 个字符")
    fill(passphrase, demo.PASSPHRASE, "新的示例口令，够长", "新的示例口令，够长")
    passphrase.change()
    rest(qtbot, shell)
    assert (passphrase.old.text(), passphrase.new.text(), passphrase.again.text()) == ("", "", "")
    assert vault.unlock(year.office, "新的示例口令，够长").payload.kid == year.signer.kid


@pytest.mark.parametrize(
    ("old", "again", "field"),
    [("不是这个口令呀", "新的示例口令，够长", "old"), (demo.PASSPHRASE, "别的", "again")],
)
def test_a_refusal_stands_at_its_field(
    qtbot: QtBot, shell: Shell, passphrase: PassphraseSection, year: Year, old: str, again: str, field: str
) -> None:
    fill(passphrase, old, "新的示例口令，够长", again)
    passphrase.change()
    rest(qtbot, shell)
    assert getattr(passphrase, field).accessibleDescription() != ""
    assert vault.unlock(year.office, demo.PASSPHRASE).payload.kid == year.signer.kid


def test_a_stale_list_is_signed_anew(qtbot: QtBot, shell: Shell, passphrase: PassphraseSection, year: Year) -> None:
    assert not passphrase.renew_button.isVisible()
    preferences.change(year.office, {"verification_prefix": "https://new.example/#"})
    passphrase.refresh()
    rest(qtbot, shell)
    assert passphrase.renew_button.isVisible()
    passphrase.old.setText(demo.PASSPHRASE)
    passphrase.renew()
    rest(qtbot, shell)
    assert not passphrase.renew_button.isVisible()
    assert not keys.list_is_stale(year.office)


def test_without_keys_there_is_nothing_to_change(
    qtbot: QtBot, shell: Shell, passphrase: PassphraseSection, year: Year
) -> None:
    shutil.rmtree(year.office.profile.keys)
    passphrase.refresh()
    rest(qtbot, shell)
    assert not passphrase.change_button.isVisible()
    assert "第一次出证" in passphrase.state.text()


def test_nothing_typed_is_shown(passphrase: PassphraseSection) -> None:
    passphrase.old.setText("口令")
    assert "口令" not in passphrase.old.displayText()
