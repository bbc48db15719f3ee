"""No typed text is lost with the window: each field is a passing one, kept by a draft, or guarded; all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.gui.pages.campaign.rolling.view import RollView
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets import unkept
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.picker import Picker
from qc_desktop.gui.widgets.spared import PASSING, SPARED, kept
from qc_desktop.gui.window import Window
from qc_desktop.services import drafts as files
from qc_desktop.services.campaigns import chasing, stages, years
from qc_desktop.services.members import fields as own_fields
from qc_desktop.services.office import Office
from tests.samples import Year, add, code

from .real import rest
from .views import VIEWS, Ground, opened

TYPED = "zqx"
Field = QLineEdit | QPlainTextEdit | QTextEdit


@dataclass
class Windows:
    """Makes windows whose drafts outlive them, and turns them."""

    qtbot: QtBot
    jobs: Jobs
    language: Language
    made: list[Window]

    def __call__(self, office: Office, page_id: str = "home", lang: str = "zh_CN") -> Shell:
        window = Window(Desk(office), self.jobs, DraftKeeper(office.profile.drafts), self.language, lang)
        self.made.append(window)
        window.shell.resize(1366, 728)
        window.shell.show()
        window.shell.activateWindow()
        self.qtbot.waitUntil(window.shell.isActiveWindow)
        window.shell.go(page_id)
        self.rest()
        return window.shell

    @property
    def window(self) -> Window:
        return self.made[-1]

    @property
    def shell(self) -> Shell:
        return self.window.shell

    @property
    def page(self) -> Any:
        return self.shell.page

    def rest(self) -> None:
        rest(self.qtbot, self.shell)

    def turn(self, lang: str) -> None:
        before = self.shell
        before.speaker.speak(lang)
        self.qtbot.waitUntil(lambda: self.shell is not before)
        self.rest()

    def held(self, lang: str = "en") -> str:
        """What is said where the language may not change."""
        before = self.shell
        before.speaker.hush()
        before.speaker.speak(lang)
        self.qtbot.waitUntil(lambda: bool(before._messages.text))
        assert self.shell is before
        return before._messages.text


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, jobs: Jobs) -> Iterator[Windows]:
    made = Windows(qtbot, jobs, Language(qapp), [])
    yield made
    for window in made.made:
        window.shell.leave()
        window._drafts.close()
        window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.language.use("en")


def fields(shell: QWidget) -> list[Field]:
    """The fields that can be typed into now; of a choice only where it takes words of one's own."""
    found: list[Field] = []
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        found += [field for field in shell.findChildren(kind) if field.isVisible() and field.isEnabled()]
    return [field for field in found if not field.isReadOnly() and _takes_words(field)]


def _takes_words(field: QWidget) -> bool:
    around = field.parent()
    return around.own_words if isinstance(around, Picker) else not isinstance(around, QComboBox | QAbstractSpinBox)


def drafted(keeper: DraftKeeper) -> str:
    keeper.flush_wanted.emit()
    return json.dumps([draft.values for draft in keeper.everything], ensure_ascii=False)


def unsafe(shell: Shell, found: list[Field]) -> list[str]:
    """Those of ``found`` whose text would go with the window without a word."""
    lost = []
    for field in found:
        if field.property(SPARED) == PASSING:
            continue
        assert not shell.would_lose
        before = drafted(shell.context.drafts)
        field.clear()
        field.setFocus()
        QTest.keyClicks(field, TYPED)
        is_kept = drafted(shell.context.drafts) != before
        if not is_kept and not shell.would_lose:
            lost.append(field.accessibleName() or str(field))
        if not is_kept:
            field.clear()
    return lost


def _waiting(ground: Ground, to: Stage = Stage.DRAFT) -> None:
    """Two companies take part and are not announced yet."""
    ground.rest()  # nobody reads while this thread writes
    office = ground.year.office
    ids = [add(office, f"示例待办{place}有限公司", code(60 + place)).id for place in range(2)]
    stages.take_in(office, ground.year.campaign_id, ids)
    stages.bring_forward(office, chasing.ids(office, chasing.ChaseFilter(ground.year.campaign_id)), to)


def _chased(ground: Ground) -> None:
    _waiting(ground)
    ground.shell.go("campaign", "chase")
    ground.rest()


def _announced(ground: Ground) -> None:
    _waiting(ground, Stage.ANNOUNCEMENT_PENDING)
    ground.shell.go("campaign", "standing")
    ground.rest()


def _answered(ground: Ground) -> None:
    ground.shell.go("desk", "QC-2026-315-000001")


def _renamed(ground: Ground) -> None:
    ground.rest()
    own_fields.add(ground.year.office, "示例字段", FieldKind.CHOICE, ("甲", "乙"))
    ground.shell.go("settings", "members")
    ground.rest()
    ground.page.sections["members"].own._rows[0].start()


def _returned(ground: Ground) -> None:
    ground.shell.go("companies")
    ground.rest()
    ground.page.reason.ask(ground.page.listing.scope())


def _member_forms(ground: Ground) -> None:
    ground.shell.go("companies")
    ground.rest()
    VIEWS["membership"].act(ground)
    ground.rest()
    part = ground.page.aspects.view.terms
    part.open_form(None, {})


def _contact(ground: Ground) -> None:
    ground.shell.go("companies", "new")
    ground.rest()
    ground.page.editor.contacts.add.click()


def _cell(ground: Ground) -> None:
    ground.shell.go("companies", "import")
    VIEWS["preview"].act(ground)
    ground.rest()
    table = ground.page.rooms.importing.preview.fix
    table.edit(table.currentIndex())


def _operator(ground: Ground) -> None:
    ground.shell.operator_clicked.emit()


MORE: dict[str, Callable[[Ground], None]] = {
    "chased": _chased,
    "announced": _announced,
    "answered": _answered,
    "renamed": _renamed,
    "returned": _returned,
    "member_forms": _member_forms,
    "contact": _contact,
    "cell": _cell,
    "operator": _operator,
}
"""Fields that are only there while something is asked."""


def at(windows: Windows, year: Year, folder: Path, name: str) -> Ground:
    if name in VIEWS:
        return opened(windows.qtbot, windows, year, folder, name)
    year.issue()
    ground = Ground(windows.qtbot, windows(year.office), year, folder)
    MORE[name](ground)
    ground.rest()
    return ground


@pytest.mark.parametrize("view", [*VIEWS, *MORE])
def test_every_field_is_passing_kept_or_guarded(windows: Windows, year: Year, tmp_path: Path, view: str) -> None:
    shell = at(windows, year, tmp_path, view).shell
    found = fields(shell)
    assert found
    assert unsafe(shell, found) == []
    shell.centralWidget().setFocus()  # what is open in a table closes while something can be asked yet
    windows.rest()


def test_a_field_that_only_says_it_is_kept_is_caught(windows: Windows, year: Year) -> None:
    shell = windows(year.office, "help")
    stray = LineEdit(shell.page)
    stray.setAccessibleName("示例")
    kept(stray)
    stray.show()
    assert unsafe(shell, [stray]) == ["示例"]


def _new_operator(ground: Ground) -> QWidget:
    ground.shell.go("settings", "pc")
    ground.rest()
    return ground.page.sections["pc"].people.name


def _new_field(ground: Ground) -> QWidget:
    ground.shell.go("settings", "members")
    ground.rest()
    return ground.page.sections["members"].own.name


def _field_renamed(ground: Ground) -> QWidget:
    _renamed(ground)
    return ground.page.sections["members"].own._rows[0].name


def _forms_contact(ground: Ground) -> QWidget:
    ground.shell.go("campaign", "returns")
    ground.rest()
    ground.page.returns.make._scope.setCurrentIndex(2)
    return ground.page.returns.make._contact


def _name_of_filter(ground: Ground) -> QWidget:
    ground.shell.go("companies")
    ground.rest()
    VIEWS["naming"].act(ground)
    return ground.page.listing.naming.name


def _own_reason(ground: Ground) -> QWidget:
    _returned(ground)
    return ground.page.reason.reason.editor


def _place_of_files(ground: Ground) -> QWidget:
    ground.shell.go("certificates", "make")
    ground.rest()
    return ground.page.make.place


GUARDED = (
    _field_renamed,
    _forms_contact,
    _name_of_filter,
    _own_reason,
    _place_of_files,
)


def ground_of(windows: Windows, year: Year, folder: Path) -> Ground:
    year.issue()
    return Ground(windows.qtbot, windows(year.office), year, folder)


@pytest.mark.parametrize("lead", GUARDED)
def test_what_nothing_keeps_holds_the_language_and_the_window(
    windows: Windows, year: Year, tmp_path: Path, lead: Callable[[Ground], QWidget]
) -> None:
    ground = ground_of(windows, year, tmp_path)
    field = lead(ground)
    ground.rest()
    field.setFocus()
    QTest.keyClicks(field, TYPED)
    ground.shell.go("home")
    assert "请先保存" in windows.held()
    assert field.isVisible()
    assert field.hasFocus()
    ground.shell.go("help")
    assert not ground.shell.close()
    assert "还没保存" in ground.shell._messages.text
    assert field.hasFocus()
    field.clear()
    assert unkept.first(ground.shell) is None


def test_who_insists_changes_the_language_without_saving(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    QTest.keyClicks(_forms_contact(ground), TYPED)
    windows.held()
    before = ground.shell
    before._messages._button.click()
    windows.qtbot.waitUntil(lambda: windows.shell is not before)
    windows.rest()
    assert windows.shell.windowTitle().startswith("Quality Pledges")
    assert windows.page.returns.make._contact.text() == ""


def test_cancelling_clears(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    for lead in (_field_renamed, _name_of_filter, _own_reason):
        field = lead(ground)
        ground.rest()
        QTest.keyClicks(field, TYPED)
        assert ground.shell.would_lose
        if lead is _field_renamed:
            ground.page.sections["members"].own._rows[0].put_away()
        else:
            QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not ground.shell.would_lose


def test_what_was_used_holds_nothing(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    for lead, press in (
        (_new_operator, lambda: ground.page.sections["pc"].people._add()),
        (_new_field, lambda: ground.page.sections["members"].own.add()),
        (_forms_contact, lambda: ground.page.returns.work.make(tmp_path / "示例回表")),
        (_name_of_filter, lambda: ground.page.listing.naming._give()),
    ):
        field = lead(ground)
        ground.rest()
        QTest.keyClicks(field, TYPED)
        press()
        ground.rest()
        assert unkept.first(ground.shell) is None, lead.__name__
        assert windows.window._drafts.everything == ()


def test_a_name_that_is_refused_is_asked_for_again(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    for _ in range(2):
        field = _name_of_filter(ground)
        ground.rest()
        QTest.keyClicks(field, TYPED)
        ground.page.listing.naming._give()
        ground.rest()
        ground.page.listing.show_saved(None)
        ground.rest()
    assert field.isVisible()
    assert field.text() == TYPED
    assert TYPED in ground.shell._messages.text
    assert ground.shell.would_lose


def test_renaming_a_field_goes_on_while_another_is_added(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    QTest.keyClicks(_field_renamed(ground), TYPED)
    own = ground.page.sections["members"].own
    QTest.keyClicks(own.name, "other")
    own.add()
    ground.rest()
    assert len(own._rows) == 2
    assert own._rows[0].name.text() == TYPED
    assert ground.shell.would_lose
    own._rows[0]._give()
    ground.rest()
    assert own._rows[0].row.name == TYPED
    assert not ground.shell.would_lose


def _chase_text(ground: Ground) -> Any:
    _chased(ground)
    return ground.page.chase.letter.text


def _chase_remark(ground: Ground) -> Any:
    _chased(ground)
    return ground.page.chase.letter.remark


def _announcement(ground: Ground) -> Any:
    _announced(ground)
    return ground.page.standing.steps._announcing.number


def _desk_remark(ground: Ground) -> Any:
    _answered(ground)
    ground.rest()
    return ground.page.results.entry.remark


def _reason_of_return(ground: Ground) -> Any:
    ground.shell.go("campaign", "review")
    ground.rest()
    VIEWS["reasons"].act(ground)
    return ground.page.review.reasons.own


def _reason_of_ending(ground: Ground) -> Any:
    ground.shell.go("certificates")
    ground.rest()
    VIEWS["ending"].act(ground)
    return ground.page.register.detail.ending.reason


def _again(lead: Callable[[Ground], Any], ground: Ground) -> Any:
    """The same field in another window; nothing is added to the records again."""
    tabs = {_chase_text: "chase", _chase_remark: "chase", _announcement: "standing", _reason_of_return: "review"}
    if lead not in tabs:
        return lead(ground)
    ground.shell.go("campaign", tabs[lead])
    ground.rest()
    page = ground.page
    if lead is _announcement:
        return page.standing.steps._announcing.number
    if lead is _reason_of_return:
        page.review.ask_reason()
        return page.review.reasons.own
    return page.chase.letter.text if lead is _chase_text else page.chase.letter.remark


KEPT = (
    _chase_text,
    _chase_remark,
    _announcement,
    _desk_remark,
    _reason_of_return,
    _reason_of_ending,
    _new_operator,
    _new_field,
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
    with windows.qtbot.waitSignal(windows.window._drafts.kept, timeout=5000):
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
    letter = _letter(ground)
    usual = letter.text.toPlainText()
    QTest.keyClicks(letter.text, TYPED)
    QTest.keyClicks(letter.remark, "note")
    table = ground.page.chase.listing.table
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
    ground.page.chase.mark()
    ground.rest()
    assert len(windows.window._drafts.everything) == 2


def _letter(ground: Ground) -> Any:
    _chased(ground)
    return ground.page.chase.letter


def test_a_letter_that_was_copied_is_no_draft_any_more(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    letter = _letter(ground)
    QTest.keyClicks(letter.text, TYPED)
    windows.window._drafts.flush_wanted.emit()
    assert windows.window._drafts.everything
    letter.copy_button.click()
    ground.rest()
    assert windows.window._drafts.everything == ()
    ground.page.chase.listing.table.choose_place(0)
    assert TYPED in letter.text.toPlainText()  # to be copied once more


def test_a_remark_stays_until_it_is_noted(
    windows: Windows, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qc_desktop.errors import UserError

    ground = ground_of(windows, year, tmp_path)
    letter = _letter(ground)
    table = ground.page.chase.listing.table
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
    letter = _letter(ground)
    ground.page.chase.listing.table.choose_place(1)
    key = ground.page.chase.at_hand
    with windows.qtbot.waitSignal(windows.window._drafts.kept, timeout=5000):
        QTest.keyClicks(letter.text, TYPED)
    shell = windows(year.office)
    assert "催办" in shell._messages.text
    shell._messages._act()
    windows.rest()
    chase = windows.page.chase
    assert chase.at_hand == key
    assert TYPED in chase.letter.text.toPlainText()
    assert "填写" in chase.letter._kept.text()


def test_colours_and_text_size_clear_nothing(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    name = _forms_contact(ground)
    QTest.keyClicks(name, TYPED)
    letter = _letter(ground)
    QTest.keyClicks(letter.text, TYPED)
    for command in ("theme", "text_extra_large"):
        ground.shell.run(command)
    ground.rest()
    assert name.text() == TYPED
    assert TYPED in letter.text.toPlainText()
    assert ground.shell.would_lose


def rolled(windows: Windows, year: Year) -> RollView:
    year.issue()
    years.open_year(year.office, years.suggestion(year.office, year.office.today.year + 1))
    windows(year.office)
    windows.shell._turn_to(year.office.today.year + 1)
    windows.rest()
    windows.shell.go("campaign", "rolling")
    windows.rest()
    view = windows.page.rolling
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
    assert view._bring.text() == "带入其余企业"
    windows.turn("en")
    view = windows.page.rolling
    assert view._bring.text() == "Bring in the others"
    view.table.choose_place(0)
    view.toggle()
    assert view._bring.text() == "Bring them all in"
    assert windows.window._drafts.everything == ()


def test_ticks_over_returned_forms_hold_the_window_until_one_goes_back(
    windows: Windows, year: Year, tmp_path: Path
) -> None:
    ground = ground_of(windows, year, tmp_path)
    ground.shell.go("campaign", "returns")
    ground.rest()
    VIEWS["answers"].act(ground)
    ground.rest()
    view = ground.page.returns
    assert not ground.shell.would_lose
    view.preview._tick(0, frozenset())
    ground.shell.go("home")
    windows.held()
    assert ground.shell.page is ground.shell._pages["campaign"]
    assert view.preview.isVisible()
    view.back.click()
    assert not ground.shell.would_lose


def test_decisions_on_an_import_hold_the_window(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    ground.shell.go("companies", "import")
    VIEWS["preview"].act(ground)
    ground.rest()
    panel = ground.page.rooms.importing
    assert not ground.shell.would_lose
    panel.preview.decisions[2] = panel._plan.rows[0].outcome
    ground.shell.go("companies", "new")
    windows.held()
    assert panel.isVisible()
    ground.page.start_import()
    assert panel.preview.decisions
