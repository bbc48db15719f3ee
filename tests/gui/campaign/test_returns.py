"""回表: forms made from the card, a folder dropped, differences ticked, brought in and taken back."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.campaign.returns.view import ReturnsView
from qc_desktop.services import history, preferences
from qc_desktop.services.campaigns import years
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.details import CompanyDetail
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.services.returns.making import CONTACT_SETTING
from qc_desktop.services.returns.planning import FormState
from tests.returned import AGREES, fill, forms

from ..real import faults
from .conftest import YEAR, Open, Window


def dropped(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    dropped.kept = data  # type: ignore[attr-defined]
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(QPointF(1, 1), action, data, button, Qt.KeyboardModifier.NoModifier)


def view_of(window: Window) -> ReturnsView:
    return window.page.rooms.returns


@pytest.fixture
def folder(office: Office, tmp_path: Path) -> Path:
    """Returned forms: one with changes and one of them a conflict, one as it was, one repeated, one not a form."""
    campaign = years.campaign(office)
    paths = forms(office, campaign, tmp_path / "发出")
    place = tmp_path / "收回"
    place.mkdir()
    fill(paths[-1], {**AGREES, "hotline": "400-1", "contact_person": "示例来人"}, to=place / "甲.xlsx")
    company = browsing.ids(office, CompanyFilter(campaign_id=campaign.id))[-1]
    known = details.detail(office, company)
    fill(paths[-2], {}, None, to=place / "乙.xlsx")
    fill(paths[-3], to=place / "丙.xlsx")
    fill(paths[-3], to=place / "丙（新）.xlsx")
    (place / "说明.docx").write_bytes(b"no form")
    editing.save(office, _changed(known), company, known.row_version)
    return place


def _changed(known: CompanyDetail) -> CompanyDraft:
    """The company with another hotline than was printed on its form."""
    values = {field.name: known.values[field.name] for field in fields(CompanyDraft) if field.name in known.values}
    return CompanyDraft(**{**values, "member_tier": MemberTier(values["member_tier"]), "hotline": "400-2"})


def read(window: Window, *paths: Path) -> ReturnsView:
    window.page.dropEvent(dropped(*paths))
    window.rest()
    return view_of(window)


def test_forms_are_made_into_a_folder_and_again_only_what_is_missing(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    shown: list[Path] = []
    monkeypatch.setattr(places, "show_folder", shown.append)
    window = opened()
    window.page.tabs.choose("returns")
    window.rest()
    view = view_of(window)
    assert view.make._scope.currentText() == "尚未交承诺的企业 2"
    view.make._contact.setText("示例老师 010-00000000")
    view.make.folder.click()
    window.rest()
    made = tmp_path / "2026年回表"
    assert len(list(made.iterdir())) == 2
    assert preferences.get(window.office, CONTACT_SETTING) == "示例老师 010-00000000"
    window.shell._messages._button.click()
    assert shown == [made]
    view.make._scope.setCurrentIndex(2)
    view.make.folder.click()
    window.rest()
    assert len(list(made.iterdir())) == 20
    assert "原来就有的 2 份没有动" in window.shell._messages.text


def test_all_forms_go_into_one_packed_file(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "回表"), ""))
    window = opened()
    view_of(window).make.packed.click()
    window.rest()
    assert (tmp_path / "回表.zip").stat().st_size > 1000


def test_a_dropped_folder_is_shown_before_anything_is_written(opened: Open, folder: Path) -> None:
    window = opened()
    before = history.next_undo(window.office)
    view = read(window, folder)
    counts = view.preview.plan.counted()
    assert {state.value: count for state, count in counts.items() if count} == {
        "changed": 2,
        "problem": 1,
        "duplicate": 1,
        "unknown": 1,
    }
    assert window.page.tabs.current == "returns"
    assert view.go.text() == "导入 2 份"
    assert history.next_undo(window.office) == before


def test_what_is_said_of_forms_left_out_goes_with_the_undo(opened: Open, folder: Path) -> None:
    window = opened()
    read(window, folder).go.click()
    window.rest()
    assert "3 份" in window.shell._messages.text
    window.shell.undo()
    window.rest()
    assert window.shell._messages.text == ""


def test_a_conflict_waits_for_its_tick_and_is_brought_in_and_taken_back(opened: Open, folder: Path) -> None:
    window = opened()
    view = read(window, folder / "甲.xlsx")
    detail = view.preview.detail
    box = detail._boxes["hotline"]
    assert not box.isChecked()
    assert "请选择" in box.text()
    assert detail._boxes["contact_person"].isChecked()
    window.page.context.speaker.hush()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    window.rest()
    company = view.preview.plan.forms[0].company_id
    view.go.click()
    window.rest()
    assert details.detail(window.office, company).values["hotline"] == "400-1"
    assert not view.is_previewing
    window.shell._toast._button.click()
    window.rest()
    assert details.detail(window.office, company).values["hotline"] == "400-2"


def _conflict_ticked(window: Window, folder: Path) -> ReturnsView:
    view = read(window, folder / "甲.xlsx")
    QTest.keyClick(view.preview.detail._boxes["hotline"], Qt.Key.Key_Space)
    window.rest()
    assert view.preview.holds_decisions
    return view


def test_what_was_ticked_stays_behind_back_and_holds_the_window(opened: Open, folder: Path) -> None:
    window = opened()
    view = _conflict_ticked(window, folder)
    ready = view.preview.ready
    view.back.click()
    assert not view.is_previewing
    assert "勾选会留着" in window.shell._toast._text.text()
    assert window.shell.would_lose
    window.shell._toast._button.click()
    assert view.is_previewing
    assert view.preview.ready == ready
    assert view.preview.detail._boxes["hotline"].isChecked()
    view.back.click()
    window.shell.go("home")
    assert not window.shell.close()
    assert view.preview.isVisible()
    view.go.click()
    window.rest()
    assert not view.preview.holds_decisions


def test_what_was_ticked_stays_while_another_year_is_looked_at(opened: Open, folder: Path) -> None:
    window = opened()
    view = _conflict_ticked(window, folder)
    window.shell._turn_to(YEAR - 1)
    window.rest()
    assert not view.is_previewing
    assert window.page.year == YEAR - 1
    window.shell._toast._button.click()
    window.rest()
    assert window.page.year == YEAR
    assert view.is_previewing
    assert view.preview.detail._boxes["hotline"].isChecked()


def test_with_nothing_ticked_there_is_nothing_to_bring_in(opened: Open, folder: Path) -> None:
    window = opened()
    view = read(window, folder / "甲.xlsx")
    for box in view.preview.detail._boxes.values():
        box.setChecked(False)
    window.rest()
    assert not view.go.isEnabled()
    view.back.click()
    assert not view.bar.isVisible()


def test_personal_data_is_masked_until_asked_for_and_the_asking_is_noted(opened: Open, folder: Path) -> None:
    window = opened()
    view = read(window, folder / "甲.xlsx")
    detail = view.preview.detail

    def told() -> str:
        return "\n".join(label.text() for label in detail.findChildren(QLabel) if label.isVisibleTo(detail))

    assert "示例来人" not in told()
    detail._show.click()
    window.rest()
    assert "示例来人" in told()
    assert history.commands(window.office)[0].name == "contacts_shown"


def test_of_repeated_forms_the_other_can_be_taken(opened: Open, folder: Path) -> None:
    window = opened()
    view = read(window, folder)
    view.preview.chips.choose("duplicate")
    window.rest()
    key = view.preview.detail.key
    assert view.preview.detail._take.isVisible()
    assert not any(box.isEnabled() for box in view.preview.detail.findChildren(QCheckBox))
    view.preview.detail._take.click()
    window.rest()
    assert view.preview.plan.forms[key].state is not FormState.DUPLICATE


def test_what_is_left_out_is_saved_as_a_list(
    opened: Open, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "清单.xlsx"), ""))
    window = opened()
    view = read(window, folder)
    view.save_left.click()
    window.rest()
    assert (tmp_path / "清单.xlsx").exists()


def test_a_folder_dropped_on_the_companies_page_is_read_here(opened: Open, folder: Path) -> None:
    window = opened()
    window.shell.go("companies")
    window.rest()
    window.shell._pages["companies"].dropEvent(dropped(folder))
    window.rest()
    assert window.page.isVisible()
    assert view_of(window).preview.plan is not None


def test_a_folder_without_files_is_refused_in_words(opened: Open, tmp_path: Path) -> None:
    window = opened()
    (tmp_path / "空").mkdir()
    read(window, tmp_path / "空")
    assert "没有文件" in window.shell._messages.text


def test_reading_can_be_stopped(opened: Open, folder: Path) -> None:
    window = opened()
    window.page.dropEvent(dropped(folder))
    view = view_of(window)
    view.progress._stop.click()
    window.rest()
    assert not view.is_working
    assert not view.is_previewing


def test_a_second_folder_takes_the_place_of_the_first(opened: Open, folder: Path) -> None:
    window = opened()
    view = read(window, folder / "甲.xlsx")
    first = view.preview.detail._name.text()
    view.back.click()
    read(window, folder / "丙.xlsx")
    assert view.preview.detail._name.text() not in ("", first)
    assert view.preview.detail.isVisible()


def test_the_keys_go_through_the_forms(opened: Open, folder: Path) -> None:
    window = opened()
    view = read(window, folder)
    view.preview.chips.choose("all")
    window.rest()
    seen = set()
    view.preview.table.choose_place(0)
    for _ in view.preview.plan.forms:
        seen.add(view.preview.detail.key)
        QTest.keyClick(view.preview.table, Qt.Key.Key_Down)
    assert seen == set(range(len(view.preview.plan.forms)))
    QTest.keyClick(view.preview.table, Qt.Key.Key_Return)
    assert not view.preview.table.hasFocus()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("view", ["start", "changed", "problem", "duplicate", "detail"])
def test_every_view_passes_every_check(qtbot: QtBot, opened: Open, folder: Path, lang: str, view: str) -> None:
    window = opened(lang)
    window.page.tabs.choose("returns")
    if view != "start":
        preview = read(window, folder).preview
        preview.chips.choose("changed" if view == "detail" else view)
        window.rest()
        if view == "detail":
            preview._open(preview.detail.key)
    window.rest()
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)
