"""手册: contents at the left, the article at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.help import manual
from qc_desktop.gui.pages.help.reader import Reader
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.search_field import SearchField

CONTENTS_WIDTH = 240
ID_ROLE = Qt.ItemDataRole.UserRole


class HelpPage(Page):
    """``open_item`` opens the article of an id; a page's id is that of the article about it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Manual"))
        self._known = {article.id: article for article in manual.articles()}
        self.search = SearchField()
        self.search.name(self.tr("Search the manual"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents"))
        self.nothing = label(self.tr("No article has these words. Try a shorter one."), "muted", wrap=True)
        self.reader = Reader()
        self.split = ListDetail(self._left(), self.reader, self.tr("Back to the contents"), list_width=CONTENTS_WIDTH)
        self.say_below_title("")
        self.body.addWidget(self.split, 1)
        self.search.searched.connect(self._offer)
        self.search.left_downwards.connect(self.contents.setFocus)
        self.contents.currentItemChanged.connect(self._show)
        self.contents.itemClicked.connect(lambda _: self.split.open_detail())
        self.contents.itemActivated.connect(lambda _: self.read())
        self.reader.wanted.connect(self.open_item)
        self._offer("")

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.contents, self.nothing):
            column.addWidget(part)
        column.setStretch(1, 1)
        return left

    def _offer(self, typed: str) -> None:
        """The articles that have what was typed; the one at hand stays where it is among them."""
        held = self.place
        found = manual.matching(list(self._known.values()), typed)
        self.contents.clear()
        for article in found:
            item = QListWidgetItem(article.title, self.contents)
            item.setData(ID_ROLE, article.id)
            item.setSizeHint(QSize(0, row_height()))
        self.contents.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._mark(held if any(article.id == held for article in found) else found[0].id if found else "")

    @property
    def place(self) -> str:
        """The id of the article that is shown."""
        item = self.contents.currentItem()
        return str(item.data(ID_ROLE)) if item is not None else ""

    def _mark(self, article_id: str) -> None:
        for row in range(self.contents.count()):
            if self.contents.item(row).data(ID_ROLE) == article_id:
                self.contents.setCurrentRow(row)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.reader.show_text(self._known[str(item.data(ID_ROLE))].text)

    def read(self) -> None:
        """Goes into the article, to be scrolled by keys."""
        self.split.open_detail()
        self.reader.setFocus()

    @override
    def open_item(self, key: str) -> None:
        if key in self._known:
            self.search.clear()
            self._offer("")
            self._mark(key)
            self.read()

    @override
    def arrive(self) -> None:
        self.search.setFocus()
