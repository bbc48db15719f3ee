"""The ways to changing many companies: from a selection, by command, from what was typed before; and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from qc_desktop.gui.pages.companies.bulk.draft import scope_of
from qc_desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.companies.listing import Listing
    from qc_desktop.gui.pages.companies.rooms import Rooms
    from qc_desktop.gui.pages.companies.scope import Scope
    from qc_desktop.services.drafts import Draft


class Changing(QObject):
    """Turns ``rooms`` to the change of whoever is selected in ``listing``."""

    def __init__(self, context: PageContext, listing: Listing, rooms: Rooms) -> None:
        super().__init__(rooms)
        self._context = context
        self._listing = listing
        self._rooms = rooms
        listing.bar.edit.connect(self.start)
        listing.table.menu_wanted.connect(self._add_to_menu)
        rooms.bulk_left.connect(self._leave)

    def _add_to_menu(self, menu: QMenu) -> None:
        menu.addAction(self.tr("Change them…")).triggered.connect(self.start)

    def start(self) -> None:
        """Turns to changing everyone who is selected."""
        if self._listing.scope().count:
            self._change(self._listing.scope())

    def begin(self) -> None:
        """As :meth:`start`, from anywhere; where nobody is selected it says how to."""
        self._rooms.browse()
        if self._listing.scope().count:
            self.start()
        else:
            self._context.speaker.toast(self.tr("Select the companies first: Ctrl+A selects all, Shift and Ctrl some."))

    def take_up(self, key: str) -> None:
        """Goes on with what was typed, for whom it was typed; where that is not kept it says how to."""
        drafts = self._rooms.bulk.drafts
        if self._rooms.currentWidget() is self._rooms.bulk and drafts.key == key:
            self._rooms.bulk.lines[0].start()
        elif (draft := drafts.called(key)) is None:
            return
        elif (meant := scope_of(draft)) is not None:
            self._change(meant, draft)
        else:
            self._rooms.browse()
            drafts.await_selection(key)
            told = self.tr("What you typed for many companies is kept. Select the companies, then “Change them…”.")
            self._context.speaker.say(Tone.ACCENT, told)

    def _change(self, scope: Scope, draft: Draft | None = None) -> None:
        bulk = self._rooms.bulk
        bulk.start(scope, draft)
        self._rooms.setCurrentWidget(bulk)
        bulk.lines[0].start()

    def _leave(self) -> None:
        self._rooms.setCurrentWidget(self._rooms.split)
        self._listing.setFocus()
