"""Where an article is read: text as wide as there is room, pictures never wider."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from qc_desktop.paths import resource

ROOM = 48
"""Logical pixels that text keeps from the edges, left and right together."""


class Reader(QTextBrowser):
    """``wanted`` carries the id of an article that a link leads to; other links open in the browser."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._drawn_for = QSize()
        self._redraw = QTimer(self, interval=0, singleShot=True)
        self._redraw.timeout.connect(self._draw)
        self.setOpenLinks(False)
        self.setProperty("card", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # a bar that came and went with the height of the pictures would change their width, and so on without end
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(ROOM / 2)
        self.setAccessibleName(self.tr("Manual"))
        self.anchorClicked.connect(self._follow)

    def show_text(self, markdown: str) -> None:
        """Shows an article from its beginning."""
        self._text = markdown
        self._draw()
        self.verticalScrollBar().setValue(0)

    def _draw(self) -> None:
        at = self.verticalScrollBar().value()
        self._drawn_for = self.viewport().size()
        self.document().setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # else it stands at the end, and the focus would scroll there
        self.verticalScrollBar().setValue(at)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        file = resource("help") / (name.path() if isinstance(name, QUrl) else name)
        picture = QImage(str(file))
        room = self.viewport().width() - ROOM
        if picture.isNull() or picture.width() <= room:
            return picture
        ratio = self.devicePixelRatioF()
        drawn = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(ratio)
        return drawn

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._drawn_for.width():
            self._redraw.start()

    @override
    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab leaves the article: every link in it leads to an article of the contents, which keys reach."""
        return QWidget.focusNextPrevChild(self, onwards)

    def _follow(self, link: QUrl) -> None:
        if link.isRelative():
            self.wanted.emit(link.path())
        else:
            QDesktopServices.openUrl(link)
