"""How a cell of a list is drawn: text with even margins, a status as a dot and its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from qc_desktop.gui.models.paged import tone_of
from qc_desktop.gui.theme import tokens_in_use
from qc_desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from qc_desktop.gui.models.paged import Index

Option: TypeAlias = Any  # QStyleOptionViewItem, whose stub knows none of its members
MARGIN = 12
DOT = 10
_GAP = 6


class CellDelegate(QStyledItemDelegate):
    """Draws every cell of a list; long text ends in … and stands whole in the tool tip."""

    @override
    def initStyleOption(self, option: Option, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the row is marked, not one cell of it

    @override
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        plain: Option = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        widget: QWidget = plain.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, widget)
        painter.save()
        colour = self._colour(plain, index)
        place = text_rect(plain.rect, dotted=tone_of(index) is not None)
        if tone_of(index) is not None:
            _paint_dot(painter, plain.rect, colour)
        painter.setPen(colour)
        painter.setFont(plain.font)
        shown = plain.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, plain.displayAlignment, shown)
        painter.restore()

    @staticmethod
    def _colour(option: Option, index: Index) -> QColor:
        tone = tone_of(index)
        if option.state & QStyle.StateFlag.State_Selected:
            return QColor(tokens_in_use().on_selection)
        return QColor(tokens_in_use().tone(tone or Tone.PLAIN))


def only_show(table: QTableView) -> None:
    """Lets ``table`` show rows as a list does: nothing is edited in it, Tab leaves it, no lines stand between cells."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()


def text_rect(cell: QRect, *, dotted: bool) -> QRect:
    """Where the text of a cell stands, the dot being before it if ``dotted``."""
    before = MARGIN + (DOT + _GAP if dotted else 0)
    return cell.adjusted(before, 0, -MARGIN, 0)


def _paint_dot(painter: QPainter, cell: QRect, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    dot = QRectF(0, 0, DOT, DOT)
    dot.moveCenter(QPointF(cell.x() + MARGIN + DOT / 2, QRectF(cell).center().y() + 0.5))
    painter.drawEllipse(dot)


def is_cut(table: QTableView, index: Index) -> bool:
    """Whether the cell of ``index`` cannot hold its text."""
    place = text_rect(table.visualRect(index), dotted=index.isValid() and tone_of(index) is not None)
    return table.fontMetrics().horizontalAdvance(str(index.data() or "")) > place.width()


def show_whole(table: QTableView, event: QHelpEvent) -> None:
    """A tool tip with the whole text of the cell below the pointer, where the cell could not hold it."""
    index = table.indexAt(event.pos())
    if is_cut(table, index):
        QToolTip.showText(event.globalPos(), str(index.data()), table)
    else:
        QToolTip.hideText()
