"""Changing many companies in the window: set, seen, written, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.bulk import panel as bulk_panel
from qc_desktop.gui.pages.companies.bulk.model import CHANGED, REFUSED
from qc_desktop.gui.pages.companies.bulk.panel import BulkPanel
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.drafts import Draft
from qc_desktop.services.office import Office

from .conftest import COMPANIES, Open, Window

Key = Qt.Key


def begun(window: Window) -> BulkPanel:
    window.page.listing.choose_everyone()
    window.page.listing.bar._edit.click()
    window.idle()
    assert window.page.rooms.bulk.isVisible()
    return window.page.rooms.bulk


def test_many_are_changed_once_what_changes_was_seen(opened: Open) -> None:
    window = opened()
    panel = begun(window)
    assert not panel.go.isVisible()
    assert panel.lines[0].isAncestorOf(panel.focusWidget())
    panel.lines[0]._pickers["member_tier"].choose("vice_president")
    panel.look.click()
    window.idle()
    before = window.rows()
    differ = [row for row in before if row.member_tier != "vice_president"]
    assert panel.model.rowCount() == len(differ)
    assert panel.go.hasFocus()
    first = panel.model.row(0)
    cells = [panel.model.index(0, column).data() for column in range(3)]
    assert cells[0] == first.name
    assert cells[2] == "会员级别：副会长单位"
    assert window.rows() == before
    QTest.keyClick(panel.go, Key.Key_Return)
    window.idle()
    assert {row.member_tier for row in window.rows()} == {"vice_president"}
    assert window.page.listing.isVisible()
    assert window.page.listing.table.hasFocus()
    window.shell._toast._act()
    window.idle()
    assert window.rows() == before


def test_another_value_has_to_be_seen_again(opened: Open) -> None:
    window = opened()
    panel = begun(window)
    panel.lines[0].field.choose("hotline")
    panel.lines[0].text.setText("12315")
    panel.preview()
    window.idle()
    assert panel.go.isVisible()
    panel.lines[0].text.setText("12316")
    assert not panel.go.isVisible()
    assert not panel.table.isVisible()


def test_those_passed_over_are_listed_with_their_reason(opened: Open) -> None:
    window = opened()
    panel = begun(window)
    panel.lines[0].field.choose("city")
    panel.lines[0].text.setText("南通")
    panel.preview()
    window.idle()
    assert panel.chips.offers(REFUSED)
    panel.chips.choose(REFUSED)
    window.idle()
    assert "南通" in panel.model.index(0, 2).data()
    panel.chips.choose(CHANGED)
    window.idle()
    count = panel.model.rowCount()
    assert count + len(panel._plan.refused) + panel._plan.unchanged == COMPANIES


def test_what_cannot_be_is_said_and_the_words_stay(opened: Open) -> None:
    window = opened()
    panel = begun(window)
    panel.lines[0].field.choose("hotline")
    panel.lines[0].text.setText("1" * 61)
    panel.preview()
    window.idle()
    assert "61" in window.shell._messages.text
    assert panel.lines[0].text.text() == "1" * 61
    assert not panel.go.isVisible()


def test_only_those_selected_are_meant(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips.choose(filters.REVIEW)
    window.idle()
    panel = begun(window)
    panel.add_line()
    panel.lines[0].field.choose("website")
    panel.lines[0].text.setText("https://example.cn")
    panel.lines[1].remove.click()
    assert len(panel.lines) == 1
    panel.preview()
    window.idle()
    panel.run()
    window.idle()
    everyone = browsing.page(window.office, CompanyFilter())
    assert sum(row.website == "https://example.cn" for row in everyone) == listing.model.rowCount() < COMPANIES


def test_going_back_writes_nothing(opened: Open) -> None:
    window = opened()
    panel = begun(window)
    panel.lines[0]._pickers["member_tier"].choose("president")
    panel.preview()
    window.idle()
    panel.back.click()
    assert window.page.listing.table.hasFocus()
    assert not any(row.member_tier == "president" for row in window.rows())


def test_a_choice_that_was_not_made_is_asked_for_in_plain_words(opened: Open) -> None:
    window = opened()
    panel = begun(window)
    panel.look.click()
    window.idle()
    assert window.shell._messages.text == "请选择要改成的会员级别。"


def test_a_draft_about_a_field_that_is_offered_no_more_touches_no_other(opened: Open, office: Office) -> None:
    keeper = DraftKeeper(office.profile.drafts)
    keeper.keep(Draft("bulk", "", "", {"edits": [["own:gone", "示例"], ["remark", "示例备注"]]}))
    panel = begun(opened(drafts=keeper))
    assert [line.typed() for line in panel.lines] == [("remark", "示例备注")]
    keeper.close()


def test_its_place_leads_back_to_what_is_typed(opened: Open, keeper: Callable[[], DraftKeeper]) -> None:
    """As where the window is built anew in another language."""
    drafts = keeper()
    window = opened(drafts=drafts)
    begun(window)
    window.page.rooms.bulk.lines[0].put("remark", "示例备注")
    with window.qtbot.waitSignal(drafts.kept):
        drafts.flush_wanted.emit()
    place = window.shell.whereabouts[:2]
    window.shell.retire()
    again = opened(drafts=drafts, start="home")
    again.shell.go(*place)
    again.idle()
    bulk = again.page.rooms.bulk
    assert bulk.isVisible()
    assert [line.typed() for line in bulk.lines] == [("remark", "示例备注")]


def some(window: Window, places: range) -> BulkPanel:
    """Changing those at ``places`` of the list."""
    table = window.page.listing.table
    table.clearSelection()
    for place in places:
        table.selectionModel().select(
            table.model().index(place, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    window.page.ways.changing.start()
    window.idle()
    return window.page.rooms.bulk


def values(panel: BulkPanel) -> list[str]:
    return [value for _, value in (line.typed() for line in panel.lines)]


def meant(panel: BulkPanel) -> int:
    return panel._scope.count if panel._scope else 0


def test_another_selection_has_a_draft_of_its_own(opened: Open, keeper: Callable[[], DraftKeeper]) -> None:
    """What was typed for thirty is theirs: kept, offered, and there again for just them."""
    drafts = keeper()
    window = opened(drafts=drafts)
    panel = begun(window)
    panel.lines[0].put("remark", "示例三十家")
    panel.back.click()
    (for_all,) = drafts.everything
    assert values(some(window, range(2, 5))) == [""]
    panel.back.click()
    assert drafts.everything == (for_all,)

    some(window, range(2, 5)).lines[0].put("remark", "示例三家")
    panel.back.click()
    kept = {len(draft.values["companies"]): draft for draft in drafts.everything}
    assert {count: draft.values["edits"] for count, draft in kept.items()} == {
        COMPANIES: [["remark", "示例三十家"]],
        3: [["remark", "示例三家"]],
    }
    assert kept[COMPANIES].values["companies"] == for_all.values["companies"]

    assert (values(begun(window)), meant(panel)) == (["示例三十家"], COMPANIES)
    window.shell.resume(kept[3])
    window.idle()
    assert (values(panel), meant(panel)) == (["示例三家"], 3)
    panel.preview()
    window.idle()
    panel.run()
    window.idle()
    assert sum(row.remark == "示例三家" for row in browsing.page(window.office, CompanyFilter())) == 3
    (left,) = drafts.everything
    assert left.values["edits"] == [["remark", "示例三十家"]]


def test_what_was_emptied_is_kept_no_more(opened: Open, keeper: Callable[[], DraftKeeper]) -> None:
    drafts = keeper()
    window = opened(drafts=drafts)
    panel = begun(window)
    panel.lines[0].put("remark", "示例备注")
    panel.back.click()
    assert len(drafts.everything) == 1
    begun(window).lines[0].text.clear()
    some(window, range(2))
    assert drafts.everything == ()


def test_what_was_typed_before_the_records_answered_stays(opened: Open, keeper: Callable[[], DraftKeeper]) -> None:
    drafts = keeper()
    window = opened(drafts=drafts)
    panel = begun(window)
    panel.lines[0].put("remark", "示例以前")
    panel.back.click()
    window.page.listing.choose_everyone()
    window.page.ways.changing.start()
    panel.lines[0].put("remark", "示例现在")
    window.idle()
    assert values(panel) == ["示例现在"]
    panel.back.click()
    assert {draft.values["edits"][0][1] for draft in drafts.everything} == {"示例以前", "示例现在"}


def test_too_many_to_be_named_are_told_by_their_number(
    opened: Open, keeper: Callable[[], DraftKeeper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_panel, "REMEMBERED", 4)
    drafts = keeper()
    window = opened(drafts=drafts)
    panel = begun(window)
    panel.lines[0].put("remark", "示例很多家")
    panel.back.click()
    (draft,) = drafts.everything
    assert values(some(window, range(3))) == [""]
    panel.back.click()
    assert values(begun(window)) == ["示例很多家"]
    panel.back.click()
    window.shell.resume(draft)
    window.idle()
    assert "填写的内容还在" in window.shell._messages.text
    assert values(some(window, range(3))) == ["示例很多家"]  # it was said that it goes on with whoever is selected
