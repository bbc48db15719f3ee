"""Typed text outlives the window: kept by itself, found again, shown over what changed meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.pages.companies.aspects.membership.view import MembershipView
from qc_desktop.services import drafts as files
from qc_desktop.services import preferences
from qc_desktop.services.companies import browsing, details, merging
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import fields
from qc_desktop.services.office import Office

from .conftest import YEAR, Open, Window, commit
from .forms import shown, started
from .kept_list import choose

NAME = "示例松涛仪器有限公司"


def kept(window: Window) -> list[files.Draft]:
    return files.kept(window.office.profile.drafts)


def written(window: Window, drafts: DraftKeeper, wait: int = 3000) -> files.Draft:
    with window.qtbot.waitSignal(drafts.kept, timeout=wait) as told:
        pass
    return told.args[0]


def test_what_is_typed_is_kept_without_a_word(opened: Open, keeper: Callable[[], DraftKeeper]) -> None:
    drafts = keeper()
    window = opened(drafts=drafts)
    editor = started(window)
    assert editor._hint.text() == "Ctrl+Enter 保存并新建"
    commit(editor.company.form.name, NAME)
    draft = written(window, drafts)
    assert (draft.kind, draft.key, draft.title, draft.year) == ("company", "", NAME, YEAR)
    assert kept(window) == [draft]
    assert editor._hint.text() == f"草稿已自动保存 {draft.at:%H:%M}"


def test_closing_asks_nothing_and_the_next_window_offers_it(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    window = opened(drafts=keeper())
    editor = started(window)
    commit(editor.company.form.name, NAME)
    editor.contacts._add_by_hand()
    editor.contacts._lines[0].phone.setText("138 0000 0000")
    assert window.shell.close()  # also what was typed within the last second
    (draft,) = kept(window)
    assert draft.values["contacts"] == [["", "138 0000 0000", ""]]


def test_a_recovered_draft_is_offered_and_taken_up(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    typed = {
        "company": {"name": ["", NAME]},
        "pledge": {"products": [[], ["压力表"]]},
        "submit": True,
        "contacts": [["示例", "138 0000 0000", ""]],
    }
    files.keep(office.profile.drafts, files.Draft("company", "", NAME, typed, YEAR))
    window = opened(drafts=keeper(), start="home")
    assert NAME in window.shell._messages.text
    window.shell._messages._act()
    window.idle()
    editor = window.page.editor
    assert editor.company.form.name.text() == NAME
    assert editor.pledge.form.products.toPlainText() == "压力表"
    assert editor.contacts.typed() == (ContactRow("示例", "138 0000 0000", ""),)
    assert window.page.is_unsaved
    editor.save()
    window.idle()
    assert window.rows(text=NAME)[0].name == NAME
    window.qtbot.waitUntil(lambda: kept(window) == [])


def test_discarding_all_can_be_taken_back(opened: Open, keeper: Callable[[], DraftKeeper], office: Office) -> None:
    draft = files.Draft("company", "", NAME, {"company": {}, "pledge": {}, "submit": False, "contacts": None}, YEAR)
    files.keep(office.profile.drafts, draft)
    window = opened(drafts=keeper(), start="home")
    window.shell._messages._act_otherwise()
    window.qtbot.waitUntil(lambda: kept(window) == [])
    window.shell._toast._act()
    window.qtbot.waitUntil(lambda: kept(window) == [draft])


def test_of_a_known_company_only_what_was_changed_is_kept(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    window = opened(drafts=keeper())
    row = window.rows()[0]
    editor = shown(window, row)
    before = editor.company.form.website.text()
    editor.company.form.website.setText("https://example.org/neu")
    window.shell.close()
    (draft,) = kept(window)
    assert (draft.key, draft.title) == (row.id, row.name)
    assert draft.values["company"] == {"website": [before, "https://example.org/neu"]}
    assert draft.values["pledge"] == {}
    assert draft.values["contacts"] is None


def test_a_new_window_shows_a_stale_draft_over_the_present_row(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    row_id = browsing.ids(office, CompanyFilter())[0]
    present = details.detail(office, row_id).values
    typed = {"company": {"website": ["before", "https://example.org/neu"]}, "pledge": {}, "submit": False}
    draft = files.Draft("company", row_id, present["name"], {**typed, "contacts": None}, YEAR)
    files.keep(office.profile.drafts, draft)
    window = opened(drafts=keeper())
    editor = window.page.editor
    window.shell.go("companies", row_id)
    window.idle()
    assert editor.company.form.website.text() == "https://example.org/neu"
    assert editor.company.form.name.text() == present["name"]
    assert "又改过" in editor.bar.text
    editor.bar._act()
    window.idle()
    assert editor.company.form.website.text() == present["website"]
    assert not window.page.is_unsaved
    window.qtbot.waitUntil(lambda: kept(window) == [])


def test_what_was_saved_before_the_crash_is_not_offered_as_a_change(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    row_id = browsing.ids(office, CompanyFilter())[0]
    name = details.detail(office, row_id).values["name"]
    typed = {"company": {"name": ["示例旧名", name]}, "pledge": {}, "submit": False, "contacts": None}
    files.keep(office.profile.drafts, files.Draft("company", row_id, name, typed, YEAR))
    window = opened(drafts=keeper())
    window.shell.go("companies", row_id)
    window.idle()
    assert not window.page.is_unsaved
    assert window.page.editor.bar.text == ""
    window.qtbot.waitUntil(lambda: kept(window) == [])


CHILD = """
import sys
from pathlib import Path
from qc_desktop.app import application, opened
from qc_desktop.gui import drafts
from qc_desktop.paths import Profile

app = application(on_screen=False)
if sys.argv[2] == "broken":
    drafts.PAUSE_MS = 3_600_000
with opened(app, Profile(Path(sys.argv[1])), "zh_CN") as window:
    window.shell.show()
    if sys.argv[2] == "anew":
        window.shell.context.drafts._known.clear()
    window.shell.go("companies", "new")
    window.shell.page.editor.company.form.name.setText(sys.argv[3])
    heard = lambda *_: print("typed", flush=True)
    if sys.argv[2] == "broken":
        window.jobs.query(lambda: None, heard)
    else:
        window.shell.context.drafts.kept.connect(heard)
    app.exec()
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
@pytest.mark.parametrize(("autosave", "found"), [("works", [NAME]), ("broken", [])])
def test_a_killed_window_loses_nothing(office: Office, autosave: str, found: list[str], tmp_path: Path) -> None:
    """A process that gets no chance to do anything; where nothing is saved by itself, nothing is found."""
    root = office.profile.root
    office.close()
    command = [sys.executable, "-c", CHILD, str(root), autosave, NAME]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
        child.send_signal(signal.SIGKILL)
        assert child.wait(10) == -signal.SIGKILL
    assert [draft.title for draft in files.kept(root / "drafts")] == found


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_two_windows_on_one_profile_keep_what_is_typed_in_each(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    """A second process, in which the same empty form is filled in otherwise; both are killed, in effect."""
    other = "示例另一扇窗有限公司"
    root = office.profile.root
    drafts = keeper()
    window = opened(drafts=drafts)
    started(window).company.form.name.setText(NAME)
    with window.qtbot.waitSignal(drafts.kept):
        drafts.flush_wanted.emit()
    command = [sys.executable, "-c", CHILD, str(root), "anew", other]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
        window.page.editor.company.form.short_name.setText("示例简称")
        with window.qtbot.waitSignal(drafts.kept):
            drafts.flush_wanted.emit()
        child.send_signal(signal.SIGKILL)
    assert sorted(draft.title for draft in files.kept(root / "drafts")) == sorted([NAME, other])
    window.shell.retire()
    again = opened(drafts=keeper(), start="home")
    for name in (NAME, other):
        choose(again, name)
        again.idle()
        assert again.page.editor.company.form.name.text() == name
        again.page.editor._discard()
        again.idle()
    again.qtbot.waitUntil(lambda: kept(again) == [])


def test_what_waits_beside_what_is_typed_is_told_of_once_that_is_done(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    company = browsing.ids(office, CompanyFilter())[0]
    for text in ("示例一", "示例二"):
        typed = {"company": {"remark": ["", text]}, "pledge": {}, "submit": False, "contacts": None}
        files.keep(office.profile.drafts, files.Draft("company", company, "示例", typed, YEAR, spot=files.new_spot()))
    window = opened(drafts=keeper())
    window.page.open_item(company)
    window.idle()
    editor = window.page.editor
    first = editor.company.form.remark.text()
    editor.save()
    window.idle()
    assert "别的内容" in editor.bar.text
    assert editor.company.form.remark.text() == first
    editor.bar._act()
    window.idle()
    assert {first, editor.company.form.remark.text()} == {"示例一", "示例二"}
    assert f"备注“{first}”" in editor.bar.text
    editor.save()
    window.idle()
    assert editor.bar.text == ""
    window.qtbot.waitUntil(lambda: kept(window) == [])


def test_a_full_disk_is_said_once(opened: Open, keeper: Callable[[], DraftKeeper], office: Office, jobs: Jobs) -> None:
    drafts = keeper()
    office.profile.drafts.write_text("示例")
    window = opened(drafts=drafts)
    said: list[object] = []
    drafts.refused.connect(said.append)
    editor = started(window)
    for name in (NAME, NAME + "一"):
        editor.company.form.name.setText(name)
        drafts.flush_wanted.emit()
    window.qtbot.waitUntil(lambda: bool(said))
    with window.qtbot.waitSignal(drafts._settled):
        drafts.flush_wanted.emit()
    assert len(said) == 1


def test_a_draft_of_a_company_that_was_merged_is_offered_with_a_word(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    gone, stays = browsing.ids(office, CompanyFilter())[-2:]
    name, other = (details.detail(office, each).values["name"] for each in (gone, stays))
    typed = {"company": {"remark": ["", "示例备注"]}, "pledge": {}, "submit": False, "contacts": None}
    files.keep(office.profile.drafts, files.Draft("company", gone, name, typed, YEAR))
    merging.merge(office, stays, gone)
    window = opened(drafts=keeper())
    window.shell.resume(files.kept(office.profile.drafts)[0])
    window.idle()
    editor = window.page.editor
    assert editor.sheet.id == stays
    assert f"“{name}”已并入“{other}”" in editor.bar.text
    assert editor.company.form.remark.text() == ""
    editor.bar._act()
    assert editor.company.form.remark.text() == "示例备注"
    window.qtbot.waitUntil(lambda: [draft.key for draft in kept(window)] == [stays])


def test_a_damaged_draft_is_told_of_and_put_aside(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    office.profile.drafts.mkdir()
    (office.profile.drafts / "company-x.json").write_bytes(b"\x00\xff{")
    (office.profile.drafts / "company-y.json").write_text("[]")
    window = opened(drafts=keeper())
    window.shell.start("companies")
    assert "2 份草稿" in window.shell._messages.text
    assert "company-x.damaged" in window.shell._messages.text
    assert sorted(path.name for path in office.profile.drafts.iterdir()) == ["company-x.damaged", "company-y.damaged"]


@pytest.mark.parametrize("part", ["terms", "fields", "dues"])
def test_what_is_typed_of_a_membership_is_there_in_the_next_window(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office, part: str
) -> None:
    fields.add(office, "示例字段", FieldKind.TEXT)
    preferences.change(office, {"dues_ledger": "on"})
    drafts = keeper()
    window = opened(drafts=drafts)
    shown_first = membership(window)
    typed = put_in(shown_first, part)
    assert window.page.is_unsaved
    assert not window.page.would_lose
    draft = written(window, drafts)
    assert (draft.kind, draft.key) == ("membership", window.page.editor.sheet.id)
    window.shell.retire()
    again = opened(drafts=keeper())
    assert "会员" in again.shell._messages.text
    again.shell._messages._act()
    again.idle()
    again.idle()
    view = again.page.aspects.view
    assert isinstance(view, MembershipView)
    assert typed(view) == "示例"
    getattr(view, part).save() if part == "fields" else getattr(view, part).close_form()
    again.idle()
    again.qtbot.waitUntil(lambda: kept(again) == [])


def membership(window: Window) -> MembershipView:
    window.page.open_item(browsing.ids(window.office, CompanyFilter())[0])
    window.idle()
    window.page.aspects.go("membership")
    window.idle()
    view = window.page.aspects.view
    assert isinstance(view, MembershipView)
    return view


def put_in(view: MembershipView, part: str) -> Callable[[MembershipView], str]:
    """Types 示例 into one part; gives how to read it there."""
    if part == "fields":
        next(iter(view.fields._inputs.values())).setText("示例")
        return lambda view: next(iter(view.fields._inputs.values())).text()
    form = getattr(view, part)
    form._start_new()
    form.form.ui.remark.setText("示例")
    return lambda view: getattr(view, part).form.ui.remark.text()


def test_what_many_were_to_become_is_there_the_next_time(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    drafts = keeper()
    window = opened(drafts=drafts)
    window.page.listing.table.selectAll()
    window.page.ways.changing.start()
    bulk = window.page.rooms.bulk
    bulk.lines[0].put("remark", "示例很长的备注")
    assert written(window, drafts).kind == "bulk"
    window.shell.retire()
    again = opened(drafts=keeper())
    again.page.listing.table.selectAll()
    again.page.ways.changing.start()
    again.idle()
    assert [line.typed() for line in again.page.rooms.bulk.lines] == [("remark", "示例很长的备注")]
    again.page.rooms.bulk.preview()
    again.idle()
    again.page.rooms.bulk.run()
    again.idle()
    again.qtbot.waitUntil(lambda: kept(again) == [])


def test_what_no_draft_can_keep_holds_the_window(
    opened: Open, keeper: Callable[[], DraftKeeper], office: Office
) -> None:
    """The disk is full, or something lies in the way: closing would lose what is typed."""
    office.profile.drafts.write_text("示例")
    window = opened(drafts=keeper())
    editor = started(window)
    editor.company.form.name.setText(NAME)
    window.shell.go("home")
    assert not window.shell.close()
    assert "保留为草稿" in window.shell._messages.text
    assert window.shell.isVisible()
    assert window.page.editor.company.form.name.text() == NAME
    office.profile.drafts.unlink()
    assert window.shell.close()
    assert [draft.title for draft in kept(window)] == [NAME]
