"""What files are made of, or printed: one certificate, those selected, all that the register shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages.certificates import actions
from qc_desktop.gui.pages.certificates.make_view import PACKAGE, Scope
from qc_desktop.gui.pages.certificates.scopes import scopes
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.certificates.page import CertificatesPage


class Offering(QObject):
    """Leads the page to its files or to its printing, with certificates offered there; where there are none the
    register stays and says so. ``campaign_id`` is whose certificates are offered.
    """

    def __init__(self, page: CertificatesPage) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk = page.context.services
        self.campaign_id = ""
        detail = page.register.detail
        detail.make_wanted.connect(self._make_one)
        detail.print_wanted.connect(lambda number: self.print_these((Scope(number, (number,)),)))

    @property
    def _has_certificates(self) -> bool:
        standing = self._page.standing
        return self._page.register.is_seeking or (standing is not None and standing.issued > 0)

    def begin_making(self, mode: str = "") -> None:
        """Offers files of what is selected in the register, or of all that it shows."""
        if not self._has_certificates:
            self._page.show_register()
            return
        register, desk = self._page.register, self._desk
        wanted, stem = register.filter, self._stem

        def ask(chosen: tuple[str, ...]) -> tuple[tuple[Scope, ...], str]:
            found = scopes(desk.office, wanted, chosen)
            return found, actions.begun_folder(desk, found[-1].numbers if found else ())

        def show(answer: tuple[tuple[Scope, ...], str]) -> None:
            self._make(answer[0], stem, answer[1])
            if mode:
                self._page.rooms.make.mode.choose(mode)

        register.with_chosen(ask, show)

    def pack(self, numbers: tuple[str, ...]) -> None:
        """Offers the packages of ``numbers``, which were selected elsewhere."""
        words = self.tr("%n selected", "", len(numbers))
        self._make((Scope(words, numbers),), self._stem)
        self._page.rooms.make.mode.choose(PACKAGE)

    @property
    def _stem(self) -> str:
        return self.tr("Certificates {year}").format(year=self._page.year)

    def make_these(self, found: tuple[Scope, ...]) -> None:
        """Offers files of what is ``found``."""
        self._make(found, self._stem)

    def _make_one(self, number: str) -> None:
        row = self._page.register.detail.row
        holder = row.holder if row else ""
        self._make((Scope(number, (number,)),), f"{number}_{holder}")

    def _make(self, found: tuple[Scope, ...], stem: str, begun: str = "") -> None:
        if self._holds_some(found):
            make = self._page.rooms.make
            self._page.bring(make)
            make.offer(found, stem, actions.remembered_folder(self._desk), begun)
            make.start_button.setFocus()

    def begin_printing(self) -> None:
        """Offers to print what is selected in the register, or all that it shows."""
        if not self._has_certificates:
            self._page.show_register()
            return
        register, office = self._page.register, self._desk.office
        wanted = register.filter
        register.with_chosen(lambda chosen: scopes(office, wanted, chosen), self.print_these)

    def print_these(self, found: tuple[Scope, ...]) -> None:
        """Offers to print what is ``found``."""
        if self._holds_some(found):
            self._page.bring(self._page.rooms.start)
            self._page.rooms.start.offer(found)
            self._page.rooms.print_work.find_printers()

    def _holds_some(self, found: tuple[Scope, ...]) -> bool:
        """Whether there is a certificate to print or to make files of; else the register stays and says so."""
        self.campaign_id = self._page.standing.campaign_id if self._page.standing else ""
        if any(scope.numbers for scope in found):
            return True
        self._page.show_register()
        in_list = self.tr("No valid certificate is in this list.")
        said = self.tr("None of the selected certificates is valid.") if found else in_list
        show_all = Action(self.tr("Show all"), self._page.register.show_all)
        self._page.context.speaker.toast(said, show_all)
        return False
