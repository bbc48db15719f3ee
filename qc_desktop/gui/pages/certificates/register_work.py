"""The register's way to the use cases: one certificate with its picture, and ending it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.gui.pages.certificates import actions
from qc_desktop.gui.pages.certificates.batch_work import PASSPHRASE_PROBLEMS
from qc_desktop.gui.pages.certificates.picture import DPI
from qc_desktop.gui.pages.certificates.printing import acts
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import keys
from qc_desktop.services.certificates import dispatches, register

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.actions import Ended
    from qc_desktop.gui.pages.certificates.register_view import RegisterView
    from qc_desktop.services.certificates.dispatches import DispatchRow
    from qc_desktop.services.certificates.print_lists import PrintedRow
    from qc_desktop.services.certificates.register import CertificateRow


class RegisterWork(QObject):
    """Asks for the certificate at hand, and ends it where a person wants that."""

    def __init__(self, view: RegisterView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._detail = view.detail
        self._context = context
        self._desk = desk
        self._ticket = Ticket()
        view.number_chosen.connect(self.show)
        view.detail.number_wanted.connect(view.seek)
        view.detail.end_wanted.connect(self._start_ending)
        view.detail.ending.wanted.connect(self._end)

    def refresh(self) -> None:
        """Asks again for the certificate at hand."""
        if self._detail.row is not None:
            self.show(self._detail.row.number)

    def show(self, number: str) -> None:
        """Shows certificate ``number`` and its page; none for an empty number."""
        self._ticket.tear()
        self._ticket = Ticket()
        if not number:
            self._detail.show_row(None, None)
            return
        office = self._desk.office
        self._context.jobs.query(lambda: register.row(office, number), self._show_row, self._ticket)
        self._context.jobs.query(lambda: acts.print_log(self._desk, number), self._show_log, self._ticket)
        self._context.jobs.query(lambda: dispatches.of_certificate(office, number), self._show_sent, self._ticket)
        same = self._detail.row is not None and self._detail.row.number == number
        if not same or self._detail.picture.is_blank:
            dpi = DPI * self._detail.devicePixelRatioF()
            self._context.jobs.report(
                lambda: actions.issued_page(office, number, dpi), partial(self._show_page, number), self._ticket
            )

    def _show_row(self, row: CertificateRow) -> None:
        self._detail.show_row(row, self._desk.office.today)

    def _show_log(self, rows: list[PrintedRow]) -> None:
        self._detail.printed.show_rows(rows, self._context.words)

    def _show_sent(self, rows: list[DispatchRow]) -> None:
        self._detail.sent.show_rows(rows, self._context.words)

    def _show_page(self, number: str, image: QImage) -> None:
        self._detail.picture.show_image(image, self.tr("The page of certificate {number}").format(number=number))

    def _start_ending(self, to: CertificateState) -> None:
        office, unlocked = self._desk.office, self._desk.keys is not None
        self._context.jobs.query(
            lambda: keys.is_set_up(office),
            lambda known: self._detail.begin_ending(to, known=known, unlocked=unlocked),
        )

    def _end(self, number: str, to: CertificateState, reason: str, passphrase: str) -> None:
        desk = self._desk
        work = partial(actions.end, desk, number, to, reason, passphrase)
        self._detail.ending.setEnabled(False)
        task = self._context.jobs.change(work, self._say_ended, self._refuse)
        task.succeeded.connect(lambda _: self._detail.ending.forget(number, to))
        task.ended.connect(lambda: self._detail.ending.setEnabled(True))

    def _say_ended(self, ended: Ended) -> None:
        self._detail.ending.passphrase.clear()
        self._detail.end_ending()
        row = ended.row
        if ended.replacement:
            sentence = self.tr("{number} is replaced by {new}.").format(number=row.number, new=ended.replacement)
            action = Action(self.tr("Show the new one"), lambda: self._view.seek(ended.replacement))
            self._context.speaker.toast(sentence, action)
            return
        state = self._context.words.text(f"certificate.{row.state}")
        self._context.speaker.toast(self.tr("{number}: {state}.").format(number=row.number, state=state))

    def _refuse(self, error: UserError) -> None:
        sentence = self._context.words.of(error)
        if error.code in PASSPHRASE_PROBLEMS:
            self._detail.ending.passphrase.refuse(sentence)
        else:
            self._detail.ending.refuse(sentence)
