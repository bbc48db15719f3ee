"""What was typed and left before it was saved: at hand while the window stands, and in a file beyond that."""

from __future__ import annotations

from qc_desktop.gui.drafts import Autosave, DraftKeeper
from qc_desktop.gui.pages.companies.sheet import Draft
from qc_desktop.services import drafts as files

KIND = "company"


def written_of(draft: Draft) -> files.Draft:
    """``draft`` as its file has it."""
    return files.Draft(KIND, draft.sheet.id, draft.sheet.name, draft.typed, draft.year, draft.at)


class Drafts:
    """Drafts of one form by company id ('' for a new company), until they are saved or given up."""

    def __init__(self, keeper: DraftKeeper, autosave: Autosave) -> None:
        self._keeper = keeper
        self._autosave = autosave
        self._left: dict[str, Draft] = {}
        self._taken: dict[str, files.Draft] = {}

    @property
    def latest(self) -> Draft | None:
        """The draft left last."""
        return next(reversed(self._left.values()), None)

    @property
    def outlive(self) -> bool:
        """Whether drafts are found again after the window was closed."""
        return self._keeper.is_on

    def leave(self, draft: Draft) -> None:
        """Keeps ``draft`` in the place of an earlier one of the same company."""
        self._left.pop(draft.sheet.id, None)
        self._left[draft.sheet.id] = draft

    def take(self, company_id: str) -> Draft | None:
        """The draft left for ``company_id``, which stands in the form again then."""
        return self._left.pop(company_id, None)

    def set_aside(self, draft: Draft) -> files.Draft:
        """Lets ``draft`` wait in its file as if another form had left it; where there are no files it stays left."""
        aside = self._autosave.set_aside(KIND, draft.sheet.id)
        if aside is None:
            self.leave(draft)
            return written_of(draft)
        self._taken.pop(draft.sheet.id, None)
        return aside

    def written(self, company_id: str) -> files.Draft | None:
        """What was typed before and stands in a file: from an earlier window, or from another form of this one."""
        self._keeper.hurry_wanted.emit()
        return self._keeper.found(KIND, company_id)

    def take_up(self, written: files.Draft) -> None:
        """``written`` stands in this form; who typed it is told once it is saved or given up here."""
        self._autosave.take_up(written)
        self._taken[written.key] = written

    def forget(self, company_id: str) -> None:
        """What was typed is saved or given up."""
        self._left.pop(company_id, None)
        done = (self._autosave.own(KIND, company_id), self._taken.pop(company_id, None))
        self._autosave.forget(KIND, company_id)
        for draft in done:
            if draft is not None:
                self._keeper.settled.emit(draft, self)

    def drop(self, settled: files.Draft) -> bool:
        """Forgets what was left where it is just what is ``settled``; whether it was."""
        left = self._left.get(settled.key)
        if left is None or left.typed != settled.values:
            return False
        del self._left[settled.key]
        return True
