"""The actions of the page's head: which of them mean something, and which one stands out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout

from qc_desktop.gui.icons import wear
from qc_desktop.gui.widgets.parts import button, restyle


class Head(QObject):
    """Four buttons in ``row``."""

    def __init__(
        self,
        row: QLayout,
        begin_import: Callable[[], None],
        export: Callable[[], None],
        find_duplicates: Callable[[], None],
        begin_new: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.importing = button(self.tr("Import a list"), begin_import, "", "upload")
        self.export = button(self.tr("Export"), export, "", "download")
        self.find = button(self.tr("Duplicates"), find_duplicates, "", "copy")
        self.new = button(self.tr("New company"), begin_new, "primary", "plus")
        self.new.setToolTip("Ctrl+N")
        for part in (self.importing, self.export, self.find, self.new):
            row.addWidget(part)

    def arrange(self, *, browsing: bool, has_companies: bool, offers_import: bool) -> None:
        """Shows what means something now; without ``offers_import`` the page itself does that."""
        self.importing.setVisible(browsing and offers_import)
        self.export.setVisible(browsing and has_companies)
        self.find.setVisible(browsing and has_companies)
        self.new.setVisible(browsing)

    def stand_out(self, stands_out: bool) -> None:
        """One button of a page stands out: where the form is seen its own, where there are no companies the import."""
        kind = "primary" if stands_out else ""
        if self.new.property("kind") != kind:
            self.new.setProperty("kind", kind)
            wear(self.new, "plus", "on_accent" if stands_out else "text")
            restyle(self.new)
