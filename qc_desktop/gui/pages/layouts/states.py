"""A row of the list of layouts: its name, and at the right edge whether it is in use, which is never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use

if TYPE_CHECKING:
    from qc_desktop.gui.models.paged import Index

Option: TypeAlias = Any  # QStyleOptionViewItem, whose stub knows none of its members
STATE = Qt.ItemDataRole.UserRole + 1
"""The words of an item's state; empty for none."""
_MARGIN, _GAP = 12, 8


class StateDelegate(QStyledItemDelegate):
    """A long name ends in … and stands whole in the tool tip."""

    @override
    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        plain: Option = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        name, plain.text = plain.text, ""
        widget: QWidget = plain.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, widget)
        place = plain.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        painter.setFont(plain.font)
        is_chosen = bool(plain.state & QStyle.StateFlag.State_Selected)
        tokens = tokens_in_use()
        painter.setPen(QColor(tokens.on_selection if is_chosen else tokens.ok))
        taken = _draw(painter, place, str(index.data(STATE) or ""), Qt.AlignmentFlag.AlignRight)
        painter.setPen(QColor(tokens.on_selection if is_chosen else tokens.text))
        shown = place.adjusted(0, 0, -(taken + _GAP if taken else 0), 0)
        _draw(painter, shown, name, Qt.AlignmentFlag.AlignLeft)
        painter.restore()


def _draw(painter: QPainter, place: QRect, text: str, side: Qt.AlignmentFlag) -> int:
    """Draws ``text`` at one ``side`` of ``place``; returns how many pixels it takes."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
