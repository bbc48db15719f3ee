"""Before printing: which certificates, which printer, how many at a time; a trial print of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.printing import CHUNK
from qc_desktop.gui.forms.ui_print_form import Ui_PrintForm
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import FormValues
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, card, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from qc_desktop.gui.pages.certificates.make_view import Scope
    from qc_desktop.gui.pages.certificates.printing.acts import Printers
    from qc_desktop.messages import Messages

CHUNKS = (20, CHUNK, 100, 200)
COPIES = (1, 2, 3)


class StartView(QWidget):
    """``start_wanted`` carries numbers, printer, chunk and copies; ``trial_wanted`` a number and a printer."""

    start_wanted = Signal(object, str, int, int)
    trial_wanted = Signal(str, str)
    left = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._scopes: tuple[Scope, ...] = ()
        self._has_printer = False
        self._heading = label("", "section", wrap=True)
        self.scope = FilterChips()
        form = QWidget()
        self.ui = Ui_PrintForm()
        self.ui.setupUi(form)
        hold_still(form)
        self.values = FormValues(form)
        self.values.offer("chunk", [(str(count), str(count)) for count in CHUNKS])
        self.values.offer("copies", [(str(count), str(count)) for count in COPIES])
        about = self.tr(
            "Every page is checked before it goes to the printer, and every sheet is logged. Printing can be stopped "
            "between two chunks and resumes after the last one sent; a trial print is marked and not counted as a copy."
        )
        self.start = button("", self._submit, "primary", "printer")
        self.try_one = button(self.tr("Trial print"), self._try)
        self.bar = MessageBar(closable=False)
        self.progress = ProgressPanel(words)
        self._lay_out(form, label(about, "muted", wrap=True))
        self.scope.chosen.connect(self._rename)

    def _lay_out(self, form: QWidget, about: QWidget) -> None:
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        for act in (self.start, self.try_one, button(self.tr("Back to the register"), self.left.emit)):
            row.addWidget(act)
        for part in (self._heading, self.scope, form, about, buttons):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for shown in (self.progress, self.bar, frame):
            column.addWidget(shown)
        column.addStretch(1)

    def offer(self, scopes: Sequence[Scope]) -> None:
        """Offers to print the certificates of the first of ``scopes``; the printers come with :meth:`show_printers`."""
        self._scopes = tuple(scope for scope in scopes if scope.numbers)
        self.scope.show_chips([Chip(str(place), scope.words) for place, scope in enumerate(self._scopes)])
        self.scope.setVisible(len(self._scopes) > 1)
        self.bar.clear()
        self.values.write({"printer": "", "chunk": str(CHUNK), "copies": "1"})
        self._rename()

    def show_printers(self, found: Printers | None) -> None:
        """Offers the printers; None where there is none, which the bar says."""
        self._has_printer = found is not None
        self.values.offer("printer", [(name, name) for name in found.names] if found else [])
        if found is not None:
            self.values.write({"printer": found.chosen, "chunk": str(CHUNK), "copies": "1"})
        self._rename()
        (self.start if found else self.ui.printer).setFocus()

    @property
    def numbers(self) -> Sequence[str]:
        """The numbers to print."""
        return self._scopes[int(self.scope.current or 0)].numbers if self._scopes else ()

    def show_busy(self, busy: bool) -> None:
        """Holds the buttons back while something prints."""
        if busy:
            self.setFocus()  # else the focus would wander to whatever comes behind a disabled button
        ready = not busy and self._has_printer and bool(self.numbers)
        self.start.setEnabled(ready)
        self.try_one.setEnabled(ready)

    def _rename(self) -> None:
        count = len(self.numbers)
        self._heading.setText(self.tr("Print %n certificate(s)", "", count))
        self.start.setText(self.tr("Print %n certificate(s)", "", count))
        self.show_busy(False)

    def _submit(self) -> None:
        read = {name: str(value) for name, value in self.values.read().items()}
        self.start_wanted.emit(self.numbers, read["printer"], int(read["chunk"]), int(read["copies"]))

    def _try(self) -> None:
        self.trial_wanted.emit(self.numbers[0], str(self.values.read()["printer"]))
