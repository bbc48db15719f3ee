"""The views of which the page shows one beside its register: each is made when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qc_desktop.gui.pages.certificates.batch import Batch
from qc_desktop.gui.pages.certificates.enlarged import Enlarged
from qc_desktop.gui.pages.certificates.make_view import MakeView
from qc_desktop.gui.pages.certificates.making import Making
from qc_desktop.gui.pages.certificates.printing.calibrating import Calibrating
from qc_desktop.gui.pages.certificates.printing.calibration_view import CalibrationView
from qc_desktop.gui.pages.certificates.printing.desk_view import DeskView
from qc_desktop.gui.pages.certificates.printing.start_view import StartView
from qc_desktop.gui.pages.certificates.printing.work import PrintWork
from qc_desktop.gui.pages.certificates.sending.reconcile_view import ReconcileView
from qc_desktop.gui.pages.certificates.sending.reconciling import Reconciling
from qc_desktop.gui.pages.certificates.sending.view import SendingView
from qc_desktop.gui.pages.certificates.sending.work import SendingWork
from qc_desktop.gui.widgets.foot_said import FootSaid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.certificates.page import CertificatesPage


class Rooms:
    """What a room leads to, the page shows."""

    def __init__(self, page: CertificatesPage) -> None:
        self._page = page
        self._context = page.context
        self._desk: Desk = page.context.services
        self.views: list[QWidget] = []

    def add(self, view: QWidget, *, seen: bool = False) -> None:
        """One more of the views of which one is ``seen``."""
        self._page.body.addWidget(view, 1)
        view.setVisible(seen)
        self.views.append(view)

    @cached_property
    def batch(self) -> Batch:
        """A batch on its way; this and the views below are made when they are first needed."""
        made = Batch(self._context, self._desk)
        made.left.connect(self._page.show_register)
        made.print_wanted.connect(lambda scope: self._page.offering.print_these((scope,)))
        self.add(made)
        self._page.add_foot(made.make.said)
        return made

    @cached_property
    def make(self) -> MakeView:
        """Files to print or to send."""
        made = MakeView(self._context.words)
        self._making = Making(made, self._context, self._desk)
        made.left.connect(self._page.show_register)
        made.print_wanted.connect(lambda scope: self._page.offering.print_these((scope,)))
        self.add(made)
        self._page.add_foot(made.said)
        return made

    @cached_property
    def enlarged(self) -> Enlarged:
        """A page as large as one likes."""
        made = Enlarged(self._context, self._desk)
        made.turned.connect(self._page.turn)
        made.left.connect(self._page.show_register)
        self.add(made)
        return made

    @cached_property
    def print_work(self) -> PrintWork:
        """What the two views of printing ask for."""
        start, printing = StartView(self._context.words), DeskView(self._context, self._desk)
        start.left.connect(self._page.show_register)
        printing.print_wanted.connect(self._page.offering.begin_printing)
        start.files_wanted.connect(self._page.offering.make_these)
        for view in (start, printing):
            self.add(view)
            self._page.add_foot(FootSaid(view, view.progress, view.bar))
        made = PrintWork(start, printing, self._context, self._desk)
        made.begun.connect(self._page.show_batches)
        start.calibration_wanted.connect(self._page.calibrate)
        return made

    @cached_property
    def calibrating(self) -> Calibrating:
        """A printer's correction, measured on a ruler page."""
        view = CalibrationView(self._context.words)
        view.left.connect(self._page.leave_calibration)
        self.add(view)
        self._page.add_foot(FootSaid(view, view.bar))
        return Calibrating(view, self._context, self._desk)

    @cached_property
    def sending(self) -> SendingWork:
        """What went out, and the carrier's lists."""
        view = SendingView(self._context, self._desk)
        view.certificate_wanted.connect(self._page.seek)
        view.preview.waiting_changed.connect(self._page.unsaved_changed)
        self.add(view)
        self._page.add_foot(FootSaid(view, view.progress, view.bar))
        return SendingWork(view, self._context, self._desk)

    @cached_property
    def reconciling(self) -> Reconciling:
        """Whether everything that was selected went out."""
        view = ReconcileView(self._context)
        view.certificate_wanted.connect(self._page.seek)
        view.company_wanted.connect(lambda key: self._context.go("companies", key))
        self.add(view)
        self._page.add_foot(FootSaid(view, view.bar))
        return Reconciling(view, self._context, self._desk)

    @property
    def start(self) -> StartView:
        """What to print, and where."""
        return self.print_work.start

    @property
    def printing(self) -> DeskView:
        """The print batches."""
        return self.print_work.view
