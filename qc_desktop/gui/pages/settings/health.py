"""体检: what was looked at, how it is, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.model import examine
from qc_desktop.gui.pages.settings.register_card import RegisterCard, kept_in
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import Action, button, label, set_tone
from qc_desktop.gui.widgets.tinted import TintedIcon
from qc_desktop.services import doctor
from qc_desktop.services.doctor import Diagnosis
from qc_desktop.services.ledger.standing import BEHIND

REGISTER = "register"
"""Names the register's card, with the way on where it is behind."""
_TECHNICAL = frozenset({"sqlite", "keys", "program"})


class HealthSection(Section):
    """``led_to`` carries the id of the section that mends a finding."""

    led_to = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._ticket = Ticket()
        self._rows: list[QWidget] = []
        inside = self.add_card(self.tr("Check-up"))
        self.summary = label("", wrap=True)
        inside.addWidget(self.summary)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        inside.addLayout(self._list)
        again = QHBoxLayout()
        again.addWidget(button(self.tr("Check again"), self.refresh, "", "refresh-cw"))
        again.addStretch(1)
        inside.addLayout(again)
        self.register = RegisterCard(context)
        self.register.changed.connect(self.refresh)
        self.add_card(self.tr("Issuance register")).addWidget(self.register)
        self.setAcceptDrops(True)

    @override
    def lead_to(self, part: str) -> None:
        if part == REGISTER:
            self.register.begin_override()
            bring_into_view(self.register)

    @override
    def refresh(self) -> None:
        self.register.refresh()
        self._ticket.tear()
        self.summary.setText(self.tr("Looking…"))
        self._ticket = self.context.jobs.report(lambda: examine(self.desk.office), self._show)

    def _show(self, found: tuple[Diagnosis, ...]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in sorted(found, key=lambda one: one.good) if self._concerns_staff(one)]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
        bad = sum(not one.good for one in found)
        good = self.tr("Everything is in order.")
        self.summary.setText(self.tr("%n thing(s) to see to.", "", bad) if bad else good)
        set_tone(self.summary, Tone.WARN if bad else Tone.OK)

    @staticmethod
    def _concerns_staff(one: Diagnosis) -> bool:
        """Versions and fingerprints that are in order are for whoever runs ``doctor``."""
        return not (one.good and one.code in _TECHNICAL)

    def _row(self, one: Diagnosis) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(TintedIcon("circle-check" if one.good else "circle-x", "ok" if one.good else "bad"))
        words = self.context.words.text(f"doctor.{one.code}", **one.params)
        told = label(breakable(words), wrap=True)
        told.setAccessibleName(f"{'✓' if one.good else '✗'} {words}")
        line.addWidget(told, 1)
        mend = self._mend(one)
        if mend is not None:
            line.addWidget(button(mend.text, mend.call))
        return row

    def _mend(self, one: Diagnosis) -> Action | None:
        """What a person can do about ``one`` here."""
        code, problem = one.code, one.params.get("problem")
        if isinstance(problem, UserError) and problem.code in BEHIND:
            return Action(self.tr("Go on with a reason…"), lambda: self.lead_to(REGISTER))
        places = {
            "backup_gone": "backup",
            "no_backup": "backup",
            "backup_old": "backup",
            "backup_bad": "backup",
            "damaged": "backup",
            "no_association_name": "office",
            "no_verification_prefix": "office",
            "keys_stale": "passphrase",
            "sheet_missing": "passphrase:sheet",
            "sheet_unproved": "passphrase:sheet",
            "derivation_weak": "passphrase",
            "seal_lost": "office",
            "seal_unusable": "office",
            "font_lost": "fonts",
            "font_changed": "fonts",
        }
        if code == "search_stale":
            return Action(self.tr("Rebuild"), self._rebuild)
        if code in places:
            return Action(self.tr("See to it"), lambda: self.led_to.emit(places[code]))
        return None

    def _rebuild(self) -> None:
        self.context.jobs.run(lambda: doctor.rebuilding_search(self.desk.office), on_error=self.refuse)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if kept_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = kept_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.register.compare(path)
