"""The search field of the top bar: pages at once, everything else as it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from qc_desktop.gui.frame.search_popup import SearchPopup
from qc_desktop.gui.ports import Hit
from qc_desktop.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.jobs import Jobs, Ticket
    from qc_desktop.gui.navigation import Entry

LIMIT = 12


class GlobalSearch(SearchField):
    """Finds pages by title and whatever ``find`` finds. ``picked`` carries the Hit that was chosen.

    ``find(text, limit)`` is called on the reader thread.
    """

    picked = Signal(object)

    def __init__(
        self, window: QWidget, entries: Sequence[Entry], find: Callable[[str, int], Sequence[Hit]], jobs: Jobs
    ) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._find = find
        self._jobs = jobs
        self._ticket: Ticket | None = None
        self.name(self.tr("Search everything (Ctrl+K); pinyin initials work"))
        self._popup = SearchPopup(window, self.tr("What was found"))
        self._popup.picked.connect(self._pick)
        self.searched.connect(self._look)
        self.setMaximumWidth(480)

    def _look(self, text: str) -> None:
        self._forget()
        if not text.strip():
            return
        pages = self._pages(text)
        self._popup.show_hits(pages, self)
        self._ticket = self._jobs.query(
            lambda: self._find(text, LIMIT), lambda hits: self._popup.show_hits([*pages, *hits], self)
        )

    def _pages(self, text: str) -> list[Hit]:
        wanted = text.strip().casefold()
        return [
            Hit(entry.title, entry.shortcut, entry.id, "", entry.icon)
            for entry in self._entries
            if wanted in entry.title.casefold()
        ]

    def _forget(self) -> None:
        if self._ticket is not None:
            self._ticket.tear()
        self._popup.hide()

    def _pick(self, hit: Hit) -> None:
        self._forget()
        self.clear()
        self.picked.emit(hit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if self._popup.isVisible() and key in steps:
            self._popup.step(steps[key])
        elif self._popup.isVisible() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_composing:
            self._popup.pick_current()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._forget()
