"""更名 in the preview of an import: a group of its own, with both names, and a way to leave one out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from qc_desktop.gui.pages.companies.imports.model import outcome_words, remarks
from qc_desktop.gui.pages.companies.imports.panel import ImportPanel
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.messages import messages
from qc_desktop.services.companies import browsing, details
from qc_desktop.services.companies.matching import Outcome

from ..real import faults
from .conftest import Open, Window
from .test_import import CODE, book, looked_at


def click(bar: QWidget, words: str) -> None:
    (found,) = [each for each in bar.findChildren(QPushButton) if each.text() == words]
    found.click()


@pytest.fixture
def renaming(opened: Open, tmp_path: Path) -> tuple[Window, ImportPanel, str]:
    """A list in which the first known company has another name; the panel, and what it was called."""
    window = opened()
    known = window.rows()[0]
    rows = [["示例更名精密机械有限公司", known.uscc, "", ""], ["示例新来精密机械有限公司", CODE, "福建省", ""]]
    panel = looked_at(window, book(tmp_path / "示例名单.xlsx", rows))
    return window, panel, known.name


def test_renamed_companies_are_a_group_that_shows_both_names(renaming: tuple[Window, ImportPanel, str]) -> None:
    window, panel, before = renaming
    preview = panel.preview
    assert preview.chips.current == Outcome.RENAMED  # they need a look
    assert [chip.text() for chip in preview.chips._buttons.values()] == ["全部 2", "新增 1", "更名 1"]
    assert preview.model.rowCount() == 1
    row = preview.model.row(0)
    assert row.plan.draft.name == "示例更名精密机械有限公司"
    assert outcome_words(row) == "更名"
    told = remarks(messages("zh_CN"), row)
    assert told[0].startswith(f"原名称“{before}”")  # in sight where the rest is cut
    assert not any(f"{before} → " in more for more in told)
    panel.foot.go.click()
    window.idle()
    (toast,) = window.shell.findChildren(Toast)
    assert "1 家更名，原名称记为曾用名" in toast._text.text()
    found = details.detail(window.office, browsing.resolve(window.office, "示例更名精密机械有限公司"))
    assert [former.name for former in found.former_names] == [before]


def test_a_renamed_company_can_be_left_out_and_taken_after_all(renaming: tuple[Window, ImportPanel, str]) -> None:
    window, panel, before = renaming
    preview = panel.preview
    assert preview.renamed.isVisible()
    assert preview.importable() == 2
    preview.renamed.everyone.setChecked(True)
    click(preview.renamed, "跳过")
    window.idle()
    assert (preview.importable(), preview.left_out()) == (1, 1)
    assert outcome_words(preview.model.row(0)) == "不导入"
    click(preview.renamed, "确认更名")
    window.idle()
    assert preview.importable() == 2
    click(preview.renamed, "跳过")
    window.idle()
    panel.foot.go.click()
    window.idle()
    assert window.rows()[0].name == before
    assert "1 行没有导入" in window.shell._messages.text


def test_the_group_fits(renaming: tuple[Window, ImportPanel, str]) -> None:
    """Remarks may be cut: those of the row at hand stand below in full."""
    window, panel, _ = renaming
    assert panel.preview.renamed.isVisible()
    assert [fault for fault in faults(window.qtbot, window.shell) if "说明" not in fault] == []


def test_a_division_that_changes_is_named_without_its_code(opened: Open, tmp_path: Path) -> None:
    window = opened()
    known = window.rows()[0]
    other = "山东省" if known.province != "山东省" else "福建省"
    panel = looked_at(window, book(tmp_path / "示例名单.xlsx", [[known.name, known.uscc, other, ""]]))
    told = " ".join(remarks(messages("zh_CN"), panel.preview.model.row(0)))
    assert f"→ {other}" in told
    assert "行政区划代码" not in told


def test_a_decision_waits_for_a_row_to_be_chosen(renaming: tuple[Window, ImportPanel, str]) -> None:
    _window, panel, _before = renaming
    preview = panel.preview
    buttons = preview.renamed.findChildren(QPushButton)
    assert len(buttons) == 2
    preview.table.clearSelection()
    assert not any(each.isEnabled() for each in buttons)
    preview.table.choose_place(0)
    assert all(each.isEnabled() for each in buttons)
    assert not any(each.isEnabled() for each in preview.bar.findChildren(QPushButton))  # it is about another kind
    preview.table.clearSelection()
    preview.renamed.everyone.setChecked(True)
    assert all(each.isEnabled() for each in buttons)
