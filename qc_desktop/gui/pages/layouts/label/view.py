"""The lines of a label and their measures for one class of sizes, beside the label that they make."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.documents.labels import editing
from qc_desktop.documents.labels.editing import class_called
from qc_desktop.documents.labels.layout import COLOURS, HiddenBox, LabelClass, LabelLine
from qc_desktop.documents.labels.layout_check import MOST_CLASSES, SERIAL
from qc_desktop.documents.layout.editing import changed
from qc_desktop.gui.pages.certificates.picture import PagePicture
from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.pages.layouts.editor.value_fields import colour_button, narrow
from qc_desktop.gui.pages.layouts.editor.value_rows import focus_kept, is_at_work, value_rows
from qc_desktop.gui.pages.layouts.label.lines import LabelLines
from qc_desktop.gui.pages.layouts.wording.view import WIDTH
from qc_desktop.gui.widgets.parts import icon_button, label
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from qc_desktop.documents.labels.layout import LabelLayout
    from qc_desktop.gui.pages.layouts.editor.value_fields import Ground
    from qc_desktop.gui.pages.layouts.steps import Steps
    from qc_desktop.messages import Messages

_OF_A_CLASS = ("width", "height", "symbol_most", "edge", "pad", "frame", "gap")
_OF_A_LINE = ("font", "size", "least", "lines", "colour", "after", "rule")


class LabelView(QWidget):
    """``turned`` tells that a person wants to see another class of sizes, by its name."""

    turned = Signal(str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._making: Steps[LabelLayout] | None = None
        self._ground: Ground | None = None
        self._class = ""
        self._values: QWidget | None = None
        self.fields: dict[str, QWidget] = {}
        self.sizes = narrow(QComboBox())
        self.sizes.setAccessibleName(self.tr("Labels"))
        self.sizes.activated.connect(lambda place: self._choose(self.sizes.itemData(place)))
        self.adding = icon_button("plus", self.tr("Add a size"), self._add_size)
        self.removing = icon_button("trash-2", self.tr("Take the size away"), self._remove_size)
        self.lines = LabelLines(words)
        self.lines.chosen.connect(self._build)
        self.picture = PagePicture(fills=True)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.sizes, 1)
        for part in (self.adding, self.removing):
            head.addWidget(part)
        self._column.addLayout(head)
        self._column.addWidget(self.lines)
        self._column.addStretch(1)
        hold_still(inner)
        left = scroll_area(inner)
        left.setFixedWidth(WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left)
        row.addWidget(self.picture, 1)

    def open(self, making: Steps[LabelLayout], ground: Ground) -> None:
        """Shows the layout of ``making``."""
        self._making, self._ground = making, ground
        self._class = class_called(making.layout, self._class).name
        self.lines.open(making, self._class)
        making.changed.connect(self._follow)
        self._show_sizes()
        self._build()

    def show_picture(self, image: QImage) -> None:
        """Shows a label."""
        self.picture.show_image(image, self.tr("Label"))

    def show_class(self, name: str) -> None:
        """Turns to the class called ``name``; nothing is told."""
        if self._making is not None and name != self._class:
            self._class = name
            self._show_sizes()
            self.lines.show_class(name)
            self._build()

    def _choose(self, name: str) -> None:
        self.show_class(name)
        self.turned.emit(name)

    def _add_size(self) -> None:
        assert self._making is not None
        made, name = editing.with_new_class(self._making.layout, self._class)
        self._making.take(made)
        self._choose(name)

    def _remove_size(self) -> None:
        assert self._making is not None
        self._making.take(editing.without_class(self._making.layout, self._class))
        self.turned.emit(self._class)

    def _show_sizes(self) -> None:
        assert self._making is not None
        known = self._making.layout.classes
        said = self.tr("Labels from {width:g} × {height:g} mm on")
        wanted = [(said.format(width=one.width, height=one.height), one.name) for one in known]
        if wanted != [(self.sizes.itemText(at), self.sizes.itemData(at)) for at in range(self.sizes.count())]:
            self.sizes.clear()
            for text, name in wanted:
                self.sizes.addItem(text, name)
        self.sizes.setCurrentIndex(self.sizes.findData(self._class))
        self.removing.setEnabled(len(known) > 1)
        self.adding.setEnabled(len(known) < MOST_CLASSES)

    def _follow(self) -> None:
        assert self._making is not None
        name = class_called(self._making.layout, self._class).name
        if name != self._class:
            self.show_class(name)
            return
        self._show_sizes()
        if self._values is None or not (self._making.is_typed and is_at_work(self._values)):
            with focus_kept(self, lambda: self.fields):
                self._build()

    def _build(self) -> None:
        """The fields, anew: of the line at hand, of the class, of the whole layout."""
        assert self._making is not None
        assert self._ground is not None
        if self._values is not None:
            self._column.removeWidget(self._values)
            self._values.hide()
            self._values.deleteLater()
        self._values, self.fields = QWidget(), {}
        form = QFormLayout(self._values)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add_line(form)
        self._add_class(form)
        self._add_colours(form)
        hold_still(self._values)
        self._column.insertWidget(2, self._values)

    @property
    def _at_hand(self) -> LabelClass:
        assert self._making is not None
        return class_called(self._making.layout, self._class)

    def _rows(self, form: QFormLayout, made: Any, wanted: Sequence[str], tell: Any, prefix: str = "") -> None:
        assert self._making is not None
        assert self._ground is not None
        known = {one.name: one for one in fields(made)}
        ground = replace(self._ground, colours=self._making.layout.colours)
        called = {**names.FIELDS, **(names.LABEL_LINE if isinstance(made, LabelLine) else names.LABEL_CLASS)}
        found = value_rows(form, ground, made, [known[name] for name in wanted], tell, called)
        self.fields |= {prefix + name: field for name, field in found.items()}

    def _add_line(self, form: QFormLayout) -> None:
        line = self.lines.line
        if line is None:
            return
        form.addRow(label(self.lines.called(line.word), "section"))
        wanted = [name for name in _OF_A_LINE if name != "lines" or line.word != SERIAL]
        self._rows(form, line, wanted, self._set)

    def _set(self, key: str, value: Any) -> None:
        assert self._making is not None
        place = self.lines.place
        made = editing.with_line(self._making.layout, self._class, place, **{key: value})
        self._making.take(made, run=f"{self._class}.{place}.{key}")

    def _add_class(self, form: QFormLayout) -> None:
        one = self._at_hand
        form.addRow(label(self.tr("All labels of this size"), "section"))
        self._rows(form, one, _OF_A_CLASS, self._set_class, "class.")
        box = QCheckBox(self.tr("Room for a code to scratch off"))
        box.setChecked(one.hidden is not None)
        box.toggled.connect(lambda on: self._set_class("hidden", editing.NEW_HIDDEN if on else None))
        form.addRow(box)
        self.fields["hidden"] = box
        if one.hidden is not None:
            self._rows(form, one.hidden, ("size", "after"), partial(self._set_hidden, one.hidden), "hidden.")

    def _set_class(self, key: str, value: Any) -> None:
        assert self._making is not None
        made = editing.with_class(self._making.layout, self._class, **{key: value})
        self._making.take(made, run=f"{self._class}.{key}")

    def _set_hidden(self, box: HiddenBox, key: str, value: Any) -> None:
        now = self._at_hand.hidden or box
        self._set_class("hidden", HiddenBox(**{"size": now.size, "after": now.after, key: value}))

    def _add_colours(self, form: QFormLayout) -> None:
        assert self._making is not None
        form.addRow(label(self.tr("Colours of all labels"), "section"))
        for name in COLOURS:
            words = names.said(names.COLOURS, name)
            field = colour_button(self._making.layout.colours[name], words, partial(self._recolour, name))
            form.addRow(words, field)
            self.fields[f"colour.{name}"] = field

    def _recolour(self, name: str, value: str) -> None:
        assert self._making is not None
        layout = self._making.layout
        self._making.take(changed(layout, colours={**layout.colours, name: value}))
