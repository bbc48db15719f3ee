"""Which page of a document of several is in sight: back, on, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qc_desktop.gui.widgets.parts import icon_button, label


class Leaves(QWidget):
    """Takes no room while there is a single page. ``turned`` tells that another one is wanted."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page, self._pages = 1, 1
        self.back = icon_button("chevron-left", self.tr("Page before"), lambda: self._turn(-1))
        self.on = icon_button("chevron-right", self.tr("Page after"), lambda: self._turn(1))
        self.place = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.back, self.place, self.on):
            row.addWidget(part)
        self.hide()

    def begin(self) -> None:
        """Another document: its first page."""
        self.show_place(1, 1)

    def show_place(self, page: int, pages: int) -> None:
        """``page`` of ``pages`` is in sight."""
        self.page, self._pages = page, pages
        self.place.setText(f"{page}/{pages}")
        self.place.setAccessibleName(self.tr("Page {page} of {pages}").format(page=page, pages=pages))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < pages)
        self.setVisible(pages > 1)

    def _turn(self, by: int) -> None:
        self.show_place(min(max(1, self.page + by), self._pages), self._pages)
        self.turned.emit()
