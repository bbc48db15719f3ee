"""What a rendering came to: where the files are, and which sheets were withheld."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain import dates
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, card, label

if TYPE_CHECKING:
    from qc_desktop.documents.pagecheck import PageProblem
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.packaging import Packaged
    from qc_desktop.services.certificates.printing import Printed

LISTED = 20
"""How many withheld sheets are named with their reason."""
MOST_FILES = 40
"""More than this no messenger takes at once: nothing is offered to be copied."""


def to_send(made: Sequence[Path]) -> tuple[Path, ...]:
    """What of ``made`` can be pasted into a message: zips, or the files of one folder; nothing where it is too much."""
    if len(made) == 1 and made[0].is_dir():
        return tuple(sorted(made[0].iterdir()))
    files = tuple(path for path in made if path.is_file())
    return files if len(files) <= MOST_FILES else ()


class Outcome(QWidget):
    """A sentence with a button that opens the folder; ``withheld`` names, elsewhere, the sheets that were."""

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.bar = MessageBar(closable=False)
        self.withheld = card()
        inner = QVBoxLayout(self.withheld)
        inner.setContentsMargins(16, 10, 16, 10)
        self._withheld = label("", wrap=True)
        self._files: tuple[Path, ...] = ()
        self.copy = button(self.tr("Copy the files"), self._copy, "", "copy")
        inner.addWidget(label(self.tr("Withheld"), "strong"))
        inner.addWidget(self._withheld)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear()

    def clear(self) -> None:
        """Says nothing."""
        self.bar.clear()
        self.withheld.hide()
        self.copy.hide()
        self.hide()

    def say(self, tone: Tone, sentence: str, action: Action | None = None) -> None:
        """Says one sentence."""
        self.withheld.hide()
        self.copy.hide()
        self.bar.say(tone, sentence, action)
        self.show()

    def show_made(self, made: Printed) -> None:
        """Says what was made, what stood there already, what was withheld and why."""
        sentences = [self.tr("%n certificate(s) made in {path}.", "", len(made.numbers)).format(path=made.path)]
        if made.skipped:
            sentences.append(self.tr("%n stood there already.", "", made.skipped))
        sentences.append(self.tr("Every page was checked.") if made.checked else self.tr("The pages were not checked."))
        self._say_done(Tone.WARN if made.withheld or not made.checked else Tone.OK, sentences, made.path)
        if made.withheld:
            self._name_withheld(made.withheld)

    def show_packaged(self, made: Packaged) -> None:
        """Says what was packed and where, and offers to copy it as files."""
        sentences = [self.tr("The packages are in {path}. Every page was checked.").format(path=made.path)]
        if made.skipped:
            sentences.append(self.tr("%n stood there already.", "", made.skipped))
        self._say_done(Tone.WARN if made.withheld else Tone.OK, sentences, made.path)
        self._files = to_send(made.made)
        self.copy.setText(self.tr("Copy the files"))
        self.copy.setVisible(bool(self._files))
        if made.withheld:
            self._name_withheld(made.withheld)

    def _copy(self) -> None:
        """Puts the files on the clipboard as files, as a file manager does: a messenger takes them from there."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in self._files])
        QGuiApplication.clipboard().setMimeData(data)
        self.copy.setText(self.tr("%n file(s) copied", "", len(self._files)))

    def _say_done(self, tone: Tone, sentences: Sequence[str], path: Path) -> None:
        """With the time: the same files made once more are told from those before."""
        folder = path if path.is_dir() else path.parent
        at = self.tr("Finished at {time}.").format(time=f"{dates.local(dates.now()):%H:%M:%S}")
        opening = Action(self.tr("Open the folder"), lambda: places.show_folder(folder))
        self.say(tone, joined(*sentences, at), opening)

    def _name_withheld(self, withheld: Sequence[PageProblem]) -> None:
        lines = [f"{problem.number}  {self._words.of(problem.finding)}" for problem in withheld[:LISTED]]
        self._withheld.setText("\n".join(lines))
        self.withheld.show()
        bring_into_view(self.withheld)
