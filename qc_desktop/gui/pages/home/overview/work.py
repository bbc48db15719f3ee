"""What leaves the overview: pictures, numbers, the briefing, the short text, the archive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from qc_desktop.domain.charts import Chart
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import preferences
from qc_desktop.services.reports import archive, briefing, pictures, workbook

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.widgets.progress_panel import ProgressPanel
    from qc_desktop.services.reports.archive import Packed
    from qc_desktop.services.reports.overview import Numbers

FOLDER = "report_folder"


class OverviewWork(QObject):
    """Asks where to, writes, and says so."""

    def __init__(self, page: QWidget, context: PageContext, desk: Desk, progress: ProgressPanel) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._desk = desk
        self._progress = progress
        self.numbers: Numbers | None = None
        self.text = ""

    def copy_text(self) -> None:
        """Puts the short text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self._context.speaker.toast(self.tr("Copied. Paste it into WeChat with Ctrl+V."))

    def copy_picture(self, chart: Chart) -> None:
        """Puts the picture of ``chart`` on the clipboard."""
        numbers = self.numbers
        if numbers is not None:
            self._context.jobs.report(lambda: pictures.picture(numbers, chart.id), self._copied)

    def _copied(self, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._context.speaker.toast(self.tr("The picture is copied. Paste it with Ctrl+V."))

    def save_picture(self, chart: Chart) -> None:
        """Asks for a file and writes the picture of ``chart``."""
        numbers = self.numbers
        if numbers is not None:
            name = f"{pictures.title(numbers, chart.id)}.png"
            self._write(self.tr("Save the picture"), name, partial(pictures.save, numbers, chart.id))

    def save_numbers(self) -> None:
        """Asks for a file and writes all numbers."""
        numbers = self.numbers
        if numbers is not None:
            name = self.tr("Numbers {year}.xlsx").format(year=numbers.year)
            self._write(self.tr("Export numbers"), name, partial(workbook.write, numbers))

    def save_briefing(self) -> None:
        """Asks for a file and writes the briefing."""
        numbers, office = self.numbers, self._desk.office
        if numbers is not None:
            name = self.tr("Briefing {year}.docx").format(year=numbers.year)
            self._write(
                self.tr("One-page briefing"),
                name,
                lambda path: briefing.write(briefing.subject(office, numbers), path),
            )

    def save_archive(self) -> None:
        """Asks for a file and packs the year's archive."""
        numbers = self.numbers
        if numbers is None:
            return
        path = self._ask(self.tr("Year archive"), archive.suggested_name(numbers.year))
        if path is not None:
            self._pack(numbers, path)

    def _pack(self, numbers: Numbers, path: Path) -> None:
        job = partial(archive.pack, self._desk.office, numbers, path)
        task = self._context.jobs.run(
            job, self._say_packed, offering(self._context, path, partial(self._pack, numbers))
        )
        self._progress.watch(task, self._context.words.text("step.archive"))

    def _say_packed(self, packed: Packed) -> None:
        told = self.tr("The archive with %n file(s) is in {file}.", "", len(packed.files))
        self._say_written(packed.path, told.format(file=packed.path))

    def _ask(self, title: str, name: str) -> Path | None:
        """The file that a person names; its folder is offered the next time."""
        folder = places.starting(preferences.remembered(self._desk.office.profile, FOLDER))
        path = places.ask_file(self._page, title, folder / name, Path(name).suffix)
        if path is not None:
            self._desk.remember(**{FOLDER: str(path.parent)})
        return path

    def _write(self, title: str, name: str, write: Callable[[Path], object]) -> None:
        path = self._ask(title, name)
        if path is not None:
            self._write_to(write, path)

    def _write_to(self, write: Callable[[Path], object], path: Path) -> None:
        told = self.tr("Written: {file}").format(file=path)
        self._context.jobs.change(
            partial(write, path),
            lambda _done: self._say_written(path, told),
            offering(self._context, path, partial(self._write_to, write)),
        )

    def _say_written(self, path: Path, told: str) -> None:
        action = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self._context.speaker.say(Tone.OK, told, action)
