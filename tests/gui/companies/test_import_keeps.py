"""What was corrected and decided in a list outlives another list, a look at its columns, and the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.companies.imports.foot import MAP
from qc_desktop.gui.pages.companies.imports.panel import ImportPanel
from qc_desktop.services import drafts as files
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.office import Office
from tests.samples import code

from .conftest import Open, Window
from .test_fixing import BAD, GOOD, cell, type_into
from .test_import import HEADERS, book, looked_at

BAD_ROW = ["示例坏码有限公司", BAD, "福建省", ""]
NEW_ROW = ["示例好行有限公司", code(990), "", "示例联系人"]
UNKNOWN = [*HEADERS[:3], "示例列"]
Keeper = Callable[[], DraftKeeper]


def pasted(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def corrected(window: Window, panel: ImportPanel) -> ImportPanel:
    type_into(window, panel, cell(panel, 0, "统一社会信用代码"), GOOD)
    return panel


def flushed(window: Window) -> list[files.Draft]:
    """The drafts on the disk, once everything is there."""
    keeper = window.shell.context.drafts
    assert keeper.unkept() is None
    for written in list(keeper._writing.values()):
        written.result(10)
    keeper._pool.submit(lambda: None).result(10)
    QApplication.sendPostedEvents()
    return files.kept(window.office.profile.drafts)


@pytest.mark.parametrize("headers", [HEADERS, UNKNOWN], ids=["known columns", "an unknown column"])
def test_another_list_leaves_the_draft_of_the_one_before(
    opened: Open, keeper: Keeper, tmp_path: Path, headers: list[str]
) -> None:
    window = opened(drafts=keeper())
    first = book(tmp_path / "示例甲.xlsx", [BAD_ROW])
    corrected(window, looked_at(window, first))
    second = book(tmp_path / "示例乙.xlsx", [NEW_ROW], headers)
    panel = looked_at(window, second)
    assert not panel.holds_changes
    (draft,) = flushed(window)
    assert draft.key == str(first)
    panel = looked_at(window, first)
    assert cell(panel, 0, "统一社会信用代码").data() == GOOD
    panel.foot.go.click()
    window.idle()
    assert flushed(window) == []


def test_nothing_of_the_list_before_is_put_into_another_with_unknown_columns(
    opened: Open, keeper: Keeper, tmp_path: Path
) -> None:
    window = opened(drafts=keeper())
    corrected(window, looked_at(window, book(tmp_path / "示例甲.xlsx", [BAD_ROW])))
    other = [["示例另坏有限公司", "123", "", "示例值"]]
    panel = looked_at(window, book(tmp_path / "示例乙.xlsx", other, UNKNOWN))
    assert panel.stack.currentIndex() == MAP
    panel.foot.next.click()
    window.idle()
    assert panel.preview.corrections == {}
    assert cell(panel, 0, "统一社会信用代码").data() == "123"


def test_a_list_that_cannot_be_read_leaves_the_one_at_hand(opened: Open, keeper: Keeper, tmp_path: Path) -> None:
    window = opened(drafts=keeper())
    first = book(tmp_path / "示例甲.xlsx", [BAD_ROW])
    panel = corrected(window, looked_at(window, first))
    broken = tmp_path / "示例坏.xlsx"
    broken.write_text("示例")
    panel.look_at(broken)
    window.idle()
    assert panel.at_hand == str(first)
    assert [draft.key for draft in flushed(window)] == [str(first)]


def test_rows_pasted_later_leave_the_draft_of_those_before(opened: Open, keeper: Keeper) -> None:
    """Both are nameless; the same rows pasted again have their corrections again."""
    window = opened(drafts=keeper())
    texts = [pasted([HEADERS, BAD_ROW]), pasted([HEADERS, ["示例另坏有限公司", BAD, "", ""]])]
    for text in texts:
        QGuiApplication.clipboard().setText(text)
        window.page.ways.paste()
        window.idle()
        panel = window.page.rooms.importing
        assert panel.preview.corrections == {}
        corrected(window, panel)
    assert {draft.values["text"] for draft in flushed(window)} == set(texts)
    for text, name in zip(texts, ("示例坏码有限公司", "示例另坏有限公司"), strict=True):
        panel.look_at_text(text)
        window.idle()
        assert cell(panel, 0, "企业名称").data() == name
        assert cell(panel, 0, "统一社会信用代码").data() == GOOD
    assert len(flushed(window)) == 2


def test_decisions_survive_a_look_at_the_columns(opened: Open, tmp_path: Path) -> None:
    """Of a renamed company, of one that is known by its name, and of a row that another repeats."""
    window = opened()
    known = window.rows()[:2]
    rows = [
        ["示例更名精密机械有限公司", known[0].uscc, "", ""],
        [known[1].name, code(995), "", ""],
        ["示例新来精密机械有限公司", GOOD, "福建省", ""],
        ["示例新来精密机械有限公司", code(996), "福建省", ""],
    ]
    panel = looked_at(window, book(tmp_path / "示例名单.xlsx", rows))
    panel.preview._let_rename(leaves_out=True, everyone=True)
    panel.preview._decide(Outcome.UPDATED, everyone=True)
    decided, importable = dict(panel.preview.decisions), panel.preview.importable()
    assert (decided[2], decided[3], decided[5]) == (Outcome.ERROR, Outcome.UPDATED, Outcome.UPDATED)
    panel.foot.back.click()
    panel.foot.next.click()
    window.idle()
    assert panel.preview.decisions == decided
    assert panel.preview.importable() == importable
    assert panel.foot.go.isEnabled()


def test_a_decision_does_not_survive_where_the_row_means_another_company(opened: Open, tmp_path: Path) -> None:
    window = opened()
    known = window.rows()[:2]
    rows = [["示例更名精密机械有限公司", known[0].uscc, "", ""]]
    path = book(tmp_path / "示例名单.xlsx", rows)
    panel = looked_at(window, path)
    panel.preview._let_rename(leaves_out=True, everyone=True)
    rows[0][1] = known[1].uscc
    book(path, rows)
    panel.foot.back.click()
    panel.foot.next.click()
    window.idle()
    assert panel.preview.decisions == {}
    assert panel.preview.importable() == 1


def doubtful_once_corrected(window: Window, path: Path) -> ImportPanel:
    """A bad row that, its code corrected, has the name of a known company, and is decided."""
    panel = corrected(window, looked_at(window, path))
    panel.preview._decide(Outcome.UPDATED, everyone=True)
    assert panel.preview.decisions == {2: Outcome.UPDATED}
    return panel


def test_a_decision_about_a_corrected_row_is_there_again(
    opened: Open, keeper: Keeper, office: Office, tmp_path: Path
) -> None:
    window = opened(drafts=keeper())
    path = book(tmp_path / "示例名单.xlsx", [[window.rows()[0].name, BAD, "", ""]])
    panel = doubtful_once_corrected(window, path)
    panel.foot.back.click()
    panel.foot.next.click()
    window.idle()
    assert panel.preview.decisions == {2: Outcome.UPDATED}
    (draft,) = flushed(window)
    window.shell.retire()

    again = opened(drafts=keeper(), start="home")
    again.shell.resume(draft)
    again.idle()
    panel = again.page.rooms.importing
    assert panel.preview.decisions == {2: Outcome.UPDATED}
    (after,) = flushed(again)
    assert after.values == draft.values


def test_a_draft_kept_before_the_corrections_were_looked_at_has_the_decision(
    opened: Open, keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window may go at that very moment."""
    window = opened(drafts=keeper())
    path = book(tmp_path / "示例名单.xlsx", [[window.rows()[0].name, BAD, "", ""]])
    doubtful_once_corrected(window, path)
    (draft,) = flushed(window)
    window.shell.retire()
    monkeypatch.setattr(ImportPanel, "_show_mended", lambda *_: None)
    again = opened(drafts=keeper(), start="home")
    again.shell.resume(draft)
    again.idle()
    (after,) = flushed(again)
    assert after.values == draft.values


def test_a_row_decided_otherwise_meanwhile_keeps_the_later_word(opened: Open, tmp_path: Path) -> None:
    window = opened()
    known = window.rows()[0]
    panel = looked_at(window, book(tmp_path / "示例名单.xlsx", [["示例更名精密机械有限公司", known.uscc, "", ""]]))
    preview = panel.preview
    preview.put_back({}, [(2, "示例", Outcome.ERROR)])
    assert preview.decisions == {}
    preview._let_rename(leaves_out=True, everyone=True)
    preview._let_rename(leaves_out=False, everyone=True)
    assert preview.decided == []


def test_a_corrected_cell_is_about_its_row_only(opened: Open, keeper: Keeper, tmp_path: Path) -> None:
    """Another row stands in its place meanwhile, which has no name either: by the draft, and by a second look."""
    window = opened(drafts=keeper())
    path = book(tmp_path / "示例名单.xlsx", [["", code(991), "", ""]])
    panel = looked_at(window, path)
    type_into(window, panel, cell(panel, 0, "企业名称"), "QC")
    book(path, [["", code(992), "", ""]])
    panel.foot.back.click()
    panel.foot.next.click()
    window.idle()
    assert panel.preview.corrections == {}
    panel = looked_at(window, path)
    assert panel.preview.corrections == {}
    assert cell(panel, 0, "企业名称").data() == ""
    book(path, [["", code(991), "", ""]])
    panel = looked_at(window, path)
    assert cell(panel, 0, "企业名称").data() == "QC"


def test_the_draft_of_another_list_is_taken_up_in_its_place(opened: Open, keeper: Keeper, tmp_path: Path) -> None:
    window = opened(drafts=keeper())
    first, second = (book(tmp_path / f"示例{name}.xlsx", [BAD_ROW]) for name in "甲乙")
    corrected(window, looked_at(window, first))
    panel = corrected(window, looked_at(window, second))
    drafts = {draft.key: draft for draft in flushed(window)}
    for path in (first, second):
        window.shell.resume(drafts[str(path)])
        window.idle()
        assert panel.at_hand == str(path)
        assert cell(panel, 0, "统一社会信用代码").data() == GOOD
    assert {draft.key for draft in flushed(window)} == set(drafts)


def test_a_list_with_a_draft_lets_the_window_close(opened: Open, keeper: Keeper, tmp_path: Path) -> None:
    window = opened(drafts=keeper())
    corrected(window, looked_at(window, book(tmp_path / "示例名单.xlsx", [BAD_ROW])))
    assert window.page.is_unsaved
    assert not window.shell.would_lose
    assert window.shell.close()
    assert len(files.kept(window.office.profile.drafts)) == 1
