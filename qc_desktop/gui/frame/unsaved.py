"""Whether the status line may say that everything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override

from qc_desktop.gui.frame.recovery import PLACES
from qc_desktop.gui.widgets import unkept
from qc_desktop.gui.widgets.line_edit import TYPED

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.frame.page_stack import PageStack
    from qc_desktop.gui.frame.status_line import StatusLine

SOON_MS = 300
"""All fields are looked through once a person pauses, not at every key."""


class Unsaved(QObject):
    """Tells ``status`` what stands unsaved within ``window``: forms, short texts and decisions, kept drafts."""

    def __init__(self, window: QWidget, stack: PageStack, drafts: DraftKeeper, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._stack, self._drafts, self._status = window, stack, drafts, status
        self._left = False
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._look_through)
        stack.unsaved_changed.connect(self._tell)
        drafts.stock_changed.connect(self._tell)
        window.installEventFilter(self)
        self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == TYPED:
            self._soon.start()
        return False

    def _tell(self) -> None:
        """At once what pages and drafts know; what only the fields know soon afterwards."""
        self._show()
        self._soon.start()

    def _look_through(self) -> None:
        self._left = unkept.first(self._window) is not None
        self._show()

    def _show(self) -> None:
        forms = any(page.is_unsaved for page in self._stack.pages.values())
        kept = any(draft.kind in PLACES for draft in self._drafts.everything)
        self._status.show_unsaved(forms or kept or self._left)
