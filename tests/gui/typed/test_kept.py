"""What stands in no form but belongs to a record stays with it: elsewhere, in the other language, after a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from qc_desktop.gui.pages.campaign.rolling.view import RollView
from qc_desktop.services import drafts as files
from qc_desktop.services.campaigns import chasing, years
from qc_desktop.services.companies.matching import Outcome
from tests.gui.typed.ways import (
    TYPED,
    Windows,
    announcement,
    chase_remark,
    chase_text,
    desk_remark,
    forms_contact,
    ground_of,
    letter_card,
    new_field,
    new_operator,
    reason_of_ending,
    reason_of_return,
)
from tests.gui.views import Ground
from tests.samples import Year, code


def _again(lead: Callable[[Ground], Any], ground: Ground) -> Any:
    """The same field in another window; nothing is added to the records again."""
    tabs = {chase_text: "chase", chase_remark: "chase", announcement: "standing", reason_of_return: "review"}
    if lead not in tabs:
        return lead(ground)
    ground.shell.go("campaign", tabs[lead])
    ground.rest()
    page = ground.page
    if lead is announcement:
        return page.rooms.standing.steps._announcing.number
    if lead is reason_of_return:
        page.rooms.review.ask_reason()
        return page.rooms.review.reasons.own
    return page.rooms.chase.letter.text if lead is chase_text else page.rooms.chase.letter.remark


KEPT = (
    chase_text,
    chase_remark,
    announcement,
    desk_remark,
    reason_of_return,
    reason_of_ending,
    new_operator,
    new_field,
)


def text_of(field: Any) -> str:
    return str(field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text())


@pytest.mark.parametrize("lead", KEPT)
def test_what_a_record_keeps_is_there_in_the_other_language(
    windows: Windows, year: Year, tmp_path: Path, lead: Callable[[Ground], Any]
) -> None:
    ground = ground_of(windows, year, tmp_path)
    field = lead(ground)
    ground.rest()
    QTest.keyClicks(field, TYPED)
    assert not ground.shell.would_lose
    windows.turn("en")
    ground.shell = windows.shell
    found = _again(lead, ground)
    ground.rest()
    assert TYPED in text_of(found)


@pytest.mark.parametrize("lead", KEPT)
def test_what_a_record_keeps_is_on_the_disk_within_a_moment(
    windows: Windows, year: Year, tmp_path: Path, lead: Callable[[Ground], Any]
) -> None:
    ground = ground_of(windows, year, tmp_path)
    field = lead(ground)
    ground.rest()
    with windows.qtbot.waitSignal(windows.window._drafts.kept, timeout=20_000):
        QTest.keyClicks(field, TYPED)
    (draft,) = files.kept(year.office.profile.drafts)
    assert any(TYPED in text for text in draft.values["values"].values())
    windows(year.office)  # the first one never closed: as after a crash
    ground.shell = windows.shell
    found = _again(lead, ground)
    ground.rest()
    assert TYPED in text_of(found)


def test_a_letter_is_there_when_one_comes_back_to_its_company(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    letter = letter_card(ground)
    usual = letter.text.toPlainText()
    QTest.keyClicks(letter.text, TYPED)
    QTest.keyClicks(letter.remark, "note")
    table = ground.page.rooms.chase.listing.table
    table.choose_place(1)
    assert TYPED not in letter.text.toPlainText()
    assert letter.remark.text() == ""
    QTest.keyClicks(letter.text, "another")
    table.choose_place(0)
    assert letter.text.toPlainText() == TYPED + usual
    assert letter.remark.text() == "note"
    windows.window._drafts.flush_wanted.emit()
    assert {draft.kind for draft in windows.window._drafts.everything} == {"chase"}
    assert len(windows.window._drafts.everything) == 2
    letter.copy_button.click()
    ground.page.rooms.chase.mark()
    ground.rest()
    assert len(windows.window._drafts.everything) == 2


def test_a_letter_that_was_copied_is_no_draft_any_more(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    letter = letter_card(ground)
    QTest.keyClicks(letter.text, TYPED)
    windows.window._drafts.flush_wanted.emit()
    assert windows.window._drafts.everything
    letter.copy_button.click()
    ground.rest()
    assert windows.window._drafts.everything == ()
    ground.page.rooms.chase.listing.table.choose_place(0)
    assert TYPED in letter.text.toPlainText()  # to be copied once more


def test_a_remark_stays_until_it_is_noted(
    windows: Windows, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qc_desktop.errors import UserError

    ground = ground_of(windows, year, tmp_path)
    letter = letter_card(ground)
    table = ground.page.rooms.chase.listing.table
    QTest.keyClicks(letter.remark, TYPED)

    def refuse(*_: object) -> int:
        raise UserError("store.busy")

    with monkeypatch.context() as refused:
        refused.setattr(chasing, "mark", refuse)
        letter.mark_button.click()
        ground.rest()
    table.choose_place(0)
    assert letter.remark.text() == TYPED
    letter.mark_button.click()
    ground.rest()
    table.choose_place(0)
    assert letter.remark.text() == ""
    assert windows.window._drafts.everything == ()


def test_after_a_crash_a_letter_is_offered_and_found(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    letter = letter_card(ground)
    ground.page.rooms.chase.listing.table.choose_place(1)
    key = ground.page.rooms.chase.at_hand
    with windows.qtbot.waitSignal(windows.window._drafts.kept, timeout=20_000):
        QTest.keyClicks(letter.text, TYPED)
    shell = windows(year.office)
    assert "催办" in shell._messages.text
    shell._messages._act()
    windows.rest()
    chase = windows.page.rooms.chase
    assert chase.at_hand == key
    assert TYPED in chase.letter.text.toPlainText()
    assert "填写" in chase.letter._kept.text()


def test_rows_that_were_pasted_corrected_and_decided_come_over(windows: Windows, year: Year, tmp_path: Path) -> None:
    """The other language calls pasted rows otherwise; they are the same rows."""
    ground = ground_of(windows, year, tmp_path)
    ground.shell.go("companies", "import")
    panel = ground.page.rooms.importing
    known, bad = f"{year.companies()[0].name}\t{code(81)}", f"示例坏码有限公司\t{code(82)[:-1]}"
    panel.look_at_text(f"企业名称\t统一社会信用代码\n{known}\n{bad}")
    ground.rest()
    fix = panel.preview.fix.model()
    assert fix.setData(fix.index(0, 2), code(82))
    ground.rest()
    panel.preview._decide(Outcome.UPDATED, everyone=True)
    corrected, decided = dict(panel.preview.corrections), dict(panel.preview.decisions)
    assert (len(corrected), list(decided.values())) == (1, [Outcome.UPDATED])
    for lang in ("en", "zh_CN"):
        windows.turn(lang)
        panel = windows.page.rooms.importing
        assert panel.isVisible()
        assert panel.preview.corrections == corrected
        assert panel.preview.decisions == decided
    assert len(windows.window._drafts.everything) == 1


def test_colours_and_text_size_clear_nothing(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    name = forms_contact(ground)
    QTest.keyClicks(name, TYPED)
    letter = letter_card(ground)
    QTest.keyClicks(letter.text, TYPED)
    for command in ("theme", "text_extra_large"):
        ground.shell.run(command)
    ground.rest()
    assert name.text() == TYPED
    assert TYPED in letter.text.toPlainText()
    assert ground.shell.would_lose


def rolled(windows: Windows, year: Year) -> RollView:
    years.open_year(year.office, years.suggestion(year.office, year.office.today.year + 1))
    windows(year.office)
    windows.shell._turn_to(year.office.today.year + 1)
    windows.rest()
    windows.shell.go("campaign", "rolling")
    windows.rest()
    view = windows.page.rooms.rolling
    assert isinstance(view, RollView)
    return view


def test_who_is_left_out_stays_with_the_year(windows: Windows, year: Year) -> None:
    view = rolled(windows, year)
    view.table.choose_place(0)
    view.toggle()
    assert not windows.shell.would_lose
    windows.shell._turn_to(year.office.today.year)
    windows.rest()
    windows.shell._turn_to(year.office.today.year + 1)
    windows.rest()
    assert view._bring.text() == "带入其余企业(&B)"
    windows.turn("en")
    view = windows.page.rooms.rolling
    assert view._bring.text() == "&Bring in the others"
    view.table.choose_place(0)
    view.toggle()
    assert view._bring.text() == "&Bring them all in"
    assert windows.window._drafts.everything == ()
