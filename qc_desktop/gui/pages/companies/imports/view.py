"""How the import is put together: steps above, what each shows, buttons below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.imports.choose import FileStep
from qc_desktop.gui.pages.companies.imports.mapping import ColumnsStep
from qc_desktop.gui.pages.companies.imports.preview import RowsStep
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.step_header import StepHeader
from qc_desktop.services.companies.importing import Plan
from qc_desktop.services.companies.matching import Outcome

CHOOSE, MAP, PREVIEW, IMPORT = range(4)


class ImportView(QWidget):
    """Shows one step at a time; the buttons are those that mean something there."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        steps = (self.tr("Choose a file"), self.tr("Check the columns"), self.tr("Preview"), self.tr("Import"))
        self.steps = StepHeader(steps)
        self.choose, self.mapping, self.preview = FileStep(), ColumnsStep(), RowsStep(context)
        self.progress = ProgressPanel()
        self.stack = QStackedWidget()
        for step in (self.choose, self.mapping, self.preview):
            self.stack.addWidget(step)
        self.file = label("", "muted")
        self.back = button(self.tr("Back"), self.go_back, "plain", "arrow-left")
        self.bad_rows = button("", self.ask_for_bad_rows, "", "save")
        self.next = button(self.tr("Next"), self.check_again, "primary")
        self.go = button("", self.run, "primary")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.steps, 1)
        head.addWidget(self.file)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        for part in (self.preview.pledges, self.bad_rows, self.next, self.go):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.back, self.next, self.go, self.bad_rows)

    def set_working(self, working: bool) -> None:
        """While something is read or written only the progress can be stopped."""
        self.stack.setEnabled(not working)
        self.preview.pledges.setEnabled(not working)
        for part in self._buttons:
            part.setEnabled(not working)

    def show_buttons(self, plan: Plan | None, has_year: bool) -> None:
        """Shows what can be done at the present step with ``plan``."""
        step = self.stack.currentIndex()
        counts = plan.counted() if plan else {}
        bad = counts.get(Outcome.ERROR, 0) + counts.get(Outcome.DUPLICATE, 0)
        ready = self.preview.importable()
        self.back.setText(self.tr("Back to the list") if step == CHOOSE else self.tr("Back"))
        self.next.setVisible(step == MAP)
        self.next.setEnabled(self.mapping.is_enough)
        self.preview.pledges.setVisible(step == PREVIEW and has_year)
        self.bad_rows.setVisible(step == PREVIEW and bad > 0)
        self.bad_rows.setText(self.tr("Save %n row(s) to mend…", "", bad))
        self.go.setVisible(step == PREVIEW)
        self.go.setText(self.tr("Import %n company(ies)", "", ready))
        self.go.setEnabled(ready > 0)

    def go_back(self) -> None:
        """One step back."""
        raise NotImplementedError

    def ask_for_bad_rows(self) -> None:
        """Asks where to save the rows that need mending."""
        raise NotImplementedError

    def check_again(self) -> None:
        """Looks at the list again."""
        raise NotImplementedError

    def run(self) -> None:
        """Imports."""
        raise NotImplementedError
