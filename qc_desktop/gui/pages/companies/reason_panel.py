"""Why a pledge is returned: a usual reason or one's own, asked above the list and never in a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.picker import OWN, Choice, Picker
from qc_desktop.gui.widgets.unkept import Undecided
from qc_desktop.services import preferences
from qc_desktop.services.office import Office

USUAL = (
    QT_TRANSLATE_NOOP("ReasonPanel", "The letter has no seal"),
    QT_TRANSLATE_NOOP("ReasonPanel", "The letter is not signed"),
    QT_TRANSLATE_NOOP("ReasonPanel", "The name differs from the business licence"),
    QT_TRANSLATE_NOOP("ReasonPanel", "The credit code is missing or wrong"),
    QT_TRANSLATE_NOOP("ReasonPanel", "The declared standards are missing"),
    QT_TRANSLATE_NOOP("ReasonPanel", "Products and standards do not match"),
)


def usual_reasons() -> tuple[str, ...]:
    """The reasons that are offered where the office has none of its own."""
    return tuple(QCoreApplication.translate("ReasonPanel", str(words)) for words in USUAL)


def return_reasons(office: Office) -> tuple[str, ...]:
    """The reasons for returning a pledge: the office's own, else the usual ones; asks the records."""
    own = tuple(str(preferences.get(office, "return_reasons")).splitlines())
    return own or usual_reasons()


class ReasonPanel(QFrame, Undecided):
    """``given`` carries the Scope and the reason; Escape puts the panel away."""

    given = Signal(object, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("message", "warn")
        self._scope: Scope | None = None
        self._offered: tuple[str, ...] = ()
        self._told = label("", "", wrap=True)
        self.reason = Picker()
        self.reason.own_words = True
        self.reason.setAccessibleName(self.tr("Reason for returning"))
        self.offer(usual_reasons())
        self._line = self.reason.editor
        self._line.returnPressed.connect(self._give)
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(button(self.tr("Return them"), self._give, "danger"))
        row.addWidget(button(self.tr("Cancel"), self.close_panel, "plain"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._told)
        column.addLayout(row)
        self.hide()

    @property
    @override
    def holds_decisions(self) -> bool:
        """Put away, the reason only waits to be offered again."""
        is_own = str(self.reason.currentData() or "").startswith(OWN) or self._line.isModified()
        return not self.isHidden() and is_own and bool(self._line.text().strip())

    @property
    @override
    def decided_at(self) -> QWidget:
        return self.reason

    def offer(self, reasons: Sequence[str]) -> None:
        """Offers ``reasons``."""
        if tuple(reasons) == self._offered:
            return
        self._offered = tuple(reasons)
        self.reason.offer([Choice(words, words) for words in reasons])

    def ask(self, scope: Scope, count: int) -> None:
        """Asks why those in ``scope`` are returned; ``count`` of them can be."""
        self._scope = scope
        named = scope.rows[0].name if scope.count == 1 and scope.rows else ""
        many = self.tr("Why are %n company(ies) returned? They are told the reason.", "", count or scope.count)
        one = self.tr("Why is {name} returned? It is told the reason.").format(name=named)
        self._told.setText(one if named else many)
        self.show()
        self.reason.setFocus()
        self._line.selectAll()

    def close_panel(self) -> None:
        """Puts the panel away; nothing is returned."""
        self._scope = None
        self.hide()
        self.closed.emit()

    def _give(self) -> None:
        self.reason.settle()
        reason = str(self.reason.currentData() or "").removeprefix(OWN)
        scope = self._scope
        if scope is not None and reason:
            self.close_panel()
            self.given.emit(scope, reason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
