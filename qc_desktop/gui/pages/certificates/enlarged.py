"""A certificate's page over the whole width."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.jobs import Ticket
from qc_desktop.gui.pages.certificates import actions
from qc_desktop.gui.pages.certificates.picture import DPI, PagePicture
from qc_desktop.gui.pages.certificates.scrolling import scrolling
from qc_desktop.gui.widgets.parts import button

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


class Enlarged(QWidget):
    """``left`` tells that the person goes back."""

    left = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._context = context
        self._desk = desk
        self._ticket = Ticket()
        self.back = button(self.tr("Back to the register"), self.left.emit, "plain", "arrow-left")
        self.picture = PagePicture()
        sheet = QWidget()
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.picture)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(scrolling(sheet), 1)

    def show_number(self, number: str) -> None:
        """Draws the page of certificate ``number``."""
        self._ticket.tear()
        self.picture.clear()
        office, dpi = self._desk.office, 1.3 * DPI * self.devicePixelRatioF()
        self._ticket = self._context.jobs.query(
            lambda: actions.issued_page(office, number, dpi), partial(self._show_page, number)
        )
        self.back.setFocus()

    def _show_page(self, number: str, png: bytes) -> None:
        self.picture.show_png(png, self.tr("The page of certificate {number}").format(number=number))
