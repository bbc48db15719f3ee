"""Publishing the roster and writing it to files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.roster_columns import USUAL
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.campaign.model import RosterState
from qc_desktop.gui.pages.campaign.roster_card import RosterCard
from qc_desktop.gui.pages.campaign.roster_columns import ColumnList
from qc_desktop.messages import messages
from qc_desktop.services import preferences, rosters

from ..real import faults
from .conftest import Open, Window


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the dialog for a file answers, and what it was asked with."""
    asked = {"answer": ""}

    def answer(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        asked["suggested"] = suggested
        return asked["answer"], kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def roster(window: Window) -> str:
    return window.page.rooms.standing.roster._state.text()


def test_a_roster_is_published_and_says_what_changed_since(opened: Open) -> None:
    window = opened()
    card = window.page.rooms.standing.roster
    assert roster(window) == ("还没有公布，现在有 3 家企业。此时导出会标明“未公布稿”。公布名单以后，可以生成公告文件。")
    card._publish.click()
    assert "3 家" in card._question.text()
    assert "3 家还没有证书" in card._question.text()
    window.qtbot.waitUntil(lambda: card._confirm.visibleRegion().boundingRect().height() == card._confirm.height())
    card._keep.click()
    assert card._publish.hasFocus()
    window.rest()
    assert rosters.view(window.office, window.row().id).version == 0
    card._publish.click()
    card._confirm.click()
    window.rest()
    assert rosters.view(window.office, window.row().id).version == 1
    assert roster(window).startswith("第 1 版，")
    assert not card._publish.isVisible()
    window.page.rooms.standing.steps.announce_wanted.emit("2026年第12号", window.office.today)
    window.rest()
    assert card._publish.isVisible()
    assert "增加 4 家：" in card._changes.text()
    card._publish.click()
    card._confirm.click()
    window.rest()
    assert rosters.view(window.office, window.row().id).version == 2


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_an_announcement_is_written_once_the_roster_is_published(
    opened: Open, tmp_path: Path, chosen: dict[str, str], ending: str
) -> None:
    window = opened()
    card = window.page.rooms.standing.roster
    assert not card._announce.isVisible()
    window.page.rooms.standing.steps.announce_wanted.emit("2026年第12号", window.office.today)
    window.rest()
    rosters.publish(window.office, window.row().id)
    window.page.refresh()
    window.rest()
    assert card._announce.isVisible()
    assert faults(window.qtbot, window.shell) == []
    path = tmp_path / f"公告{ending}"
    chosen["answer"] = str(path)
    card._red_head.setChecked(True)
    card._announce.click()
    window.rest()
    assert Path(chosen["suggested"]).name == "2026年公告.docx"
    assert path.stat().st_size > 5000
    assert "名单）已写入" in window.shell._messages.text
    assert preferences.remembered(window.office.profile, "roster_folder") == str(tmp_path)


def test_an_announcement_without_its_number_is_asked_for_in_words(
    opened: Open, tmp_path: Path, chosen: dict[str, str]
) -> None:
    window = opened()
    rosters.publish(window.office, window.row().id)
    chosen["answer"] = str(tmp_path / "a.pdf")
    window.page.rooms.standing.roster.announcement_wanted.emit(False)
    window.rest()
    assert "公告文号还没有填写" in window.shell._messages.text
    assert list(tmp_path.glob("a.pdf*")) == []


def test_there_is_no_roster_before_the_first_announcement(opened: Open) -> None:
    window = opened()
    window.page.rooms.standing.roster.show_roster(None)
    assert "先在上面办理公告，再公布名单" in roster(window)
    assert not window.page.rooms.standing.roster._export.isVisible()


@pytest.mark.parametrize("form", rosters.formats())
def test_a_roster_is_exported_and_the_folder_remembered(
    opened: Open, tmp_path: Path, chosen: dict[str, str], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(places, "show_folder", shown.append)
    window = opened()
    card = window.page.rooms.standing.roster
    card._format.setCurrentIndex(card._format.findData(form))
    chosen["answer"] = str(tmp_path / "示例名单")
    card._export.click()
    window.rest()
    written = tmp_path / f"示例名单.{form}"
    assert written.stat().st_size > 100
    assert str(written) in window.shell._messages.text
    window.shell._messages._button.click()
    assert shown == [tmp_path]
    chosen["answer"] = ""
    card._export.click()
    assert Path(chosen["suggested"]) == tmp_path / f"2026年承诺企业名单.{form}"
    assert not window.shell.context.jobs.is_busy


def test_an_excerpt_of_a_province_is_exported_and_remembered(
    opened: Open, tmp_path: Path, chosen: dict[str, str]
) -> None:
    window = opened()
    card = window.page.rooms.standing.roster
    assert card._province.itemText(0) == "整份名单"
    province = card._province.itemData(1)
    card._province.setCurrentIndex(1)
    chosen["answer"] = str(tmp_path / "示例名单.csv")
    card._format.setCurrentIndex(card._format.findData("csv"))
    card._export.click()
    window.rest()
    assert chosen["suggested"].endswith(f"2026年承诺企业名单（{province}）.csv")
    assert province in (tmp_path / "示例名单.csv").read_text(encoding="utf-8-sig")
    assert preferences.remembered(window.office.profile, "roster_province") == province
    again = RosterCard(messages("zh_CN"), "csv", province)
    window.qtbot.addWidget(again)
    again.show_roster(window.page.sight.roster)
    assert again._province.currentData() == province
    again.show_roster(replace(window.page.sight.roster, provinces=("示例省",)))
    assert again._province.currentData() == ""  # nobody of it is on this one


def test_formats_of_the_window_are_those_of_the_service(opened: Open) -> None:
    box = opened().page.rooms.standing.roster._format
    assert {box.itemData(place) for place in range(box.count())} == set(rosters.formats())


def test_a_folder_that_is_gone_is_refused_with_words(opened: Open, tmp_path: Path, chosen: dict[str, str]) -> None:
    window = opened()
    chosen["answer"] = str(tmp_path / "不在" / "名单.xlsx")
    window.page.rooms.standing.roster._export.click()
    window.rest()
    assert "找不到文件夹" in window.shell._messages.text
    assert window.at(Stage.ANNOUNCED) == 3


def test_columns_are_ticked_and_moved_by_keyboard_and_kept(opened: Open) -> None:
    window = opened()
    card = window.page.rooms.standing.roster
    assert card._columns.text() == "列：序号、企业名称、省份、行业、承诺产品、证书编号"
    card._choose.click()
    columns = card.chooser.columns
    assert columns.hasFocus()
    assert not card._export.isVisible()
    place(columns, "统一社会信用代码（中间隐去）")
    QTest.keyClick(columns, Qt.Key.Key_Space)
    for _ in range(20):
        QTest.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert columns.ticked == (
        "uscc_masked",
        "sequence",
        "company",
        "province",
        "industry",
        "products",
        "certificate_no",
    )
    place(columns, "统一社会信用代码（全部）")
    QTest.keyClick(columns, Qt.Key.Key_Space)
    assert "uscc" in columns.ticked
    assert "uscc_masked" not in columns.ticked
    place(columns, "企业名称")
    QTest.keyClick(columns, Qt.Key.Key_Space)
    assert "company" in columns.ticked
    click(card, "保留这些列")
    window.rest()
    assert card._choose.hasFocus()
    assert preferences.get(window.office, "roster_columns")[-1] == "uscc"
    assert card._columns.text().endswith("证书编号、统一社会信用代码（全部）")
    window.shell.undo()
    window.rest()
    assert card._columns.text() == "列：序号、企业名称、省份、行业、承诺产品、证书编号"


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_chooser_fits_and_says_what_it_is(opened: Open, lang: str) -> None:
    window = opened(lang)
    window.page.rooms.standing.roster.begin_choosing()
    window.rest()
    assert faults(window.qtbot, window.shell) == []


def test_leaving_the_chooser_changes_nothing_and_the_usual_columns_come_back(opened: Open) -> None:
    window = opened()
    preferences.change(window.office, {"roster_columns": "company,website"})
    window.page.refresh()
    window.rest()
    card = window.page.rooms.standing.roster
    card._choose.click()
    click(card, "常用的列")
    assert card.chooser.columns.ticked == USUAL
    click(card, "下移")
    assert card.chooser.columns.ticked[:2] == ("company", "sequence")
    click(card, "取消")
    window.rest()
    assert card._export.isVisible()
    assert preferences.get(window.office, "roster_columns") == ["company", "website"]


def test_a_version_published_without_a_column_says_so_and_can_be_published_again(opened: Open) -> None:
    window = opened()
    made = dt.datetime(2026, 3, 12, tzinfo=dt.UTC)
    state = RosterState(1, made, 3, {"added": [], "removed": [], "changed": []}, 3, 0, ("company", "city"), ("city",))
    card = window.page.rooms.standing.roster
    card.show_roster(state)
    assert card._changes.text() == "这一版公布时没有这些列：城市。再公布一次就能显示。"
    assert card._publish.isVisible()


def place(columns: ColumnList, name: str) -> None:
    """Goes to the row ``name``."""
    (item,) = columns.findItems(name, Qt.MatchFlag.MatchExactly)
    columns.setCurrentItem(item)


def click(card: RosterCard, words: str) -> None:
    """Clicks the button ``words`` of ``card``."""
    (found,) = [each for each in card.findChildren(QAbstractButton) if words in (each.text(), each.accessibleName())]
    found.click()
