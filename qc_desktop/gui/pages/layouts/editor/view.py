"""版面: the page to be laid out by hand, its layers, and the values of what is selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.registry import ELEMENTS
from qc_desktop.gui.pages.layouts.editor import geometry, names
from qc_desktop.gui.pages.layouts.editor.board import STEP, Board
from qc_desktop.gui.pages.layouts.editor.layers import Layers
from qc_desktop.gui.pages.layouts.editor.making import LOCKED
from qc_desktop.gui.pages.layouts.editor.properties import Properties
from qc_desktop.gui.pages.layouts.editor.side import Side
from qc_desktop.gui.pages.layouts.editor.tools import Tools
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.scroll_area import scroll_area

if TYPE_CHECKING:
    from collections.abc import Callable

    from qc_desktop.documents.elements.base import Element
    from qc_desktop.gui.pages.layouts.editor.making import Making
    from qc_desktop.gui.pages.layouts.editor.value_fields import Ground

SIDE_WIDTH, SIDE_CHARACTERS, SIDE_MOST = 300, 19, 0.45
"""How wide the layers and values are: so many pixels, or characters where these are larger; at most such a part."""


class EditorView(QWidget):
    """Keys: arrows move by 0.1 mm (with Shift by 1 mm), Delete, Ctrl+D copies, Ctrl+Z and Ctrl+Y go back and forth,
    Esc selects nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._making: Making | None = None
        self._ground: Ground | None = None
        self.board = Board()
        self.layers = Layers()
        self.properties = Properties()
        self.place = label("", "small")
        self.snap = QCheckBox(self.tr("Snap"))
        self.snap.setChecked(True)
        self.snap.toggled.connect(self._set_snap)
        self.tools = tools = Tools()
        self.adding = tools.add("plus", self.tr("Add"), self._offer_kinds)
        self.aligning = tools.add("move-horizontal", self.tr("Align"), self._offer_alignments)
        self.copying = tools.add("copy", self.tr("Copy"), lambda: self._do(lambda making: making.duplicate()))
        self.removing = tools.add("trash-2", self.tr("Remove"), self._remove)
        tools.add_icon("zoom-out", self.tr("Smaller"), lambda: self.board.zoom_by(1 / STEP))
        tools.add_icon("zoom-in", self.tr("Larger"), lambda: self.board.zoom_by(STEP))
        tools.add("eye", self.tr("Whole page"), self.board.fit, "plain")
        self._lay_out()
        self.board.canvas.pointed.connect(self._tell_place)

    def _lay_out(self) -> None:
        values = QWidget()
        column = QVBoxLayout(values)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.properties)
        column.addStretch(1)
        self.side = Side(self.layers, scroll_area(values))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.board, 1)
        row.addWidget(self.side)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.tools)
        outer.addLayout(row, 1)
        self.turn(low=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = max(SIDE_WIDTH, SIDE_CHARACTERS * self.fontMetrics().horizontalAdvance("国"))
        self.side.setFixedWidth(min(wanted, round(self.width() * SIDE_MOST)))

    def turn(self, *, low: bool) -> None:
        """In a ``low`` window the tools stand beside the page, and layers and values behind tabs."""
        self._outer.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        self.tools.turn(strip=low)
        self.side.turn(tabs=low)
        if low:
            self.side.head.addWidget(self.snap)
        else:
            self.tools.put(self.snap)
        self.tools.put(self.place)
        self.place.setVisible(not low)

    def open(self, making: Making, ground: Ground) -> None:
        """Shows the layout of ``making``."""
        self._making, self._ground = making, ground
        self.board.open(making)
        self.layers.open(making, ground.slots)
        self.properties.open(making, ground)
        making.selected.connect(self._arrange)
        making.changed.connect(self._arrange)
        self._arrange()

    @property
    def picture(self) -> QWidget:
        """Where the page is seen."""
        return self.board

    def show_picture(self, image: QImage) -> None:
        """Shows the page."""
        self.board.canvas.show_picture(image)

    def _arrange(self) -> None:
        making = self._making
        chosen = making.elements if making else []
        self.aligning.enable(bool(chosen))
        self.copying.enable(any(not isinstance(one, LOCKED) for one in chosen))
        self.removing.enable(any(not isinstance(one, LOCKED) for one in chosen))

    def _do(self, act: Callable[[Making], object]) -> None:
        if self._making is not None:
            act(self._making)

    def _remove(self) -> None:
        self._do(lambda making: making.remove())
        self.board.canvas.setFocus()

    def _add(self, kind: type[Element]) -> None:
        if kind is Picture and self._ground is not None:
            self._ground.ask_picture(lambda sha256: self._do(lambda making: making.add(Picture, picture=sha256)))
            return
        self._do(lambda making: making.add(kind, **_first(kind)))
        self.board.canvas.setFocus()

    def _align(self, how: str) -> None:
        self._do(lambda making: making.align(how))

    def _set_snap(self, snaps: bool) -> None:
        self.board.canvas.snaps = snaps

    def _tell_place(self, x: float, y: float) -> None:
        self.place.setText(self.tr("Pointer: {x:.1f} mm across, {y:.1f} mm down").format(x=x, y=y))

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        for kind in ELEMENTS:
            if not issubclass(kind, LOCKED):
                words = names.said(names.KINDS, kind.KIND)
                menu.addAction(words, partial(self._add, kind))
        _show(menu, self.adding.seen)

    def _offer_alignments(self) -> None:
        words = (
            self.tr("Left edges"),
            self.tr("Centres"),
            self.tr("Right edges"),
            self.tr("Upper edges"),
            self.tr("Middles"),
            self.tr("Lower edges"),
        )
        menu = QMenu(self)
        for how, said in zip(geometry.ALIGNMENTS, words, strict=True):
            menu.addAction(said, partial(self._align, how))
        menu.addSeparator()
        menu.addAction(self.tr("Equal gaps across"), lambda: self._do(lambda making: making.spread(across=True)))
        menu.addAction(self.tr("Equal gaps down"), lambda: self._do(lambda making: making.spread(across=False)))
        _show(menu, self.aligning.seen)

    @override
    def event(self, event: QEvent) -> bool:
        """Keys that the window uses for its own records belong to the page while it is at work."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if event.key() == Qt.Key.Key_Escape and self._making is not None and self._making.chosen:
            self.board.canvas.setFocus()  # the field that has it goes with the selection
            self._making.choose(())
        elif act is None:
            super().keyPressEvent(event)
        else:
            self._do(act)

    def _act(self, event: QKeyEvent) -> Callable[[Making], object] | None:
        keys: dict[QKeySequence.StandardKey, Callable[[Making], object]] = {
            QKeySequence.StandardKey.Undo: lambda making: making.undo(),
            QKeySequence.StandardKey.Redo: lambda making: making.redo(),
            QKeySequence.StandardKey.Delete: lambda making: making.remove(),
            QKeySequence.StandardKey.SelectAll: lambda making: making.choose(one.id for one in making.layout.elements),
        }
        for key, act in keys.items():
            if event.matches(key):
                return act
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        typed = {Qt.Key.Key_D: lambda making: making.duplicate(), Qt.Key.Key_Y: lambda making: making.redo()}
        return typed.get(Qt.Key(event.key())) if control else None


def _first(kind: type) -> dict[str, object]:
    """What a new element says at first: an empty one could not be seen."""
    from qc_desktop.documents.elements.flow import Flow
    from qc_desktop.documents.elements.part import Part
    from qc_desktop.documents.elements.table import Column, Table
    from qc_desktop.documents.elements.text import TextElement
    from qc_desktop.documents.elements.vertical import VerticalText

    if kind is TextElement:
        return {"text": ("文字",), "align": "centre"}
    if kind is VerticalText:
        return {"text": ("文字",), "width": 10.0}
    if kind is Flow:
        return {"part": (Part(id="paragraph1", text=("文字",)),)}
    if kind is Table:
        return {"column": (Column(title="产品", text="{products}"), Column(title="标准", text="{standards}"))}
    return {}


def _show(menu: QMenu, below: QAbstractButton) -> None:
    menu.exec(below.mapToGlobal(below.rect().bottomLeft()))
    menu.deleteLater()
