"""How a company stands as a member, its terms, and the form for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.membership.part import Part
from qc_desktop.gui.pages.companies.aspects.membership.term_form import TermForm, values_of
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import Value, plain
from qc_desktop.gui.widgets.parts import Action, button, label, set_tone
from qc_desktop.services.members import terms
from qc_desktop.services.members.terms import Membership, Saved, TermRow

STATUS_TONES = {
    MembershipStatus.CURRENT: Tone.OK,
    MembershipStatus.GRACE: Tone.WARN,
    MembershipStatus.UPCOMING: Tone.ACCENT,
    MembershipStatus.LAPSED: Tone.BAD,
    MembershipStatus.NONE: Tone.MUTED,
}


@dataclass(frozen=True)
class TermDraft:
    """A term as it is typed over ``row``, or a new one where that is None."""

    row: TermRow | None
    values: dict[str, Value]


class TermsPart(Part):
    """Shows a Membership; one term at a time is in the form."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._shown: Membership | None = None
        self._row: TermRow | None = None
        self._is_typed = False
        self._status = label("", "strong", wrap=True)
        self._list = QWidget()
        self.form = TermForm(context.words)
        self.renew = button(self.tr("Renew"), self._renew, "", "refresh-cw")
        self.add = button(self.tr("Add a term"), self._start_new, "", "plus")
        self._buttons = QWidget()
        self._lay_out()
        self.form.edited.connect(self._note)
        self.form.save_wanted.connect(self.save)
        self.form.given_up.connect(self._close)
        self.form.remove_wanted.connect(self._remove)
        self._close()

    def _lay_out(self) -> None:
        self.heading.setText(self.tr("Membership"))
        acts = FlowLayout(self._buttons, gap=8)
        for act in (self.renew, self.add):
            acts.addWidget(act)
        for part in (self._status, self._list, self._buttons, self.form):
            self.column.addWidget(part)

    @property
    @override
    def draft(self) -> TermDraft | None:
        return TermDraft(self._row, self.form.values.read()) if self._is_typed else None

    @override
    def begin(self, company_id: str) -> None:
        super().begin(company_id)
        self._shown = None
        self._status.clear()
        self._show_list(())
        self._close()

    @override
    def put_back(self, draft: Any) -> None:
        self._open(draft.row, draft.values)
        self._note()

    @override
    def as_plain(self, draft: Any) -> Any:
        row = draft.row
        return {"row": row.id if row else "", "version": row.row_version if row else 0, "values": draft.values}

    @override
    def from_plain(self, kept: Any) -> tuple[Any, bool]:
        rows = self._shown.terms if self._shown else ()
        row = next((row for row in rows if row.id == kept["row"]), None)
        values = {name: plain(value) for name, value in kept["values"].items()}
        return TermDraft(row, values), (row.row_version if row else 0) != kept["version"]

    def show_membership(self, shown: Membership) -> None:
        """Shows how the company stands; what is typed in the form stays."""
        if shown == self._shown:
            return
        self._shown = shown
        self._status.setText(self._words(shown))
        set_tone(self._status, STATUS_TONES[shown.status])
        self._show_list(shown.terms)
        last = shown.terms[0].term if shown.terms else None
        self.renew.setVisible(last is not None and last.ends_on is not None)
        if shown.offered_no:
            told = self.tr("This member has no number yet.")
            words = self.tr("Give {number}").format(number=shown.offered_no)
            self.bar.say(Tone.ACCENT, told, Action(words, self._give_number))

    def _words(self, shown: Membership) -> str:
        said = self.context.words.text(f"membership.{shown.status}")
        if shown.grace_until is not None:
            said = self.tr("{status} until {day}").format(status=said, day=shown.grace_until)
        return "  ".join(filter(None, [f"● {said}", shown.member_no]))

    def _show_list(self, rows: tuple[TermRow, ...]) -> None:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in rows:
            column.addWidget(self._line(row))
        self.column.replaceWidget(self._list, made)
        self._list.hide()
        self._list.deleteLater()
        self._list = made

    def _line(self, row: TermRow) -> QWidget:
        term = row.term
        last = term.ends_on.isoformat() if term.ends_on else self.tr("without an end")
        days = self.tr("{first} to {last}").format(first=term.starts_on, last=last)
        said = "  ".join(filter(None, [tier_words(self.context.words, term.member_tier), term.remark]))
        change = button(self.tr("Change"), lambda: self._open(row, values_of(term)), "plain", "pencil")
        change.setAccessibleName(f"{change.text()} {days}")
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(days, wrap=True))
        words.addWidget(label(said, "muted", wrap=True))
        line.addLayout(words, 1)
        line.addWidget(change)
        return made

    def _start_new(self) -> None:
        if self._shown is not None:
            self._open(None, values_of(self._shown.following))

    def _open(self, row: TermRow | None, values: dict[str, Value]) -> None:
        self._row = row
        self._is_typed = False
        self.form.write(values, stored=row is not None)
        self.form.show()
        self._buttons.hide()
        self.form.ui.starts_on.setFocus()
        self.opened.emit(self.form)
        self.edited.emit()

    def _close(self) -> None:
        self.form.hide()  # a field that is left tidies itself, which is no typing
        self._is_typed = False
        self._buttons.show()
        self.edited.emit()

    def _note(self) -> None:
        self._is_typed = True
        self.edited.emit()

    @override
    def save(self) -> None:
        term = self.form.term()
        if term is None:
            return
        office, company_id = self.desk.office, self.company_id
        stored = (self._row.id, self._row.row_version) if self._row else ("", 0)
        self.change(lambda: terms.save(office, company_id, term, *stored), self._saved, self.tr("Term saved."))

    def _saved(self, saved: Saved) -> None:
        self._close()
        if saved.remarks:
            self.bar.say(Tone.WARN, self.context.words.of(saved.remarks[0]))
        else:
            self.bar.clear()

    def _remove(self) -> None:
        row, office = self._row, self.desk.office
        if row is not None:
            work = self.tr("Term removed.")
            self.change(lambda: terms.remove(office, row.id, row.row_version), lambda _: self._close(), work)

    def _renew(self) -> None:
        office, company_id = self.desk.office, self.company_id
        self.change(lambda: terms.renew(office, [company_id]), lambda _: self.bar.clear(), self.tr("Renewed."))

    def _give_number(self) -> None:
        office, company_id = self.desk.office, self.company_id
        self.change(lambda: terms.give_number(office, company_id), lambda _: None, self.tr("Number given."))
