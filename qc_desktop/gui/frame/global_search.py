"""The search field of the top bar: companies, certificates, products and commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from qc_desktop.gui import commands
from qc_desktop.gui.commands import Command, Found
from qc_desktop.gui.frame.search_popup import SearchPopup
from qc_desktop.gui.ports import Hit
from qc_desktop.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.frame.favourites import Favourites
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.navigation import Entry
    from qc_desktop.gui.tasks import Ticket

LIMIT = 5
"""So many of each group."""


class GlobalSearch(SearchField):
    """Finds pages and commands by their words, and whatever ``find`` finds. ``picked`` carries the Hit chosen.

    ``find(text, limit)`` is called on the reader thread. Empty, it offers what was used most.
    """

    picked = Signal(object)

    def __init__(
        self,
        window: QWidget,
        entries: Sequence[Entry],
        find: Callable[[str, int], Sequence[Hit]],
        jobs: Jobs,
        favourites: Favourites,
    ) -> None:
        super().__init__()
        self._offers = _Offers(entries, favourites, self)
        self._find = find
        self._jobs = jobs
        self._ticket: Ticket | None = None
        self._shown_for = ""
        self._is_eager = False
        self._before: QWidget | None = None
        self.name(self.tr("Search and commands (Ctrl+K); pinyin works"))
        self.shorten_to(self.tr("Search (Ctrl+K)"))
        self._popup = SearchPopup(window, self.tr("What was found"), self._offers.headings())
        self._popup.picked.connect(self._pick)
        self.searched.connect(self._look)
        self.setMaximumWidth(480)

    def begin(self) -> None:
        """Takes the focus, to give it back; empty, it offers the commands that were used most."""
        if not self.hasFocus():
            self._before = QApplication.focusWidget()
        self.setFocus()
        self.selectAll()
        if self.text():
            self._look(self.text())
        else:
            self._show_hits("", self._offers.favourite())

    def _look(self, text: str) -> None:
        self._forget()
        if not text.strip():
            return
        self._show_hits(text, self._offers.found(text))
        self._ticket = self._jobs.query(
            lambda: (self._find(text, LIMIT), commands.spelled(text)),
            lambda found: self._show_found(text, self._offers.found(text, *found)),
        )

    def _show_found(self, text: str, hits: Sequence[Hit]) -> None:
        """The whole answer: where it is empty, says so."""
        self._show_hits(text, hits)
        if not hits:
            self._popup.say(self.tr('Nothing found for "{text}".').format(text=text.strip()), self)

    def _show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        self._popup.show_hits(hits, self)
        if hits:
            self._shown_for = text
            if self._is_eager:
                self._popup.pick_current()

    def _take(self) -> None:
        """Return: takes what is marked, or the first that is found for what was typed since."""
        if self._popup.isVisible() and self._shown_for == self.text():
            self._popup.pick_current()
        elif self.text().strip():
            self._search()
            self._is_eager = True

    def _forget(self) -> None:
        self._is_eager = False
        if self._ticket is not None:
            self._ticket.tear()
        self._popup.hide()

    def _pick(self, hit: Hit) -> None:
        self._forget()
        self.clear()
        self._give_back()
        self.picked.emit(hit)

    def _give_back(self) -> None:
        if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
            self._before.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if self._popup.isVisible() and key in steps:
            self._popup.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_composing:
            self._take()
        elif key == Qt.Key.Key_Escape and not self.text() and not self.is_composing:
            self._forget()
            self._give_back()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._forget()


class _Offers(QObject):
    """Pages and commands as hits."""

    def __init__(self, entries: Sequence[Entry], favourites: Favourites, parent: QObject) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self._favourites = favourites

    def headings(self) -> dict[str, str]:
        """The words above each group."""
        return {
            "best": self.tr("Best match"),
            "companies": self.tr("Companies found"),
            "certificates": self.tr("Certificates found"),
            "products": self.tr("Products found"),
            "commands": self.tr("Commands"),
            "favourites": self.tr("Used most"),
        }

    def favourite(self) -> list[Hit]:
        """The commands that were used most."""
        return [_hit(command, "favourites") for command in self._favourites.commands()]

    def found(self, text: str, others: Sequence[Hit] = (), spelled: Sequence[Found] = ()) -> list[Hit]:
        """Pages, then commands, whose name is just ``text``, written or ``spelled``; then ``others``; then the rest.

        What is equally near comes in the order of use. A page that is found needs no command that only opens it.
        """
        wanted = text.strip().casefold()
        pages = self._pages(wanted)
        found = [*commands.written(text), *spelled]
        ranked = [one for one in self._ranked(found) if not _is_among(one.command, pages)]
        best = [replace(page, group="best") for page in pages if page.title.casefold() == wanted]
        best += [_hit(command, "best") for near, command in ranked if near == 0]
        rest = [page for page in pages if page.title.casefold() != wanted]
        rest += [_hit(command) for near, command in ranked if near]
        return [*best, *others, *rest[: 2 * LIMIT]]

    def _pages(self, wanted: str) -> list[Hit]:
        return [
            Hit(entry.title, "", entry.id, "", entry.icon, "commands", "", entry.shortcut)
            for entry in self._entries
            if wanted in entry.title.casefold()
        ]

    def _ranked(self, found: Sequence[Found]) -> list[Found]:
        nearest: dict[str, Found] = {}
        for one in sorted(found, key=lambda one: one.near):
            nearest.setdefault(one.command.id, one)
        return sorted(nearest.values(), key=lambda one: (one.near, -self._favourites.uses(one.command)))


def _is_among(command: Command, pages: Sequence[Hit]) -> bool:
    """Whether one of ``pages`` has the name of ``command``, or is all that it opens."""
    return any(page.title == command.title or (command.page_id == page.page_id and not command.item) for page in pages)


def _hit(command: Command, group: str = "commands") -> Hit:
    return Hit(command.title, "", "", "", command.icon, group, command.id, command.shortcut)
