"""字体: fonts that the office adds, for characters that the shipped ones lack and for its layouts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.services import fonts

if TYPE_CHECKING:
    from qc_desktop.services.fonts import AddedFonts, FontRow

SUFFIXES = (".ttf", ".ttc", ".otf", ".woff", ".woff2")
"""What fonts are called; which of them can be used is told from their content, in words."""


def fonts_in(data: QMimeData) -> list[Path]:
    """The font files among what was dropped."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


class FontsSection(Section):
    """Adds by a dialog or a drop, lists and removes."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._ticket = Ticket()
        self._shown: list[FontRow] | None = None
        self._rows: list[QWidget] = []
        self.setAcceptDrops(True)
        self.add_button = button(self.tr("Add a font…"), self._choose, "", "plus")
        self.progress = ProgressPanel(context.words)
        self.none = label(self.tr("No font was added. Everything is printed in the shipped serif and sans."), wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = self.add_card(self.tr("Fonts"))
        told = self.tr(
            "The shipped fonts have every character of the state's list. Where a rarer one is missing, add a TrueType "
            "font that has it (.ttf, .ttc), or drop the file here: it prints only what is missing. Layouts can name it "
            "too."
        )
        inside.addWidget(label(told, "muted", wrap=True))
        inside.addWidget(self.none)
        inside.addLayout(self._list)
        inside.addWidget(self.progress)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        inside.addLayout(row)

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(lambda: fonts.examined(self.desk.office), self._show)

    def _show(self, rows: list[FontRow]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._line(row) for row in rows]
        for line in self._rows:
            self._list.addWidget(line)
            line.show()
        self.none.setVisible(not rows)

    def _line(self, row: FontRow) -> QWidget:
        line = QWidget(self)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(breakable(row.name), wrap=True))
        about = label(self._about(row), "muted", wrap=True)
        if not row.is_sound:
            set_tone(about, Tone.BAD)
        column.addWidget(about)
        across.addLayout(column, 1)
        remove = button(self.tr("Remove"), lambda: self._remove(row), "", "trash-2")
        remove.setAccessibleName(f"{remove.text()} {row.name}")
        if not row.is_sound:
            back = button(self.tr("Put the file back…"), lambda: self._put_back(row), "", "folder-open")
            back.setAccessibleName(f"{back.text()} {row.name}")
            across.addWidget(back)
        across.addWidget(remove)
        return line

    def _about(self, row: FontRow) -> str:
        if not row.is_there:
            return self.tr("The file is gone. Put it back, or remove the font where nothing needs it.")
        if not row.is_sound:
            return self.tr("The file is not what was added. Put back that one, or another of the same font.")
        words = self.context.words
        return words.text("fonts.about", count=row.characters, licence=words.text(f"fonts.licence_{row.licence_kind}"))

    def _choose(self) -> None:
        title = self.tr("Add a font")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, str(documents()), f"{title} (*.ttf *.ttc)")
        self.add([Path(path) for path in chosen])

    def add(self, paths: Sequence[Path]) -> None:
        """Adds the fonts at ``paths``."""
        if not paths:
            return
        self.trouble.hide()
        task = self.context.jobs.run(lambda: fonts.add(self.desk.office, paths), self._added, self.refuse)
        self.progress.watch(task, self.tr("Adding fonts"))

    def _added(self, done: AddedFonts) -> None:
        if done.refused:
            self.trouble.say(Tone.BAD, "\n".join(self.context.words.of(problem) for _, problem in done.refused))
            bring_into_view(self.trouble)
        elif done.rows:
            names = self.context.words.listed(row.name for row in done.rows)
            self.context.speaker.toast(self.tr("Added: {fonts}").format(fonts=names))
        elif done.already:
            self.context.speaker.toast(self.tr("This font was added already."))
        self.refresh()

    def _put_back(self, row: FontRow) -> None:
        title = self.tr("Put the file back…")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(documents()), f"{title} (*.ttf *.ttc)")
        if chosen:
            self.put_back(row, Path(chosen))

    def put_back(self, row: FontRow, path: Path) -> None:
        """Lets the font at ``path`` print what ``row`` did."""
        said = self.context.words.text("fonts.put_in_place", font=row.name)

        def tell(_: FontRow) -> None:
            self.context.speaker.toast(said)
            self.refresh()

        self.trouble.hide()
        self.context.jobs.change(lambda: fonts.put_in_place(self.desk.office, row.sha256, path), tell, self.refuse)

    def _remove(self, row: FontRow) -> None:
        said = self.tr("Removed: {name}").format(name=row.name)

        def tell(_: FontRow) -> None:
            self.context.speaker.toast(said)
            self.refresh()

        self.trouble.hide()
        self.context.jobs.change(lambda: fonts.remove(self.desk.office, row.sha256), tell, self.refuse)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if fonts_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(fonts_in(event.mimeData()))
