"""Every field of every page gets on with an input method: nothing acts on what is still being composed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.pages.companies.page import CompaniesPage
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.search_field import PAUSE_MS, SearchField
from tests.gui.real import Real, rest
from tests.samples import Year

PAGE_IDS = pytest.mark.parametrize("page_id", [entry.id for entry in PAGES])


def compose(field: QLineEdit, text: str) -> None:
    """What an input method shows before it is committed."""
    QApplication.sendEvent(field, QInputMethodEvent(text, []))


def commit(field: QLineEdit, text: str) -> None:
    """What it hands over in the end."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def press(field: QLineEdit, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def typed_in(shell: Shell) -> list[QLineEdit]:
    """The fields that a person types text into: not those inside a picker of numbers or days."""
    fields = shell.findChildren(QLineEdit)
    return [field for field in fields if not isinstance(field.parent(), QAbstractSpinBox | QComboBox)]


@pytest.fixture
def shell(real: Real, year: Year, qtbot: QtBot, page_id: str) -> Iterator[Shell]:
    year.issue()
    shown = real(year.office, page_id)
    if isinstance(shown.page, CompaniesPage):
        shown.page.start_import()
        shown.page.start_new()
        rest(qtbot, shown)
    yield shown
    for field in typed_in(shown):
        field.clear()
    rest(qtbot, shown)


@PAGE_IDS
def test_every_field_knows_of_input_methods(shell: Shell) -> None:
    fields = typed_in(shell)
    assert fields
    assert [field.accessibleName() or field for field in fields if not isinstance(field, LineEdit)] == []


@PAGE_IDS
def test_return_confirms_the_composition_and_nothing_else(qtbot: QtBot, shell: Shell) -> None:
    for field in typed_in(shell):
        if field.echoMode() is not QLineEdit.EchoMode.Normal:
            continue  # Qt lets no input method into a hidden passphrase
        heard: list[str] = []
        field.returnPressed.connect(lambda name=field.accessibleName(), heard=heard: heard.append(name))
        compose(field, "shili")
        press(field, Qt.Key.Key_Return)
        press(field, Qt.Key.Key_Enter)
        assert heard == []
        compose(field, "")


@PAGE_IDS
def test_live_search_waits_for_the_commit(qtbot: QtBot, shell: Shell) -> None:
    for field in (found for found in typed_in(shell) if isinstance(found, SearchField)):
        said: list[str] = []
        field.searched.connect(said.append)
        compose(field, "shi")
        compose(field, "shili")
        qtbot.wait(2 * PAUSE_MS)  # longer than the pause after which a search begins
        assert said == []
        with qtbot.waitSignal(field.searched):
            commit(field, "示例")
        assert said == ["示例"]
        rest(qtbot, shell)


@PAGE_IDS
def test_escape_during_composition_leaves_the_text(qtbot: QtBot, shell: Shell) -> None:
    for field in (found for found in typed_in(shell) if isinstance(found, SearchField)):
        commit(field, "示例")
        compose(field, "shi")
        press(field, Qt.Key.Key_Escape)
        compose(field, "")
        assert field.text() == "示例"
        rest(qtbot, shell)
