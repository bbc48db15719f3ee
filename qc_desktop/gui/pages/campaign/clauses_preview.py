"""A certificate with the clauses as they are being typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.pages.certificates.picture import DPI, PagePicture
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import label, only_card, set_tone
from qc_desktop.services.layouts import previewing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.layouts.previewing import Shown

_PAUSE_MS = 300
"""Between two letters; after it the page is drawn."""


class ClausesPreview(QWidget):
    """Drawn on the slow reader's thread, and only while it is seen."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._wanted: tuple[str, ...] = ()
        self._drawn: tuple[str, ...] | None = None
        self._ticket = Ticket()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self.picture = PagePicture()
        self._problem = label("", "", wrap=True)
        set_tone(self._problem, Tone.WARN)
        self._problem.hide()
        column = only_card(self)
        column.addWidget(label(self.tr("On the certificate"), "section"))
        column.addWidget(self._problem)
        column.addWidget(self.picture)

    def follow(self, clauses: Sequence[str]) -> None:
        """Shows short ``clauses`` as soon as nobody types; an empty one is left out, as it is not finished."""
        self._wanted = tuple(clause for clause in clauses if clause)
        if self.isVisible():
            self._pause.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawn = None  # layout, colours, seal and issuer line may have changed meanwhile
        self._pause.start()

    def _draw(self) -> None:
        self._ticket.tear()  # also where what is shown is wanted again: another page may be on its way
        if not self.isVisible() or self._wanted == self._drawn:
            return
        office, wanted = cast("Desk", self._context.services).office, self._wanted
        draw = partial(previewing.with_clauses, office, wanted, DPI)
        self._ticket = self._context.jobs.report(draw, partial(self._show, wanted))

    def _show(self, clauses: tuple[str, ...], shown: Shown) -> None:
        self._drawn = None if shown.problem else clauses
        problem = self._context.words.of(shown.problem) if shown.problem else ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if problem:
            self.picture.fade(self.tr("The page as it was before"))
        else:
            self.picture.show_image(QImage.fromData(shown.png), self.tr("On the certificate"))
