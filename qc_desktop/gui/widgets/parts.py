"""Labels, buttons and cards in the roles that the style sheet knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qc_desktop.gui.icons import SIDE, wear
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.push_button import PushButton

ICON = QSize(SIDE, SIDE)
TONE_ICONS = {
    Tone.OK: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.BAD: "circle-alert",
    Tone.ACCENT: "info",
    Tone.MUTED: "info",
    Tone.PLAIN: "info",
}


@dataclass(frozen=True)
class Action:
    """Something a person can do: the words on its button, and what happens."""

    text: str
    call: Callable[[], None]


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label in a role: title, section, number, muted, small, or none. Plain text, never mark-up."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def button(text: str, call: Callable[[], object], kind: str = "", icon_name: str = "") -> QPushButton:
    """A push button of a kind: primary, danger, plain, or none."""
    made = PushButton(text)
    made.setProperty("kind", kind)
    if icon_name:
        wear(made, icon_name, {"primary": "on_accent", "danger": "bad"}.get(kind, "text"))
        made.setIconSize(ICON)
    made.clicked.connect(lambda: call())
    return made


def icon_button(icon_name: str, name: str, call: Callable[[], object], shortcut: str = "") -> QToolButton:
    """A button that shows only an icon; ``name`` is its tool tip and accessible name."""
    made = QToolButton()
    wear(made, icon_name)
    made.setIconSize(ICON)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({shortcut})" if shortcut else name)
    made.clicked.connect(lambda: call())
    if shortcut:
        QShortcut(QKeySequence(shortcut), made).activated.connect(made.click)
    return made


def card(parent: QWidget | None = None) -> QFrame:
    """A surface with a hairline border."""
    made = QFrame(parent)
    made.setProperty("card", True)
    return made


def only_card(owner: QWidget, *, spacing: int = 8, widest: int = 0) -> QVBoxLayout:
    """Makes ``owner`` one card, at most ``widest`` pixels wide, and returns the column of what stands in it."""
    frame = card()
    outer = QHBoxLayout(owner)
    outer.setContentsMargins(0, 0, 0, 0)
    if widest:
        frame.setMaximumWidth(widest)
        outer.addWidget(frame, 1000)  # up to its widest, then the rest stays free on the right
        outer.addStretch(1)
    else:
        outer.addWidget(frame)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(spacing)
    return column


def edged(owner: QWidget, *parts: QWidget) -> None:
    """Makes ``owner`` a card whose ``parts`` reach its border; the last has the height that the others leave."""
    column = only_card(owner, spacing=6)
    column.setContentsMargins(1, 1, 1, 1)
    *above, last = parts
    for part in above:
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    column.addWidget(last, 1)


def one_width(buttons: Sequence[QPushButton]) -> None:
    """Lets ``buttons``, which stand one below the other, be as wide as the widest."""
    for made in buttons:
        made.setMinimumWidth(0)
    widest = max((made.sizeHint().width() for made in buttons), default=0)
    for made in buttons:
        made.setMinimumWidth(widest)


def rule() -> QFrame:
    """A hairline between what scrolls and what stays."""
    made = QFrame()
    made.setProperty("rule", True)
    made.setFixedHeight(1)
    return made


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Gives a label or field the colour of ``tone``, or takes it away."""
    value = tone.value if tone else ""
    if widget.property("tone") != value:
        widget.setProperty("tone", value)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Makes the style sheet look at the properties of ``widget`` again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def literal(text: str) -> str:
    """``text`` for a button or tab: a single & would be taken for a mnemonic and vanish."""
    return text.replace("&", "&&")
