"""The import: four steps, decisions, and one way back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.companies.imports.choose import dropped_list
from qc_desktop.gui.pages.companies.imports.foot import MAP, PREVIEW
from qc_desktop.gui.pages.companies.imports.panel import ImportPanel
from qc_desktop.services import history
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.matching import Outcome

from .conftest import COMPANIES, Open, Window

HEADERS = ["企业名称", "统一社会信用代码", "省份", "联系人"]
CODE = "91350100M000100Y43"


def book(path: Path, rows: list[list[str]], headers: list[str] = HEADERS, sheet: str = "名单") -> Path:
    made = openpyxl.Workbook()
    made.active.title = sheet
    for row in [headers, *rows]:
        made.active.append(row)
    made.save(path)
    return path


@pytest.fixture
def mixed(opened: Open, tmp_path: Path) -> tuple[Window, Path]:
    """A list with a new company, a known one, one to decide and a bad row."""
    window = opened()
    known = window.rows()[0]
    rows = [
        ["示例新来精密机械有限公司", CODE, "福建省", "示例甲"],
        [known.name, known.uscc, known.province, "示例联系人"],
        [window.rows()[1].name, "91110000Y00000001B", "", ""],
        ["示例坏码有限公司", "91350100M000100Y4Z", "", ""],
    ]
    return window, book(tmp_path / "示例名单.xlsx", rows)


def looked_at(window: Window, path: Path) -> ImportPanel:
    window.page.ways.start_import()
    window.page.rooms.importing.look_at(path)
    window.idle()
    return window.page.rooms.importing


def test_known_columns_lead_straight_to_the_preview(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    panel = looked_at(window, path)
    assert panel.stack.currentIndex() == PREVIEW
    counts = panel._plan.counted()
    assert counts[Outcome.NEW] == 1
    assert counts[Outcome.ERROR] >= 1
    assert panel.preview.importable() == counts[Outcome.NEW] + counts[Outcome.UPDATED]


def test_a_plain_table_with_an_unknown_column_goes_on_from_the_mapping(opened: Open, tmp_path: Path) -> None:
    window = opened()
    path = tmp_path / "示例名单.csv"
    path.write_bytes(f"企业名称,统一社会信用代码,注册日期\n示例新来有限公司,{CODE},2000-07-18\n".encode("gb18030"))
    panel = looked_at(window, path)
    assert panel.stack.currentIndex() == MAP
    panel.foot.next.click()
    window.idle()
    assert panel.stack.currentIndex() == PREVIEW
    assert panel.preview.importable() == 1


def test_chips_filter_the_rows_and_the_reason_is_shown(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    panel = looked_at(window, path)
    QAbstractItemModelTester(panel.preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.preview.chips.choose(Outcome.ERROR)
    window.idle()
    assert panel.preview.model.rowCount() == panel._plan.counted()[Outcome.ERROR]
    panel.preview.table.selectRow(0)
    assert "信用代码" in panel.preview._told.text()


def test_import_writes_and_undo_takes_it_back(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    panel = looked_at(window, path)
    panel.foot.go.click()
    window.idle()
    assert browsing.find(window.office, CODE)[0].name == "示例新来精密机械有限公司"
    assert window.page.rooms.currentWidget() is window.page.split
    assert "新增 1 家" in window.shell._toast._text.text()
    window.shell._toast._act()
    window.idle()
    assert browsing.find(window.office, CODE) == []


def test_what_came_is_seen_whatever_the_list_was_narrowed_to(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    listing = window.page.listing
    listing.search.setText("没有这样的企业")
    window.qtbot.waitUntil(lambda: listing.is_narrowed)
    panel = looked_at(window, path)
    panel.run()
    window.idle()
    assert not listing.is_narrowed
    assert listing.model.rowCount() == COMPANIES + 1


def test_pledges_are_entered_too_where_asked(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    panel = looked_at(window, path)
    panel.preview.pledges.setChecked(True)
    panel.foot.go.click()
    window.idle()
    company = browsing.find(window.office, CODE)[0]
    assert browsing.in_campaign(window.office, window.campaign.id, company.id).stage == Stage.MATERIAL_REVIEW
    assert history.next_undo(window.office).name == "import"


def test_a_duplicate_can_be_a_separate_company(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    panel = looked_at(window, path)
    before = panel.preview.importable()
    duplicates = panel._plan.counted()[Outcome.DUPLICATE]
    assert duplicates == 1 or panel._plan.counted()[Outcome.ERROR] == 2
    panel.preview._decide(Outcome.NEW, everyone=True)
    window.idle()
    assert panel.preview.importable() == before + duplicates
    panel.preview._decide(None, everyone=True)
    assert panel.preview.importable() == before


def test_unknown_columns_are_asked_about_and_remembered(opened: Open, tmp_path: Path) -> None:
    window = opened()
    headers = ["企业名称", "示例乙列"]
    path = book(tmp_path / "列.xlsx", [["示例未知列有限公司", CODE]], headers)
    panel = looked_at(window, path)
    assert panel.stack.currentIndex() == MAP
    panel.mapping._pickers[0].choose("")
    assert not panel.mapping.is_enough
    assert not panel.foot.next.isEnabled()
    panel.mapping._pickers[0].choose("name")
    panel.mapping._pickers[1].choose("uscc")
    assert panel.mapping.is_enough
    panel.foot.next.click()
    window.idle()
    panel.foot.go.click()
    window.idle()
    assert browsing.find(window.office, CODE)
    again = looked_at(window, path)
    assert again.stack.currentIndex() == PREVIEW


def test_a_field_comes_from_one_column_only(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    panel = looked_at(window, path)
    panel.foot.back.click()
    panel.mapping._pickers[3].choose("uscc")
    assert panel.mapping.mapping()[3] == "uscc"
    assert 1 not in panel.mapping.mapping()


def test_bad_rows_are_saved_with_their_reasons(
    mixed: tuple[Window, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path = mixed
    target = tmp_path / "待修改.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    panel = looked_at(window, path)
    panel.foot.bad_rows.click()
    window.idle()
    cells = [cell for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True) for cell in row]
    assert "示例坏码有限公司" in cells
    assert "示例新来精密机械有限公司" not in cells


def test_cancelling_leaves_nothing(opened: Open, tmp_path: Path) -> None:
    window = opened()
    rows = [[f"示例第{place}号有限公司", "", "福建省", ""] for place in range(600)]
    panel = looked_at(window, book(tmp_path / "长名单.xlsx", rows))
    panel.foot.go.click()
    panel.progress._cancel()
    window.idle()
    assert browsing.count(window.office, CompanyFilter()) == COMPANIES
    assert panel.stack.currentIndex() == PREVIEW


def test_a_file_that_is_no_list_is_refused_in_words(opened: Open, tmp_path: Path) -> None:
    window = opened()
    path = tmp_path / "不是名单.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    panel = looked_at(window, path)
    assert window.shell._messages.text
    assert panel.stack.currentIndex() == 0
    assert panel.stack.isEnabled()


def test_back_leads_to_the_list(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    panel = looked_at(window, path)
    for _ in range(3):
        panel.foot.back.click()
    window.idle()
    assert window.page.rooms.currentWidget() is window.page.split
    assert window.page.head.importing.isVisible()


def test_a_dropped_list_is_looked_at(mixed: tuple[Window, Path]) -> None:
    window, path = mixed
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy, left = QPointF(50, 50), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at.toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window.page, QDropEvent(at, copy, data, left, Qt.KeyboardModifier.NoModifier))
    window.idle()
    assert window.page.rooms.importing.stack.currentIndex() == PREVIEW


@pytest.mark.parametrize("names", [[], ["a.pdf"], ["a.xlsx", "b.csv"]])
def test_what_is_no_single_list_is_not_taken(names: list[str], tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    assert dropped_list(data) is None


@pytest.mark.parametrize("typed", ["名单 2026.3.15", "名单 2026.3.15.xlsx"])
def test_export_keeps_the_name_that_was_typed_and_writes_over_nothing(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    window = opened()
    other = tmp_path / "名单 2026.3.xlsx"
    other.write_bytes(b"another file")
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *args: asked.append(args[2]) or (str(tmp_path / typed), "")
    )
    for _ in range(2):
        window.page.head.export.click()
        window.idle()
    assert other.read_bytes() == b"another file"
    assert (tmp_path / "名单 2026.3.15.xlsx").is_file()
    assert (tmp_path / "名单 2026.3.15 (2).xlsx").is_file() is (typed == "名单 2026.3.15")
    assert Path(asked[0]).is_absolute()
    assert Path(asked[1]).parent == tmp_path, "the folder is remembered"


def test_export_writes_what_the_filter_shows(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    target = tmp_path / "导出"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.page.listing.chips.choose("outside")
    window.idle()
    window.page.head.export.click()
    window.idle()
    sheet = openpyxl.load_workbook(target.with_suffix(".xlsx")).active
    cells = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert len(cells) == 3 + 4
    assert not any("示例联系人" in cell or "13800000000" in cell for row in cells for cell in row)
