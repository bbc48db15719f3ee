"""A page in the making: what is selected, and what is done to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from typing_extensions import override

from qc_desktop.documents.composing import lettered, values_of
from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.line import LineElement
from qc_desktop.documents.elements.seal import Seal
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.elements.vertical import VerticalText
from qc_desktop.documents.layout import Layout
from qc_desktop.documents.layout.editing import changed, free_name, raised, without_element
from qc_desktop.documents.layout.extents import Extent, extent
from qc_desktop.documents.layout.room import free_place
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.layouts.editor import geometry
from qc_desktop.gui.pages.layouts.editor.names import KINDS, said
from qc_desktop.gui.pages.layouts.steps import Steps

if TYPE_CHECKING:
    from qc_desktop.documents.values import Values
    from qc_desktop.domain.records import Record

_DECIMALS = 3
_STEP, _STEPS = 4.0, 8
_LINE = 7.0
"""The room that a new line of text, or a rule, gets in height, in mm."""
LOCKED = (Label, Seal)
"""Kinds of elements of which a certificate has just one: they are moved, not added or taken away."""


class Making(Steps[Layout]):
    """A page in the making: what is selected on it. ``selected`` tells that other elements are."""

    selected = Signal()

    def __init__(self, layout: Layout) -> None:
        super().__init__(layout)
        self.chosen: tuple[str, ...] = ()
        self._record: Record = sample_record(layout)
        self._leaf = (1, 1)

    @override
    def let_go(self) -> None:
        super().let_go()
        self.selected.disconnect()

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page in mm."""
        return self.layout.width, self.layout.height

    def show_record(self, record: Record) -> None:
        """Another record is shown: texts take other room."""
        self._record = record
        self.selected.emit()

    def show_leaf(self, page: int, pages: int) -> None:
        """``page`` of ``pages`` is in sight; what does not stand there is no longer selected."""
        if (page, pages) != self._leaf:
            self._leaf = (page, pages)
            there = self.on_leaf()
            self.chosen = tuple(name for name in self.chosen if name in there)
            self.selected.emit()

    def boxes(self) -> dict[str, Extent]:
        """Where every element stands, by its name."""
        values = self._values
        return {element.id: extent(element, self.layout, values) for element in self._drawable}

    def on_leaf(self) -> dict[str, Extent]:
        """As :meth:`boxes`, of those that the record shows on the page in sight; a text that goes on overleaf is
        taken hold of where it begins."""
        boxes, values, first = self.boxes(), self._values, self._leaf[0] == 1
        return {
            element.id: boxes[element.id]
            for element in self.layout.elements
            if element.stands_on(*self._leaf) and _holds(element, values) and (first or not isinstance(element, Flow))
        }

    @property
    def _values(self) -> Values:
        return values_of({**self._record, "template": self.layout.sha256}, self.layout).on_page(*self._leaf)

    @property
    def _drawable(self) -> tuple[Element, ...]:
        """The elements with the fonts that print them, as far as these are there."""
        try:
            return lettered(self.layout)
        except UserError:
            return self.layout.elements

    def element(self, name: str) -> Element:
        """The element called ``name``."""
        return self.layout.element(name)

    @property
    def is_sized(self) -> bool:
        """Whether what is selected can be made larger or smaller: one thing, and no seal, whose size is a setting."""
        return len(self.chosen) == 1 and not isinstance(self.element(self.chosen[0]), Seal)

    @property
    def elements(self) -> list[Element]:
        """The selected elements, from below."""
        return [element for element in self.layout.elements if element.id in self.chosen]

    def choose(self, names: Iterable[str]) -> None:
        """Selects the elements called ``names``."""
        there = {element.id for element in self.layout.elements}
        chosen = tuple(name for name in names if name in there)
        if chosen != self.chosen:
            self.chosen = chosen
            self._run = ""
            self.selected.emit()

    @override
    def _show(self, layout: Layout) -> None:
        there = {element.id for element in layout.elements}
        self.chosen = tuple(name for name in self.chosen if name in there)
        super()._show(layout)

    def change(self, name: str, /, run: str = "", **values: Any) -> None:
        """Gives the element called ``name`` other values."""
        self._change({name: values}, run)

    def _change(self, values: dict[str, dict[str, Any]], run: str = "") -> None:
        elements = tuple(replace(one, **values[one.id]) if values.get(one.id) else one for one in self.layout.elements)
        self.take(changed(self.layout, elements=elements), run)

    def move(self, dx: float, dy: float, run: str = "") -> None:
        """Moves what is selected, as far as it stays on the page."""
        boxes = self.boxes()
        if self.chosen:
            by = geometry.held([boxes[name] for name in self.chosen], dx, dy, self.page)
            self.move_each([by] * len(self.elements), run)

    def move_each(self, moves: Iterable[tuple[float, float]], run: str = "") -> None:
        """Moves each selected element by its own distance."""
        made = {
            one.id: {"x": _at(one.x + dx), "y": _at(one.y + dy)}
            for one, (dx, dy) in zip(self.elements, moves, strict=True)
            if dx or dy
        }
        if made:
            self._change(made, run)

    def reshape(self, name: str, box: Extent) -> None:
        """Gives an element the box ``box``; a text keeps its baseline where its lower edge goes, a label is square."""
        element = self.element(name)
        values: dict[str, Any] = {"x": _at(box.x), "width": _at(box.width)}
        if isinstance(element, TextElement):
            values["y"] = _at(element.y + box.bottom - self.boxes()[name].bottom)
        elif isinstance(element, Label):
            values |= {"y": _at(box.y), "height": _at(box.width)}
        else:
            values |= {"y": _at(box.y), "height": _at(box.height)}
        if isinstance(element, LineElement):
            values |= _straight(element, box)
        self.change(name, **values)

    def align(self, how: str) -> None:
        """Lines what is selected up: left, centre, right, top, middle, bottom."""
        boxes = self.boxes()
        self.move_each(geometry.aligned([boxes[one.id] for one in self.elements], how, self.page))

    def spread(self, *, across: bool) -> None:
        """Makes the gaps between what is selected equal."""
        boxes = self.boxes()
        self.move_each(geometry.spread([boxes[one.id] for one in self.elements], across=across))

    def add(self, kind: type[Element], **values: Any) -> None:
        """Adds an element of ``kind`` near the middle of the page, where there is room, and selects it."""
        name = free_name(self.layout, kind.KIND)
        if not issubclass(kind, TextElement | VerticalText):  # these are called by their words
            values = {"name": f"{said(KINDS, kind.KIND)} {name.removeprefix(kind.KIND)}", **values}
        width, height = min(60.0, self.layout.width / 2), min(30.0, self.layout.height / 3)
        aside = _STEP * (len(self.layout.elements) % _STEPS)  # the next would hide this one
        x, y = (self.layout.width - width) / 2 + aside, self.layout.height / 3 + aside
        level = issubclass(kind, TextElement | LineElement)
        wanted = Extent(x, y, width, _LINE if level else height)
        place = free_place(self.layout, self._drawable, self._values, wanted)
        about = {"x": _at(place.x), "y": _at(place.bottom if level else place.y), "width": width}
        if not level:
            about["height"] = height
        element = kind(id=name, **{**about, **values})
        self.take(changed(self.layout, elements=(*self.layout.elements, element)))
        self.choose([name])

    def duplicate(self) -> None:
        """Copies what is selected, 3 mm farther down and right, and selects the copies."""
        made: list[str] = []
        layout = self.layout
        for one in self.elements:
            if isinstance(one, LOCKED):
                continue
            name = free_name(layout, one.KIND)
            copy = replace(one, id=name, x=_at(one.x + 3), y=_at(one.y + 3))
            layout = changed(layout, elements=(*layout.elements, copy))
            made.append(name)
        self.take(layout)
        self.choose(made or self.chosen)

    def remove(self) -> list[str]:
        """Takes what is selected away; returns what has to stay."""
        layout = self.layout
        kept = [one.called for one in self.elements if isinstance(one, LOCKED)]
        for one in self.elements:
            if not isinstance(one, LOCKED):
                layout = without_element(layout, one.id)
        self.take(layout)
        self.choose(self.chosen)
        return kept

    def raise_by(self, steps: int) -> None:
        """Lays what is selected so many places higher, or lower."""
        layout = self.layout
        for one in self.elements if steps < 0 else reversed(self.elements):
            layout = raised(layout, one.id, steps)
        self.take(layout)


def _holds(element: Element, values: Values) -> bool:
    try:
        return element.holds(values)
    except KeyError:  # no such variable: a layout in the making is often wrong for a moment
        return True


def _at(mm: float) -> float:
    return round(mm, _DECIMALS)


def _straight(element: LineElement, box: Extent) -> dict[str, float]:
    """A level or upright line stays so while its length changes."""
    if not element.height:
        return {"y": element.y, "height": 0.0}
    return {"x": element.x, "width": 0.0} if not element.width else {}
