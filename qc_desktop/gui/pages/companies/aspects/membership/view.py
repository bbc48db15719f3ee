"""会员: the parts one below the other, and the drafts of companies that were left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.desk import Desk
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.aspect import AspectView
from qc_desktop.gui.pages.companies.aspects.membership.dues_part import DuesPart
from qc_desktop.gui.pages.companies.aspects.membership.fields_part import FieldsPart, Filled
from qc_desktop.gui.pages.companies.aspects.membership.part import Part
from qc_desktop.gui.pages.companies.aspects.membership.terms_part import TermsPart
from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.services.members import dues, field_values, fields, terms
from qc_desktop.services.members.dues import DuesRow
from qc_desktop.services.members.terms import Membership
from qc_desktop.services.office import Office


@dataclass(frozen=True)
class Shown:
    """All that the view shows, read in one go."""

    membership: Membership
    filled: Filled
    keeps_dues: bool
    dues: tuple[DuesRow, ...]


def read(office: Office, company_id: str) -> Shown:
    """What there is of a company. Raises UserError when it is gone."""
    return Shown(
        terms.of_company(office, company_id),
        Filled(fields.fields(office), field_values.of_company(office, company_id)),
        dues.is_on(office),
        dues.of_company(office, company_id),
    )


KIND = "membership"


class MembershipView(AspectView):
    """What is typed in a part stays with its company until it is saved or given up, beyond the window in a draft."""

    typed_changed = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._ticket = Ticket()
        self._company_id = ""
        self._drafts: dict[str, dict[Part, Any]] = {}
        self.terms = TermsPart(context)
        self.fields = FieldsPart(context)
        self.dues = DuesPart(context)
        self.parts: tuple[Part, ...] = (self.terms, self.fields, self.dues)
        self._named: dict[str, Part] = {"terms": self.terms, "fields": self.fields, "dues": self.dues}
        self._kept = label("", "muted", wrap=True)
        self._kept.hide()
        inner = QWidget()
        inner.setProperty("plain", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(15, 0, 15, 10)
        column.setSpacing(20)
        column.addWidget(self._kept)
        for part in self.parts:
            column.addWidget(part)
            part.edited.connect(self._note)
            part.opened.connect(bring_into_view)
            part.stale.connect(self._ask)
            part.saved.connect(lambda company_id, part=part: self._forget(company_id, part))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll_area(inner))
        self._files = FormDrafts(KIND, self, self, context.drafts, self)
        kept(*self.parts)

    def _note(self) -> None:
        self.unsaved_changed.emit()
        self.typed_changed.emit(self._company_id)

    def typed_for(self, key: str) -> dict[str, Any] | None:
        """What is typed of the company ``key``, part by part, as JSON can hold it."""
        typed = self._typed if key == self._company_id else self._drafts.get(key, {})
        return {name: part.as_plain(typed[part]) for name, part in self._named.items() if part in typed} or None

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Puts what :meth:`typed_for` gave before over what is shown; whether that was changed meanwhile."""
        changed = False
        for name, part in self._named.items():
            if name not in typed:
                continue
            changed = part.take_up(typed[name]) or changed
        return changed

    def say_kept(self, told: str) -> None:
        """Says when the draft was kept."""
        self._kept.setText(told)
        self._kept.setVisible(bool(told))

    @property
    def _typed(self) -> dict[Part, Any]:
        return {part: part.draft for part in self.parts if part.draft is not None}

    @property
    @override
    def would_lose(self) -> bool:
        return self.is_unsaved and not self._context.drafts.is_on

    @property
    @override
    def unsaved_company(self) -> str:
        if any(part.draft is not None for part in self.parts):
            return self._company_id
        return next(iter(self._drafts), "")

    @override
    def show_company(self, company_id: str, campaign_id: str) -> None:
        if company_id != self._company_id:
            self._turn_to(company_id)
        self._ask()

    def _ask(self) -> None:
        self._ticket.tear()
        self._ticket = Ticket()
        desk, company_id = self._desk, self._company_id
        self._context.jobs.query(lambda: read(desk.office, company_id), self._show, self._ticket)

    @override
    def save(self) -> None:
        for part in self.parts:
            if part.draft is not None:
                part.save()

    def _turn_to(self, company_id: str) -> None:
        """Keeps what is typed of one company, shows what was typed of the other."""
        self.say_kept("")
        typed = self._typed
        if typed:
            self._drafts[self._company_id] = typed
        self._company_id = company_id
        kept = self._drafts.pop(company_id, {})
        for part in self.parts:
            part.begin(company_id)
            if part in kept:
                part.put_back(kept[part])
        self.unsaved_changed.emit()

    def _show(self, shown: Shown) -> None:
        self.terms.show_membership(shown.membership)
        self.fields.show_filled(shown.filled)
        self.dues.show_dues(shown.dues, is_on=shown.keeps_dues)
        for part in self.parts:
            part.company_name = shown.membership.name
        title = self.tr("{name} · membership").format(name=shown.membership.name)
        self._files.take_up(self._company_id, title, 0)

    def _forget(self, company_id: str, part: Part) -> None:
        """What was saved after its company was left is no draft any more."""
        kept = self._drafts.get(company_id, {})
        kept.pop(part, None)
        if not kept:
            self._drafts.pop(company_id, None)
        self.unsaved_changed.emit()
        self.typed_changed.emit(company_id)
