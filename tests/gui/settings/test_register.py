"""签发登记簿 in the settings: how it stands, what others kept of it, and the way on from records that are older."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import finish
from qc_desktop.domain.records import RECEIPT_FILE
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.frame import register_watch
from qc_desktop.gui.pages.settings.health import HealthSection
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import backups
from qc_desktop.services.certificates import printing, register
from qc_desktop.services.ledger import heads
from qc_desktop.services.ledger.receipts import receipts_of
from qc_desktop.services.ledger.replay import replaying
from tests.gui.real import Real, faults, rest
from tests.samples import Year
from tests.services.conftest import ByHand, by_hand

from .conftest import Opened

__all__ = ["by_hand"]
FIRST, SECOND = "QC-2026-315-000001", "QC-2026-315-000002"
REASON = "硬盘损坏，只找到这一份"
LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])


@pytest.fixture
def year(issued_year: Year) -> Year:
    """Everybody has a certificate, so the register is confirmed."""
    return issued_year


@pytest.fixture
def health(opened_section: Opened) -> HealthSection:
    found = opened_section("health")
    assert isinstance(found, HealthSection)
    return found


def kept(year: Year, path: Path) -> Path:
    """What is kept today of the register."""
    path.write_text(heads.head(year.office).note, encoding="utf-8")
    return path


def compare(qtbot: QtBot, shell: Shell, health: HealthSection, path: Path) -> str:
    health.register.compare(path)
    rest(qtbot, shell)
    return health.register.result.text


def test_it_says_how_much_there_is_and_when_it_was_confirmed(
    qtbot: QtBot, shell: Shell, health: HealthSection, year: Year
) -> None:
    size = heads.size(year.office)
    assert f"共 {size} 条，已确认 {size} 条" in health.register.state.text()
    assert "最近一次确认" in health.register.state.text()
    assert not health.register.behind.isVisible()
    register.end(year.office, FIRST, register.CertificateState.VOID, "示例原因")
    health.refresh()
    rest(qtbot, shell)
    assert f"共 {size + 1} 条，已确认 {size} 条" in health.register.state.text()
    assert "下次出证或公布网页时确认" in health.register.state.text()


def test_an_office_without_certificates_has_nothing_to_confirm(
    qtbot: QtBot, real: Real, year_profile: tuple[Path, str], tmp_path: Path, opened: Callable[[Path], object]
) -> None:
    shell = real(opened(shutil.copytree(year_profile[0], tmp_path / "fresh")), "settings")
    shell.page.open_item("health")
    rest(qtbot, shell)
    assert "已确认 0 条" in shell.page.sections["health"].register.state.text()


def test_what_was_kept_agrees_whatever_it_is(
    qtbot: QtBot, shell: Shell, health: HealthSection, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with year.office.store.reading() as session:
        text = receipts_of(session, [FIRST])[FIRST]
    (tmp_path / RECEIPT_FILE).write_text(text, encoding="utf-8")
    finish(printing.print_one_file(year.office, [FIRST], tmp_path / "示例.pdf"))
    for path in (kept(year, tmp_path / "checkpoint"), tmp_path / RECEIPT_FILE, tmp_path / "示例.pdf", tmp_path):
        assert "完全一致" in compare(qtbot, shell, health, path), path.name
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "checkpoint"), ""))
    health.register.result.clear()
    health.register.compare_button.click()
    rest(qtbot, shell)
    assert "完全一致" in health.register.result.text


def test_a_dropped_file_is_compared(
    qtbot: QtBot, shell: Shell, health: HealthSection, year: Year, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(kept(year, tmp_path / "checkpoint")))])
    action = Qt.DropAction.CopyAction
    health.dropEvent(QDropEvent(QPoint(5, 5), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    rest(qtbot, shell)
    assert "完全一致" in health.register.result.text


def test_a_register_that_was_changed_since_does_not_agree(
    qtbot: QtBot, shell: Shell, health: HealthSection, year: Year, tmp_path: Path, by_hand: ByHand
) -> None:
    path = kept(year, tmp_path / "checkpoint")
    by_hand(year.office, "UPDATE ledger_leaf SET entry = zeroblob(32) WHERE place = 2")
    assert "不相符" in compare(qtbot, shell, health, path)
    assert "被人改动" in health.register.result.text
    assert faults(qtbot, shell) == []


@pytest.mark.parametrize(("content", "said"), [(b"x", "里没有签发登记"), (b"a\n1\nAAAA\n\n- a AAAA\n", "不是本会")])
def test_what_is_none_of_ours_is_said(
    qtbot: QtBot, shell: Shell, health: HealthSection, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "checkpoint").write_bytes(content)
    assert said in compare(qtbot, shell, health, tmp_path / "checkpoint")


@pytest.fixture
def older(year: Year) -> Year:
    """Somebody put an old database in the place of the records past the program."""
    made = backups.make(year.office)
    register.replace(year.office, FIRST, "示例原因", year.keys)
    year.office.close()
    shutil.copy(made.path, year.office.profile.database)
    return year


@pytest.fixture
def behind(qtbot: QtBot, real: Real, older: Year) -> HealthSection:
    """The check-up of such an office, reached from the window's message."""
    shell = real(older.office, "home")
    register_watch.watch(shell, Desk(older.office), shell.context.jobs)
    qtbot.waitUntil(shell._messages.isVisible)
    shell._messages._button.click()
    rest(qtbot, shell)
    assert isinstance(shell.page, SettingsPage)
    section = shell.page.sections["health"]
    assert isinstance(section, HealthSection)
    return section


def fill(section: HealthSection, reason: str, count: str) -> None:
    panel = section.register.override
    panel.reason.setText(reason)
    panel.count.setText(count)
    QTest.keyClick(panel.count, Qt.Key.Key_Return)


def test_going_on_from_older_records_takes_a_reason_and_the_number(
    qtbot: QtBot, behind: HealthSection, older: Year
) -> None:
    shell = behind.window()
    assert isinstance(shell, Shell)
    panel, signed = behind.register.override, str(heads.kept(older.office).size)
    assert "已经确认并可能公布过" in behind.register.behind.text
    assert "ledger" not in behind.register.behind.text
    assert panel.reason.hasFocus()
    fill(behind, "", signed)
    assert "请写明原因" in panel.reason.accessibleDescription()
    fill(behind, REASON, "1")
    assert signed in panel.count.accessibleDescription()
    rest(qtbot, shell)
    assert [found.code for found in finish(replaying(older.office))] == ["ledger.rolled_back"]
    fill(behind, REASON, signed)
    rest(qtbot, shell)
    assert "已记入签发登记" in behind.register.result.text
    assert REASON in behind.register.overridden.text()
    assert not behind.register.behind.isVisible()
    assert not panel.isVisible()
    assert not shell._messages.isVisible()
    assert finish(replaying(older.office)) == []
    register.replace(older.office, SECOND, "示例原因", older.keys)


def test_who_thinks_better_of_it_leaves_everything(qtbot: QtBot, behind: HealthSection, older: Year) -> None:
    behind.register.override.reason.setText(REASON)
    behind.register.override.leave.click()
    rest(qtbot, behind.window())
    assert not behind.register.override.isVisible()
    assert behind.register.behind.isVisible()
    assert behind.register.behind._button.isVisible()
    assert [found.code for found in finish(replaying(older.office))] == ["ledger.rolled_back"]


def test_the_check_up_leads_there_too(qtbot: QtBot, real: Real, older: Year) -> None:
    shell = real(older.office, "settings")
    shell.page.open_item("health")
    rest(qtbot, shell)
    section = shell.page.sections["health"]
    assert not section.register.override.isVisible()
    (mend,) = [
        made for made in section.findChildren(QPushButton) if made.text() == "说明原因后继续…" and made.isVisible()
    ][:1]
    mend.click()
    rest(qtbot, shell)
    assert section.register.override.isVisible()


@LANGS
def test_interface(qtbot: QtBot, real: Real, older: Year, tmp_path: Path, lang: str) -> None:
    shell = real(older.office, "settings", lang)
    shell.page.open_item("health:register")
    rest(qtbot, shell)
    section = shell.page.sections["health"]
    fill(section, "", "")
    assert section.register.override.isVisible()
    assert faults(qtbot, shell) == []
    compare(qtbot, shell, section, tmp_path)
    fill(section, REASON, str(heads.kept(older.office).size))
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
