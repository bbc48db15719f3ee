"""The values of the element at hand, each in a field of its kind."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.elements.seal import Seal
from qc_desktop.documents.elements.table import Table
from qc_desktop.documents.layout.forms import form_of
from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.pages.layouts.editor.page_values import PageValues
from qc_desktop.gui.pages.layouts.editor.value_fields import Ground, narrow
from qc_desktop.gui.pages.layouts.editor.value_rows import focus_kept, is_at_work, value_rows
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.gui.pages.layouts.editor.making import Making

_HIDDEN = ("id", "part", "column")
_LAST = ("stock", "pages", "only_with", "only_without")
_SIZES = ("width", "height")
_FIRST = ("name", "text", "short", "title", "picture", "x", "y", "width", "height", "font", "size", "smallest")


class Properties(QWidget):
    """Shows the element that is selected; of several only how many they are."""

    def __init__(self) -> None:
        super().__init__()
        self._making: Making | None = None
        self._ground: Ground | None = None
        self._shown: tuple[str, ...] | None = None
        self._part = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._form: QWidget | None = None
        self._fields: dict[str, QWidget] = {}

    def open(self, making: Making, ground: Ground) -> None:
        """Follows what is selected in ``making``."""
        self._making, self._ground, self._shown = making, ground, None
        making.selected.connect(self._follow)
        making.changed.connect(self._refresh)
        self._follow()

    def _follow(self) -> None:
        """Another selection: other fields."""
        if self._making is not None and self._making.chosen != self._shown:
            self._shown, self._part = self._making.chosen, 0
            self._build()

    def _refresh(self) -> None:
        """What was changed elsewhere, by dragging or undo, is shown; a field that is typed into is left alone."""
        making = self._making
        if making is not None and (making.chosen != self._shown or not (making.is_typed and is_at_work(self))):
            self._shown = making.chosen
            with focus_kept(self, lambda: self._fields):
                self._build()

    def _build(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = QWidget()
        self._fields = {}
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        assert self._making is not None
        chosen = self._making.elements
        if len(chosen) == 1:
            self._fill(form, chosen[0])
        elif chosen:
            form.addRow(label(self.tr("%n element(s) selected", "", len(chosen)), "muted", wrap=True))
        else:
            self._fill_page(form)
        hold_still(self._form)
        self._column.addWidget(self._form)
        self._form.show()  # at once: what is not seen takes no focus

    def _fill(self, form: QFormLayout, element: Element) -> None:
        form.addRow(label(names.said(names.KINDS, element.KIND), "section"))
        self._rows(form, element, partial(self._set, element.id))
        if isinstance(element, Seal):
            self._fill_seal(form)
        if isinstance(element, Flow) and element.part:
            self._fill_part(form, element, "part", [part.called for part in element.part])
        if isinstance(element, Table) and element.column:
            self._fill_part(form, element, "column", [column.title or "—" for column in element.column])

    def _fill_seal(self, form: QFormLayout) -> None:
        """How large a seal is, which is the same on every document."""
        assert self._ground is not None
        told = self.tr("{size:g} mm across, as in the settings, around the middle of its box.")
        form.addRow(self.tr("Size"), label(told.format(size=self._ground.seal_mm), "muted", wrap=True))
        form.addRow(button(self.tr("Change the seal's diameter…"), self._ground.to_settings, "plain", "settings"))

    def _fill_page(self, form: QFormLayout) -> None:
        """Nothing is selected: the page itself, its size, colours and the scan below it."""
        assert self._making is not None
        assert self._ground is not None
        form.addRow(label(self.tr("Nothing is selected."), "muted", wrap=True))
        made = PageValues(self._making, self._ground.ask_picture)
        form.addRow(made)
        self._fields |= made.fields

    def _fill_part(self, form: QFormLayout, element: Element, kind: str, called: list[str]) -> None:
        """A choice of the parts, and the values of the one that is chosen."""
        choice = narrow(QComboBox())
        choice.addItems(called)
        choice.setAccessibleName(self.tr("Part"))
        self._part = min(self._part, len(called) - 1)
        choice.setCurrentIndex(self._part)
        choice.activated.connect(self._turn)
        form.addRow(self.tr("Part"), choice)
        part = getattr(element, kind)[self._part]
        self._rows(form, part, partial(self._set_part, element.id, kind))

    def _turn(self, place: int) -> None:
        self._part = place
        self._build()

    def _rows(self, form: QFormLayout, made: Any, tell: Any) -> None:
        assert self._ground is not None
        hidden = (*_HIDDEN, *_SIZES) if isinstance(made, Seal) else _HIDDEN
        about = sorted((one for one in fields(made) if one.name not in hidden), key=lambda one: _order(one.name))
        assert self._making is not None
        layout = self._making.layout
        ground = replace(self._ground, colours=form_of(layout).colours(layout))
        self._fields |= value_rows(form, ground, made, about, tell)

    def _set(self, name: str, key: str, value: Any) -> None:
        assert self._making is not None
        self._making.change(name, run=f"{name}.{key}", **{key: value})

    def _set_part(self, name: str, kind: str, key: str, value: Any) -> None:
        assert self._making is not None
        parts = list(getattr(self._making.element(name), kind))
        parts[self._part] = replace(parts[self._part], **{key: value})
        self._making.change(name, run=f"{name}.{kind}{self._part}.{key}", **{kind: tuple(parts)})

    def field(self, name: str) -> QWidget:
        """The field of the value called ``name``."""
        return self._fields[name]


def _order(name: str) -> int:
    if name in _LAST:
        return len(_FIRST) + 1 + _LAST.index(name)
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
