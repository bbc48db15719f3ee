"""The fix table: what is wrong in a list is corrected where it stands, and looked at again at once."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLineEdit

from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.companies.imports.panel import ImportPanel
from qc_desktop.services import drafts as files
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.office import Office
from tests.samples import code

from ..real import faults
from .conftest import Open, Window, commit
from .test_import import HEADERS, book, looked_at

BAD, GOOD = "91350100M000100Y4Z", "91350100M000100Y43"


@pytest.fixture
def at_fixing(opened: Open, tmp_path: Path) -> tuple[Window, ImportPanel]:
    """Two bad rows and a good one, the preview at its fix table."""
    rows = [
        ["示例坏码有限公司", BAD, "福建省", ""],
        ["示例好行有限公司", code(990), "", ""],
        ["", code(991), "", ""],
    ]
    window = opened()
    return window, looked_at(window, book(tmp_path / "示例名单.xlsx", rows))


def cell(panel: ImportPanel, row: int, header: str) -> QModelIndex:
    model = panel.preview.fix.model()
    titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    return model.index(row, titles.index(header))


def why(panel: ImportPanel, row: int) -> str:
    """What is said of a row: its reasons below the table, or that it is mended."""
    panel.preview.fix.setCurrentIndex(cell(panel, row, "状态"))
    state = str(cell(panel, row, "状态").data())
    return panel.preview._told.text() if state == "待改正" else state


def type_into(window: Window, panel: ImportPanel, index: QModelIndex, text: str) -> None:
    """As a person does: the first key opens the cell, Return closes it."""
    table = panel.preview.fix
    table.setCurrentIndex(index)
    table.setFocus()
    QTest.keyClick(table, text[0])
    editor = table.findChild(QLineEdit)
    assert editor is not None, "the first key opens the cell"
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: table.state() is not QAbstractItemView.State.EditingState)
    window.idle()


def test_the_preview_opens_at_what_is_wrong(at_fixing: tuple[Window, ImportPanel]) -> None:
    _, panel = at_fixing
    QAbstractItemModelTester(panel.preview.fix.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert panel.preview.chips.current == Outcome.ERROR
    assert panel.preview.fix.isVisible()
    assert panel.preview.table.isHidden()
    model = panel.preview.fix.model()
    assert model.rowCount() == 2
    assert cell(panel, 0, "行").data() == "2"
    assert cell(panel, 0, "统一社会信用代码").data() == BAD
    assert panel.preview.fix.currentIndex() == cell(panel, 0, "统一社会信用代码")
    assert "不会出现" in why(panel, 0)
    assert "联系人" not in [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]


def test_a_corrected_cell_mends_its_row_and_it_is_imported(at_fixing: tuple[Window, ImportPanel]) -> None:
    window, panel = at_fixing
    assert panel.preview.importable() == 1
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), GOOD)
    assert why(panel, 0) == "已改好"
    assert panel.preview.importable() == 2
    assert panel.preview.chips.current == Outcome.ERROR
    type_into(window, panel, cell(panel, 1, "企业名称"), "QC")
    assert panel.preview.importable() == 3
    assert panel.foot.bad_rows.isHidden()
    panel.foot.go.click()
    window.idle()
    assert browsing.find(window.office, GOOD)[0].name == "示例坏码有限公司"
    assert browsing.find(window.office, code(991))[0].name == "QC"


def test_a_correction_may_be_wrong_too_or_make_a_repeat(at_fixing: tuple[Window, ImportPanel]) -> None:
    window, panel = at_fixing
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), "123")
    assert "18" in why(panel, 0)
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), code(990))
    counts = panel._plan.counted()
    assert (counts[Outcome.ERROR], counts[Outcome.DUPLICATE]) == (1, 1)


def test_delete_empties_a_cell_and_the_number_cannot_be_edited(at_fixing: tuple[Window, ImportPanel]) -> None:
    window, panel = at_fixing
    table = panel.preview.fix
    table.setCurrentIndex(cell(panel, 0, "统一社会信用代码"))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    window.idle()
    assert cell(panel, 0, "统一社会信用代码").data() == ""
    assert why(panel, 0) == "已改好"  # a code is optional at import
    assert not cell(panel, 0, "行").flags() & Qt.ItemFlag.ItemIsEditable
    assert not cell(panel, 0, "状态").flags() & Qt.ItemFlag.ItemIsEditable


def test_the_saved_rows_to_mend_have_the_corrections(
    at_fixing: tuple[Window, ImportPanel], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, panel = at_fixing
    target = tmp_path / "待修改.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), "123")
    panel.foot.bad_rows.click()
    window.idle()
    cells = [one for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True) for one in row]
    assert "123" in cells
    assert BAD not in cells


def test_rows_left_out_are_said_and_can_still_be_saved(
    at_fixing: tuple[Window, ImportPanel], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, panel = at_fixing
    target = tmp_path / "待修改.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    panel.foot.go.click()
    window.idle()
    assert "2 行没有导入" in window.shell._messages.text
    window.shell._messages._button.click()
    window.idle()
    assert target.exists()


def test_looking_at_another_list_forgets_the_corrections(at_fixing: tuple[Window, ImportPanel], tmp_path: Path) -> None:
    window, panel = at_fixing
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), GOOD)
    panel = looked_at(window, book(tmp_path / "另一份.xlsx", [["示例坏码有限公司", BAD, "", ""]], HEADERS))
    assert panel.preview.corrections == {}
    assert "不会出现" in why(panel, 0)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_fix_table_passes_every_check(opened: Open, tmp_path: Path, lang: str) -> None:
    window = opened(lang)
    looked_at(window, book(tmp_path / "示例名单.xlsx", [["示例坏码有限公司", BAD, "福建省", ""]]))
    assert faults(window.qtbot, window.shell) == []
    assert QApplication.focusWidget() is not None


def test_corrections_survive_a_look_at_the_columns_and_are_not_lost_by_closing(
    at_fixing: tuple[Window, ImportPanel],
) -> None:
    window, panel = at_fixing
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), GOOD)
    assert window.page.is_unsaved
    panel.foot.back.click()
    panel.foot.next.click()
    window.idle()
    assert panel.preview.importable() == 2
    assert why(panel, 0) == "已改好"
    window.shell.go("home")
    assert not window.shell.close()
    assert window.shell.page.rooms.importing is panel
    assert panel.isVisible()
    panel.foot.go.click()
    window.idle()
    assert not window.shell._pages["companies"].is_unsaved


def test_a_decision_is_about_one_company_only(at_fixing: tuple[Window, ImportPanel]) -> None:
    """Merged into one company, then corrected to be another: that is to be decided anew."""
    window, panel = at_fixing
    known = window.rows()[:2]
    row = panel._plan.rows[0].row
    model = panel.preview.fix.model()
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), code(995))
    model.setData(cell(panel, 0, "企业名称"), known[0].name)
    window.idle()
    panel.preview._decide(Outcome.UPDATED, everyone=True)
    assert panel.preview.decisions.get(row) is Outcome.UPDATED
    model.setData(cell(panel, 0, "企业名称"), known[1].name)
    window.idle()
    assert row not in panel.preview.decisions


def test_return_goes_on_to_the_next_row_and_ctrl_v_pastes(at_fixing: tuple[Window, ImportPanel]) -> None:
    window, panel = at_fixing
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), GOOD)
    assert panel.preview.fix.currentIndex() == cell(panel, 1, "企业名称")
    QGuiApplication.clipboard().setText(" 示例粘贴有限公司 ")
    QTest.keyClick(panel.preview.fix, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window.idle()
    assert cell(panel, 1, "企业名称").data() == "示例粘贴有限公司"
    assert why(panel, 1) == "已改好"


def composed(text: str) -> QInputMethodEvent:
    return QInputMethodEvent(text, [])


def test_an_input_method_opens_a_cell_and_return_confirms_what_it_composes(
    at_fixing: tuple[Window, ImportPanel],
) -> None:
    window, panel = at_fixing
    table = panel.preview.fix
    table.setCurrentIndex(cell(panel, 1, "企业名称"))
    QApplication.sendEvent(table, composed("shili"))
    editor = table.findChild(QLineEdit)
    assert editor is not None, "the first letter of a composition opens the cell"
    assert editor.accessibleName() == "企业名称"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        QTest.keyClick(editor, key)
    window.idle()
    assert table.state() is QAbstractItemView.State.EditingState
    assert panel.preview.corrections == {}
    commit(editor, "示例一行有限公司")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: table.state() is not QAbstractItemView.State.EditingState)
    window.idle()
    assert cell(panel, 1, "企业名称").data() == "示例一行有限公司"


def test_after_reading_a_list_the_focus_is_where_work_goes_on(at_fixing: tuple[Window, ImportPanel]) -> None:
    _, panel = at_fixing
    assert panel.preview.fix.hasFocus()


@pytest.mark.parametrize("pasted", [False, True])
def test_a_corrected_cell_is_there_again_after_a_crash(
    opened: Open, office: Office, tmp_path: Path, qapp: QApplication, pasted: bool
) -> None:
    """The second window knows nothing of the first but what lies in the folder of drafts."""
    rows = [["示例坏码有限公司", BAD, "福建省", ""], ["示例好行有限公司", code(990), "", ""]]
    first = opened(drafts=DraftKeeper(office.profile.drafts))
    if pasted:
        first.page.ways.start_import()
        first.page.rooms.importing.look_at_text("\n".join("\t".join(row) for row in [HEADERS, *rows]))
        first.idle()
        panel = first.page.rooms.importing
    else:
        panel = looked_at(first, book(tmp_path / "示例名单.xlsx", rows))
    type_into(first, panel, cell(panel, 0, "统一社会信用代码"), GOOD)
    keeper = first.shell.context.drafts
    with first.qtbot.waitSignal(keeper.kept):
        keeper.flush_wanted.emit()
    (draft,) = files.kept(office.profile.drafts)
    assert draft.kind == "import"

    again = DraftKeeper(office.profile.drafts)
    second = opened(drafts=again, start="home")
    assert draft.title in second.shell._messages.text
    second.shell.resume(draft)
    second.idle()
    panel = second.page.rooms.importing
    assert cell(panel, 0, "统一社会信用代码").data() == GOOD
    assert panel.preview.importable() == 2
    panel.foot.go.click()
    second.idle()
    assert browsing.find(office, GOOD)[0].name == "示例坏码有限公司"
    second.qtbot.waitUntil(lambda: files.kept(office.profile.drafts) == [])
    for each in (keeper, again):
        each.close()


def test_a_decision_about_a_row_is_there_again_after_a_crash(
    opened: Open, office: Office, tmp_path: Path, qapp: QApplication
) -> None:
    keeper = DraftKeeper(office.profile.drafts)
    first = opened(drafts=keeper)
    rows = [[row.name, code(900 + place), "", ""] for place, row in enumerate(first.rows()[:2])]
    panel = looked_at(first, book(tmp_path / "示例名单.xlsx", rows))
    panel.preview._decide(Outcome.NEW, everyone=True)
    doubtful = sorted(panel.preview.decisions)
    assert doubtful
    with first.qtbot.waitSignal(keeper.kept):
        keeper.flush_wanted.emit()
    (draft,) = files.kept(office.profile.drafts)

    again = DraftKeeper(office.profile.drafts)
    second = opened(drafts=again, start="home")
    second.shell.resume(draft)
    second.idle()
    panel = second.page.rooms.importing
    assert sorted(panel.preview.decisions) == doubtful
    assert set(panel.preview.decisions.values()) == {Outcome.NEW}
    assert panel.holds_changes
    with second.qtbot.waitSignal(again.kept):
        again.flush_wanted.emit()
    panel.preview._decide(None, everyone=True)
    second.qtbot.waitUntil(lambda: files.kept(office.profile.drafts) == [])
    for each in (keeper, again):
        each.close()


def test_a_list_that_was_changed_since_keeps_what_it_says_now(
    opened: Open, office: Office, tmp_path: Path, qapp: QApplication
) -> None:
    path = book(tmp_path / "示例名单.xlsx", [["示例坏码有限公司", "123", "福建省", ""]])
    cells = [[2, 1, BAD, GOOD]]
    files.keep(office.profile.drafts, files.Draft("import", str(path), path.name, {"cells": cells, "text": ""}))
    keeper = DraftKeeper(office.profile.drafts)
    window = opened(drafts=keeper)
    panel = looked_at(window, path)
    assert cell(panel, 0, "统一社会信用代码").data() == "123"
    keeper.close()


def test_no_other_list_is_offered_while_one_stands_corrected(
    opened: Open, office: Office, tmp_path: Path, qapp: QApplication
) -> None:
    """It would put that away; elsewhere both are offered, and the place of the import leads back to its list."""
    other = files.Draft(
        "import", str(tmp_path / "示例旧名单.xlsx"), "示例旧名单.xlsx", {"cells": [[2, 1, "", GOOD]], "text": ""}
    )
    files.keep(office.profile.drafts, other)
    keeper = DraftKeeper(office.profile.drafts)
    window = opened(drafts=keeper)
    path = book(tmp_path / "示例名单.xlsx", [["示例坏码有限公司", BAD, "福建省", ""]])
    panel = looked_at(window, path)
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), GOOD)
    with window.qtbot.waitSignal(keeper.kept):
        keeper.flush_wanted.emit()
    shell = window.shell
    shell.speaker.hush()
    assert shell.whereabouts[:2] == ("companies", f"import:{path}")
    shell.recovery.offer(shell.whereabouts[:2])
    assert shell._messages.text == ""
    shell.recovery.offer(("home", ""))
    assert "2 份草稿" in shell._messages.text
    keeper.close()
