"""Why a pledge is returned: a number picks a usual reason, or one writes one's own. In the place of the form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, literal
from qc_desktop.gui.widgets.scroll_area import scroll_area

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper

MOST_KEYS = 9


class ReasonsCard(QFrame):
    """``given`` carries the reason, ``closed`` tells that nothing is returned.

    A reason of one's own stays with its pledge until that is returned or the card is put away.
    """

    given = Signal(str)
    closed = Signal()

    def __init__(self, drafts: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._told = label("", "section", wrap=True)
        self._reasons: tuple[str, ...] = ()
        self._buttons: list[QPushButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.own = LineEdit()
        self.own.setPlaceholderText(self.tr("Another reason"))
        self.own.setAccessibleName(self.tr("Another reason"))
        self.own.returnPressed.connect(self._give_own)
        self.texts = KeptTexts("return_reason", drafts, self, own=self.own)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("plain", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(label(self.tr("Press the number of a reason. The company will be told."), "muted", wrap=True))
        column.addLayout(self._list)
        column.addWidget(self.own)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Cancel"), self._put_away))
        row.addWidget(button(self.tr("Return it"), self._give_own, "danger"))
        column.addLayout(row)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scroll_area(inner))

    def offer(self, reasons: Sequence[str]) -> None:
        """Offers ``reasons``; the first nine have a number."""
        if tuple(reasons) == self._reasons:
            return
        self._reasons = tuple(reasons)
        for made in self._buttons:
            made.deleteLater()
        self._buttons = []
        for place, reason in enumerate(reasons, 1):
            numbered = f"{place}  {reason}" if place <= MOST_KEYS else reason
            made = button(literal(numbered), partial(self.given.emit, reason))
            made.setProperty("align", "left")
            self._buttons.append(made)
            self._list.addWidget(made)

    def ask(self, participation_id: str, name: str) -> None:
        """Asks why the pledge of ``name`` is returned."""
        self._told.setText(self.tr("Why is {name} returned?").format(name=name))
        self.texts.show(participation_id, name)
        (self.own if self.own.text() or not self._buttons else self._buttons[0]).setFocus()

    def _put_away(self) -> None:
        self.texts.forget(self.texts.key or "")
        self.closed.emit()

    def _give_own(self) -> None:
        reason = self.own.text().strip()
        if reason:
            self.given.emit(reason)
        else:
            self.own.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1.value
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
        elif 0 <= place < min(len(self._buttons), MOST_KEYS) and not self.own.hasFocus() and not event.isAutoRepeat():
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)
