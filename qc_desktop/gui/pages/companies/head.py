"""The actions of the page's head: which of them mean something, and which one stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout

from qc_desktop.gui.icons import wear
from qc_desktop.gui.widgets.parts import button, restyle

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.rooms import Rooms
    from qc_desktop.gui.pages.companies.ways import Ways


class Head(QObject):
    """Four buttons in ``row``, which begin what ``ways`` lead to."""

    def __init__(self, row: QLayout, ways: Ways) -> None:
        super().__init__(ways)
        self.importing = button(self.tr("Import a list"), ways.start_import, "", "upload")
        self.export = button(self.tr("Export"), ways.export, "", "download")
        self.find = button(self.tr("Duplicates"), ways.find_duplicates, "", "copy")
        self.new = button(self.tr("New company"), ways.start_new, "primary", "plus")
        self.new.setToolTip("Ctrl+N")
        for part in (self.importing, self.export, self.find, self.new):
            row.addWidget(part)

    def arrange(self, rooms: Rooms, *, is_low: bool) -> None:
        """Shows what means something now; where there are no companies the page itself offers the import."""
        shows_empty = rooms.currentWidget() is rooms.empty
        browsing = not rooms.key and not is_low
        self.importing.setVisible(browsing and not shows_empty)
        self.export.setVisible(browsing and rooms.has_companies)
        self.find.setVisible(browsing and rooms.has_companies)
        self.new.setVisible(browsing)
        self._stand_out(not rooms.shows_form and not shows_empty)

    def _stand_out(self, stands_out: bool) -> None:
        """One button of a page stands out: where the form is seen its own, where there are no companies the import."""
        kind = "primary" if stands_out else ""
        if self.new.property("kind") != kind:
            self.new.setProperty("kind", kind)
            wear(self.new, "plus", "on_accent" if stands_out else "text")
            restyle(self.new)
