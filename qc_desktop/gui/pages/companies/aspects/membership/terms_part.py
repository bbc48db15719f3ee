"""How a company stands as a member, its terms, and the form for one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.membership.entries_part import EntriesPart, entry_line
from qc_desktop.gui.pages.companies.aspects.membership.term_form import TermForm, values_of
from qc_desktop.gui.pages.companies.model import MEMBERSHIP_TONES, tier_words
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import Value
from qc_desktop.gui.widgets.parts import Action, button, label, set_tone
from qc_desktop.services.members import terms
from qc_desktop.services.members.terms import Membership, Saved, TermRow


class TermsPart(EntriesPart[TermRow, TermForm]):
    """Shows a Membership; one term at a time is in the form."""

    def __init__(self, context: PageContext) -> None:
        self._shown: Membership | None = None
        super().__init__(context, TermForm(context.words))
        self.heading.setText(self.tr("Membership"))
        self._status = label("", "strong", wrap=True)
        self.column.insertWidget(self.column.indexOf(self.bar) + 1, self._status)
        self.renew = button(self.tr("Renew"), self._renew, "", "refresh-cw")
        self.add = button(self.tr("Add a term"), self._start_new, "", "plus")
        acts = FlowLayout(self.idle, gap=8)
        for act in (self.renew, self.add):
            acts.addWidget(act)
        self.form.remove_wanted.connect(self._remove)

    @override
    def begin(self, company_id: str) -> None:
        super().begin(company_id)
        self._shown = None
        self._status.clear()

    @override
    def mark(self, row: TermRow) -> tuple[str, int]:
        return row.id, row.row_version

    def show_membership(self, shown: Membership) -> None:
        """Shows how the company stands; what is typed in the form stays."""
        if shown == self._shown:
            return
        self._shown = shown
        self._status.setText(self._words(shown))
        set_tone(self._status, MEMBERSHIP_TONES[shown.status])
        self.show_list(shown.terms)
        last = shown.terms[0].term if shown.terms else None
        self.renew.setVisible(last is not None and last.ends_on is not None)
        if shown.offered_no and self.draft is None:
            told = self.tr("This member has no number yet.")
            words = self.tr("Give {number}").format(number=shown.offered_no)
            self.bar.say(Tone.ACCENT, told, Action(words, self._give_number))

    def _words(self, shown: Membership) -> str:
        said = self.context.words.text(f"membership.{shown.status}")
        if shown.grace_until is not None:
            said = self.tr("{status} until {day}").format(status=said, day=shown.grace_until)
        return "  ".join(filter(None, [f"● {said}", shown.member_no]))

    @override
    def values_of(self, row: TermRow) -> dict[str, Value]:
        return values_of(row.term)

    @override
    def line(self, row: TermRow) -> QWidget:
        term = row.term
        last = term.ends_on.isoformat() if term.ends_on else self.tr("without an end")
        days = self.tr("{first} to {last}").format(first=term.starts_on, last=last)
        about = "  ".join(filter(None, [tier_words(self.context.words, term.member_tier), term.remark]))
        said = (label(days, wrap=True), label(about, "muted", wrap=True))
        return entry_line(said, self.tr("Change"), days, lambda: self.open_form(row, values_of(term)))

    def _start_new(self) -> None:
        if self._shown is not None:
            self.open_form(None, values_of(self._shown.following))

    @override
    def save(self) -> None:
        term = self.form.term()
        if term is None:
            return
        office, company_id = self.desk.office, self.company_id
        stored = (self.row.id, self.row.row_version) if self.row else ("", 0)
        self.change(lambda: terms.save(office, company_id, term, *stored), self._saved, self.tr("Term saved."))

    def _saved(self, saved: Saved) -> None:
        self.close_form()
        if saved.remarks:
            self.bar.say(Tone.WARN, self.context.words.of(saved.remarks[0]))
        else:
            self.bar.clear()

    def _remove(self) -> None:
        row, office = self.row, self.desk.office
        if row is not None:
            work = self.tr("Term removed.")
            self.change(lambda: terms.remove(office, row.id, row.row_version), lambda _: self.close_form(), work)

    def _renew(self) -> None:
        office, company_id = self.desk.office, self.company_id
        self.change(lambda: terms.renew(office, [company_id]), lambda _: self.bar.clear(), self.tr("Renewed."))

    def _give_number(self) -> None:
        office, company_id = self.desk.office, self.company_id
        self.change(lambda: terms.give_number(office, company_id), lambda _: None, self.tr("Number given."))
