"""The list: what it shows, how it is searched, filtered, sorted and reviewed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.listing import Listing
from qc_desktop.services import history
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.samples import add

from .conftest import COMPANIES, IN_REVIEW, Open, Window, commit

Key = Qt.Key


def stage_of(window: Window, company_id: str) -> str:
    return browsing.in_campaign(window.office, window.campaign.id, company_id).stage


def section_of(listing: Listing, column_id: str) -> int:
    return next(place for place, column in enumerate(listing.model.columns) if column.id == column_id)


def press(window: Window, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(window.page.listing.table, key)


def test_chips_count_what_their_filter_leaves(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    shown = {key: button.text() for key, button in listing.chips._buttons.items()}
    assert shown[filters.ALL] == f"全部 {COMPANIES}"
    assert shown[filters.REVIEW] == f"待审核 {IN_REVIEW}"
    assert shown[filters.OUTSIDE] == "未参加 4"
    for key in shown:
        listing.chips.choose(key)
        window.idle()
        assert shown[key].endswith(f" {listing.model.rowCount()}")


def test_pinyin_initials_find_while_one_types(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    first = window.rows()[0]
    QTest.keyClicks(listing.search, first.member_no)
    with window.qtbot.waitSignal(listing.counted):
        QTest.keyClick(listing.search, Key.Key_Return)
    assert listing.model.rowCount() == 1
    assert listing.model.row(0).id == first.id
    QTest.keyClick(listing.search, Key.Key_Down)
    window.idle()
    assert listing.table.chosen_keys == (first.id,)


def test_a_header_sorts_and_turns_round(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    section = section_of(listing, "member_no")
    listing.table.horizontalHeader().sectionClicked.emit(section)
    window.idle()
    numbers = [listing.model.row(place).member_no for place in range(COMPANIES)]
    assert numbers == sorted(numbers)
    listing.table.horizontalHeader().sectionClicked.emit(section)
    window.idle()
    assert [listing.model.row(place).member_no for place in range(COMPANIES)] == numbers[::-1]


def test_a_column_that_cannot_be_sorted_leaves_the_order(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    before = listing.query
    listing.table.horizontalHeader().sectionClicked.emit(section_of(listing, "address"))
    assert listing.query == before


def test_sorting_keeps_the_company_at_hand(opened: Open) -> None:
    window = opened()
    listing, editor = window.page.listing, window.page.editor
    listing.table.selectRow(3)
    window.idle()
    chosen = editor.sheet.id
    listing.table.horizontalHeader().sectionClicked.emit(section_of(listing, "name"))
    window.idle()
    assert listing.table.chosen_keys == (chosen,)
    assert editor.sheet.id == chosen


def test_sorting_keeps_those_chosen_and_the_company_in_the_form(opened: Open) -> None:
    window = opened()
    listing, editor = window.page.listing, window.page.editor
    listing.table.selectRow(3)
    listing.table.selectionModel().select(
        QItemSelection(listing.model.index(0, 0), listing.model.index(1, 0)),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    window.idle()
    chosen, at_form = set(listing.table.chosen_keys), editor.sheet.id
    assert len(chosen) == 3
    for _ in range(2):  # up, then down
        listing.table.horizontalHeader().sectionClicked.emit(section_of(listing, "uscc"))
        window.idle()
        assert set(listing.scope().company_ids(window.office)) == chosen
        assert editor.sheet.id == at_form
    listing.search.setText(editor.title.text())
    listing._ask()
    window.idle()
    assert listing.table.chosen_keys == (at_form,)


def test_the_rows_stay_where_they_are_when_several_are_selected(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.table.choose_place(0)
    window.idle()
    seen = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up):
        QTest.keyClick(listing.table, key, Qt.KeyboardModifier.ShiftModifier)
        window.idle()
        first = listing.table.visualRect(listing.model.index(0, 1)).topLeft()
        seen.append((listing.bar.isVisible(), listing.table.viewport().mapTo(window.shell, first).y()))
    assert [shown for shown, _ in seen] == [True, True, True, False]
    assert len({top for _, top in seen}) == 1
    assert listing.chips.isVisible()
    window.shell.resize(911, 440)  # no room: the bar stands in the filters' place
    window.idle()
    press(window, Key.Key_Home)
    QTest.keyClick(listing.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    window.idle()
    assert listing.bar.geometry().bottom() < listing.table.y()
    assert not listing.chips.isVisible()


def test_what_is_done_before_the_answer_means_whom_one_sees(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.choose_everyone()
    listing.chips.choose(filters.OUTSIDE)  # its answer is under way
    assert len(listing.scope().company_ids(window.office)) == COMPANIES
    window.idle()


def test_f9_approves_and_goes_to_the_next_and_undo_takes_it_back(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips.choose(filters.REVIEW)
    window.idle()
    listing._step_into()
    window.idle()
    first, second = listing.model.row(0).id, listing.model.row(1).id
    press(window, Key.Key_F9)
    window.idle()
    assert stage_of(window, first) == Stage.PLEDGED
    assert stage_of(window, second) == Stage.MATERIAL_REVIEW
    assert listing.table.chosen_keys == (second,)
    assert window.page.editor.sheet.id == second
    window.shell._toast._act()
    window.idle()
    assert stage_of(window, first) == Stage.MATERIAL_REVIEW


def test_two_quick_f9_never_approve_one_unseen(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips.choose(filters.REVIEW)
    window.idle()
    listing._step_into()
    second = listing.model.row(1).id
    press(window, Key.Key_F9, times=2)  # before any answer could come
    window.idle()
    assert stage_of(window, second) == Stage.MATERIAL_REVIEW


def test_f10_asks_for_a_reason_and_returns(opened: Open) -> None:
    window = opened()
    listing, panel = window.page.listing, window.page.reason
    listing.chips.choose(filters.REVIEW)
    window.idle()
    listing._step_into()
    window.idle()
    company = listing.model.row(0).id
    press(window, Key.Key_F10)
    assert panel.isVisible()
    assert panel.reason.hasFocus()
    QTest.keyClick(panel.reason.editor, Key.Key_Down)
    usual = panel.reason.currentText()
    QTest.keyClick(panel.reason.editor, Key.Key_Return)
    window.idle()
    assert not panel.isVisible()
    assert stage_of(window, company) == Stage.RETURNED_FOR_CORRECTION
    window.page.editor.open(company)
    window.idle()
    assert usual
    assert usual in window.page.editor.pledge._reason.text()


def test_a_reason_of_ones_own_is_taken(opened: Open) -> None:
    window = opened()
    listing, panel = window.page.listing, window.page.reason
    listing.chips.choose(filters.REVIEW)
    window.idle()
    listing._step_into()
    company = listing.model.row(0).id
    press(window, Key.Key_F10)
    panel.reason.editor.clear()
    commit(panel.reason.editor, "示例原因")
    QTest.keyClick(panel.reason.editor, Key.Key_Return)
    window.idle()
    window.page.editor.open(company)
    window.idle()
    assert "示例原因" in window.page.editor.pledge._reason.text()


def test_escape_returns_nobody(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips.choose(filters.REVIEW)
    window.idle()
    listing._step_into()
    press(window, Key.Key_F10)
    QTest.keyClick(window.page.reason.reason.editor, Key.Key_Escape)
    window.idle()
    assert not window.page.reason.isVisible()
    assert len(window.rows(stages=(Stage.MATERIAL_REVIEW.value,))) == IN_REVIEW


def test_everyone_of_a_filter_is_approved_in_one_step(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips.choose(filters.REVIEW)
    window.idle()
    listing.choose_everyone()
    assert listing.bar.isVisible()
    assert listing.scope().everyone
    listing.bar.approve.emit()
    window.idle()
    assert window.rows(stages=(Stage.MATERIAL_REVIEW.value,)) == []
    history.undo(window.office)
    assert len(window.rows(stages=(Stage.MATERIAL_REVIEW.value,))) == IN_REVIEW


def test_those_who_cannot_be_approved_are_named(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.choose_everyone()
    listing.bar.approve.emit()
    window.idle()
    assert window.rows(stages=(Stage.MATERIAL_REVIEW.value,)) == []
    assert not window.shell.is_telling  # it was meant for those in review
    listing.choose_everyone()
    press(window, Key.Key_F9)
    window.idle()
    assert "不能直接变为" in window.shell._messages.text


def test_outsiders_are_brought_into_the_year(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips.choose(filters.OUTSIDE)
    window.idle()
    listing.choose_everyone()
    assert not listing.bar._join.isHidden()
    listing.bar.join.emit()
    window.idle()
    assert browsing.count(window.office, CompanyFilter(campaign_id=window.campaign.id, taking_part=False)) == 0


def test_an_office_without_companies_offers_the_import(opened: Open, empty_office: object) -> None:
    window = opened(on=empty_office)
    assert window.page.rooms.currentWidget() is window.page.rooms.empty
    assert not window.page.head.export.isVisible()
    window.page.ways.start_new()
    window.idle()
    assert window.page.editor.company.form.name.hasFocus()
    assert not window.page.editor.pledge.isVisible()  # no year is open


def test_the_model_keeps_qts_rules(opened: Open) -> None:
    window = opened()
    model = window.page.listing.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for key in (filters.REVIEW, filters.OUTSIDE, filters.ALL):
        window.page.listing.chips.choose(key)
        window.idle()
    assert model.rowCount() == COMPANIES


def test_other_pages_open_a_filter_or_the_import_by_its_key(opened: Open) -> None:
    window = opened()
    window.page.listing.search.setText("xyz")
    window.shell.go("companies", filters.OUTSIDE)
    window.idle()
    assert window.page.listing.chips.current == filters.OUTSIDE
    assert window.page.listing.model.rowCount() == 4
    window.shell.go("companies", "import")
    assert window.page.rooms.currentWidget() is window.page.rooms.importing


def test_a_filter_of_the_year_is_chosen_once_the_year_is_known(opened: Open) -> None:
    window = opened(start="home")
    window.shell.go("companies", filters.REVIEW)
    window.idle()
    assert window.page.listing.chips.current == filters.REVIEW
    assert window.page.listing.model.rowCount() == IN_REVIEW


def test_the_form_shows_the_company_that_is_marked(opened: Open) -> None:
    """Two searches with one hit each: the form follows the second although the marked place is the same."""
    window = opened()
    first, second = (row.name for row in window.rows()[:2])
    for name in (first, second):
        window.page.listing.search.setText(name)
        window.page.listing._ask()
        window.idle()
        assert window.page.listing.model.rowCount() == 1
        if name == first:
            window.page.listing.table.selectRow(0)
        window.idle()
        assert window.page.editor.title.text() == name


def test_f9_means_the_company_that_is_shown(opened: Open) -> None:
    window = opened()
    pending = [row.name for row in window.rows(stages=("material_review",))][:2]
    for name in pending:
        window.page.listing.search.setText(name)
        window.page.listing._ask()
        window.idle()
        if name == pending[0]:
            window.page.listing.table.selectRow(0)
            window.idle()
    window.page.review.with_scope(window.page.review.approve)
    window.idle()
    shown = window.page.editor.title.text()
    approved = [row.name for row in window.rows(stages=("pledged",))]
    assert shown == pending[1]
    assert pending[1] in approved
    assert pending[0] not in approved


def test_one_button_stands_out_whether_the_form_is_beside_the_list_or_not(opened: Open) -> None:
    window = opened()
    for width in (1366, 911):
        window.shell.resize(width, 728)
        window.idle()
        shown = [made for made in window.page.findChildren(QPushButton) if made.isVisible()]
        assert sum(made.property("kind") == "primary" for made in shown) == 1, width


def test_a_company_opened_from_anywhere_is_marked_in_the_list_however_far_down(opened: Open) -> None:
    window = opened()
    office = window.office
    for place in range(150):  # more than a page of the list
        add(office, f"示例又一{place:03}有限公司")
    last = add(office, "示例最末有限公司")
    listing = window.page.listing
    window.page.refresh()
    window.idle()
    place = browsing.place(office, listing.query.wanted, last.id, "name", listing.query.descending)
    assert listing.model.place_of(last.id) is None
    window.shell.go("companies", last.id)
    window.idle()
    assert listing.table.chosen_ranges == ((place, place + 1),)
    assert listing.table.chosen_keys == (last.id,)
    assert window.page.editor.sheet.id == last.id
    assert not listing.table.visualRect(listing.model.index(place, 1)).isEmpty()


def test_a_list_that_is_older_than_the_answer_marks_nobody_else(opened: Open) -> None:
    window = opened()
    listing, editor = window.page.listing, window.page.editor
    early = add(window.office, "示例阿有限公司")  # the list does not know it yet
    told: list[str] = []
    listing.chosen.connect(told.append)
    listing.seek(early.id)
    editor.open(early.id)
    window.idle()
    assert (told, editor.sheet.id) == ([], early.id)
    window.page.refresh()
    window.idle()
    assert (told, editor.sheet.id, listing.table.chosen_keys) == ([], early.id, (early.id,))


def test_one_that_the_filter_leaves_out_is_marked_as_soon_as_it_is_shown(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    outside = browsing.page(window.office, CompanyFilter(campaign_id=window.campaign.id, taking_part=False))[0]
    listing.chips.choose(filters.REVIEW)
    window.idle()
    window.shell.go("companies", outside.id)
    window.idle()
    assert listing.table.chosen_keys == ()
    assert browsing.place(window.office, listing.query.wanted, outside.id) is None
    listing.chips.choose(filters.OUTSIDE)
    window.idle()
    assert listing.table.chosen_keys == (outside.id,)


def test_a_verdict_on_many_is_offered_for_those_it_fits(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.choose_everyone()
    window.idle()
    assert listing.scope().count == COMPANIES
    bar = listing.bar
    assert (bar._approve.text(), bar._send_back.text()) == (
        f"审核通过 {IN_REVIEW} 家（F9）",
        f"退回补正 {IN_REVIEW} 家（F10）",
    )
    press(window, Key.Key_F9)
    window.idle()
    assert not window.shell.is_telling  # nobody was passed over
    assert history.next_undo(window.office).params["count"] == IN_REVIEW
    listing.choose_everyone()
    window.idle()
    assert bar.isVisible()
    assert bar._approve.isHidden()
    assert bar._send_back.isHidden()


def test_of_some_rows_those_in_review_are_counted(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.table.selectRow(0)
    listing.table.selectionModel().select(
        QItemSelection(listing.model.index(0, 0), listing.model.index(19, 0)),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    window.idle()
    scope = listing.scope()
    assert scope.in_review == scope.count_in_review(window.office) == len(scope.review_ids(window.office))
    assert f" {scope.in_review} " in listing.bar._approve.text()
