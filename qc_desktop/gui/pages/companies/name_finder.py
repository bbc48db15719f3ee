"""Finding a known company from the name field of a new form: by characters, pinyin or code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.frame.search_popup import SearchPopup
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.ports import Hit
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.rows import CompanyRow

LIMIT = 8
PAUSE_MS = 100
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class NameFinder(QObject):
    """While ``is_on``, offers known companies below the name field; ``picked`` carries the id of one.

    Latin letters are no company's name here, so Tab and Return take the first hit for them, also when they come
    before the list does; where Chinese was typed a person steps down to a hit first.
    """

    picked = Signal(str)

    def __init__(self, context: PageContext, field: LineEdit, window: QWidget) -> None:
        super().__init__(field)
        self._context = context
        self._field = field
        self._ticket = Ticket()
        self._stepped = False
        self._asked = ""
        self._in_haste = False
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
        self._asked, self._in_haste = "", False
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
        self._asked = text
        desk = self._context.services
        self._context.jobs.query(lambda: browsing.find(desk.office, text, LIMIT), self._show, self._ticket)

    def _show(self, rows: list[CompanyRow]) -> None:
        if not (self._field.hasFocus() or self._in_haste):
            return
        self._stepped, self._asked = False, ""
        hits = [Hit(row.name, " · ".join(filter(None, (row.uscc, row.province))), "companies", row.id) for row in rows]
        if not self._in_haste:
            self._popup.show_hits(hits, self._field)
        elif hits:
            self._pick(hits[0])
        else:
            self.forget()  # nobody is called so: the letters are the name

    @property
    def _is_awaited(self) -> bool:
        """Whether letters were typed whose list is still on its way."""
        text = self._field.text().strip()
        return self.is_on and bool(text) and text.isascii() and (self._pause.isActive() or self._asked == text)

    def _pick(self, hit: Hit) -> None:
        self.forget()
        self.picked.emit(hit.key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steers the list from the field; the field keeps the focus."""
        if event.type() == QEvent.Type.FocusOut and not self._in_haste:
            self.forget()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self._field.is_composing:
            if self._popup.isVisible():
                return self._steer(event)
            if Qt.Key(event.key()) in _PICKS and not event.modifiers() and self._is_awaited:
                self._hurry()
                return event.key() != Qt.Key.Key_Tab
        return super().eventFilter(watched, event)

    def _hurry(self) -> None:
        """The key came before the list: what is found first is taken as soon as it is there."""
        self._in_haste = True
        if self._pause.isActive():
            self._pause.stop()
            self._ask()

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
