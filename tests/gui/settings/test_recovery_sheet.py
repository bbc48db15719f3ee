"""恢复单 in the settings: printed, checked, used; what is wrong is said at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.frame.sheet_offer import SheetOffer
from qc_desktop.gui.pages.settings import root_panel
from qc_desktop.gui.pages.settings.passphrase import PassphraseSection
from qc_desktop.gui.pages.settings.root_acts import Act
from qc_desktop.gui.shell import Shell
from qc_desktop.services import demo, keys, preferences, recovery, vault
from qc_desktop.trust.keys import KeyUse
from tests.gui.real import rest
from tests.samples import Year

from .conftest import Opened

NEW = "忘记以后的新口令"


@pytest.fixture
def section(opened_section: Opened) -> PassphraseSection:
    found = opened_section("passphrase")
    assert isinstance(found, PassphraseSection)
    return found


@pytest.fixture
def sheet(year: Year) -> str:
    return recovery.typed(recovery.root_of(year.office, passphrase=demo.PASSPHRASE))


def do(qtbot: QtBot, shell: Shell, section: PassphraseSection, act: Act, **given: str) -> None:
    section.acts[act].click()
    if "sheet" in given:
        section.root.sheet.lines[0].setText(given["sheet"].replace("\n", ""))  # as a scanner types it
    section.root.passphrase.setText(given.get("passphrase", ""))
    section.root.reason.setText(given.get("reason", ""))
    section.root.new._one.setText(given.get("new", ""))
    section.root.new._two.setText(given.get("new", ""))
    assert section.root.confirm_button.isEnabled()
    section.root.confirm()
    rest(qtbot, shell)


def test_the_sheet_is_saved_checked_and_then_gone_from_the_pc(
    qtbot: QtBot,
    shell: Shell,
    section: PassphraseSection,
    year: Year,
    sheet: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "还没有打印" in section.sheet_state.text()
    monkeypatch.setattr(root_panel, "ask_file", lambda *_: tmp_path / "恢复单.pdf")
    do(qtbot, shell, section, Act.SAVE, passphrase=demo.PASSPHRASE)
    assert (tmp_path / "恢复单.pdf").exists()
    assert "还没有核对" in section.sheet_state.text()
    section.acts[Act.PROVE].click()
    section.root.sheet.take(tmp_path / "恢复单.pdf")
    section.root.confirm()
    rest(qtbot, shell)
    assert recovery.state(year.office).proved
    assert "已核对" in section.sheet_state.text()
    assert not section.root.isVisible()
    assert not section.acts[Act.PROVE].isVisible()
    preferences.change(year.office, {"verification_prefix": "https://other.example/#"})
    section.refresh()
    rest(qtbot, shell)
    assert not section.renew_button.isVisible()
    do(qtbot, shell, section, Act.SIGN, sheet=sheet)
    assert not keys.list_is_stale(year.office)


def test_a_mistake_is_said_at_its_line_and_nothing_is_deleted(
    qtbot: QtBot, shell: Shell, section: PassphraseSection, year: Year, sheet: str
) -> None:
    lines = sheet.split("\n")
    section.acts[Act.PROVE].click()
    assert not section.root.confirm_button.isEnabled()
    for field, line in zip(section.root.sheet.lines, lines, strict=True):
        field.setText(line)
    wrong = "2" if lines[2][0] != "2" else "3"
    section.root.sheet.lines[2].setText(wrong + lines[2][1:])
    section.root.confirm()
    rest(qtbot, shell)
    described = [field.accessibleDescription() for field in section.root.sheet.lines]
    assert "第 3 行" in described[2]
    assert not any(described[:2] + described[3:])
    assert recovery.state(year.office).is_here
    assert section.root.confirm_button.isEnabled()


def test_who_forgot_the_passphrase_sets_another(
    qtbot: QtBot, shell: Shell, section: PassphraseSection, year: Year, sheet: str
) -> None:
    do(qtbot, shell, section, Act.FORGOT, sheet=sheet, new=NEW)
    assert vault.unlock(year.office, NEW).payload.kid == year.signer.kid
    assert not section.root.sheet.is_given


def test_a_new_stamp_and_a_stopped_one(
    qtbot: QtBot, shell: Shell, section: PassphraseSection, year: Year, sheet: str
) -> None:
    shell.context.services.unlock(demo.PASSPHRASE)
    do(qtbot, shell, section, Act.ROTATE, passphrase=demo.PASSPHRASE)
    second = keys.known(year.office).newest(KeyUse.PAYLOAD)
    assert second is not None
    assert second.kid != year.signer.kid
    assert shell.context.services.keys is None  # the old one is not signed with any more
    do(qtbot, shell, section, Act.REVOKE, passphrase=demo.PASSPHRASE)
    assert "原因" in section.root.reason.accessibleDescription()
    do(qtbot, shell, section, Act.REVOKE, passphrase=demo.PASSPHRASE, reason="示例：电脑失窃")
    revoked = [key.kid for key in keys.key_list(year.office).keys if key.revoked]
    assert revoked == [second.kid]


def test_it_is_offered_once_behind_the_first_work_with_the_passphrase(qtbot: QtBot, shell: Shell, year: Year) -> None:
    SheetOffer(shell, shell.context.services, shell.context.jobs)
    jobs = shell.context.jobs
    said: list[str] = []
    shell.speaker.say = lambda _tone, text, *_: said.append(text)  # type: ignore[method-assign]
    jobs.change(lambda: preferences.change(year.office, {"issuer_line": "示例"}))
    rest(qtbot, shell)
    assert said == []
    for _ in range(2):
        jobs.change(lambda: shell.context.services.unlock(demo.PASSPHRASE))
        rest(qtbot, shell)
    assert len(said) == 1
    assert "恢复单" in said[0]
