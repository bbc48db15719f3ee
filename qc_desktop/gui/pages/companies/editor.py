"""The form beside the list: one company and its pledge, saved as one step; typed text is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.domain.dates import local
from qc_desktop.errors import UserError
from qc_desktop.gui.drafts import Autosave
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies import sheet as sheets
from qc_desktop.gui.pages.companies.choices import choices
from qc_desktop.gui.pages.companies.drafts import KIND, Drafts
from qc_desktop.gui.pages.companies.lookalikes import Lookalikes
from qc_desktop.gui.pages.companies.name_finder import NameFinder
from qc_desktop.gui.pages.companies.paster import Paster
from qc_desktop.gui.pages.companies.saving import Saver
from qc_desktop.gui.pages.companies.sheet import Draft, Sheet
from qc_desktop.gui.pages.companies.sheet_view import SheetView
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.services import drafts as files
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import details, splitting
from qc_desktop.services.companies.entering import Entered
from qc_desktop.services.companies.splitting import ChangedField, MergedCompany


@dataclass(frozen=True)
class _Saving:
    """What is being saved: at which visit of the form, whose company (empty for a new one), and when it was left."""

    visit: int = -1
    company_id: str = ""
    name: str = ""
    left_at: int = -1


class Editor(SheetView):
    """Opens companies, takes new ones, saves; ``window`` is what the list of known companies may lie over.

    ``merge_wanted`` carries the ids of two companies that may be one.
    """

    merge_wanted = Signal(str, str)

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(context)
        self._context = context
        self._ticket = Ticket()
        self._coming: tuple[str, Callable[[Sheet], None]] | None = None
        self._drafts = Drafts(context.drafts)
        self._autosave = Autosave(context.drafts, self._unsaved, self)
        self._autosave.said.connect(self.say_kept)
        kept(self)
        self.dirt_changed.connect(self._note)
        self._visit = 0
        self._saving = _Saving()
        self._saver = Saver(context, self)
        fields = (self.company.form.name, self.company.form.uscc)
        self._finder = NameFinder(context, fields[0], window)
        self._lookalikes = Lookalikes(context, fields, self.twin)
        self.paster = Paster(context, self, self._with_contacts)
        self.paster.open_wanted.connect(self.open)
        self.merged.split_wanted.connect(self._split)
        self.contacts.asked.connect(lambda: self._reveal())
        self._finder.picked.connect(self._take_known)
        self._lookalikes.open_wanted.connect(self.open)
        self._lookalikes.merge_wanted.connect(lambda other: self.merge_wanted.emit(self.sheet.id, other))
        self._saver.saved.connect(self._after_saving)
        self._saver.refused.connect(self._refuse)
        self.show_sheet(Sheet())
        context.jobs.query(choices, self.company.offer)

    @property
    def holds_changes(self) -> bool:
        """Whether something is typed here, or was left typed, and not saved."""
        return self.is_dirty or self._drafts.latest is not None

    @property
    def is_saving(self) -> bool:
        """Whether something is on its way into the records."""
        return self._saver.is_saving

    @property
    def would_lose(self) -> bool:
        """Whether closing the window would lose what is typed."""
        return self.holds_changes and not self._drafts.outlive

    def show_campaign(self, campaign: CampaignRow | None) -> None:
        """Pledges are entered into ``campaign`` from now on."""
        self.campaign = campaign
        self.pledge.show_year(campaign.values.campaign_year if campaign else 0)
        self.refresh()

    def refresh(self) -> None:
        """Looks again at the records, unless something is typed over them."""
        if self._coming is not None:
            self._load(*self._coming)
        elif self.sheet.id and not self.is_dirty:
            self._load(self.sheet.id, self._show_fresh)

    def start_new(self) -> None:
        """Offers an empty form, or what was left in it; the name field has the focus."""
        self._leave()
        self._ticket.tear()
        self._coming = None
        self._arrive(Sheet())
        self.company.form.name.setFocus()

    def open(self, company_id: str, *, with_letter: bool = False) -> None:
        """Shows a company; ``with_letter`` says that its pledge is at hand and to be entered."""
        self._leave()
        self._load(company_id, lambda sheet: self._arrive(sheet, with_letter=with_letter, asked=company_id))

    @override
    def save(self) -> None:
        self._save(go_on=False)

    @override
    def save_and_go_on(self) -> None:
        self._save(go_on=True)

    @override
    def show_sheet(self, sheet: Sheet, *, with_letter: bool = False) -> None:
        super().show_sheet(sheet, with_letter=with_letter)
        self._finder.is_on = sheet.detail is None
        self._lookalikes.forget(sheet.id)
        self.paster.forget()

    def _load(self, company_id: str, show: Callable[[Sheet], None]) -> None:
        self._ticket.tear()
        self._ticket = Ticket()
        self._coming = (company_id, show)
        desk, campaign_id = self._context.services, self.campaign.id if self.campaign else ""
        self._context.jobs.query(lambda: sheets.read(desk.office, company_id, campaign_id), self._come, self._ticket)

    def _come(self, sheet: Sheet) -> None:
        if self._coming is not None:
            _, show = self._coming
            self._coming = None
            show(sheet)

    def _show_fresh(self, sheet: Sheet) -> None:
        if sheet != self.sheet and not self.is_dirty:
            masked = self.contacts.is_masked
            self.show_sheet(sheet)
            if not masked and sheet.detail:
                self.contacts.show_contacts(sheet.detail.contacts, masked=False)

    def _arrive(self, sheet: Sheet, *, with_letter: bool = False, asked: str = "") -> None:
        """Shows another sheet, what was typed over it before, and whether something is unsaved elsewhere."""
        self._put_by()  # typed while this one was on its way
        self.show_sheet(sheet, with_letter=with_letter)
        self.area.verticalScrollBar().setValue(0)
        draft = self._drafts.take(sheet.id)
        other, written = self._drafts.latest, self._drafts.written(sheet.id)
        if draft is not None:
            self.put_back(draft)
            told = self.tr("This was not saved yet. Save it, or discard it.")
            self.bar.say(Tone.WARN, told, Action(self.tr("Discard"), self._discard))
        elif written is not None:
            self._recover(written)
        elif asked not in ("", sheet.id) and (moved := self._drafts.written(asked)) is not None:
            self._offer_moved(moved)
        elif other is not None:
            told = self.tr("Not saved yet: {name}").format(name=other.name or self.tr("New company"))
            self.bar.say(Tone.WARN, told, Action(self.tr("Back to it"), lambda: self._go_back(other)))
        if with_letter:
            self.pledge.form.products.setFocus()

    def _leave(self) -> None:
        """Keeps what was typed, to be found again."""
        if self._visit == self._saving.visit:
            self._saving = replace(self._saving, left_at=self.edits)
        self._visit += 1
        self._finder.forget()
        self._put_by()

    def _put_by(self) -> None:
        """Keeps what was typed, here and in its file; the form counts as clean."""
        if self.is_dirty:
            self._autosave.flush()
            self._drafts.leave(self.draft())
        self.mark_clean()

    def _note(self) -> None:
        if self.is_dirty:
            self._autosave.touch()
        else:
            self._autosave.rest()
            self.say_kept("")

    def _unsaved(self) -> files.Draft | None:
        if not self.is_dirty:
            return None
        name = self.sheet.name or self.company.form.name.text().strip()
        return files.Draft(KIND, self.sheet.id, name, self.typed(), self._year)

    @property
    def _year(self) -> int:
        return self.campaign.values.campaign_year if self.campaign else 0

    def _recover(self, written: files.Draft) -> None:
        """What was typed in an earlier window, over the company as it is now."""
        typed_at = f"{local(written.at):%m-%d %H:%M}"
        if self.sheet.id and written.values["pledge"] and written.year != self._year:
            told = self.tr("Typed for {year} on {time} and not saved.").format(year=written.year, time=typed_at)
            turn = Action(self.tr("Take it up again"), lambda: self._context.drafts.resume_wanted.emit(written))
            self.bar.say(Tone.WARN, told, turn)
            return
        changed = self.put_over(written.values)
        if self.sheet.id and not self.says_something_new:  # saved, and the window went before it was noted
            self._discard()
            return
        told = self.tr("Typed on {time} and not saved yet. Save it, or discard it.")
        if changed:
            told = self.tr("The record was changed after {time}; what you typed then is shown over it. Compare first.")
        self.bar.say(Tone.WARN, told.format(time=typed_at), Action(self.tr("Discard"), self._discard))

    def _offer_moved(self, moved: files.Draft) -> None:
        """What was typed for a company that was merged into this one meanwhile: nobody has it put over unasked."""
        told = self.tr('"{name}" was merged into "{other}" meanwhile. What was typed for it on {time} is not saved.')
        said = told.format(name=moved.title, other=self.sheet.name, time=f"{local(moved.at):%m-%d %H:%M}")

        def put_over() -> None:
            self.put_over(moved.values)
            self._autosave.flush()
            self._drafts.forget(moved.key)

        take, give_up = (
            Action(self.tr("Put it over this one"), put_over),
            Action(self.tr("Discard"), lambda: self._drafts.forget(moved.key)),
        )
        self.bar.say(Tone.WARN, said, take, give_up)

    def lead_to_changes(self) -> None:
        """Shows what is not saved, where something else is shown now."""
        if not self.is_dirty and (left := self._drafts.latest):
            self._go_back(left)

    def _go_back(self, draft: Draft) -> None:
        if draft.sheet.id:
            self.open(draft.sheet.id)
        else:
            self.start_new()

    def _discard(self) -> None:
        self.mark_clean()
        self._drafts.forget(self.sheet.id)
        if self.sheet.id:
            self._load(self.sheet.id, self.show_sheet)
        else:
            self.show_sheet(Sheet())

    def _take_known(self, company_id: str) -> None:
        """From a new form on: what was typed only served to find the company, so there is nothing to keep."""
        self.mark_clean()
        self._drafts.forget("")
        self.open(company_id, with_letter=True)

    def _reveal(self, then: Callable[[], None] = lambda: None) -> None:
        if self.sheet.detail is not None:
            desk, detail, visit = self._context.services, self.sheet.detail, self._visit

            def show(_: object) -> None:
                if visit == self._visit:
                    self.contacts.show_contacts(detail.contacts, masked=False)
                    then()

            self._context.jobs.change(lambda: details.note_contacts_shown(desk.office, detail), show)

    def _with_contacts(self, then: Callable[[], None]) -> None:
        """Calls ``then`` once the contacts are shown."""
        if self.contacts.is_masked:
            self._reveal(then)
        else:
            then()

    def _split(self, merged: MergedCompany, put_back: tuple[str, ...] | None) -> None:
        desk = self._context.services
        if put_back is None:
            visit = self._visit

            def decide(changed: tuple[ChangedField, ...]) -> None:
                if visit == self._visit and changed:
                    self.merged.ask(merged, changed)
                elif visit == self._visit:
                    self._split(merged, ())

            self._context.jobs.query(lambda: splitting.changed_since(desk.office, merged.id), decide)
            return
        told = self.tr("Split again: {name}").format(name=merged.name)
        self._context.jobs.change(
            lambda: splitting.split(desk.office, merged.id, put_back),
            lambda _: self._context.speaker.toast(told),
            self._refuse_split,
        )

    def _refuse_split(self, error: UserError) -> None:
        self.bar.say(Tone.BAD, self._context.words.of(error))

    def _save(self, *, go_on: bool) -> None:
        if self.sheet.id and not self.is_dirty:
            if go_on:
                self.start_new()
        elif not self.complain() and not self._saver.is_saving:
            self._saving = _Saving(self._visit, self.sheet.id, self.company.form.name.text())
            self._saver.save(replace(self.entry(), different=self._lookalikes.different), self.edits, go_on=go_on)

    def _after_saving(self, entered: Entered, edits: int, go_on: bool) -> None:
        if self._visit != self._saving.visit:
            self._forget_saved(edits)
            return
        self.keep_for_next()
        self._drafts.forget(self._saving.company_id)
        if edits != self.edits:  # somebody typed on meanwhile
            self.sheet = replace(self.sheet, detail=entered.detail)
            self._note()
            return
        self.mark_clean()
        if go_on:
            self.start_new()
        else:
            self._load(entered.detail.id, self.show_sheet)

    def _forget_saved(self, edits: int) -> None:
        """The form shows another company by now: only the draft of what was saved goes, unless it was typed on."""
        if self._saving.left_at == edits:
            self._drafts.forget(self._saving.company_id)
            self._note()
            if self._drafts.latest is None and not self.is_dirty:
                self.bar.clear()
            self.dirt_changed.emit()

    def _refuse(self, error: UserError) -> None:
        if self._visit != self._saving.visit:
            told = self._context.words.named(self._saving.name, self._context.words.of(error))
            self._context.speaker.say(Tone.BAD, told)
        elif not self.company.take_refusal(error):
            self.bar.say(Tone.BAD, self._context.words.of(error))
