"""In the card of a verdict: entering it in the log, and that it was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from qc_desktop.domain.dates import local
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.services.call_log import Call


class Entry(QFrame):
    """A remark and the button that enters the check; afterwards the word that it stands. ``wanted`` asks for it.

    A remark stays with what was asked about, in a draft too, until the check is entered.
    """

    wanted = Signal()

    def __init__(self, drafts: DraftKeeper) -> None:
        super().__init__()
        self._entered = False
        self._entering = ""
        self.remark = LineEdit()
        self.remark.setPlaceholderText(self.tr("Remark, optional (never who asked)"))
        self.remark.setAccessibleName(self.tr("Remark on this check"))
        self.enter_button = button(self.tr("Enter this check (F8)"), self.wanted.emit, "", "check")
        self.told = label("", "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.remark, self.told):
            row.addWidget(part, 1)
        row.addWidget(self.enter_button)
        self.remark.returnPressed.connect(self.wanted)
        self._texts = KeptTexts("desk_remark", drafts, self, remark=self.remark)

    @property
    def is_entered(self) -> bool:
        """Whether the check that is shown stands in the log."""
        return self._entered

    def begin(self, about: str) -> None:
        """Offers to enter what is shown now, an answer ``about`` a number or what was asked."""
        self._texts.show(about, about)
        self.offer()

    def offer(self) -> None:
        """Offers it again, with the remark that was typed."""
        self._turn(entered=False)

    def wait(self) -> None:
        """The check is being entered: it is not entered twice."""
        self._entered = True
        self._entering = self._texts.key or ""

    def tell(self, call: Call) -> None:
        """Says that ``call`` stands in the log, for good."""
        at = f"{local(call.at):%H:%M}"
        self._texts.forget(self._entering)
        self.told.setText(self.tr("Entered at {time}. An entry cannot be changed or taken back.").format(time=at))
        self._turn(entered=True)

    def _turn(self, *, entered: bool) -> None:
        self._entered = entered
        self.told.setVisible(entered)
        for part in (self.remark, self.enter_button):
            part.setVisible(not entered)
        self.show()
