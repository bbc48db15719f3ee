"""How the import is put together: steps above, what each shows, buttons below."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import LOW_WINDOW, PageContext
from qc_desktop.gui.pages.companies.imports.choose import FileStep
from qc_desktop.gui.pages.companies.imports.foot import Foot
from qc_desktop.gui.pages.companies.imports.mapping import ColumnsStep
from qc_desktop.gui.pages.companies.imports.preview import RowsStep
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.step_header import StepHeader
from qc_desktop.gui.widgets.views import Views


class ImportView(QWidget):
    """Shows one step at a time. ``is_checking`` holds the import back while corrections are looked at."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        steps = (self.tr("Choose a file"), self.tr("Check the columns"), self.tr("Preview"), self.tr("Import"))
        self.steps = StepHeader(steps)
        self.choose, self.mapping, self.preview = FileStep(), ColumnsStep(), RowsStep(context)
        self.progress = ProgressPanel(context.words)
        self.stack = Views()
        for step in (self.choose, self.mapping, self.preview):
            self.stack.addWidget(step)
        self.file = label("", "muted")
        self.foot = Foot(self.preview.pledges)
        self.is_checking = False
        self._lay_out()

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.steps, 1)
        head.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.progress)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def _fit_height(self) -> None:
        """In a low window the rows of the preview have the place of the steps."""
        is_low = self.window().height() < LOW_WINDOW
        self._head.setHidden(is_low and self.stack.currentWidget() is self.preview)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def set_working(self, working: bool) -> None:
        """While something is read or written only the progress can be stopped."""
        self.stack.setEnabled(not working)
        self.foot.set_working(working)

    def show_buttons(self, has_year: bool) -> None:
        """Shows what can be done at the present step."""
        self._fit_height()
        ready = self.preview.importable()
        self.foot.show_step(self.stack.currentIndex(), ready, self.preview.left_out(), has_year=has_year)
        self.foot.next.setEnabled(self.mapping.is_enough)
        self.foot.go.setEnabled(ready > 0 and not self.is_checking)
