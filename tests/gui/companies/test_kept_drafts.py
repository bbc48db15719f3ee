"""Several drafts after a crash: each can be reached, at any time, by mouse, keyboard and Ctrl+K."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import drafts as files
from qc_desktop.services.companies import browsing, details
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office

from .conftest import YEAR, Open, Window
from .kept_list import choose, listed

REMARK = "示例备注"
NOON = dt.datetime(YEAR, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def typed(office: Office) -> list[str]:
    """The names of four companies over which something was typed, the newest last."""
    names = []
    for place, company_id in enumerate(browsing.ids(office, CompanyFilter())[:4]):
        name = details.detail(office, company_id).values["name"]
        values = {"company": {"remark": ["", REMARK]}, "pledge": {}, "submit": False, "contacts": None}
        at = NOON + dt.timedelta(minutes=place)
        files.keep(office.profile.drafts, files.Draft("company", company_id, name, values, YEAR, at))
        names.append(name)
    return names


def said(window: Window) -> str:
    return window.shell._messages.text


def wait_until_said(window: Window, name: str) -> None:
    window.qtbot.waitUntil(lambda: name in said(window))


def go_on(window: Window, name: str) -> None:
    window.shell._messages._act()
    wait_until_taken_up(window, name)


def wait_until_taken_up(window: Window, name: str) -> None:
    window.qtbot.waitUntil(lambda: window.page.editor.company.form.name.text() == name)
    window.idle()
    assert window.page.editor.company.form.remark.text() == REMARK


@pytest.mark.parametrize("way", ["save", "discard"])
def test_one_after_the_other_is_offered(
    opened: Open, keeper: Callable[[], DraftKeeper], typed: list[str], way: str
) -> None:
    window = opened(drafts=keeper(), start="home")
    assert "4 份草稿" in said(window)
    for left, name in zip((3, 2, 1, 0), reversed(typed), strict=True):
        assert name in said(window)
        go_on(window, name)
        assert said(window) == ""
        editor = window.page.editor
        editor.save() if way == "save" else editor.bar._act()
        window.idle()
        if left:
            wait_until_said(window, typed[left - 1])
            assert (f"{left} 份草稿" in said(window)) is (left > 1)
    window.qtbot.waitUntil(lambda: window.shell._status.said == "已保存")
    assert said(window) == ""


def test_another_message_is_not_talked_over(opened: Open, keeper: Callable[[], DraftKeeper], typed: list[str]) -> None:
    window = opened(drafts=keeper(), start="home")
    go_on(window, typed[3])
    window.shell.speaker.say(Tone.BAD, "示例故障")
    window.page.editor.save()
    window.idle()
    recovery = window.shell.recovery
    window.qtbot.waitUntil(lambda: recovery._is_due)
    assert said(window) == "示例故障"
    window.shell._messages.clear()
    window.qtbot.waitUntil(lambda: typed[2] in said(window))


def test_the_status_line_lists_all_and_leads_to_each(
    opened: Open, keeper: Callable[[], DraftKeeper], typed: list[str]
) -> None:
    window = opened(drafts=keeper(), start="home")
    lines = [action.text() for action in listed(window)]
    window.shell._kept.hide()
    assert [line.partition("（")[0] for line in lines] == typed[::-1]
    assert all("03-01 " in line for line in lines)
    for name in typed:
        choose(window, name)
        wait_until_taken_up(window, name)


def test_the_keyboard_opens_the_list_and_chooses(
    opened: Open, keeper: Callable[[], DraftKeeper], typed: list[str]
) -> None:
    window = opened(drafts=keeper(), start="home")
    window.shell._status.unsaved.setFocus()
    QTest.keyClick(window.shell._status.unsaved, Qt.Key.Key_Space)
    menu = window.shell._kept
    window.qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: window.shell.whereabouts[0] == "companies")
    window.idle()
    assert window.page.editor.company.form.name.text() == typed[2]
    assert said(window) == ""  # the offer of before is out of date


def test_the_command_opens_it_and_says_where_there_is_nothing(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    window = opened(drafts=keeper(), start="home")
    window.shell.run("unsaved")
    assert window.shell._toast._text.text() == "所有内容都已保存。"
    window.shell.context.drafts.keep(files.Draft("settings_texts", "", "文字", {"values": {}, "base": {}}))
    window.shell.run("unsaved")
    window.qtbot.waitUntil(window.shell._kept.isVisible)
    assert window.shell._kept.actions()[0].text().startswith("设置 · 文字（")
    window.shell._kept.hide()


def test_what_has_no_draft_is_led_to(opened: Open) -> None:
    """Without a folder nothing is kept: the list still leads to what is typed."""
    window = opened(start="companies")
    window.page.ways.start_new()
    window.page.editor.company.form.name.setText("示例松涛仪器有限公司")
    window.shell.go("home")
    (only,) = listed(window)
    window.shell._kept.hide()
    only.trigger()
    assert window.page.editor.isVisible()


def test_a_change_of_many_that_names_nobody_says_how_to_go_on(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    """As earlier versions kept it."""
    draft = files.Draft("bulk", "", "批量修改", {"edits": [["remark", REMARK]]}, at=NOON)
    files.keep(office.profile.drafts, draft)
    window = opened(drafts=keeper(), start="home")
    window.shell._messages._act()
    window.idle()
    assert "填写的内容还在" in said(window)
    window.page.listing.table.selectAll()
    window.page.ways.changing.start()
    assert [line.typed() for line in window.page.rooms.bulk.lines] == [("remark", REMARK)]


def test_discarding_leaves_what_was_typed_on_since(
    opened: Open, keeper: Callable[[], DraftKeeper], typed: list[str]
) -> None:
    drafts = keeper()
    window = opened(drafts=drafts, start="home")
    on = drafts.everything[0]
    drafts.keep(files.Draft(on.kind, on.key, on.title, on.values, on.year))
    window.shell._messages._act_otherwise()
    assert [draft.key for draft in drafts.everything] == [on.key]
