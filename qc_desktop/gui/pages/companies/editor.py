"""The form beside the list: one company and its pledge, saved as one step; typed text is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.choices import choices
from qc_desktop.gui.pages.companies.drafted import DraftedView
from qc_desktop.gui.pages.companies.lookalikes import Lookalikes
from qc_desktop.gui.pages.companies.name_finder import NameFinder
from qc_desktop.gui.pages.companies.paster import Paster
from qc_desktop.gui.pages.companies.saving import Saver
from qc_desktop.gui.pages.companies.sheet import Sheet
from qc_desktop.gui.tokens import Tone
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


class Editor(DraftedView):
    """Opens companies, takes new ones, saves; ``window`` is what the list of known companies may lie over.

    ``merge_wanted`` carries the ids of two companies that may be one.
    """

    merge_wanted = Signal(str, str)

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(context)
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
    def is_saving(self) -> bool:
        """Whether something is on its way into the records."""
        return self._saver.is_saving

    def show_campaign(self, campaign: CampaignRow | None) -> None:
        """Pledges are entered into ``campaign`` from now on."""
        before, to = (each.id if each else "" for each in (self.campaign, campaign))
        turns = before != to and (self.holds_changes or self._of_other_year is not None)
        if turns:  # a pledge that is typed for one year is not to be saved in another
            self._leave()
        self.campaign = campaign
        self.pledge.show_year(campaign.values.campaign_year if campaign else 0)
        if turns and self.sheet.id:
            self._load(self.sheet.id, self._arrive)
        elif turns:
            self._arrive(Sheet())
        else:
            self.refresh()

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

    @override
    def _leave(self) -> None:
        if self._visit == self._saving.visit:
            self._saving = replace(self._saving, left_at=self.edits)
        self._visit += 1
        self._finder.forget()
        super()._leave()

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
            self.sheet = replace(self.sheet, detail=entered.detail, pledge=entered.pledge)
            self.title.setText(self.sheet.name)
            self._finder.is_on = False
            self._note()
            return
        self.mark_clean()
        if go_on:
            self.start_new()
        else:
            self._load(entered.detail.id, self.show_again)

    def _forget_saved(self, edits: int) -> None:
        """The form shows another company by now: only the draft of what was saved goes, unless it was typed on."""
        if self._saving.left_at == edits:
            self._drafts.forget(self._saving.company_id)
            self._note()
            self.nothing_left()

    def _refuse(self, error: UserError) -> None:
        if self._visit != self._saving.visit:
            told = self._context.words.named(self._saving.name, self._context.words.of(error))
            self._context.speaker.say(Tone.BAD, told)
        elif error.code == "store.changed_meanwhile" and self.sheet.id:
            self._look_again()
        elif not self.company.take_refusal(error):
            self.bar.say(Tone.BAD, self._context.words.of(error))

    def _look_again(self) -> None:
        """Reads the record that something else changed, and puts what is typed over it: so it can be saved next."""
        company_id = self.sheet.id
        self._leave()
        self._load(company_id, lambda sheet: self._arrive(sheet, asked=company_id, refused=True))
