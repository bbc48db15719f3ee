"""Every field that can be typed into is a passing one, kept by a draft, or guarded."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.picker import Picker
from qc_desktop.gui.widgets.spared import PASSING, SPARED, kept
from tests.gui.flows.test_input_method import check_composing
from tests.gui.typed.ways import TYPED, Windows, announced, answered, chased, renamed, returned
from tests.gui.views import VIEWS, Ground, opened
from tests.samples import Year

Field = QLineEdit | QPlainTextEdit | QTextEdit


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
    "chased": chased,
    "announced": announced,
    "answered": answered,
    "renamed": renamed,
    "returned": returned,
    "member_forms": _member_forms,
    "contact": _contact,
    "cell": _cell,
    "operator": _operator,
}
"""Fields that are only there while something is asked."""


def at(windows: Windows, year: Year, folder: Path, name: str) -> Ground:
    if name in VIEWS:
        return opened(windows.qtbot, windows, year, folder, name)
    ground = Ground(windows.qtbot, windows(year.office), year, folder)
    MORE[name](ground)
    ground.rest()
    return ground


@pytest.mark.parametrize("view", [*VIEWS, *MORE])
def test_every_field_is_passing_kept_or_guarded_and_knows_input_methods(
    windows: Windows, year: Year, tmp_path: Path, view: str
) -> None:
    shell = at(windows, year, tmp_path, view).shell
    found = fields(shell)
    assert found
    assert unsafe(shell, found) == []
    if view in VIEWS:  # the others are typed into already
        check_composing(windows.qtbot, shell)
    shell.centralWidget().setFocus()  # what is open in a table closes while something can be asked yet
    windows.rest()


def test_a_field_that_only_says_it_is_kept_is_caught(windows: Windows, year: Year) -> None:
    shell = windows(year.office, "help")
    stray = LineEdit(shell.page)
    stray.setAccessibleName("示例")
    kept(stray)
    stray.show()
    assert unsafe(shell, [stray]) == ["示例"]
