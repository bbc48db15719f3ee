"""Another look for what is in sight; what is not takes it on when it is next shown.

Qt gives a style sheet to every widget there is, which takes half a second once all pages have been visited. Here what
is out of sight is passed over, keeps its former style, font and colours, and is freed from them when it is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from qc_desktop.gui import theme
from qc_desktop.gui.icons import renew

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
"""Without it a widget is not touched when the application takes another style."""
_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle
"""With it a widget is not told that the application has another style."""


BREATH_MS = 10
"""Between two turns of what takes long at the window, another look or language: keys and mouse come in between."""


def restyle_and_breathe(app: QApplication, look: theme.Theme) -> None:
    """As :func:`restyle_all`, its icons and its painting in turns of their own."""
    windows = [window for window in app.topLevelWidgets() if window.isVisible()]
    for window in windows:
        window.setUpdatesEnabled(False)
    seen, hidden = _lay_over(app, look)
    QTimer.singleShot(BREATH_MS, app, partial(_complete, windows, seen, hidden))


def _complete(windows: Iterable[QWidget], seen: Iterable[QWidget], hidden: Iterable[QWidget]) -> None:
    """What :func:`_lay_over` left, for those that are still there."""
    _follow(set(filter(isValid, seen)), list(filter(isValid, hidden)))
    for window in filter(isValid, windows):
        QTimer.singleShot(BREATH_MS, window, partial(_paint, window))


def _paint(window: QWidget) -> None:
    """Shows ``window`` in its other look. Where a list of choices closed meanwhile, Qt asks for no painting itself."""
    window.setUpdatesEnabled(True)
    window.repaint()


def restyle_all(app: QApplication, look: theme.Theme) -> None:
    """As ``theme.apply``, at once for what is seen and later for the rest."""
    _follow(*_lay_over(app, look))


def _lay_over(app: QApplication, look: theme.Theme) -> tuple[set[QWidget], list[QWidget]]:
    """Gives what is seen another style; returns it, and what was hidden and passed over."""
    seen, hidden = _parted(app.allWidgets())
    with _passed_over(hidden), _memory_kept():
        theme.apply(app, look)
    return seen, hidden


def _follow(seen: Collection[QWidget], hidden: Iterable[QWidget]) -> None:
    """The icons of what is seen; what was passed over takes the style on when it is shown."""
    renew(seen)
    _postpone(hidden, seen)


def _parted(widgets: Iterable[QWidget]) -> tuple[set[QWidget], list[QWidget]]:
    seen, hidden = set(), []
    for widget in widgets:
        if widget.isVisible():
            seen.add(widget)
        else:
            hidden.append(widget)
    return seen, hidden


@contextmanager
def _passed_over(widgets: Collection[QWidget]) -> Iterator[None]:
    """While it lasts, a change of style does nothing to ``widgets``."""
    polished = [widget for widget in widgets if widget.testAttribute(_POLISHED)]
    told = [widget for widget in widgets if not widget.testAttribute(_OWN_STYLE)]
    for widget in polished:
        widget.setAttribute(_POLISHED, False)
    for widget in told:
        widget.setAttribute(_OWN_STYLE, True)
    try:
        yield
    finally:
        for widget in told:
            widget.setAttribute(_OWN_STYLE, False)
        for widget in polished:
            widget.setAttribute(_POLISHED, True)


@contextmanager
def _memory_kept() -> Iterator[None]:
    """Qt forgets what colours widgets had before their style sheet when the last sheet goes: so one stays meanwhile."""
    keeper = QWidget()
    keeper.setStyleSheet("QWidget { }")
    try:
        yield
    finally:
        keeper.deleteLater()


def _postpone(hidden: Iterable[QWidget], seen: Collection[QWidget]) -> None:
    """Lets the outermost of ``hidden`` catch up when they are shown."""
    for widget in hidden:
        is_outermost = widget.isWindow() or widget.parentWidget() in seen
        if is_outermost and widget.isVisible():  # shown a moment ago
            _catch_up(widget)
        elif is_outermost and widget.findChild(_Late, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            _Late(widget)


class _Late(QObject):
    """Gives ``root``, and what is shown with it, the style of the application at its next showing."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        root.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self.setParent(None)
            self.deleteLater()
            _catch_up(watched)
        return False


def _catch_up(root: QWidget) -> None:
    seen, hidden = _parted((root, *root.findChildren(QWidget)))
    style = QApplication.style()
    for widget in seen:
        style.unpolish(widget)
    for kind in (QEvent.Type.ApplicationFontChange, QEvent.Type.ApplicationPaletteChange):
        QApplication.sendEvent(root, QEvent(kind))
    for widget in seen:
        style.polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    renew(seen)
    _postpone(hidden, seen)
