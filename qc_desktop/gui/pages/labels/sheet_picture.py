"""A sheet of labels, drawn to scale: a click, or the arrow keys, choose where printing begins."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset
from qc_desktop.gui.theme import tokens_in_use

_LEAST, _WISHED = QSize(170, 200), QSize(240, 320)


class SheetPicture(QWidget):
    """``chosen`` carries the SheetMemory that a person made: another first label, or one more that is spoiled.

    Labels before the first are used and grey; a right click, or Delete, marks one as spoiled and takes that back.
    """

    chosen = Signal(object)

    def __init__(self, *, still: bool = False) -> None:
        """``still`` shows the sheet only."""
        super().__init__()
        self._preset: SheetPreset | None = None
        self._memory = SheetMemory()
        self._at = 1
        self._is_still = still
        self.setAccessibleName(self.tr("Sheet of labels"))
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)
        if not still:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setToolTip(self.tr("Click the first free label. Right click: a spoiled one, which is left out."))

    def show_sheet(self, preset: SheetPreset | None, memory: SheetMemory | None = None) -> None:
        """Shows ``preset`` as far as ``memory`` says it is used; None shows nothing."""
        self._preset, self._memory = preset, memory or SheetMemory()
        self._at = self._memory.first
        self._tell()
        self.update()

    def _tell(self) -> None:
        """What a screen reader says."""
        told = self.tr("Begins at label {first}; at hand: {place}")
        self.setAccessibleDescription(told.format(first=self._memory.first, place=self._at))

    @override
    def sizeHint(self) -> QSize:
        return _WISHED

    @override
    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def _page(self) -> QRectF:
        assert self._preset is not None
        ratio = self._preset.page_width / self._preset.page_height
        width = min(self.width() - 2.0, (self.height() - 2.0) * ratio)
        page = QRectF(0, 0, width, width / ratio)
        page.moveLeft((self.width() - page.width()) / 2)
        page.moveTop(1)
        return page

    def label_at(self, place: int) -> QRectF:
        """Where the label at ``place`` lies on the screen."""
        assert self._preset is not None
        page = self._page()
        scale = page.width() / self._preset.page_width
        left, top = self._preset.corner(place)
        size = self._preset.width * scale, self._preset.height * scale
        return QRectF(page.left() + left * scale, page.top() + top * scale, *size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._preset is None:
            return
        tokens = tokens_in_use()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRect(self._page())
        for place in range(1, self._preset.size + 1):
            self._paint_label(painter, place)
        painter.end()

    def _paint_label(self, painter: QPainter, place: int) -> None:
        tokens, box = tokens_in_use(), self.label_at(place).adjusted(0.7, 0.7, -0.7, -0.7)
        spoiled, used = place in self._memory.spoiled, place < self._memory.first
        is_first = place == self._memory.first and not self._is_still
        fill = tokens.line if used or spoiled else tokens.selection if is_first else tokens.raised
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(tokens.accent if is_first else tokens.border), 1.6 if is_first else 0.8))
        painter.drawRoundedRect(box, 1.5, 1.5)
        if spoiled:
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        if self.hasFocus() and place == self._at:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 1.2, Qt.PenStyle.DotLine))
            painter.drawRect(box.adjusted(2, 2, -2, -2))

    def _place_under(self, at: QPointF) -> int:
        """The label under ``at``; 0 for none."""
        places = range(1, self._preset.size + 1) if self._preset else ()
        return next((place for place in places if self.label_at(place).contains(at)), 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = 0 if self._is_still else self._place_under(event.position())
        if not place:
            return
        self._at = place
        if event.button() == Qt.MouseButton.RightButton:
            self._toggle(place)
        else:
            self._begin_at(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._preset is None or self._is_still:
            super().keyPressEvent(event)
            return
        columns, key = self._preset.columns, event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        if key in steps:
            self._at = min(max(self._at + steps[Qt.Key(key)], 1), self._preset.size)
            self._tell()
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin_at(self._at)
        elif key == Qt.Key.Key_Delete:
            self._toggle(self._at)
        else:
            super().keyPressEvent(event)

    def _begin_at(self, place: int) -> None:
        self._take(SheetMemory(place, tuple(each for each in self._memory.spoiled if each > place)))

    def _toggle(self, place: int) -> None:
        if place > self._memory.first:
            self._take(SheetMemory(self._memory.first, tuple(sorted({*self._memory.spoiled} ^ {place}))))

    def _take(self, memory: SheetMemory) -> None:
        self._memory = memory
        self._tell()
        self.update()
        self.chosen.emit(memory)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
