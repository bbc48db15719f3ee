"""One agreement: how it stands, its form, what can be done with it. What is typed is kept as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.lengths import PRODUCT
from qc_desktop.domain.text import clean
from qc_desktop.domain.worded import Place
from qc_desktop.gui.pages.certificates.scrolling import scrolling
from qc_desktop.gui.pages.companies.name_finder import NameFinder
from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.pages.labels.agreements.form import AgreementForm, values_of
from qc_desktop.gui.pages.labels.lists import AGREEMENT_TONES
from qc_desktop.gui.pages.worded_panel import WordedPanel
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.form_values import Value, plain
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, edged, label, set_tone

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.labels.agreements import AgreementRow
    from qc_desktop.services.worded import Known

NEW, DRAFT = "new", "agreement"


class AgreementEditor(QWidget):
    """``issue_wanted`` and ``batches_wanted`` carry the agreement's id, ``company_wanted`` the company's."""

    typed_changed = Signal(str)
    issue_wanted = Signal(str)
    batches_wanted = Signal(object)
    company_wanted = Signal(str)

    def __init__(self, context: PageContext, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self._words, self._desk = context.words, desk
        self.row: AgreementRow | None = None
        self.key = ""
        self.company_id = ""
        self._stored: dict[str, Value] = {}
        self._typed: dict[str, dict[str, Value]] = {}
        self._hint = label(self.tr("Choose an agreement from the list, or enter a new one."), "muted", wrap=True)
        self._state, self._about = label("", "strong"), label("", "muted", wrap=True)
        self.bar = MessageBar()
        self.form = AgreementForm(context.words)
        self.reasons = WordedPanel(context.words)
        self.finder = NameFinder(context, self.form.company, window)
        self.issue = button(self.tr("Issue labels…"), self._ask_issue, "", "award")
        self.batches = button(self.tr("Its batches"), lambda: self.batches_wanted.emit(self.row), "", "list-checks")
        self.company = button(self.tr("Company"), self._ask_company, "", "building-2")
        self.foot = UnsavedBar(self, self.tr("Save the agreement"))
        self.foot.is_kept = context.drafts.is_on
        self.drafts = FormDrafts(DRAFT, self, self.foot, context.drafts, self)
        self._lay_out()
        self.form.edited.connect(self._follow)
        self.reasons.edited.connect(self._follow)
        self.form.company.textEdited.connect(self._forget_company)
        self.foot.discard_wanted.connect(self.discard)
        self.close_form()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self._acts = QWidget()
        acts = FlowLayout(self._acts, gap=8)
        for act in (self.issue, self.batches, self.company):
            acts.addWidget(act)
        for part in (self._state, self._about, self._acts, self.bar, self.form, self.reasons):
            column.addWidget(part)
        column.addStretch(1)
        self._area = scrolling(content)
        self._hint.setContentsMargins(16, 14, 16, 14)
        edged(self, self._hint, self._area)

    def know(self, known: Known) -> None:
        """Takes the reasons for wording that the records have."""
        self.reasons.know(known)
        self._ask_reasons()

    def _ask_reasons(self) -> None:
        """The names of products stand on labels, below the association's heading."""
        names = map(clean, self.form.products.toPlainText().splitlines())
        self.reasons.follow((Place.PRODUCT, name) for name in names if len(name) <= PRODUCT)

    def show_row(self, row: AgreementRow) -> None:
        """Shows ``row``; what was typed over it and not saved stands over what is stored."""
        self._open(row.id, values_of(row), row)
        self.company_id = row.company_id
        state = row.state(self._desk.office.today)
        self._state.setText(f"● {self._words.text(f'label.agreement_{state}')}")
        set_tone(self._state, AGREEMENT_TONES[state])
        told = self.tr("{issued} of {quantity} labels issued, {left} left")
        self._about.setText(
            told.format(issued=f"{row.issued:,}", quantity=f"{row.terms.quantity:,}", left=f"{row.remaining:,}")
        )
        self.drafts.take_up(row.id, f"{row.terms.agreement_no} {row.company}", 0)

    def begin(self, company_id: str = "", company: str = "") -> None:
        """Begins a new agreement, of a company where one is named; what was typed for it before goes on."""
        if company_id:
            self._typed[NEW] = {**self._typed.get(NEW, {}), "company": company}
        self._open(NEW, dict.fromkeys(self.form.values.names, ""), None)
        self.company_id = company_id
        self._state.setText(self.tr("New agreement"))
        set_tone(self._state, None)
        self.drafts.take_up(NEW, self.tr("New agreement"), 0)
        (self.form.agreement_no if company_id else self.form.company).setFocus()

    def _open(self, key: str, stored: dict[str, Value], row: AgreementRow | None) -> None:
        if key != self.key:
            self.bar.clear()
        self.row, self.key, self._stored = row, key, stored
        self._hint.hide()
        self._area.show()
        for part in (self._about, self._acts):
            part.setVisible(row is not None)
        self.finder.is_on = row is None
        self.reasons.turn_to(key)
        self.form.write({**stored, **self._typed.get(key, {})}, stored=row is not None)
        self._ask_reasons()
        self._say_unsaved()

    def _say_unsaved(self) -> None:
        self.foot.show_unsaved(bool(self._typed.get(self.key)) or self.reasons.is_typed)

    def close_form(self) -> None:
        """Shows no agreement."""
        self.row, self.key = None, ""
        self._area.hide()
        self._hint.show()
        self.foot.show_unsaved(False)

    def take_company(self, company_id: str, name: str) -> None:
        """The company that was found by its name."""
        self.form.company.setText(name)
        self.company_id = company_id
        self.form.agreement_no.setFocus()

    def _forget_company(self) -> None:
        self.company_id = ""

    def _follow(self) -> None:
        read = self.form.values.read()
        typed = {name: value for name, value in read.items() if value != self._plain(name)}
        self._typed[self.key] = typed
        self._ask_reasons()
        self._say_unsaved()
        self.typed_changed.emit(self.key)

    def _plain(self, name: str) -> Value:
        """What is stored as the field gives it back: an empty text area has no lines."""
        value = self._stored.get(name, "")
        return value or (() if name in ("products", "legal_note") else "")

    def typed_for(self, key: str) -> dict[str, Any] | None:
        """What is typed over the agreement ``key``, and what it was typed over."""
        typed, reasons = self._typed.get(key, {}), self.reasons.typed_about(key)
        base = {name: self._plain(name) for name in typed}
        return {"values": typed, "base": base, "reasons": reasons} if typed or reasons else None

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Puts what :meth:`typed_for` gave before over the form; whether the agreement was changed meanwhile."""
        values = {name: plain(value) for name, value in typed["values"].items() if name in self.form.values.names}
        base = {name: plain(value) for name, value in typed["base"].items()}
        self.form.write({**self._stored, **values}, stored=self.row is not None)
        self.reasons.put_over(typed.get("reasons", {}))
        self._follow()
        return any(self._plain(name) not in (base.get(name), value) for name, value in values.items())

    def discard(self) -> None:
        """Puts what is stored back."""
        self.reasons.forget()
        self.form.write(self._stored, stored=self.row is not None)
        self._follow()

    def settle(self, key: str) -> None:
        """What was typed over the agreement ``key`` is saved."""
        self._typed.pop(key, None)
        self.reasons.forget(key)
        self.typed_changed.emit(key)
        if key == self.key:
            self.foot.show_unsaved(False)

    def _ask_issue(self) -> None:
        if self.row is not None:
            self.issue_wanted.emit(self.row.id)

    def _ask_company(self) -> None:
        if self.row is not None:
            self.company_wanted.emit(self.row.company_id)
