"""Publishing the roster and writing it to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages import places
from qc_desktop.services import rosters

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
    return window.page.standing.roster._state.text()


def test_a_roster_is_published_and_says_what_changed_since(opened: Open) -> None:
    window = opened()
    card = window.page.standing.roster
    assert roster(window) == "还没有公布，现在有 3 家企业。此时导出会标明“未公布稿”。"
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
    window.page.standing.steps.announce_wanted.emit("2026年第12号", window.office.today)
    window.rest()
    assert card._publish.isVisible()
    assert "增加 4 家：" in card._changes.text()
    card._publish.click()
    card._confirm.click()
    window.rest()
    assert rosters.view(window.office, window.row().id).version == 2


def test_there_is_no_roster_before_the_first_announcement(opened: Open) -> None:
    window = opened()
    window.page.standing.roster.show_roster(None)
    assert "还没有已公告的企业" in roster(window)
    assert not window.page.standing.roster._export.isVisible()


@pytest.mark.parametrize("form", rosters.formats())
def test_a_roster_is_exported_and_the_folder_remembered(
    opened: Open, tmp_path: Path, chosen: dict[str, str], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(places, "show_folder", shown.append)
    window = opened()
    card = window.page.standing.roster
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


def test_formats_of_the_window_are_those_of_the_service(opened: Open) -> None:
    box = opened().page.standing.roster._format
    assert {box.itemData(place) for place in range(box.count())} == set(rosters.formats())


def test_a_folder_that_is_gone_is_refused_with_words(opened: Open, tmp_path: Path, chosen: dict[str, str]) -> None:
    window = opened()
    chosen["answer"] = str(tmp_path / "不在" / "名单.xlsx")
    window.page.standing.roster._export.click()
    window.rest()
    assert "找不到文件夹" in window.shell._messages.text
    assert window.at(Stage.ANNOUNCED) == 3
