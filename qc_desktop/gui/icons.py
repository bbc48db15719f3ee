"""Lucide icons in the colours of the theme.

They are pictures made for the theme of the moment; :func:`renew` makes those given with :func:`wear` again. (An icon
engine written in Python would follow by itself, but PySide gives up its Python half while Qt still paints with it.)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from qc_desktop.gui.theme import tokens_in_use
from qc_desktop.paths import resource

SIDE = 18


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def renderer(name: str, colour: str) -> QSvgRenderer:
    """The drawing ``name`` of ``resources/icons`` in ``#RRGGBB``. Raises FileNotFoundError where it does not ship."""
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def icon(name: str, token: str = "text", side: int = SIDE) -> QIcon:
    """The icon ``name``, ``side`` logical pixels square, in the colour of ``token``, a field of Tokens.

    Disabled it is muted, on a selection it takes the selection's text colour; sharp at the scale of every screen.
    Raises FileNotFoundError for a name that does not ship.
    """
    tokens = tokens_in_use()
    colours = {
        QIcon.Mode.Normal: str(getattr(tokens, token)),
        QIcon.Mode.Disabled: tokens.muted,
        QIcon.Mode.Selected: tokens.on_selection,
    }
    made = QIcon()
    for mode, colour in colours.items():
        for scale in {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}:
            made.addPixmap(_pixmap(name, colour, side, scale), mode)
    return made


def wear(owner: QAbstractButton | QAction, name: str, token: str = "text", side: int = SIDE) -> None:
    """Gives ``owner`` an icon that :func:`renew` knows how to make again."""
    owner.setProperty("lucide", f"{name} {token} {side}")
    owner.setIcon(icon(name, token, side))


def renew(widgets: Iterable[QWidget]) -> None:
    """Makes the icons of ``widgets`` and of their actions again, after the theme changed."""
    for widget in widgets:
        for owner in (widget, *widget.actions()):
            worn = owner.property("lucide")
            if worn and isinstance(owner, QAbstractButton | QAction):
                name, token, side = worn.split()
                owner.setIcon(icon(name, token, int(side)))


def _pixmap(name: str, colour: str, side: int, scale: float) -> QPixmap:
    key = f"qc-icon:{name}:{colour}:{side}:{scale}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    drawing = renderer(name, colour)
    pixels = round(side * scale)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, pixmap)
    return pixmap
