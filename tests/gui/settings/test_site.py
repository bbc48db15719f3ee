"""查验网站 in the settings: published into the chosen folder, refused in words, and said to wait."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.desk import Desk
from qc_desktop.gui.frame import register_watch
from qc_desktop.gui.pages.settings import publish_card
from qc_desktop.gui.pages.settings.site import SiteSection
from qc_desktop.gui.shell import Shell
from qc_desktop.services import demo, preferences
from qc_desktop.services.site import display
from tests.gui.real import faults, rest
from tests.samples import Year
from tests.services.conftest import ByHand, by_hand

from .conftest import Opened

__all__ = ["by_hand"]


@pytest.fixture
def section(opened_section: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteSection:
    monkeypatch.setattr(publish_card, "ask_folder", lambda *_: tmp_path / "site")
    found = opened_section("site")
    assert isinstance(found, SiteSection)
    return found


def publish(qtbot: QtBot, shell: Shell, section: SiteSection, passphrase: str = demo.PASSPHRASE) -> None:
    section.publish.passphrase._one.setText(passphrase)
    section.publish.publish_button.click()
    rest(qtbot, shell)


def test_pledges_wait_until_they_are_published(
    qtbot: QtBot, shell: Shell, section: SiteSection, year: Year, tmp_path: Path
) -> None:
    card = section.publish
    assert "12 家" in card.waiting.text()
    publish(qtbot, shell, section, "别的口令别的口令")
    assert not (tmp_path / "site" / "index.html").exists()
    publish(qtbot, shell, section)
    assert (tmp_path / "site" / "index.html").exists()
    assert not card.waiting.isVisible()
    assert "上传到查验网址" in card.told.text()
    with year.office.store.reading() as session:
        assert not display.never_shown(session, year.participations())
    card.publish_button.click()  # the passphrase was given today
    rest(qtbot, shell)
    assert "已经是最新的" in card.told.text()


def test_what_every_page_says_is_saved_and_published(
    qtbot: QtBot, shell: Shell, section: SiteSection, year: Year, tmp_path: Path
) -> None:
    section.ui.icp_number.setText("示例ICP备00000000号")
    section.save()
    rest(qtbot, shell)
    assert preferences.get(year.office, "icp_number") == "示例ICP备00000000号"
    publish(qtbot, shell, section)
    assert "示例ICP备00000000号" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_folder_with_other_things_is_refused_in_words(
    qtbot: QtBot, shell: Shell, section: SiteSection, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "x.txt").write_text("x", encoding="utf-8")
    publish(qtbot, shell, section)
    assert "空文件夹" in section.trouble.text


def test_the_window_says_after_its_start_what_was_changed_past_the_program(
    qtbot: QtBot, shell: Shell, year: Year, by_hand: ByHand
) -> None:
    year.issue()
    by_hand(year.office, "UPDATE certificate SET holder = '示例乙' WHERE number = 'QC-2026-315-000003'")
    register_watch.watch(shell, Desk(year.office), shell.context.jobs)
    qtbot.waitUntil(lambda: shell._messages.isVisible())
    assert "证书 QC-2026-315-000003 的记录与签发登记不一致" in shell._messages.text


@pytest.fixture
def changed(year: Year, by_hand: ByHand) -> Year:
    """Somebody changed two certificates past the program."""
    year.issue()
    for number in ("000003", "000004"):
        by_hand(year.office, f"UPDATE certificate SET holder = '示例乙' WHERE number = 'QC-2026-315-{number}'")
    return year


def test_publishing_despite_differences_is_a_second_step_below_all_of_them(
    qtbot: QtBot, shell: Shell, changed: Year, section: SiteSection, tmp_path: Path
) -> None:
    panel, card = section.publish.differences, section.publish
    assert not panel.isVisible()
    publish(qtbot, shell, section)
    assert not (tmp_path / "site" / "index.html").exists()
    assert "2 处不一致" in panel.told.text()
    assert all(f"QC-2026-315-{number}" in panel.listed.text() for number in ("000003", "000004"))
    assert not panel.despite.isEnabled()
    assert faults(qtbot, shell) == []
    panel.seen.setChecked(True)
    panel.despite.click()
    rest(qtbot, shell)
    assert (tmp_path / "site" / "index.html").exists()
    assert not panel.isVisible()
    assert "上传到查验网址" in card.told.text()


def test_who_does_not_publish_puts_the_differences_away(
    qtbot: QtBot, shell: Shell, changed: Year, section: SiteSection, tmp_path: Path
) -> None:
    publish(qtbot, shell, section)
    section.publish.differences.seen.setChecked(True)
    section.publish.differences.leave.click()
    assert not section.publish.differences.isVisible()
    publish(qtbot, shell, section)
    assert not section.publish.differences.despite.isEnabled()  # asked anew
    section.publish.differences.mend.click()
    rest(qtbot, shell)
    assert shell.page.place == "health"
    assert not (tmp_path / "site" / "index.html").exists()


def test_older_records_are_not_published_despite_anything(
    qtbot: QtBot, shell: Shell, year: Year, section: SiteSection, by_hand: ByHand
) -> None:
    year.issue()
    by_hand(year.office, "UPDATE ledger_leaf SET entry = zeroblob(32) WHERE place = 2")
    publish(qtbot, shell, section)
    assert section.publish.differences.isVisible()
    assert not section.publish.differences.despite.isVisible()
    assert section.publish.differences.mend.isVisible()
