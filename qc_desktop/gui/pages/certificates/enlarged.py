"""A certificate's page over the whole width, enlarged by keyboard, with the one before and the next a key away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.certificates import actions
from qc_desktop.gui.pages.certificates.zoom_view import STEP, ZoomView
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


class Enlarged(QWidget):
    """``left`` tells that the person goes back, ``turned`` that the next (+1) or the former (-1) page is wanted."""

    left = Signal()
    turned = Signal(int)

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._context = context
        self._desk = desk
        self._ticket = Ticket()
        self.number = ""
        self.back = button(self.tr("Back to the register"), self.left.emit, "plain", "arrow-left")
        self._shown = label("", "muted")
        self.view = ZoomView(whole=False)
        self.picture = self.view.picture
        self.view.listen_on(self)
        self.view.turned.connect(self.turned)
        self.view.dpi_wanted.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head())
        column.addWidget(self.view, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._shown, 1)
        for words, hint, call in (
            ("−", self.tr("Smaller (Ctrl+−)"), lambda: self.view.zoom(self.view.factor / STEP)),
            ("+", self.tr("Larger (Ctrl++)"), lambda: self.view.zoom(self.view.factor * STEP)),
            ("↑", self.tr("The one before (PageUp)"), lambda: self.turned.emit(-1)),
            ("↓", self.tr("The next one (PageDown)"), lambda: self.turned.emit(1)),
        ):
            act = button(words, call)
            act.setAccessibleName(hint)
            act.setToolTip(hint)
            row.addWidget(act)
        return head

    def show_number(self, number: str) -> None:
        """Draws the page of certificate ``number``; its size stays as the person set it."""
        self.number = number
        self._shown.setText(number)
        self.picture.clear()
        self._draw(self.view.dpi)

    def _draw(self, dpi: float) -> None:
        self._ticket.tear()
        office, number = self._desk.office, self.number
        self._ticket = self._context.jobs.report(
            lambda: actions.issued_page(office, number, dpi), partial(self._show_page, number)
        )

    def _show_page(self, number: str, image: QImage) -> None:
        self.picture.show_image(image, self.tr("The page of certificate {number}").format(number=number))
