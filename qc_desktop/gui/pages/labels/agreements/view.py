"""All agreements, found by number or company, with the one at hand beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.labels import AgreementState
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.labels.agreements.editor import NEW, AgreementEditor
from qc_desktop.gui.pages.labels.lists import agreement_columns
from qc_desktop.gui.pages.labels.model import AgreementSource
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.or_empty import WIDTH, OrEmpty
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services import worded
from qc_desktop.services.companies import browsing
from qc_desktop.services.labels import agreements
from qc_desktop.services.labels.agreements import AgreementFilter, AgreementSaved

if TYPE_CHECKING:
    from qc_desktop.domain.labels import AgreementDraft
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.labels.agreements import AgreementRow
    from qc_desktop.services.worded import Known, Reasons

ALL = "all"
_AT_FIELD = {
    "label.agreement_no_taken": "agreement_no",
    "label.fewer_than_issued": "quantity",
    "label.quantity": "quantity",
    "label.note_short": "legal_note",
    "company.not_found": "company",
    "company.several": "company",
    "company.gone": "company",
}
"""Where a refusal is said, by its code; else above the form."""


class AgreementsView(QWidget):
    """The list and the form; what the form says is saved here."""

    def __init__(self, context: PageContext, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._ticket = Ticket()
        self._sought = self._shown = ""
        columns = agreement_columns(context.words, lambda: desk.office.today)
        self.model = PagedModel(AgreementSource(desk), columns, lambda row: row.id, context.jobs, self)
        self.table = Table(self.model, self.tr("Agreements"))
        self.head = ListHead(self.table, "agreements", context)
        self.search = SearchField()
        self.search.name(self.tr("Agreement no. or company"))
        self.search.keep_words_whole()
        states = [Chip(state.value, context.words.text(f"label.agreement_{state}")) for state in AgreementState]
        self.chips = FilterChips([Chip(ALL, self.tr("All")), *states])
        self.editor = AgreementEditor(context, desk, window)
        nothing = EmptyState(
            "file-check",
            self.tr("No agreement yet"),
            self.tr("An agreement says which products of a company may carry labels, and how many."),
            Action(self.tr("New agreement"), self.begin),
            width=WIDTH,
        )
        self.listed = OrEmpty(self.table, self.model, nothing, lambda: self._is_narrowed, self._show_all)
        self.split = ListDetail(self.listed, self.editor, self.tr("Back to the agreements"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.narrowing = QWidget()
        row = QHBoxLayout(self.narrowing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.chips, 1)
        row.addWidget(self.head.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.narrowing)
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.split.arranged.connect(self._make_room)
        self.search.searched.connect(self.ask)
        self.search.left_downwards.connect(self.table.setFocus)
        self.chips.chosen.connect(self.ask)
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(lambda key: self.split.open_detail() if key else None)
        self.model.counted.connect(self._meet_sought)
        self.editor.foot.save_wanted.connect(self.save)
        self.editor.finder.picked.connect(self._find_company)

    @property
    def shows_list(self) -> bool:
        """Whether the list is in sight, alone or beside what is at hand."""
        return self.split.is_wide or not self.split.is_open

    def _make_room(self) -> None:
        """What narrows the list gives way where the list itself does."""
        self.narrowing.setVisible(self.shows_list)

    def ask(self) -> None:
        """Asks for the agreements of the present filter."""
        chip = self.chips.current
        states = () if chip in ("", ALL) else (chip,)
        self.model.ask(AgreementFilter("", self.search.text(), states, self._desk.office.today))

    @property
    def _is_narrowed(self) -> bool:
        return bool(self.search.text().strip()) or self.chips.current not in ("", ALL)

    def _show_all(self) -> None:
        self.search.clear()
        self.chips.choose(ALL)
        self.ask()

    def seek(self, agreement_id: str) -> None:
        """Brings the agreement forward."""
        self._sought = agreement_id
        self.search.clear()
        self.chips.choose(ALL)
        self.look(agreement_id)
        self.split.open_detail()

    def begin(self, company: tuple[str, str] = ("", "")) -> None:
        """Begins a new agreement, of ``company`` (id and name) where one is given."""
        self._ticket.tear()
        self._shown = ""
        self.table.clearSelection()
        self.split.open_detail()
        self.editor.begin(*company)
        office = self._desk.office
        self._context.jobs.query(lambda: worded.known(office), self.editor.know)

    def begin_for(self, company_id: str) -> None:
        """The same for the company with that id."""
        office = self._desk.office
        self._context.jobs.query(lambda: agreements.company_named(office, company_id), self.begin)

    def refresh(self) -> None:
        """Asks again for the list, and for the agreement at hand."""
        self.ask()
        if self._shown:
            self.look(self._shown)

    def look(self, agreement_id: str) -> None:
        """Shows the agreement."""
        office = self._desk.office
        self._ticket.tear()
        self._shown = agreement_id
        self._ticket = self._context.jobs.query(
            lambda: (agreements.row(office, agreement_id), worded.known(office)), lambda found: self._show(*found)
        )

    def _show(self, row: AgreementRow, known: Known) -> None:
        self.editor.know(known)
        self.editor.show_row(row)

    def _choose(self, key: object) -> None:
        if key and self._shown != key:
            self.look(str(key))

    def _meet_sought(self, count: int) -> None:
        sought, self._sought = self._sought, ""
        if count and sought:
            self.table.choose(sought)
        elif count and not self.editor.key:
            self.table.choose_place(0)

    def _find_company(self, company_id: str) -> None:
        office = self._desk.office
        take = self.editor.take_company
        self._context.jobs.query(lambda: agreements.company_named(office, company_id), lambda found: take(*found))

    def save(self) -> None:
        """Saves what is typed."""
        draft, reasons = self.editor.form.read(), self.editor.reasons.given
        if draft is None:
            return
        key, row, company_id = self.editor.key, self.editor.row, self.editor.company_id
        company = self.editor.form.company.text()

        def work() -> AgreementSaved:
            return self._save(row, company_id, company, draft, reasons)

        if self.editor.foot.save_button.hasFocus():  # off with the button it would wander to the sidebar
            (self.table if self.table.isVisible() else self.editor.form.agreement_no).setFocus()
        self.editor.foot.save_button.setEnabled(False)
        task = self._context.jobs.change(work, partial(self._say_saved, key), self._refuse)
        task.ended.connect(lambda: self.editor.foot.save_button.setEnabled(True))

    def _save(
        self, row: AgreementRow | None, company_id: str, company: str, draft: AgreementDraft, reasons: Reasons
    ) -> AgreementSaved:
        """On the writer thread; a company that was typed and not picked is looked for."""
        office = self._desk.office
        if row is not None:
            return agreements.change(office, row.id, draft, row.row_version, reasons)
        return agreements.add(office, company_id or browsing.resolve(office, company), draft, reasons)

    def _say_saved(self, key: str, saved: AgreementSaved) -> None:
        editor = self.editor
        editor.settle(key)
        if editor.key == key:
            editor.show_row(saved.row)
            self._sought = saved.row.id
            editor.bar.clear()
            if saved.remarks:
                editor.bar.say(Tone.WARN, self._context.words.of(saved.remarks[0]))
            elif saved.decision is not None:
                editor.bar.say(Tone.OK, self._context.words.of(saved.decision))
            if editor.bar.text:
                bring_into_view(editor.bar)
        told = self.tr("Changed: agreement {number} of {company}.")
        if key == NEW:
            told = self.tr("Entered: agreement {number} of {company}.")
        said = told.format(number=saved.row.terms.agreement_no, company=saved.row.company)
        self._context.undoing.offer(said, saved.command)

    def _refuse(self, error: UserError) -> None:
        sentence, name = self._context.words.of(error), _AT_FIELD.get(error.code)
        if name is None:
            self.editor.bar.say(Tone.BAD, sentence)
            if error.code.startswith("worded."):
                self.editor.reasons.lead()
        else:
            self.editor.form.notes[name].say(Tone.BAD, sentence)
            getattr(self.editor.form, name).setFocus()
