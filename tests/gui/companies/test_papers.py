"""信函与标签 for everyone who is selected: in one file, who lacks something named, contacts only where asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from qc_desktop.documents import pdfium
from qc_desktop.documents.preview import page_count
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.gui.pages import places
from qc_desktop.gui.papers.panel import PaperPanel
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import history, preferences
from qc_desktop.services.campaigns import pledging
from qc_desktop.services.labels import presets
from tests.samples import add

from .conftest import IN_REVIEW, Open, Window
from .test_many import row_menu


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "文件.pdf"
    monkeypatch.setattr(places, "ask_file", lambda *_: chosen)
    return chosen


def papers(window: Window) -> QMenu:
    return submenu(row_menu(window), "信函与标签")


def submenu(menu: QMenu, title: str) -> QMenu:
    return next(found for found in menu.findChildren(QMenu) if found.title() == title)


def act(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def ask(window: Window, text: str) -> PaperPanel:
    act(papers(window), text)
    window.idle()
    return window.page._browse.papers


def page_text(path: Path) -> str:
    with pdfium.document(path) as opened, pdfium.page_of(opened, 0) as shown:
        found = shown.get_textpage()
        try:
            return "".join(found.get_text_bounded().split())
        finally:
            found.close()


def test_invitations_are_made_for_everyone_selected(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.choose_everyone()
    ask(window, "邀请函").one_file.click()
    window.idle()
    assert page_count(path) >= len(window.rows())


def test_what_is_odd_about_all_papers_is_said_before_they_are_made(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.table.choose_place(0)
    panel = ask(window, "邀请函")
    assert "“回表咨询联系方式”" in panel.told.text()
    assert panel.told.property("tone") == Tone.WARN
    assert panel.one_file.isEnabled()


def test_a_day_that_is_typed_is_looked_at_before_the_field_is_left(opened: Open) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.table.choose_place(0)
    panel = ask(window, "邀请函")
    assert "没有填写通知文号、截止日期、" in panel.told.text()
    panel.until.setFocus()
    QTest.keyClicks(panel.until, "2099-01-01")
    window.qtbot.waitUntil(lambda: "没有填写通知文号、联系人" in panel.told.text())
    assert panel.until.hasFocus()


def test_all_who_get_none_are_listed_on_demand(opened: Open) -> None:
    window = opened()
    bare = [add(window.office, f"示例没有地址{place}有限公司", uscc="").id for place in range(5)]
    window.page.many.papers.ask("envelope_dl", chosen=lambda _: bare)
    window.idle()
    panel = window.page._browse.papers
    assert "另有 2 份" in panel.told.text()
    assert panel.withheld.unfold.text() == "列出全部 5 份"
    panel.withheld.unfold.click()
    assert panel.withheld.lines.hasFocus()
    assert panel.withheld.lines.toPlainText().count("还没有“地址”") == 5
    window.page.many.papers.ask("envelope_dl", chosen=lambda _: bare[:2])
    window.idle()
    assert panel.withheld.isHidden()


def test_a_blank_pledge_letter_needs_nobody(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.table.choose_place(0)
    ask(window, "空白承诺书").one_file.click()
    window.idle()
    assert page_count(path) == 1


def envelopes(window: Window) -> PaperPanel:
    """Envelopes are asked for, for two companies that have an address."""
    found = [add(window.office, f"示例地址{n}有限公司", address="示例路1号", uscc="").id for n in range(2)]
    window.page.many.papers.ask("envelope_dl", chosen=lambda _: found)
    window.idle()
    return window.page._browse.papers


def test_contacts_go_onto_post_only_where_asked_for(opened: Open, path: Path) -> None:
    window = opened()
    panel = envelopes(window)
    assert not panel.contacts.isChecked()
    panel.contacts.setChecked(True)
    window.idle()
    assert not any(row.name == "papers_make" for row in history.commands(window.office, 5))
    panel.one_file.click()
    window.idle()
    assert history.commands(window.office, 1)[0].name == "papers_make"


def test_who_would_get_none_is_named_before_anything_is_made(opened: Open, path: Path) -> None:
    window = opened()
    bare = add(window.office, "示例没有地址有限公司")
    window.page.many.papers.ask("envelope_dl", chosen=lambda _: (bare.id,))
    window.idle()
    panel = window.page._browse.papers
    told = panel.told.text()
    assert "1 份做不了：\n示例没有地址有限公司：还没有“地址”" in told
    assert told.endswith("信封上不会印寄件地址：“设置”的“协会”里还没有填写。")
    assert not path.exists()
    assert not panel.one_file.isEnabled()
    assert not panel.files.isEnabled()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_file_each_goes_into_a_folder_and_never_over_another(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "ask_folder", lambda *_: tmp_path)
    window = opened()
    for made in ("信封 DL", "信封 DL (2)"):
        panel = envelopes(window)
        panel.on_stock.setChecked(True)
        panel.files.click()
        window.idle()
        assert len(list((tmp_path / made).iterdir())) == 2


def test_a_wrong_day_is_said_and_a_right_one_is_printed(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.table.choose_place(0)
    panel = ask(window, "邀请函")
    panel.until.setText("某日")
    panel.one_file.click()
    assert not path.exists()
    assert panel._note.text
    panel.until.setText("2026年4月9日")
    panel.one_file.click()
    window.idle()
    assert "2026年4月9日" in page_text(path)


def test_a_return_offers_its_notices(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.choose_everyone()
    window.page.review.ask_reason(window.page.listing.scope())
    window.page.reason.reason.setCurrentIndex(0)
    window.page.reason._give()
    window.idle()
    window.shell._toast._other.click()
    window.idle()
    panel = window.page._browse.papers
    assert panel.told.text().splitlines()[0] == f"可以制作 {IN_REVIEW} 份。"
    panel.one_file.click()
    window.idle()
    assert page_count(path) == IN_REVIEW


def test_a_returned_company_has_its_notice_at_hand(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    company = window.rows(stages=(Stage.MATERIAL_REVIEW.value,))[0]
    window.page.editor.open(company.id)
    window.idle()
    assert window.page.editor.notice.isHidden()
    pledging.send_back(window.office, [company.participation_id], "承诺书没有加盖公章")
    window.page.editor.open(company.id)
    window.idle()
    window.page.editor.notice.click()
    window.idle()
    panel = window.page._browse.papers
    assert panel.isVisible()
    assert panel.one_file.hasFocus()
    panel.one_file.click()
    window.idle()
    said = page_text(path)
    assert company.name in said
    assert "承诺书没有加盖公章" in said


def test_labels_are_offered_by_sheet(opened: Open, path: Path) -> None:
    window = opened()
    labels = submenu(papers(window), "地址标签")
    assert any("24格" in action.text() for action in labels.actions())


def test_address_labels_begin_where_a_person_says_and_on_a_new_sheet(opened: Open, path: Path) -> None:
    window = opened()
    ids = [add(window.office, f"示例地址{n}有限公司", address="示例路1号", uscc="").id for n in range(2)]
    sheet = presets.preset(window.office, "A4-24")
    window.page.many.papers.ask("address_label", preset=sheet.key, chosen=lambda _: ids)
    window.idle()
    panel = window.page._browse.papers
    assert panel.begins.picture.isVisible()
    assert "从第 1 个开始，共 24 个" in panel.begins.told.text()
    assert not window.page.listing.isVisible()  # low windows have room for one of both
    panel.begins.picture._begin_at(24)
    window.idle()
    assert "从第 24 个开始，共 24 个" in panel.begins.told.text()
    assert "2 张" in panel.told.text()
    panel.one_file.click()
    window.idle()
    assert page_count(path) == 2
    assert presets.memory(window.office, sheet, presets.ADDRESSES) == SheetMemory(2)
    assert presets.memory(window.office, sheet) == SheetMemory()
    assert window.page.listing.isVisible()
    window.page.many.papers.ask("address_label", preset=sheet.key, chosen=lambda _: ids)
    window.idle()
    panel.begins.fresh.click()
    window.idle()
    assert presets.memory(window.office, sheet, presets.ADDRESSES) == SheetMemory()
