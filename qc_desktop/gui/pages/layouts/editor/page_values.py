"""The page itself: its size, the colours of its schemes, a scan of the pre-printed paper below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget

from qc_desktop.documents.layout import Background
from qc_desktop.documents.layout.editing import changed
from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.pages.layouts.editor.value_fields import Tell, colour_button, narrow, number_field
from qc_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from qc_desktop.gui.pages.layouts.editor.making import Making

SIZES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "A5": (148.0, 210.0), "16K": (184.0, 260.0)}
"""Paper by name, upright, in mm (GB/T 148-1997; 16K as print shops cut it)."""
LOCKED_COLOURS = ("black",)
"""The scope sentence is printed in black, whatever a scheme looks like."""
_BY = "×"
_PLACED = ("x", "y", "width", "height")


class PageValues(QWidget):
    """Every change is a step of ``making``; ``ask_picture`` calls back with a picture that a person chose. ``fields``
    are what a person works in, by name."""

    def __init__(self, making: Making, ask_picture: Callable[[Tell], None]) -> None:
        super().__init__()
        self._making = making
        self._ask_picture = ask_picture
        self.fields: dict[str, QWidget] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add_size()
        self._add_background()
        for name in making.layout.schemes:
            self._add_scheme(name)

    def _add_size(self) -> None:
        self.size_choice = narrow(QComboBox())
        self.size_choice.setAccessibleName(self.tr("Paper"))
        upright, across = self.tr("{paper}, upright"), self.tr("{paper}, across")
        for paper, (width, height) in SIZES.items():
            self.size_choice.addItem(upright.format(paper=paper), _key(width, height))
            self.size_choice.addItem(across.format(paper=paper), _key(height, width))
        width, height = self._making.page
        if self.size_choice.findData(_key(width, height)) < 0:
            said = self.tr("{width:g} × {height:g} mm").format(width=width, height=height)
            self.size_choice.addItem(said, _key(width, height))
        self.size_choice.setCurrentIndex(self.size_choice.findData(_key(width, height)))
        self.size_choice.activated.connect(lambda place: self._resize(self.size_choice.itemData(place)))
        self._form.addRow(self.tr("Paper"), self.size_choice)
        self.fields["paper"] = self.size_choice

    def _resize(self, key: str) -> None:
        width, height = map(float, key.split(_BY))
        self._making.take(changed(self._making.layout, width=width, height=height))

    def _add_background(self) -> None:
        """The scan is shown and never printed: what is laid out stands where the stock has room for it."""
        background = self._making.layout.background
        words = self.tr("Scan of pre-printed paper…")
        choose = button(words, lambda: self._ask_picture(self._lay_under), "", "folder-open")
        row = QHBoxLayout()
        row.addWidget(choose)
        self.remove = button(self.tr("Take it away"), partial(self._set_background, None), "plain", "x")
        row.addWidget(self.remove)
        row.addStretch(1)
        self._form.addRow(row)
        self.remove.setVisible(background is not None)  # now: before it would be a window of its own
        self.fields |= {"background": choose, "no_background": self.remove}
        if background is None:
            return
        self._form.addRow(label(self.tr("It is shown below the page and never printed."), "muted", wrap=True))
        for field in fields(Background):
            if field.name in _PLACED:
                made = number_field(field, getattr(background, field.name), partial(self._place, field.name))
                self._form.addRow(names.said(names.FIELDS, field.name), made)
                self.fields[f"background.{field.name}"] = made

    def _place(self, key: str, at: float) -> None:
        background = self._making.layout.background
        if background is not None:
            changes: dict[str, Any] = {key: at}
            self._set_background(replace(background, **changes))

    def _lay_under(self, sha256: str) -> None:
        width, height = self._making.page
        self._set_background(Background(sha256, 0.0, 0.0, width, height))

    def _set_background(self, background: Background | None) -> None:
        self._making.take(changed(self._making.layout, background=background))

    def _add_scheme(self, name: str) -> None:
        self._form.addRow(label(names.said(names.SCHEMES, name), "section"))
        for colour, value in self._making.layout.schemes[name].items():
            if colour not in LOCKED_COLOURS:
                words = names.said(names.COLOURS, colour)
                called = f"{names.said(names.SCHEMES, name)} {words}"
                made = colour_button(value, called, partial(self._recolour, name, colour))
                self._form.addRow(words, made)
                self.fields[f"{name}.{colour}"] = made

    def _recolour(self, scheme: str, colour: str, value: str) -> None:
        schemes = self._making.layout.schemes
        made = {**schemes, scheme: {**schemes[scheme], colour: value}}
        self._making.take(changed(self._making.layout, schemes=made))


def _key(width: float, height: float) -> str:
    """A size as the list keeps it."""
    return f"{width:g}{_BY}{height:g}"
