"""What a rendering came to: where the files are, and which sheets were withheld."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, card, label

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.printing import Printed

LISTED = 20
"""How many withheld sheets are named with their reason."""


class Outcome(QWidget):
    """A sentence with a button that opens the folder, and the withheld sheets below it."""

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.bar = MessageBar(closable=False)
        self._card = card()
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(16, 10, 16, 10)
        self._withheld = label("", wrap=True)
        inner.addWidget(label(self.tr("Withheld"), "strong"))
        inner.addWidget(self._withheld)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self._card)
        self.clear()

    def clear(self) -> None:
        """Says nothing."""
        self.bar.clear()
        self._card.hide()
        self.hide()

    def say(self, tone: Tone, sentence: str, action: Action | None = None) -> None:
        """Says one sentence."""
        self._card.hide()
        self.bar.say(tone, sentence, action)
        self.show()

    def show_made(self, made: Printed) -> None:
        """Says what was made, what stood there already, what was withheld and why."""
        sentences = [self.tr("%n certificate(s) made in {path}.", "", len(made.numbers)).format(path=made.path)]
        if made.skipped:
            sentences.append(self.tr("%n stood there already.", "", made.skipped))
        if not made.checked:
            sentences.append(self.tr("The pages were not checked."))
        folder = made.path if made.path.is_dir() else made.path.parent
        tone = Tone.WARN if made.withheld or not made.checked else Tone.OK
        self.say(tone, joined(*sentences), self._opening(folder))
        if made.withheld:
            self._name_withheld(made)

    def _opening(self, folder: Path) -> Action:
        return Action(self.tr("Open the folder"), lambda: places.show_folder(folder))

    def _name_withheld(self, made: Printed) -> None:
        lines = [f"{problem.number}  {self._words.of(problem.finding)}" for problem in made.withheld[:LISTED]]
        self._withheld.setText("\n".join(lines))
        self._card.show()
