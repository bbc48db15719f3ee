"""The manual beside the first question, where no page can show it yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.help import manual
from qc_desktop.gui.pages.help.reader import Reader
from qc_desktop.gui.widgets.parts import button

SIZE = (760, 560)


class Handbook(QWidget):
    """One article at a time, in a window of its own over ``first``; its links lead on, Esc closes it."""

    def __init__(self, first: QWidget) -> None:
        super().__init__(first, Qt.WindowType.Window)
        self._known = {article.id: article.text for article in manual.articles()}
        self.reader = Reader()
        self.begin_button = button(self.tr("&How to begin"), lambda: self.show_article(manual.FIRST), "", "arrow-left")
        self.setWindowTitle(self.tr("Manual"))
        self.resize(*SIZE)
        foot = QHBoxLayout()
        foot.addWidget(self.begin_button)
        foot.addStretch(1)
        foot.addWidget(button(self.tr("&Close"), self.close))
        column = QVBoxLayout(self)
        column.addWidget(self.reader, 1)
        column.addLayout(foot)
        self.reader.wanted.connect(self.show_article)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    def show_article(self, article_id: str) -> None:
        """Brings the window forward with the article of that id."""
        if article_id in self._known:
            self.reader.show_text(self._known[article_id])
            self.begin_button.setEnabled(article_id != manual.FIRST)
            self.show()
            self.raise_()
            self.activateWindow()
            self.reader.setFocus()
