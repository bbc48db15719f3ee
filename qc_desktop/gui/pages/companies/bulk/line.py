"""One thing that is set: what, and to which value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from qc_desktop.domain.companies import MemberTier
from qc_desktop.gui.pages.companies.imports.fields import names
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import icon_button
from qc_desktop.gui.widgets.picker import OWN, Choice, Picker
from qc_desktop.services.companies.bulk_values import APPEND, FIELDS, Edit

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.choices import Choices
    from qc_desktop.messages import Messages

_PICKED = ("member_tier", "province", "industry")


class EditLine(QWidget):
    """``edited`` tells that it says something else now, ``gone`` that a person took it away."""

    edited = Signal()
    gone = Signal(object)

    def __init__(self, words: Messages, choices: Choices | None, field: str) -> None:
        super().__init__()
        self.field = Picker()
        self.field.setAccessibleName(self.tr("What is changed"))
        self.field.setMinimumContentsLength(9)
        self.text = LineEdit()
        self.text.setAccessibleName(self.tr("New value"))
        self.text.setPlaceholderText(self.tr("Leave empty to clear it"))
        self.text.setMinimumWidth(240)
        self._pickers = {name: _picker(self.tr("New value")) for name in _PICKED}
        self._values = QStackedWidget()
        for part in (self.text, *self._pickers.values()):
            self._values.addWidget(part)
        self._values.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.remove = icon_button("x", self.tr("Change this no more"), lambda: self.gone.emit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        row.addWidget(self._values, 1)
        row.addWidget(self.remove)
        self._offer(words, choices)
        self.field.choose(field)
        self._turn()
        self._connect()

    def _connect(self) -> None:
        self.field.currentIndexChanged.connect(self._turn)
        self.field.currentIndexChanged.connect(self.edited)
        self.text.textChanged.connect(self.edited)
        for picker in self._pickers.values():
            picker.currentIndexChanged.connect(self.edited)

    def _offer(self, words: Messages, choices: Choices | None) -> None:
        titles = field_words()
        self.field.offer([Choice(name, titles[name]) for name in FIELDS])
        self._pickers["member_tier"].offer([Choice(tier.value, tier_words(words, tier)) for tier in MemberTier])
        if choices is not None:
            self._pickers["province"].offer(choices.provinces)
            self._pickers["industry"].offer(choices.industries)
        self._pickers["industry"].own_words = True

    def _turn(self) -> None:
        self._values.setCurrentWidget(self._editor)

    @property
    def _editor(self) -> LineEdit | Picker:
        return self._pickers.get(str(self.field.currentData()), self.text)

    def start(self) -> None:
        """Puts the focus where the value is typed."""
        self._editor.setFocus()

    def typed(self) -> tuple[str, str]:
        """The field and what stands behind it as it is: a half-typed choice stays open."""
        editor = self._editor
        value = editor.text() if isinstance(editor, LineEdit) else str(editor.currentData() or "")
        return str(self.field.currentData()), value

    def put(self, field: str, value: str) -> None:
        """Puts back what :meth:`typed` gave."""
        self.field.choose(field)
        editor = self._editor
        if isinstance(editor, LineEdit):
            editor.setText(value)
        else:
            editor.choose(value)

    def edit(self) -> Edit:
        """What it says."""
        editor = self._editor
        if isinstance(editor, LineEdit):
            return Edit(str(self.field.currentData()), editor.text())
        editor.settle()
        value = str(editor.currentData() or "")
        return Edit(str(self.field.currentData()), value.removeprefix(OWN))


def _picker(name: str) -> Picker:
    made = Picker()
    made.setAccessibleName(name)
    return made


def field_words() -> dict[str, str]:
    """What the fields that can be set are called."""
    called = names()
    titles = {field: called.get(field, "") for field in FIELDS}
    return titles | {
        "industry": called["industry_name"],
        APPEND: QCoreApplication.translate("BulkEdit", "Remark, added at the end"),
    }
