"""Sheets one after the other; what is typed over one stays with it, over what the records say when it is back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qc_desktop.domain.dates import local
from qc_desktop.gui.drafts import Autosave
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies import sheet as sheets
from qc_desktop.gui.pages.companies.differing import said_now
from qc_desktop.gui.pages.companies.drafts import KIND, Drafts, written_of
from qc_desktop.gui.pages.companies.sheet import Draft, Sheet
from qc_desktop.gui.pages.companies.sheet_view import SheetView
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.services import drafts as files
from qc_desktop.services.companies.details import ContactRow


class DraftedView(SheetView):
    """A SheetView that reads its sheets and keeps what is typed over each until it is saved or given up."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._context = context
        self._ticket = Ticket()
        self._coming: tuple[str, Callable[[Sheet], None]] | None = None
        self._of_other_year: files.Draft | None = None
        self._autosave = Autosave(context.drafts, self._unsaved, self)
        self._drafts = Drafts(context.drafts, self._autosave)
        self._autosave.said.connect(self.say_kept)
        kept(self)
        self.dirt_changed.connect(self._note)
        context.drafts.settled.connect(self._drop)

    @property
    def holds_changes(self) -> bool:
        """Whether something is typed here, or was left typed, and not saved."""
        return self.is_dirty or self._drafts.latest is not None

    @property
    def would_lose(self) -> bool:
        """Whether closing the window would lose what is typed."""
        return self.holds_changes and not self._drafts.outlive

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

    def lead_to_changes(self) -> None:
        """Shows what is not saved, where something else is shown now."""
        if not self.is_dirty and (left := self._drafts.latest):
            self._go_back(left)

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

    def _arrive(self, sheet: Sheet, *, with_letter: bool = False, asked: str = "", refused: bool = False) -> None:
        """Shows another sheet, what was typed over it before, and whether something is unsaved elsewhere.

        ``refused`` says that saving was, because the records had changed.
        """
        self._put_by()  # typed while this one was on its way
        draft, written = self._drafts.take(sheet.id), self._drafts.written(sheet.id)
        self.show_sheet(sheet, with_letter=with_letter)
        if not refused:
            self.area.verticalScrollBar().setValue(0)
        if draft is not None and not self._is_of_this_year(sheet.id, draft.typed, draft.year):
            written = self._drafts.set_aside(draft)
            draft = None
        other, self._of_other_year = self._drafts.latest, None
        if draft is not None and draft.sheet == sheet and not refused:
            self.put_back(draft)
            told = self.tr("This was not saved yet. Save it, or discard it.")
            self.bar.say(Tone.WARN, told, Action(self.tr("Discard"), self._discard))
        elif draft is not None:
            self._put_over_newer(draft, refused=refused)
        elif written is not None and self._is_of_this_year(sheet.id, written.values, written.year):
            self._drafts.take_up(written)
            self._recover(written)
        elif written is not None:
            self._tell_of_other_year(written)
        elif asked not in ("", sheet.id) and (moved := self._drafts.written(asked)) is not None:
            self._offer_moved(moved)
        elif other is not None:
            told = self.tr("Not saved yet: {name}").format(name=other.name or self.tr("New company"))
            self.bar.say(Tone.WARN, told, Action(self.tr("Back to it"), lambda: self._go_back(other)))
        if with_letter:
            self.pledge.form.products.setFocus()

    def _leave(self) -> None:
        """Keeps what was typed, to be found again."""
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
        return files.Draft(KIND, self.sheet.id, name, self.typed(), self.year)

    def _is_of_this_year(self, company_id: str, typed: Mapping[str, Any], year: int) -> bool:
        """Whether what was ``typed`` in ``year`` may stand in the one at hand: a pledge belongs to its year.

        A new company is offered with its letter at hand: there the tick alone says nothing.
        """
        return year == self.year or not (typed["pledge"] or (company_id and typed["submit"]))

    def _tell_of_other_year(self, written: files.Draft) -> None:
        self._of_other_year = written
        told = self.tr("Typed for {year} on {time} and not saved.")
        said = told.format(year=written.year, time=f"{local(written.at):%m-%d %H:%M}")
        turn = Action(self.tr("Take it up again"), lambda: self._context.drafts.resume_wanted.emit(written))
        self.bar.say(Tone.WARN, said, turn)

    def _put_over_newer(self, draft: Draft, *, refused: bool) -> None:
        """What was typed in this window, over a record that something else changed meanwhile."""
        contacts = draft.sheet.detail.contacts if draft.sheet.detail else ()
        self._recover(written_of(draft), contacts, refused=refused)

    def _recover(
        self, written: files.Draft, contacts: tuple[ContactRow, ...] | None = None, *, refused: bool = False
    ) -> None:
        """What was typed before, over the company as it is now.

        ``contacts`` are those that stood there when it was typed, where that is known.
        """
        typed_at = f"{local(written.at):%m-%d %H:%M}"
        changed = self.put_over(written.values, contacts)
        if self.sheet.id and not self.says_something_new:  # saved, and the window went before it was noted
            self._discard()
            return
        told = self.tr("Typed on {time} and not saved yet. Save it, or discard it.")
        if refused:
            told = self.tr(
                "Not saved yet: this record was changed elsewhere meanwhile. What you typed is shown over it as it is"
                " now. Compare, then save again."
            )
        elif changed:
            told = self.tr("The record was changed after {time}; what you typed then is shown over it. Compare first.")
        said = "\n".join(filter(None, [told.format(time=typed_at), said_now(changed)]))
        self.bar.say(Tone.WARN, said, Action(self.tr("Discard"), self._discard))

    def _offer_moved(self, moved: files.Draft) -> None:
        """What was typed for a company that was merged into this one meanwhile: nobody has it put over unasked."""
        told = self.tr('"{name}" was merged into "{other}" meanwhile. What was typed for it on {time} is not saved.')
        said = told.format(name=moved.title, other=self.sheet.name, time=f"{local(moved.at):%m-%d %H:%M}")

        def forget() -> None:
            self._drafts.take_up(moved)
            self._drafts.forget(moved.key)

        def put_over() -> None:
            self.put_over(moved.values)
            self._autosave.flush()
            forget()

        take, give_up = (
            Action(self.tr("Put it over this one"), put_over),
            Action(self.tr("Discard"), forget),
        )
        self.bar.say(Tone.WARN, said, take, give_up)

    def _go_back(self, draft: Draft) -> None:
        if draft.sheet.id:
            self.open(draft.sheet.id)
        else:
            self.start_new()

    def _discard(self) -> None:
        self.mark_clean()
        self._drafts.forget(self.sheet.id)
        if self.sheet.id:
            self._load(self.sheet.id, self.show_again)
        else:
            self.show_again(Sheet())

    def show_again(self, sheet: Sheet) -> None:
        """Shows what is stored once something was saved or given up, and what else was typed over it."""
        self.show_sheet(sheet)
        other = self._drafts.written(sheet.id)
        if other is not None:
            told = self.tr("Something else was typed here on {time} and is not saved.")
            turn = Action(self.tr("Take it up again"), lambda: self._context.drafts.resume_wanted.emit(other))
            self.bar.say(Tone.WARN, told.format(time=f"{local(other.at):%m-%d %H:%M}"), turn)

    def _drop(self, settled: files.Draft, teller: object) -> None:
        """Another form of this window took up what was typed here, and saved it or gave it up."""
        if teller is self._drafts:
            return
        if self.is_dirty and settled.key == self.sheet.id and self.typed() == settled.values:
            self.mark_clean()
            self._drafts.forget(self.sheet.id)
            self._load(self.sheet.id, self.show_sheet)
        elif self._drafts.drop(settled):
            self.nothing_left()

    def nothing_left(self) -> None:
        """Something that was left unsaved is so no more."""
        if self._drafts.latest is None and not self.is_dirty:
            self.bar.clear()
        self.dirt_changed.emit()
