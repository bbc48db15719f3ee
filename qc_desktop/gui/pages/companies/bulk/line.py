"""One thing that is set: what, and to which value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.custom_fields import NO, YES, FieldKind
from qc_desktop.gui.pages.companies.imports.fields import names
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import icon_button
from qc_desktop.gui.widgets.picker import OWN, Choice, Picker
from qc_desktop.services.companies.bulk_values import APPEND, FIELDS, Edit
from qc_desktop.services.members.fields import FieldRow, said

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.choices import Choices
    from qc_desktop.messages import Messages

_PICKED = ("member_tier", "province", "industry")
_CHOSEN = (FieldKind.CHOICE, FieldKind.YES_NO)


class EditLine(QWidget):
    """``edited`` tells that it says something else now, ``gone`` that a person took it away."""

    edited = Signal()
    gone = Signal(object)

    def __init__(self, words: Messages, choices: Choices | None, own: Sequence[FieldRow], field: str) -> None:
        super().__init__()
        self._own = {row.key: row for row in own if row.active}
        self.field = Picker()
        self.field.setAccessibleName(self.tr("What is changed"))
        self.field.setMinimumContentsLength(9)
        self.text = LineEdit()
        self.text.setAccessibleName(self.tr("New value"))
        self.text.setPlaceholderText(self.tr("Leave empty to clear it"))
        self.text.setMinimumWidth(240)
        picked = [*_PICKED, *(key for key, row in self._own.items() if row.kind in _CHOSEN)]
        self._pickers = {name: _picker(self.tr("New value")) for name in picked}
        self._values = QStackedWidget()
        for part in (self.text, *self._pickers.values()):
            self._values.addWidget(part)
        self._values.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.remove = icon_button("x", self.tr("Do not change this"), lambda: self.gone.emit(self))
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
        titles = field_words(self._own.values())
        self.field.offer([Choice(name, title) for name, title in titles.items()])
        self._pickers["member_tier"].offer([Choice(tier.value, tier_words(words, tier)) for tier in MemberTier])
        if choices is not None:
            self._pickers["province"].offer(choices.provinces)
            self._pickers["industry"].offer(choices.industries)
        self._pickers["industry"].own_words = True
        for key in self._own.keys() & self._pickers.keys():
            self._pickers[key].offer([Choice("", "–"), *own_choices(self._own[key], words)])

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


def own_choices(field: FieldRow, words: Messages) -> list[Choice]:
    """What can be chosen in an own field, as people read it."""
    values = (YES, NO) if field.kind is FieldKind.YES_NO else field.choices
    return [Choice(value, said(field, value, words)) for value in values]


def field_words(own: Iterable[FieldRow] = ()) -> dict[str, str]:
    """What the fields that can be set are called, those of the association's ``own`` last."""
    called = names()
    titles = {field: called.get(field, "") for field in FIELDS}
    return titles | {
        "industry": called["industry_name"],
        APPEND: QCoreApplication.translate("BulkEdit", "Remark, added at the end"),
        **{row.key: row.name for row in own},
    }
