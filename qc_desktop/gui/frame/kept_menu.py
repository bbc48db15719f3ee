"""All that is typed and not saved, in a menu: each line leads to its form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from qc_desktop.gui.frame.draft_words import name_of, time_of
from qc_desktop.gui.frame.recovery import PLACES
from qc_desktop.gui.widgets.parts import literal

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.services.drafts import Draft

WIDEST = 520
"""In logical pixels: the smallest window has room for it."""


class KeptMenu(QMenu):
    """The drafts of ``keeper``, the newest first; ``take_up`` goes on with one, ``lead`` shows what has none yet."""

    def __init__(
        self, keeper: DraftKeeper, take_up: Callable[[Draft], None], lead: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._take_up = take_up
        self._lead = lead
        self.setAccessibleName(self.tr("Not saved yet"))
        self.setToolTipsVisible(True)

    def open_above(self, place: QWidget, *, has_more: bool) -> None:
        """Lists what there is above ``place``; ``has_more`` says that something is typed that no draft keeps."""
        self.clear()
        drafts = [draft for draft in reversed(self._keeper.everything) if draft.kind in PLACES]
        for draft in drafts:
            told = self.tr("{name} ({time})").format(name=name_of(draft), time=time_of(draft))
            self._offer(told, partial(self._take_up, draft))
        if has_more or not drafts:
            self._offer(self.tr("Typed or decided in this window"), self._lead)
        self.popup(place.mapToGlobal(QPoint(0, -self.sizeHint().height())))
        self.setActiveAction(self.actions()[0])

    def _offer(self, words: str, call: Callable[[], None]) -> None:
        made = self.addAction(literal(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, WIDEST)))
        made.setToolTip(words)
        made.triggered.connect(lambda: call())
