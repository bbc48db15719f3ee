"""The settings on real records."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from qc_desktop.gui.pages.settings import about
from qc_desktop.gui.pages.settings.about import COMPONENTS
from qc_desktop.gui.pages.settings.backup import BackupSection
from qc_desktop.gui.pages.settings.columns import kind_words
from qc_desktop.gui.pages.settings.health import HealthSection
from qc_desktop.gui.pages.settings.model import check, example_link, example_number, office_view
from qc_desktop.gui.pages.settings.office import OfficeSection
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.pages.settings.passphrase import PassphraseSection
from qc_desktop.gui.pages.settings.pc import PcSection
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.gui.tokens import DARK, LIGHT
from qc_desktop.services import backups, demo, doctor, keys, preferences, staff
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.doctor import Diagnosis
from tests.gui.real import Real, faults, rest
from tests.samples import COMPANIES, Year, add

from .conftest import Opened

SECTIONS = ("office", "members", "texts", "pc", "backup", "moving", "passphrase", "health", "about")


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("key", SECTIONS)
def test_interface(qtbot: QtBot, real: Real, year: Year, key: str, lang: str) -> None:
    backups.make(year.office)
    staff.add(year.office, "示例乙")
    shell = real(year.office, "settings", lang)
    page = shell.page
    assert isinstance(page, SettingsPage)
    assert tuple(page.sections) == ("office",)
    page.open_item(key)
    rest(qtbot, shell)
    assert page.sections[key].isVisible()
    assert faults(qtbot, shell) == []


@pytest.mark.parametrize("key", SECTIONS)
def test_extra_large_text_fits(qtbot: QtBot, shell: Shell, look: Callable[[Theme], None], key: str) -> None:
    look(Theme(size=TextSize.EXTRA_LARGE))
    assert isinstance(shell.page, SettingsPage)
    shell.page.open_item(key)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []


# 协会


def test_what_is_typed_is_saved_and_taken_back(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    assert section.bar.isHidden()
    section.ui.issuer_line.setText("示例落款")
    assert section.changes == {"issuer_line": "示例落款"}
    section.save()
    rest(qtbot, shell)
    assert preferences.issuer_line(year.office) == "示例落款"
    assert section.bar.isHidden()
    shell._toast._act()
    rest(qtbot, shell)
    assert preferences.get(year.office, "issuer_line") == ""
    assert section.ui.issuer_line.text() == ""


def test_what_is_typed_survives_a_refresh(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    section.ui.issuer_line.setText("还没有保存")
    preferences.change(year.office, {"roster_title": "示例名单"})
    section.refresh()
    rest(qtbot, shell)
    assert section.ui.issuer_line.text() == "还没有保存"
    assert section.ui.roster_title.text() == "示例名单"
    section.revert()
    assert section.ui.issuer_line.text() == ""
    assert section.bar.isHidden()


def test_a_wrong_value_is_said_at_its_field_and_not_saved(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    section.ui.validity_years.setText("9")
    section.ui.issuer_line.setText("示例落款")
    section.save()
    rest(qtbot, shell)
    assert section.ui.validity_years.accessibleDescription().startswith("有效期要填1到5")
    assert preferences.get(year.office, "issuer_line") == ""
    section.ui.validity_years.setText("2")
    assert section.ui.validity_years.accessibleDescription() == ""


def test_an_english_window_has_english_words_in_the_pattern(year: Year) -> None:
    assert office_view(year.office, "en").values["certificate_number_pattern"] == "QC-{year}-315-{6-digit number}"


def test_examples_follow_the_keys(opened_section: Opened) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    assert section.ui.certificate_number_pattern.text() == "QC-{年度}-315-{6位流水号}"
    section.ui.certificate_number_pattern.setText("示例{年度}-{4位流水号}")
    assert "示例2026-0001" in section.number.text()
    section.ui.certificate_number_pattern.setText("示例{year}-{5-digit number}")
    assert "示例2026-00001" in section.number.text()
    section.ui.certificate_number_pattern.setText("示例")
    assert section.number.text() == ""
    section.ui.verification_prefix.setText("https://c.example/q/#")
    assert "https://c.example/q/#0123" in section.link.text()


def test_the_pattern_is_locked_once_it_is_used(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    assert not section.ui.certificate_number_pattern.isReadOnly()
    year.issue()
    section.refresh()
    rest(qtbot, shell)
    assert section.ui.certificate_number_pattern.isReadOnly()
    assert section.number.isVisible()


def test_schemes_are_offered_with_a_picture(opened_section: Opened) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    box = section.ui.certificate_scheme
    assert [box.itemData(place) for place in range(box.count())] == ["navy", "red"]
    navy, red = (box.itemIcon(place).pixmap(36, 25).toImage() for place in range(box.count()))
    assert navy != red


def test_the_seal_is_shown(opened_section: Opened, tmp_path: Path) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "seal.png"))
    section.ui.seal_picture.setText(str(tmp_path / "seal.png"))
    assert section.seal.view.isVisible()
    section.ui.seal_picture.setText(str(tmp_path / "none.png"))
    assert not section.seal.view.isVisible()


def test_checks_and_examples() -> None:
    assert check("validity_years", "1") == []
    assert [found.code for found in check("validity_years", "0")] == ["office_form.validity_years"]
    assert [found.code for found in check("verification_prefix", "http://x")] == ["trust.prefix_form"]
    assert example_link("") == ""
    assert example_number("QC-{year}-315-{seq:06}", 2026) == "QC-2026-315-000001"


# 本机


def choose(section: PcSection, key: str, value: str) -> None:
    box = getattr(section.ui, key)
    box.setCurrentIndex(box.findData(value))


def test_the_look_changes_at_once_and_loses_nothing(
    qtbot: QtBot, shell: Shell, page: SettingsPage, opened_section: Opened, year: Year
) -> None:
    office = page.sections["office"]
    assert isinstance(office, OfficeSection)
    office.ui.issuer_line.setText("还没有保存")
    section = opened_section("pc")
    assert isinstance(section, PcSection)
    assert theme.tokens_in_use() is LIGHT
    choose(section, "theme", "dark")
    choose(section, "text_size", "large")
    assert theme.tokens_in_use() is DARK
    rest(qtbot, shell)
    assert preferences.pc_value(year.office.profile, "theme") == "dark"
    assert preferences.pc_value(year.office.profile, "text_size") == "large"
    assert office.ui.issuer_line.text() == "还没有保存"
    assert faults(qtbot, shell) == []


def test_a_language_is_asked_for_as_soon_as_it_is_kept(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("pc")
    assert isinstance(section, PcSection)
    with qtbot.waitSignal(shell.language_wanted) as wanted:
        choose(section, "language", "en")
    assert wanted.args == ["en"]
    assert preferences.pc_value(year.office.profile, "language") == "en"
    rest(qtbot, shell)


def test_operators_are_added_and_retired(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("pc")
    assert isinstance(section, PcSection)
    section.people.name.insert("示例丙")
    QTest.keyClick(section.people.name, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert staff.names(year.office) == ["示例丙"]
    assert section.people.name.text() == ""
    (retire,) = [made for made in section.people.findChildren(QPushButton) if made.accessibleName() == "停用 示例丙"]
    retire.click()
    rest(qtbot, shell)
    assert staff.names(year.office) == []
    shell._toast._act()
    rest(qtbot, shell)
    assert staff.names(year.office) == ["示例丙"]


# 备份


def test_a_backup_is_made_by_hand(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    assert section.model.rowCount() == 1
    section.make()
    rest(qtbot, shell)
    assert section.model.rowCount() == 2
    assert section.state.text().startswith("最近一次备份：今天")


def test_a_restore_takes_two_clicks_and_shows_what_changes(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    add(year.office, "示例新来有限公司")
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    told = [part.text() for part in section.panel._labels]
    assert told[3:6] == ["企业", str(COMPANIES), str(COMPANIES + 1)]
    section.panel.restore_button.click()
    assert not section.panel.restore_button.isVisible()
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES + 1
    section.panel.confirm_button.click()
    rest(qtbot, shell)
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES
    assert not section.panel.isVisible()
    assert [row.kind for row in backups.rows(section.desk.office)] == ["restore", "manual"]


def test_the_command_leads_to_the_newest_backup(qtbot: QtBot, page: SettingsPage) -> None:
    page.open_item("backup:restore")
    section = page.sections["backup"]
    assert isinstance(section, BackupSection)
    qtbot.waitUntil(section.table.hasFocus)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    qtbot.waitUntil(section.panel.isVisible)
    qtbot.waitUntil(section.panel.restore_button.hasFocus)


def test_certificates_that_would_be_lost_are_named(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    year.issue()
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    section.panel.restore_button.click()
    assert f"{COMPANIES} 张证书" in section.panel._warning.text()
    section.panel.keep_button.click()
    assert not section.panel.isVisible()


def test_a_damaged_backup_is_refused_in_words(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    (row,) = backups.rows(year.office)
    with row.path.open("r+b") as stream:
        stream.seek(5000)
        stream.write(b"damage")
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.trouble.isVisible)
    assert "已损坏" in section.trouble.text
    assert not section.panel.isVisible()


def test_a_backup_that_is_damaged_meanwhile_changes_nothing(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    section.table.selectRow(0)
    section.look_button.click()
    qtbot.waitUntil(section.panel.isVisible)
    (row,) = backups.rows(year.office)
    row.path.write_bytes(b"damage")
    section.panel.restore_button.click()
    section.panel.confirm_button.click()
    rest(qtbot, shell)
    assert "已损坏" in section.trouble.text
    assert browsing.count(section.desk.office, CompanyFilter()) == COMPANIES


def test_the_folder_is_changed_and_undone(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year, tmp_path: Path
) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    (tmp_path / "others").mkdir()
    section._set_folder(str(tmp_path / "others"))
    rest(qtbot, shell)
    assert str(tmp_path / "others") in section.folder.text().replace("\u200b", "")
    assert not section.restoring.isVisible()
    section.own.click()
    rest(qtbot, shell)
    assert section.restoring.isVisible()


def test_the_list_keeps_to_qts_rules(opened_section: Opened, qtmodeltester: ModelTester) -> None:
    section = opened_section("backup")
    assert isinstance(section, BackupSection)
    assert section.model.rowCount() == 1
    qtmodeltester.check(section.model)


def test_every_kind_of_backup_has_words() -> None:
    from qc_desktop.storage.backup import KINDS

    assert set(kind_words()) == set(KINDS)


# 发证口令


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
    assert keys.signer(year.office, "新的示例口令，够长").kid == year.signer.kid


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
    assert keys.signer(year.office, demo.PASSPHRASE).kid == year.signer.kid


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


# 体检、关于


def test_findings_lead_to_their_mend(
    qtbot: QtBot, shell: Shell, page: SettingsPage, opened_section: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = opened_section("health")
    assert isinstance(section, HealthSection)
    assert section.summary.text() == "一切正常。"
    found = (
        Diagnosis("program", True, {"python": "3", "platform": "x"}),
        Diagnosis("backup_bad", False, {"path": "x"}),
    )
    section._show(found)
    assert section.summary.text() == "有 1 项需要处理。"
    (mend,) = [made for made in section.findChildren(QPushButton) if made.text() == "去处理"]
    mend.click()
    assert page.sections["backup"].isVisible()
    rest(qtbot, shell)


def test_search_is_rebuilt_by_a_click(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    from sqlalchemy import text

    with year.office.writing("spoil", undoable=False) as work:
        work.session.execute(text("DELETE FROM company_search"))
        work.session.execute(text("DELETE FROM company_search_index"))
    section = opened_section("health")
    assert isinstance(section, HealthSection)
    (rebuild,) = [made for made in section.findChildren(QPushButton) if made.text() == "重建"]
    rebuild.click()
    rest(qtbot, shell)
    assert all(one.good for one in doctor.examine(year.office))
    assert section.summary.text() == "一切正常。"


def test_every_dependency_is_named_with_its_licence() -> None:
    project = (Path(about.__file__).parents[4] / "pyproject.toml").read_text(encoding="utf-8")
    block = project[project.index("\ndependencies = [") : project.index("[project.optional-dependencies]")]
    needed = {
        name.lower().removesuffix("-essentials") for name in re.findall(r'^    "([A-Za-z0-9-]+)', block, re.MULTILINE)
    }
    named = {word.lower() for parts, _ in COMPONENTS for word in re.split(r"[ ,()]+", parts)}
    assert len(needed) > 15
    assert needed - named == set()
