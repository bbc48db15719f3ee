"""A section that is one Designer form over settings, with its checks below the fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QFormLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.model import check
from qc_desktop.gui.pages.settings.typed_section import TypedSection, View
from qc_desktop.gui.widgets.field_note import Check, FieldCheck, FieldNote
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.form_values import FormValues, Value
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.still_wheel import hold_still


class Compiled(Protocol):
    """What a Designer form compiles to."""

    form: QFormLayout

    def setupUi(self, form: QWidget) -> None:  # noqa: N802 - Qt's name
        """Makes the fields in ``form``."""


Ui = TypeVar("Ui", bound=Compiled)


class FormSection(TypedSection[View], Generic[Ui, View]):
    """Fields are named after settings. A derived class adds ``fields`` to a card and asks for what is stored."""

    def __init__(self, context: PageContext, kind: str, ui: Ui) -> None:
        super().__init__(context, kind)
        self.ui = ui
        self.fields = QWidget()
        ui.setupUi(self.fields)
        hold_still(self.fields)
        self.values = FormValues(self.fields)
        self._checks: dict[str, FieldCheck] = {}

    def _begin(self, save: str, checked: Sequence[LineEdit]) -> None:
        """Makes the bar that saves, named ``save``, and the checks of ``checked``."""
        self._take_bar(UnsavedBar(self, save), self.fields)
        for field in checked:
            note = FieldNote(self.ui.form, field)
            self._checks[field.objectName()] = FieldCheck(field, note, self._check_of(field), self.context.words)

    def _check_of(self, field: LineEdit) -> Check:
        return partial(check, field.objectName())

    def _take_stored(self, stored: Mapping[str, str]) -> None:
        """Shows what is ``stored``; what was typed and not saved stays."""
        kept = self.changes
        self._stored = {key: stored[key] for key in self.values.names}
        self.values.write(self._stored | kept)

    @override
    def _read(self) -> dict[str, str]:
        return {key: _text(value) for key, value in self.values.read().items()}

    @override
    def _put(self, values: Mapping[str, str]) -> None:
        self.values.write(values)

    @override
    def _wrong(self, keys: Collection[str]) -> bool:
        return bool([key for key, one in self._checks.items() if key in keys and not one.look()])


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "".join(value)
