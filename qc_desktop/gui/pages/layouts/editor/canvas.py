"""The page that is being laid out: drawn as it prints, its elements to be taken hold of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.documents.layout.extents import Extent
from qc_desktop.gui.pages.layouts.editor import geometry
from qc_desktop.gui.pages.layouts.editor.dragging import Drag
from qc_desktop.gui.pages.layouts.editor.painting import Painting

if TYPE_CHECKING:
    from qc_desktop.gui.pages.layouts.editor.making import Making

MARGIN = 8.0
"""What is shown around the page, in mm."""
REACH = 6.0
"""Pixels within which a handle is taken hold of, and to which things snap."""
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "w": Qt.CursorShape.SizeHorCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
}


class Canvas(QWidget):
    """``pointed`` tells where the pointer is, in mm; ``picture_wanted`` that the page should be drawn anew."""

    pointed = Signal(float, float)
    picture_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.making: Making | None = None
        self.scale = 3.0
        self.snaps = True
        self._image = QImage()
        self._boxes: dict[str, Extent] = {}
        self._drag: Drag | None = None
        self._band: QRectF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Page layout"))
        self._settle = QTimer(self, singleShot=True, interval=60)
        self._settle.timeout.connect(self.picture_wanted)

    def open(self, making: Making) -> None:
        """Shows the layout of ``making``."""
        self.making = making
        self._image = QImage()
        making.changed.connect(self._follow)
        making.selected.connect(self._follow_choice)
        self._follow()

    def _follow(self) -> None:
        if self.making is not None:
            self._boxes = self.making.on_leaf()
            self.updateGeometry()
            self.resize(self.sizeHint())
            self._settle.start()
            self.update()

    def _follow_choice(self) -> None:
        if self.making is not None:
            self._boxes = self.making.on_leaf()
        self.update()

    def show_picture(self, image: QImage) -> None:
        """Shows ``image`` as the page."""
        self._image = image
        self.update()

    def zoom(self, scale: float) -> None:
        """Shows the page at ``scale`` pixels a millimetre."""
        self.scale = min(20.0, max(0.8, scale))
        self._follow()

    @override
    def sizeHint(self) -> QSize:
        width, height = self.making.page if self.making else (297.0, 210.0)
        return QSize(round((width + 2 * MARGIN) * self.scale), round((height + 2 * MARGIN) * self.scale))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def to_mm(self, point: QPointF) -> QPointF:
        """Where ``point`` of the widget lies on the page."""
        return QPointF(point.x() / self.scale - MARGIN, point.y() / self.scale - MARGIN)

    def _rect(self, box: Extent) -> QRectF:
        k = self.scale
        return QRectF((box.x + MARGIN) * k, (box.y + MARGIN) * k, box.width * k, box.height * k)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.making is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = Painting(painter, self.scale, MARGIN)
        shown.sheet(self.making.page, self._image)
        shown.stock([box for name, box in self._boxes.items() if self.making.element(name).stock])
        shown.others([box for name, box in self._boxes.items() if name not in self._chosen])
        shown.chosen([self._dragged(name) for name in self._chosen], sized=self._is_sized)
        if self._drag is not None:
            shown.guides(self._drag.guides, self.size())
        if self._band is not None:
            shown.band(self._band)
        painter.end()

    @property
    def _chosen(self) -> tuple[str, ...]:
        """What is selected of what is in sight."""
        return tuple(name for name in self.making.chosen if name in self._boxes) if self.making else ()

    @property
    def _is_sized(self) -> bool:
        """Whether what is selected is in sight and has handles."""
        return self.making is not None and bool(self._chosen) and self.making.is_sized

    def _dragged(self, name: str) -> Extent:
        """Where the element called ``name`` would stand if it were let go."""
        box = self._boxes[name]
        return self._drag.placed(name, box) if self._drag is not None else box

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.making is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        at = self.to_mm(event.position())
        edge = self._edge_at(event.position())
        if not edge:
            adds = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
            self._choose_at(at, adds=adds)
        if self._chosen and (edge or self._name_at(at) in self._chosen):
            self._drag = Drag(at, edge, {name: self._boxes[name] for name in self._chosen}, self.making.page)
        elif not self._chosen:
            self._band = QRectF(event.position(), event.position())

    def _choose_at(self, at: QPointF, *, adds: bool) -> None:
        assert self.making is not None
        name = self._name_at(at)
        if adds and name:
            rest = tuple(one for one in self._chosen if one != name)
            self.making.choose(rest if name in self._chosen else (*self._chosen, name))
        elif name not in self._chosen:
            self.making.choose((name,) if name else ())

    def _name_at(self, at: QPointF) -> str:
        """The topmost element at ``at``; of those that lie around it, the smallest before large ones behind it."""
        under = [
            (box.width * box.height, -place, name)
            for place, (name, box) in enumerate(self._boxes.items())
            if box.x <= at.x() <= box.right and box.y <= at.y() <= box.bottom
        ]
        return min(under)[2] if under else ""

    def _edge_at(self, point: QPointF) -> str:
        if not self._is_sized:
            return ""
        for edge, (x, y) in geometry.handle_places(self._boxes[self._chosen[0]]).items():
            apart = QPointF((x + MARGIN) * self.scale, (y + MARGIN) * self.scale) - point
            if abs(apart.x()) <= REACH and abs(apart.y()) <= REACH:
                return edge
        return ""

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.to_mm(event.position())
        self.pointed.emit(at.x(), at.y())
        if self._drag is not None:
            self._drag_to(at, free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif self._band is not None:
            self._band.setBottomRight(event.position())
        else:
            self.setCursor(_CURSORS.get(self._edge_at(event.position()), Qt.CursorShape.ArrowCursor))
            return
        self.update()

    def _drag_to(self, at: QPointF, *, free: bool) -> None:
        """Follows the pointer; without Alt things snap to their neighbours and to the grid."""
        assert self._drag is not None
        assert self.making is not None
        others = [box for name, box in self._boxes.items() if name not in self._drag.boxes]
        lines = geometry.lines_of(others, self.making.page) if self.snaps and not free else None
        self._drag = self._drag.to(at, lines, REACH / self.scale, free=free)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, band, making = self._drag, self._band, self.making
        self._drag = self._band = None
        if making is None:
            return
        if drag is not None and drag.is_moved:
            if drag.edge:
                name = next(iter(drag.boxes))
                making.reshape(name, geometry.resized(drag.boxes[name], drag.edge, drag.dx, drag.dy))
            else:
                making.move(drag.dx, drag.dy)
        elif band is not None:
            inside = band.normalized()
            making.choose(name for name, box in self._boxes.items() if inside.contains(self._rect(box)))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        making = self.making
        if making is None:
            return
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None and making.chosen:
            far = geometry.COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else geometry.FINE
            making.move(step[0] * far, step[1] * far, run="keys")
        elif event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.update()
        elif event.key() == Qt.Key.Key_Escape and making.chosen:
            making.choose(())
        else:
            super().keyPressEvent(event)
