"""How the window looks: a set of colours and a text size, laid over Fusion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from qc_desktop.gui.fonts import interface_family
from qc_desktop.gui.stylesheet import TYPE_SIZES, control_height, stylesheet
from qc_desktop.gui.tokens import DARK, LIGHT, Tokens


class TextSize(Enum):
    """The three text sizes; the value is the factor on every type size and control."""

    STANDARD = 1.0
    LARGE = 1.15
    EXTRA_LARGE = 1.3


@dataclass(frozen=True)
class Theme:
    """A look: colours and text size."""

    tokens: Tokens = LIGHT
    size: TextSize = TextSize.STANDARD

    @property
    def row_height(self) -> int:
        """The height of a table row, in logical pixels."""
        return control_height(self.size.value)


def apply(app: QApplication, theme: Theme) -> None:
    """Gives ``app`` the look of ``theme``; works before and after windows are shown.

    Qt lays a style sheet over none ten times faster than in the place of another, so the old one goes first.
    """
    app.setStyleSheet("")
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(interface_family())
    font.setPointSizeF(TYPE_SIZES["body"] * theme.size.value)
    app.setFont(font)
    app.setPalette(palette(theme.tokens))
    app.setStyleSheet(stylesheet(theme.tokens, theme.size.value))


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of ``tokens``."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.bad,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.on_selection,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Light: tokens.raised,
        role.Midlight: tokens.line,
        role.Mid: tokens.border,
        role.Dark: tokens.border,
        role.Shadow: tokens.line,
    }
    made = QPalette()
    for place, colour in colours.items():
        made.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, place, QColor(tokens.muted))
    return made


def tokens_in_use() -> Tokens:
    """The colours that the application wears now, read from its palette."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window == QColor(DARK.bg) else LIGHT


def size_in_use() -> TextSize:
    """The text size that the application wears now."""
    factor = QApplication.font().pointSizeF() / TYPE_SIZES["body"]
    return min(TextSize, key=lambda size: abs(size.value - factor))


def row_height() -> int:
    """The height of a table row at the text size that the application wears now, in logical pixels."""
    return control_height(QApplication.font().pointSizeF() / TYPE_SIZES["body"])
