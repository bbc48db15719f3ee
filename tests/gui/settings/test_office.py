"""协会: what is typed is saved, checked and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.model import check, example_link, example_number, office_view
from qc_desktop.gui.pages.settings.office import OfficeSection
from qc_desktop.gui.shell import Shell
from qc_desktop.services import preferences
from tests.gui.real import rest
from tests.samples import Year

from .conftest import Opened


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


def test_a_seal_of_too_few_pixels_is_said_when_it_is_chosen_or_made_larger(
    opened_section: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    path = str(tmp_path / "seal.png")
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    section.seal._choose()
    field, diameter = section.ui.seal_picture, section.ui.seal_diameter_mm
    assert "113 点/英寸" in field.accessibleDescription()
    assert field.property("tone") != "bad"
    diameter.setText("60")
    diameter.editingFinished.emit()
    assert "至少 237 像素" in field.accessibleDescription()
    assert section._wrong(section.changes)
    picture.fill(Qt.GlobalColor.white)
    picture.save(path)
    assert [one.code for one in check("seal_picture", path)] == ["documents.seal_blank"]
    assert [one.code for one in check("seal_picture", f"{path}.x")] == ["office_form.seal_picture"]


def test_what_is_wrong_from_before_stops_only_what_touches_it(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year, tmp_path: Path
) -> None:
    path = str(tmp_path / "seal.png")
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(path)
    with year.office.writing("settings_change") as work:
        preferences.put(work, {"seal_picture": path, "association_name": "示例{协会"})
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    section.ui.sender_postcode.setText("100001")
    section.save()
    rest(qtbot, shell)
    assert preferences.get(year.office, "sender_postcode") == "100001"
    for name, typed in (("seal_diameter_mm", "50"), ("association_name", "示例{{协会")):
        section.ui.sender_postcode.setText("100002")
        getattr(section.ui, name).setText(typed)
        section.save()
        rest(qtbot, shell)
        assert preferences.get(year.office, "sender_postcode") == "100001"
        section.revert()
    assert section.ui.seal_picture.accessibleDescription()


def test_checks_and_examples() -> None:
    assert check("validity_years", "1") == []
    assert [found.code for found in check("validity_years", "0")] == ["office_form.validity_years"]
    assert [found.code for found in check("verification_prefix", "http://x")] == ["trust.prefix_form"]
    assert example_link("") == ""
    assert example_number("QC-{year}-315-{seq:06}", 2026) == "QC-2026-315-000001"


def test_where_post_comes_from_is_set_here(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    section.ui.sender_address.setText("示例市示例街2号")
    section.ui.sender_postcode.setText("10000")
    section.save()
    assert section.ui.sender_postcode.accessibleDescription()
    section.ui.sender_postcode.setText("１００００１")
    section.save()
    rest(qtbot, shell)
    assert preferences.get(year.office, "sender_address") == "示例市示例街2号"
    assert preferences.get(year.office, "sender_postcode") == "100001"


def test_the_name_of_the_association_in_the_form_claims_nothing_in_the_issuer_line(opened_section: Opened) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    section.ui.issuer_line.setText("浙江省质量认证协会")
    assert section.reasons.words == ["认证"]
    section.ui.association_name.setText("浙江省质量认证协会")
    assert section.reasons.isHidden()


def test_an_issuer_line_that_claims_too_much_is_saved_with_a_reason(
    qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year
) -> None:
    section = opened_section("office")
    assert isinstance(section, OfficeSection)
    section.ui.issuer_line.setText("示例认证中心")
    section.save()
    rest(qtbot, shell)
    assert preferences.get(year.office, "issuer_line") == ""
    QTest.keyClicks(section.reasons.reasons["认证"], "registered name")
    draft = section.typed_for("")
    assert draft is not None
    section.revert()
    assert section.typed_for("") is None
    section.put_over(draft)
    section.save()
    rest(qtbot, shell)
    assert preferences.issuer_line(year.office) == "示例认证中心"
    assert section.bar.isHidden()
    assert section.reasons.reasons["认证"].text() == "registered name"
