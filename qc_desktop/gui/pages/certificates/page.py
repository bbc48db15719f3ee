"""The page of certificates: the register, a batch, files to print, a page enlarged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from qc_desktop.gui.pages.base import LOW_WINDOW, Page
from qc_desktop.gui.pages.certificates import model
from qc_desktop.gui.pages.certificates.batch import Batch
from qc_desktop.gui.pages.certificates.empty import EmptyStates
from qc_desktop.gui.pages.certificates.make_view import PACKAGE, MakeView
from qc_desktop.gui.pages.certificates.missing import MissingSettings
from qc_desktop.gui.pages.certificates.offering import Offering
from qc_desktop.gui.pages.certificates.printing.calibration_view import CalibrationView
from qc_desktop.gui.pages.certificates.printing.desk_view import DeskView
from qc_desktop.gui.pages.certificates.printing.start_view import StartView
from qc_desktop.gui.pages.certificates.register_view import RegisterView
from qc_desktop.gui.pages.certificates.register_work import RegisterWork
from qc_desktop.gui.pages.certificates.rooms import Rooms
from qc_desktop.gui.pages.certificates.sending.reconcile_view import ReconcileView
from qc_desktop.gui.pages.certificates.sending.view import SendingView
from qc_desktop.gui.pages.certificates.step_bar import CHOOSE, MAKE
from qc_desktop.gui.pages.certificates.tabs import BATCHES, CALIBRATION, RECONCILE, REGISTER, SENDING, page_tabs
from qc_desktop.gui.widgets.parts import Action, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.model import Standing

ISSUE, FILES, PACKS, PRINT = "issue", "make", "packages", "print"
"""What can be begun from anywhere, by key, beside the tabs: a new batch, files, packages, printing."""


class CertificatesPage(Page):
    """Views of which one is shown: what to do first, the register, a batch, files, a page enlarged."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Issue and print"))
        self._desk: Desk = context.services
        self.standing: Standing | None = None
        self.notice = MissingSettings(lambda: context.go("settings", "office"))
        self.empty = EmptyStates(context, self.begin_batch)
        self.register = RegisterView(context, self._desk)
        self.work = RegisterWork(self.register, context, self._desk)
        self.offering = Offering(self)
        self.rooms = Rooms(self)
        self._view: QWidget = self.register
        self.tabs = page_tabs()
        self._layouts = button(self.tr("Layouts"), lambda: context.go("layouts", ""), "", "file-check")
        self._labels = button(self.tr("Labels"), lambda: context.go("labels", ""), "", "package-search")
        self._make_files = button(self.tr("Make files"), lambda: self.offering.begin_making(), "", "download")
        self._print = button(self.tr("Print…"), self.offering.begin_printing, "", "printer")
        self._issue = button(self.tr("Issue certificates"), self.begin_batch, "primary", "award")
        self._place_parts()
        self._connect()
        self._arrange()

    def _place_parts(self) -> None:
        for act in (self._labels, self._layouts, self._make_files, self._print, self._issue):
            self.head_actions.addWidget(act)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.notice)
        for view in (self.empty, self.register):
            self.rooms.add(view, seen=view is self.register)

    def show_sending(self) -> None:
        """Shows what went out."""
        self.bring(self.rooms.sending.view)
        self.rooms.sending.begin()
        self.rooms.sending.view.take_focus()

    def show_reconciliation(self) -> None:
        """Shows how the year's certificates stand; where there is no campaign, the register says so."""
        if self.standing is None or not self.standing.issued:
            self.show_register()
            return
        self.bring(self.rooms.reconciling.view)
        self.rooms.reconciling.begin(self.standing.campaign_id, self.year)
        self.rooms.reconciling.view.table.setFocus()

    def show_calibration(self) -> None:
        """Shows how far each printer is off."""
        self.calibrate("", from_start=False)

    def calibrate(self, printer: str, *, from_start: bool = True) -> None:
        """Measures how far ``printer`` is off; there is a way back ``from_start``."""
        self.rooms.calibrating.view.back.setVisible(from_start)
        self.bring(self.rooms.calibrating.view)
        self.rooms.calibrating.begin(printer)

    def leave_calibration(self) -> None:
        """Back to what was to be printed, where that is still of the year at hand."""
        is_same = self.standing is not None and self.offering.campaign_id == self.standing.campaign_id
        self.bring(self.rooms.start if is_same else self.register)

    def _connect(self) -> None:
        detail = self.register.detail
        detail.enlarge_wanted.connect(self._enlarge)
        detail.company_wanted.connect(lambda key: self.context.go("companies", key))
        self.register.files_wanted.connect(lambda: self.offering.begin_making())
        self.register.print_wanted.connect(self.offering.begin_printing)
        self.tabs.chosen.connect(lambda key: self._tabbed[key]())

    @property
    def _tabbed(self) -> dict[str, Callable[[], object]]:
        """What the tabs show, by key."""
        return {
            REGISTER: self.show_register,
            BATCHES: self.show_batches,
            SENDING: self.show_sending,
            RECONCILE: self.show_reconciliation,
            CALIBRATION: self.show_calibration,
        }

    @property
    @override
    def place(self) -> str:
        """What is begun, by its key; a batch that is under way is none: it cannot be begun twice."""
        if isinstance(self._view, MakeView):
            return PACKS if self._view.mode.current == PACKAGE else FILES
        return PRINT if isinstance(self._view, StartView) else self._tab.replace(REGISTER, "")

    @property
    def _tab(self) -> str:
        """Which tab is shown; empty where something is begun or enlarged."""
        names = {DeskView: BATCHES, SendingView: SENDING, ReconcileView: RECONCILE, CalibrationView: CALIBRATION}
        return REGISTER if self._view is self.register else names.get(type(self._view), "")

    @property
    @override
    def entrance(self) -> QWidget:
        shown = next(view for view in self.rooms.views if not view.isHidden())
        if self.standing is None:
            return self
        return self.register.search if shown is self.register else self.empty.entrance if shown is self.empty else shown

    @override
    def _bring_forward(self, part: QWidget) -> None:
        self.bring(next(view for view in self.rooms.views if view.isAncestorOf(part)))

    def refresh(self) -> None:
        """Asks how the year stands, and again for the certificate at hand."""
        year, office = self.year, self._desk.office
        self.ask_of_year(lambda: model.look(office, year), self._show)
        self.work.refresh()

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        if standing.campaign_id:
            self.register.show_standing(standing)
        self._issue.setText(self.tr("Issue %n certificate(s)", "", standing.waiting))
        self.empty.show_standing(standing)
        self.notice.show_standing(standing)
        self._keep_true(standing)
        self._arrange()
        self.settle_focus()

    def _keep_true(self, standing: Standing) -> None:
        """What is offered and not done yet belongs to the year that is shown; a batch's list follows what changes."""
        if self.context.jobs.is_busy:
            return
        if isinstance(self._view, Batch):
            if self.rooms.batch.campaign_id != standing.campaign_id and self.rooms.batch.step < MAKE:
                self._view = self.register
            elif self.rooms.batch.step == CHOOSE:
                self.rooms.batch.choose.model.refresh()
        elif isinstance(self._view, MakeView | StartView) and self.offering.campaign_id != standing.campaign_id:
            self._view = self.register
        elif isinstance(self._view, ReconcileView):
            self.rooms.reconciling.refresh(standing.campaign_id, self.year)
        elif isinstance(self._view, SendingView):
            self.rooms.sending.refresh()
        elif isinstance(self._view, DeskView):
            self.rooms.printing.show_batches()

    def needs_year(self, key: str) -> bool:
        """Whether ``key`` begins something with the certificates of a year."""
        return key in (ISSUE, FILES, PACKS, PRINT, RECONCILE) or key.startswith(f"{PACKS}:")

    def open_item(self, key: str) -> None:
        """Shows the certificate with the number ``key``, or begins what the key names."""
        begun: dict[str, Callable[[], object]] = {
            ISSUE: self.begin_batch,
            FILES: self.offering.begin_making,
            PACKS: lambda: self.offering.begin_making(PACKAGE),
            PRINT: self.offering.begin_printing,
            **self._tabbed,
        }
        if key in begun:
            begun[key]()
        elif key.startswith(f"{PACKS}:"):
            self.offering.pack(tuple(key.removeprefix(f"{PACKS}:").split(",")))
        else:
            self.seek(key)

    def seek(self, key: str) -> None:
        """Shows the certificate with the number ``key`` in the register."""
        self.show_register()
        self.register.seek(key)
        self._arrange()  # also where the year at hand has no certificate

    def show_register(self) -> None:
        """Goes back to the register."""
        self.bring(self.register)
        self.register.search.setFocus()

    def begin_batch(self) -> None:
        """Begins a batch, where somebody waits and the settings are complete; else the register says what is so."""
        standing = self.standing
        if standing is not None and standing.waiting and not standing.missing and not self.context.jobs.is_busy:
            self.bring(self.rooms.batch)
            self.rooms.batch.start(standing)
            return
        self.show_register()
        if standing is not None and standing.issued and not standing.missing:
            self._say_none_waits(standing)

    def _say_none_waits(self, standing: Standing) -> None:
        if standing.waiting:
            self.context.speaker.toast(self.tr("Something is still being done. Issue when it is finished."))
            return
        said = self.tr("Nobody waits for a certificate: all announced companies of {year} have one.")
        to_campaign = Action(self.tr("Go to the campaign"), lambda: self.context.go("campaign", ""))
        self.context.speaker.toast(said.format(year=self.year), to_campaign)

    def show_batches(self, batch_id: str = "") -> None:
        """Shows the print batches, the one with ``batch_id`` at hand."""
        self.bring(self.rooms.printing)
        self.rooms.printing.show_batches(batch_id)
        self.rooms.printing.table.setFocus()

    def _enlarge(self, number: str) -> None:
        self.bring(self.rooms.enlarged)
        self.rooms.enlarged.view.zoom(1.0)
        self.rooms.enlarged.show_number(number)
        self.rooms.enlarged.back.setFocus()

    def turn(self, by: int) -> None:
        """Enlarges the certificate so many places on in the register."""
        number = self.register.step(by)
        if number:
            self.rooms.enlarged.show_number(number)

    def bring(self, view: QWidget) -> None:
        """Turns to ``view``, one of the page's own."""
        self._view = view
        self._arrange()

    def _arrange(self) -> None:
        standing = self.standing
        is_empty = standing is None or not standing.issued
        shown = self.empty if self._view is self.register and is_empty and not self.register.is_seeking else self._view
        if shown.isHidden():
            self.begin_at_top()
        for view in self.rooms.views:
            view.setVisible(view is shown)
        in_register = shown is self.register and standing is not None
        for way in (self._labels, self._layouts):
            way.setVisible(shown in (self.register, self.empty))
        for act in (self._make_files, self._print):
            act.setVisible(in_register)
        self._issue.setVisible(bool(in_register and standing and standing.waiting and not standing.missing))
        self._show_tabs(is_empty=shown is self.empty)
        self.say_below_title(self._about())

    def _show_tabs(self, *, is_empty: bool) -> None:
        """On a low screen the tabs say enough of what is shown: its heading gives way."""
        tab = self._tab
        self.tabs.setVisible(bool(tab) and not is_empty)
        if tab:
            self.tabs.mark(tab)
        self._fit_heading()

    def _fit_heading(self) -> None:
        self.show_heading(self.window().height() >= LOW_WINDOW or self._tab in ("", REGISTER))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heading()

    def _about(self) -> str:
        if self.standing is None or not self.standing.campaign_id:
            return ""
        year = self.tr("Year {year}").format(year=self.year)
        issued = self.tr("%n certificate(s)", "", self.standing.issued)
        waiting = self.tr("%n company(ies) wait for one", "", self.standing.waiting)
        return " · ".join((year, issued, waiting))
