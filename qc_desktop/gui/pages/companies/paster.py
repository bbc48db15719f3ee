"""Pasting a message into the form: reads the clipboard, shows what was recognised, fills what was ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from qc_desktop.domain.pasted_text import LONGEST, Found, Recognised, recognise
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.pasting import contact_of, filled, fillings
from qc_desktop.gui.pages.companies.sheet import Draft
from qc_desktop.gui.pages.companies.sheet_view import SheetView
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.companies.lookalikes import Lookalike, known_company


class Paster(QObject):
    """Works on the form ``sheet``; ``open_wanted`` carries the id of the company that a message is about.

    ``with_contacts`` shows the contacts, which may be masked and then logs it, and calls back.
    """

    open_wanted = Signal(str)

    def __init__(
        self, context: PageContext, sheet: SheetView, with_contacts: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__(sheet)
        self._context = context
        self._sheet = sheet
        self._with_contacts = with_contacts
        self._ticket = Ticket()
        sheet.paste_button.clicked.connect(self.paste)
        sheet.pasted.filled_in.connect(self._fill)
        sheet.pasted.open_wanted.connect(self._open)
        sheet.pasted.closed.connect(sheet.company.form.name.setFocus)

    def forget(self) -> None:
        """Puts away what was recognised: another company is shown."""
        self._ticket.tear()
        if self._sheet.pasted.isVisibleTo(self._sheet):
            self._sheet.pasted.close_card()

    def paste(self) -> None:
        """Recognises what is on the clipboard, on the reader thread."""
        text = QGuiApplication.clipboard().text()[:LONGEST]
        self._ticket.tear()
        self._ticket = Ticket()
        desk = self._context.services

        def ask() -> tuple[Recognised, Lookalike | None]:
            read = recognise(text)
            return read, known_company(desk.office, read)

        self._context.jobs.query(ask, self._show, self._ticket)

    def _show(self, answer: tuple[Recognised, Lookalike | None]) -> None:
        read, known = answer
        if not read.fields and not read.left_out:
            self._sheet.bar.say(Tone.WARN, self._context.words.text("pasted.nothing"))
            return
        is_this_one = known is not None and known.id == self._sheet.sheet.id
        company = self._sheet.company.read()
        self._sheet.pasted.show_read(read, fillings(read, company), None if is_this_one else known)
        self._sheet.area.verticalScrollBar().setValue(0)

    def _open(self, company_id: str) -> None:
        self._sheet.pasted.close_card()
        self.open_wanted.emit(company_id)

    def _fill(self, chosen: Sequence[Found]) -> None:
        before, was_dirty = self._sheet.draft(), self._sheet.is_dirty
        contact = contact_of(chosen)
        self._sheet.fill(filled(self._sheet.company.read(), chosen))
        undo = Action(self._sheet.tr("Undo"), lambda: self._put_back(before, was_dirty))
        self._sheet.bar.say(Tone.ACCENT, self.tr("Filled in. Look it over, then save."), undo)
        if contact is not None:
            self._with_contacts(lambda: self._sheet.contacts.add_contact(contact))

    def _put_back(self, before: Draft, was_dirty: bool) -> None:
        """Takes the filling back; contacts that were hidden before may stay shown."""
        sheet = self._sheet
        sheet.put_back(before)
        if before.contacts is None and not sheet.contacts.is_masked:
            sheet.contacts.put(sheet.sheet.detail.contacts if sheet.sheet.detail else ())
        if not was_dirty:
            sheet.mark_clean()
