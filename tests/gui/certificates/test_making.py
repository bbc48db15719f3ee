"""Files: one or many, checked, stopped, taken up again, withheld."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.gui.models import paged
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.actions import MANY_FILES, ONE_FILE
from qc_desktop.gui.pages.certificates.make_view import ON_STOCK, PACKAGE, MakeView
from qc_desktop.gui.pages.certificates.scopes import scopes
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import print_lists, printing, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.office import Office

from ..real import settle
from .conftest import COMPANIES, Open, Window

N = "QC-2026-315-{:06}".format
ROWS = QItemSelectionModel.SelectionFlag.Rows


def make(window: Window, mode: str, place: Path) -> MakeView:
    """Goes to the files of everything in the list and makes them."""
    if not window.page.rooms.make.isVisible():
        window.page._make_files.click()
        window.rest()
    view = window.page.rooms.make
    view.mode.choose(mode)
    view.place.setText(str(place))
    view.start_button.click()
    window.rest()
    return view


def test_a_folder_is_taken_up_where_it_stopped(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    folder = tmp_path / "证书"
    view = make(window, MANY_FILES, folder)
    files = sorted(folder.iterdir())
    assert len(files) == COMPANIES
    assert files[0].name.startswith("QC-2026-315-000001_示例")
    for lost in files[:2]:
        lost.unlink()
    make(window, MANY_FILES, folder)
    assert view.outcome.bar.text.startswith("已生成 2 张证书：")
    # by the time the same once more is told from the first
    told = r".*10 张原来就有，已跳过。每一页都已检查。\d\d:\d\d:\d\d 完成。"
    assert re.fullmatch(told, view.outcome.bar.text)
    assert sorted(folder.iterdir()) == files


def test_stopping_one_file_leaves_none_and_a_folder_goes_on(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    window.page._make_files.click()
    window.rest()
    view = window.page.rooms.make
    for mode, place, said in ((ONE_FILE, "a.pdf", "没有留下文件"), (MANY_FILES, "证书", "已生成的留在文件夹里")):
        view.mode.choose(mode)
        view.place.setText(str(tmp_path / place))
        view.start_button.click()
        assert not view.start_button.isEnabled()
        view.progress._stop.click()
        window.rest()
        assert said in view.outcome.bar.text
    assert [path.name for path in tmp_path.iterdir() if path.name != "issued"] in ([], ["logs"])
    assert view.start_button.text() == "继续生成"
    assert all(row.printed == 0 for row in window.rows())


def test_withheld_sheets_are_named_with_the_reason(
    opened: Open, issued: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = []

    def verifier(office: Office) -> object:
        def verify(text: str) -> bool:
            bad.append(text) if not bad else None
            return text != bad[0]

        return verify

    monkeypatch.setattr(printing, "_verifier", verifier)
    window = opened(issued)
    view = make(window, ONE_FILE, tmp_path / "证书.pdf")
    assert "已生成 11 张证书" in view.outcome.bar.text
    assert view.outcome.withheld.isVisible()
    assert view.outcome._withheld.text().startswith("QC-2026-315-000001  这一页的二维码不是本会签发的")
    with pypdfium2.PdfDocument(tmp_path / "证书.pdf") as made:
        assert len(made) == COMPANIES - 1


def test_what_was_made_before_can_say_why_again(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    view = make(window, ONE_FILE, tmp_path / "证书.pdf")
    assert view.reason.isVisible()
    assert f"其中 {COMPANIES} 张" in view._why.text()
    view.reason.setText("企业遗失")
    view.mode.choose(MANY_FILES)
    view.content.choose(ON_STOCK)
    make(window, MANY_FILES, tmp_path / "套打")
    assert len(list((tmp_path / "套打").glob("*_套打.pdf"))) == COMPANIES
    assert view.reason.text() == ""
    lines = print_lists.print_log(issued, "QC-2026-315-000001")
    assert [line.reason for line in lines] == ["企业遗失", ""]


def test_in_a_low_window_what_is_said_of_the_files_is_seen(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    window.shell.resize(911, 440)
    window.page._make_files.click()
    window.rest()
    view = window.page.rooms.make
    view.mode.choose(ONE_FILE)
    view.place.setText(str(tmp_path / "证书.pdf"))
    view.start_button.setFocus()
    view.start_button.click()
    assert seen(view.progress._stop)
    window.rest()
    settle(window.qtbot)
    assert seen(view.outcome.bar)
    assert seen(view.start_button)


def seen(part: QWidget) -> bool:
    """Whether all of ``part`` is in sight."""
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def test_the_folder_begun_is_offered_again(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    view = make(window, MANY_FILES, tmp_path / "示例证书")
    view.left.emit()
    window.page._make_files.click()
    window.rest()
    view.mode.choose(MANY_FILES)
    assert Path(view.place.text()) == tmp_path / "示例证书"


def test_skipping_the_check_is_said(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    window.page._make_files.click()
    window.rest()
    window.page.rooms.make.check.setChecked(False)
    view = make(window, ONE_FILE, tmp_path / "证书")
    assert "没有做逐页检查。" in view.outcome.bar.text
    assert (tmp_path / "证书.pdf").exists()


def test_selected_rows_or_the_whole_list(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    window.register.table.selectAll()
    window.register.table.selectionModel().select(
        window.register.model.index(0, 0),
        window.register.table.selectionModel().SelectionFlag.Deselect
        | window.register.table.selectionModel().SelectionFlag.Rows,
    )
    bar = window.register.bar
    assert (bar.isVisible(), bar.said) == (True, f"已选 {COMPANIES - 1} 张")
    bar.findChildren(QPushButton)[0].click()
    window.rest()
    view = window.page.rooms.make
    assert view.scope.isVisible()
    assert len(view.numbers) == COMPANIES - 1
    view.scope.choose("1")
    assert len(view.numbers) == COMPANIES
    window.page.show_register()
    window.register.table.selectRow(0)
    assert bar.isHidden()
    assert view.start_button.text() == "生成 12 页 PDF"
    window.register.table.selectAll()
    assert bar.isVisible()
    window.register.search.setText("没有这样的企业")
    window.register.ask()
    window.rest()
    assert bar.isHidden()


def test_all_that_is_selected_is_meant_though_it_was_never_scrolled_to(
    opened: Open, issued: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (1, 2):
        register.end(issued, N(place), CertificateState.VOID, "示例：印错")
    monkeypatch.setattr(paged, "PAGE", 4)
    window = opened(issued)
    table, model = window.register.table, window.register.model
    table.setMaximumHeight(120)
    model.refresh()
    window.rest()
    table.selectAll()
    assert model.place_of(N(COMPANIES)) is None
    window.page._make_files.click()
    window.rest()
    assert len(window.page.rooms.make.numbers) == COMPANIES - 2
    window.page.show_register()
    window.page._print.click()
    window.rest()
    start = window.page.rooms.start
    assert list(start.numbers) == [N(place) for place in range(3, COMPANIES + 1)]
    assert start.scope._buttons["0"].text() == "选中 12 张中有效的（10）"
    window.page.show_register()
    keys = table.selectionModel()
    keys.select(QItemSelection(model.index(0, 0), model.index(1, 0)), keys.SelectionFlag.ClearAndSelect | ROWS)
    window.page._print.click()
    window.rest()
    assert window.register.isVisible(), "others were offered in the place of those chosen, which are void"
    assert window.shell.findChild(Toast).accessibleName() == "选中的证书都不是有效的。"


def test_one_selected_row_is_offered_before_all_of_the_list(issued: Office) -> None:
    wanted = CertificateFilter(campaign_id=years.campaign(issued).id)
    assert [len(one.numbers) for one in scopes(issued, wanted, [])] == [COMPANIES]
    assert scopes(issued, wanted, [N(4)])[0].numbers == (N(4),)
    register.end(issued, N(4), CertificateState.VOID, "示例：印错")
    assert [len(one.numbers) for one in scopes(issued, wanted, [N(4)])] == [COMPANIES - 1]


def test_one_certificate_from_its_detail(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    window.register.table.selectRow(0)
    window.rest()
    window.register.detail._make.click()
    window.rest()
    view = window.page.rooms.make
    holder = window.rows()[0].holder
    assert Path(view.place.text()).name == f"QC-2026-315-000001_{holder}.pdf"
    view.place.setText(str(tmp_path / "一张.pdf"))
    view.start_button.click()
    window.rest()
    assert window.rows()[0].printed == 1
    view.left.emit()
    window.rest()
    assert window.register.detail.facts._values["printed"].text() == "1 次"


def test_places_are_chosen_and_remembered(
    opened: Open, issued: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "放这里"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "全部"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    shown: list[Path] = []
    monkeypatch.setattr(places, "show_folder", shown.append)
    window = opened(issued)
    window.page._make_files.click()
    window.rest()
    view = window.page.rooms.make
    view._choose()
    assert view.place.text() == str(folder / "全部.pdf")
    view.start_button.click()
    window.rest()
    view.outcome.bar._button.click()
    assert shown == [folder]
    view.left.emit()
    window.page._make_files.click()
    window.rest()
    assert Path(view.place.text()) == folder / "2026年证书.pdf"
    view.mode.choose(MANY_FILES)
    view._choose()
    assert view.place.text() == str(folder)


def test_a_bad_place_is_refused_with_words(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    view = make(window, ONE_FILE, tmp_path / "不在" / "证书.pdf")
    assert "找不到文件夹" in view.outcome.bar.text
    view.place.setText("证书.pdf")
    view.start_button.click()
    assert view._note.text == "请选择文件放在哪里。"
    make(window, MANY_FILES, tmp_path / "不在" / "证书")
    assert "找不到文件夹" in view.outcome.bar.text


def test_a_typed_name_that_is_taken_is_asked_about(opened: Open, issued: Office, tmp_path: Path) -> None:
    (tmp_path / "名单.pdf").touch()
    window = opened(issued)
    view = make(window, ONE_FILE, tmp_path / "名单")
    assert view._note.text == "已经有“名单.pdf”了。再按一次就换掉它。"
    assert (tmp_path / "名单.pdf").stat().st_size == 0
    view.start_button.click()
    window.rest()
    assert (tmp_path / "名单.pdf").stat().st_size > 0
    assert not view._note.text


def test_a_name_that_is_taken_is_not_suggested(tmp_path: Path) -> None:
    (tmp_path / "证书.pdf").touch()
    (tmp_path / "证书 (2).pdf").touch()
    assert places.fresh(tmp_path / "证书.pdf") == tmp_path / "证书 (3).pdf"
    assert places.fresh(tmp_path / "名单.pdf") == tmp_path / "名单.pdf"


def test_a_layout_that_marks_nothing_pre_printed_says_so_beside_the_choice(opened: Open, issued: Office) -> None:
    window = opened(issued)
    window.page._make_files.click()
    window.rest()
    view = window.page.rooms.make
    assert view._about_stock.isVisible()
    assert "套打和完整页面一样" in view._about_stock.text()
    view.mode.choose(PACKAGE)
    assert not view._about_stock.isVisible()
