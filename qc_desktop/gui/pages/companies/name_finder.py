"""Finding a known company from the name field of a new form: by characters, pinyin or code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.frame.search_popup import SearchPopup
from qc_desktop.gui.jobs import Ticket
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.ports import Hit
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.services.companies import browsing

LIMIT = 8
PAUSE_MS = 100
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class NameFinder(QObject):
    """While ``is_on``, offers known companies below the name field; ``picked`` carries the id of one.

    Latin letters are no company's name here, so Tab and Return take the first hit for them; where Chinese was
    typed a person steps down to a hit first.
    """

    picked = Signal(str)

    def __init__(self, context: PageContext, field: LineEdit, window: QWidget) -> None:
        super().__init__(field)
        self._context = context
        self._field = field
        self._ticket = Ticket()
        self._stepped = False
        self.is_on = False
        self._popup = SearchPopup(window, self.tr("Known companies"))
        self._popup.picked.connect(self._pick)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        field.textEdited.connect(self._begin)
        field.installEventFilter(self)

    def forget(self) -> None:
        """Closes the list and drops what was asked."""
        self._pause.stop()
        self._ticket.tear()
        self._popup.hide()

    def _begin(self) -> None:
        self._ticket.tear()
        if self.is_on:
            self._pause.start()

    def _ask(self) -> None:
        text = self._field.text().strip()
        if self._field.is_composing or not text:
            self._popup.hide()
            return
        self._ticket = Ticket()
        desk = self._context.services
        self._context.jobs.query(lambda: browsing.find(desk.office, text, LIMIT), self._show, self._ticket)

    def _show(self, rows: list[browsing.CompanyRow]) -> None:
        if not self._field.hasFocus():
            return
        self._stepped = False
        hits = [Hit(row.name, " · ".join(filter(None, (row.uscc, row.province))), "companies", row.id) for row in rows]
        self._popup.show_hits(hits, self._field)

    def _pick(self, hit: Hit) -> None:
        self.forget()
        self.picked.emit(hit.key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steers the list from the field; the field keeps the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.forget()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._popup.isVisible():
            return self._steer(event)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._stepped = True
            self._popup.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.forget()
        elif key in _PICKS and not event.modifiers() and (self._stepped or self._field.text().isascii()):
            self._popup.pick_current()
            return key != Qt.Key.Key_Tab
        else:
            return False
        return True
