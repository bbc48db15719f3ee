"""Records of visits, dropped or chosen: read, counted, and what came of each said in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, card, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.spared import passing
from qc_desktop.services.sightings.importing import SERVER, importing_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.sightings.importing import Imported, ManyImported

_PATTERNS = ("*.log", "*.log.*", "*.gz", "*access*", "*.txt")
_WIDTH = 320


def logs_in(data: QMimeData) -> list[Path]:
    """The files among what was dropped that may be records of visits: access.log, access.log.1, access_log-2026.gz."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if any(path.match(pattern) for pattern in _PATTERNS) and not path.is_dir()]


class VisitsView(QWidget):
    """``left`` tells that the person goes back to the list."""

    left = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._folder = documents()
        self.site = LineEdit()
        self.site.setMaxLength(SERVER)
        self.site.setMaximumWidth(_WIDTH)
        self.site.setPlaceholderText(self.tr("Nothing where there is one only"))
        passing(self.site)
        self.choose = button(self.tr("&Choose files…"), self.ask, "primary", "folder-open")
        self.back = button(self.tr("Back to the list"), self.left.emit, "", "arrow-left")
        self.progress = ProgressPanel(context.words)
        self.bar = MessageBar(closable=False)
        self.told = label("", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(20, 14, 20, 16)
        inside.setSpacing(10)
        inside.addWidget(label(self.tr("Import a website's records of visits"), "section", wrap=True))
        for words in self._words():
            inside.addWidget(label(words, "muted", wrap=True))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(12)
        form.addRow(self.tr("Which &website"), self.site)
        inside.addLayout(form)
        ways = FlowLayout(gap=8)
        for way in (self.choose, self.back):
            ways.addWidget(way)
        inside.addLayout(ways)
        inside.addWidget(self.progress)
        inside.addWidget(self.bar)
        inside.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.addStretch(1)

    def _words(self) -> tuple[str, str]:
        return (
            self.tr(
                "Who hosts the website gives them out, mostly as access.log or access.log.gz. Choose one or several, "
                "or drop them here; the same records are not counted twice."
            ),
            self.tr(
                "Only visits by a copied link are in them: who scans a code with a camera is seen by nobody. Kept are "
                "day, number, how the page was opened and how often, and never who it was."
            ),
        )

    def ask(self) -> None:
        """Asks for the files."""
        kinds = f"{self.tr('Records of visits')} ({' '.join(_PATTERNS)})"
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose records of visits"), str(self._folder), kinds)
        self.read([Path(path) for path in chosen])

    def read(self, paths: Sequence[Path]) -> None:
        """Counts the visits in ``paths``."""
        if not paths or self.progress.is_watching:
            return
        self._folder = paths[0].parent
        self.bar.clear()
        self.told.clear()
        office, site = self._desk.office, self.site.text()
        task = self._context.jobs.run(lambda: importing_many(office, paths, site), self._say, self._refuse)
        task.cancelled.connect(self._say_stopped)
        self.choose.setEnabled(False)
        task.ended.connect(lambda: self.choose.setEnabled(True))
        self.progress.watch(task, self.tr("Counting visits"))

    def _say(self, done: ManyImported) -> None:
        words = self._context.words
        self.told.setText("\n".join(self._line(one) for one in done.logs))
        if done.refused:
            self.bar.say(Tone.BAD, "\n".join(breakable(words.of(problem)) for problem in done.refused))
        elif all(one.is_same for one in done.logs):
            self.bar.say(Tone.WARN, self.tr("These records were counted before; nothing was added."))
        else:
            self.bar.say(Tone.OK, self.tr("%n visit(s) counted.", "", done.visits))

    def _line(self, one: Imported) -> str:
        words, name = self._context.words, breakable(one.path.name)
        if one.is_same:
            return words.text("sighting.same", path=name)
        said = words.text("sighting.imported", path=name, lines=one.lines, visits=one.visits)
        left = words.text("sighting.left", again=one.again, foreign=one.foreign, unread=one.unread)
        return f"{said} {left}" if one.again or one.foreign or one.unread else said

    def _say_stopped(self) -> None:
        self.bar.say(Tone.WARN, self.tr("Stopped. Files that were finished are counted, the one at hand is not."))

    def _refuse(self, error: UserError) -> None:
        self.bar.say(Tone.BAD, self._context.words.of(error))
