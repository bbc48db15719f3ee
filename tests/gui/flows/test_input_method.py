"""Every field of every view gets on with an input method: nothing acts on what is still being composed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.first_run.window import FirstRun
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.search_field import PAUSE_MS, SearchField
from qc_desktop.messages import messages
from qc_desktop.paths import Profile
from tests.gui.real import rest


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


def typed_in(window: QWidget) -> list[QLineEdit]:
    """The fields that a person types text into: not those inside a picker of numbers or days."""
    fields = window.findChildren(QLineEdit)
    return [field for field in fields if not isinstance(field.parent(), QAbstractSpinBox | QComboBox)]


def unaware(fields: Iterable[QLineEdit]) -> list[str]:
    """Fields that know nothing of input methods."""
    return [field.accessibleName() or str(field) for field in fields if not isinstance(field, LineEdit)]


def acting(fields: Iterable[QLineEdit]) -> list[str]:
    """Fields in which Return does something while text is composed."""
    heard: list[str] = []
    for field in fields:
        if field.echoMode() is not QLineEdit.EchoMode.Normal:
            continue  # Qt lets no input method into a hidden passphrase
        field.returnPressed.connect(lambda name=field.accessibleName(): heard.append(name))
        compose(field, "shili")
        press(field, Qt.Key.Key_Return)
        press(field, Qt.Key.Key_Enter)
        compose(field, "")
    return heard


def check_composing(qtbot: QtBot, shell: Shell) -> None:
    """Nothing acts on what is being composed: asked of every view in `typed.test_every_field`. All is empty then."""
    fields = typed_in(shell)
    assert fields
    assert unaware(fields) == []
    assert acting(fields) == []
    for field in (found for found in fields if isinstance(found, SearchField)):
        _search_waits(qtbot, shell, field)
        _escape_leaves_the_text(qtbot, shell, field)
    for field in typed_in(shell):
        field.clear()
    rest(qtbot, shell)


def _search_waits(qtbot: QtBot, shell: Shell, field: SearchField) -> None:
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


def _escape_leaves_the_text(qtbot: QtBot, shell: Shell, field: SearchField) -> None:
    compose(field, "shi")
    press(field, Qt.Key.Key_Escape)
    compose(field, "")
    assert field.text() == "示例"
    rest(qtbot, shell)


def test_a_field_of_qt_alone_is_caught(qtbot: QtBot) -> None:
    bare = QLineEdit()
    qtbot.addWidget(bare)
    assert unaware([bare]) == [str(bare)]
    assert acting([bare]) == ["", ""]


def test_first_run_gets_on_with_input_methods(qtbot: QtBot, tmp_path: Path, jobs: Jobs) -> None:
    window = FirstRun(Profile(tmp_path / "profile"), jobs, messages("zh_CN"))
    qtbot.addWidget(window)
    fields = typed_in(window)
    assert fields
    assert unaware(fields) == []
    assert acting(fields) == []
