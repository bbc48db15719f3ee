"""A list with the chosen item beside it, or in its place where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.parts import button

BOTH_FROM = 936  # a window of 1000 logical pixels less the narrow sidebar
DETAIL_WIDTH = 400
_ANY_WIDTH = 16777215  # QWIDGETSIZE_MAX


class ListDetail(QWidget):
    """``listing`` and ``detail`` side by side from BOTH_FROM logical pixels; below it one at a time.

    The detail is DETAIL_WIDTH wide and the list takes the rest; with ``list_width`` it is the other way round.
    ``head`` stands above ``detail``, in one line with the way ``back``. ``returned`` tells that the person went back to
    the list, ``arranged`` that something else may be in sight now.
    """

    returned = Signal()
    arranged = Signal()

    def __init__(
        self, listing: QWidget, detail: QWidget, back: str, head: QWidget | None = None, *, list_width: int = 0
    ) -> None:
        super().__init__()
        self._listing = listing
        self._list_width = list_width
        self._is_open = False
        self._is_wide = True
        self._back = button(back, self.close_detail, "plain", "arrow-left")
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._back)
        if head is not None:
            above.addWidget(head)
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(detail, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(listing, 0 if list_width else 1)
        row.addWidget(self._side, 1 if list_width else 0)
        self._arrange()

    @property
    def is_wide(self) -> bool:
        """Whether both are shown."""
        return self._is_wide

    @property
    def is_open(self) -> bool:
        """Whether the detail was brought forward."""
        return self._is_open

    @property
    def works_in_detail(self) -> bool:
        """Whether the focus is in the detail, or in what stands above it."""
        return self._side.isAncestorOf(QApplication.focusWidget() or self)

    def open_detail(self) -> None:
        """Brings the detail forward; where both are shown nothing moves."""
        self._is_open = True
        self._arrange()
        if not self._is_wide and not self.works_in_detail:
            self._back.setFocus()  # else it would wander from the hidden list to the sidebar

    def bring_forward(self, part: QWidget) -> None:
        """Shows ``part``, which is in one of the two."""
        is_beside = part is self._side or self._side.isAncestorOf(part)
        if is_beside != self._is_open:
            (self.open_detail if is_beside else self.close_detail)()

    def close_detail(self) -> None:
        """Goes back to the list."""
        self._is_open = False
        self._arrange()
        self._listing.setFocus()
        self.returned.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        """That of one of the two: out of sight it may still be arranged for a wider window."""
        width = max(part.minimumSizeHint().width() for part in (self._listing, self._side))
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= BOTH_FROM
        if wide != self._is_wide:
            self._is_wide = wide
            self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_open and not self._is_wide:
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        fixed, width = (self._listing, self._list_width) if self._list_width else (self._side, DETAIL_WIDTH)
        fixed.setMinimumWidth(width if self._is_wide else 0)
        fixed.setMaximumWidth(width if self._is_wide else _ANY_WIDTH)
        self._back.setVisible(not self._is_wide)
        self._listing.setVisible(self._is_wide or not self._is_open)
        self._side.setVisible(self._is_wide or self._is_open)
        self.arranged.emit()
