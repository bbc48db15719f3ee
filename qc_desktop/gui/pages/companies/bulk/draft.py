"""What is typed for many companies, kept as a draft of its own for each selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from qc_desktop.gui.drafts import Autosave
from qc_desktop.gui.pages.companies.model import Query
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.services.drafts import Draft, new_spot

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper

KIND = "bulk"


class BulkDrafts(QObject):
    """``read`` gives the title of what is typed and its values, None for nothing; ``key`` names the draft at hand.

    The drafts of earlier versions, and those for too many companies, name nobody; only the latter say how many.
    """

    def __init__(
        self, keeper: DraftKeeper, read: Callable[[], tuple[str, dict[str, Any]] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._read = read
        self._awaited: str | None = None
        self.key = ""
        self._autosave = Autosave(keeper, self._draft, self)
        self.touch = self._autosave.touch

    def begin(self) -> None:
        """Another selection: what is typed from here on is kept beside what was typed before."""
        self.key = new_spot()

    def put_by(self) -> None:
        """The selection is left: what was typed for it is kept, and nothing where it was emptied."""
        if self._read() is None:
            self.forget()
        self._autosave.flush()

    def forget(self) -> None:
        """What was typed is done or given up."""
        self._autosave.rest()
        self._autosave.forget(KIND, self.key)

    def take_up(self, draft: Draft) -> None:
        """The form goes on with ``draft``."""
        self.key, self._awaited = draft.key, None
        self._autosave.take_up(draft)

    def called(self, key: str) -> Draft | None:
        """The draft that is named ``key``."""
        return self._keeper.found(KIND, key)

    def await_selection(self, key: str) -> None:
        """The draft names nobody: it goes on with whoever is selected next."""
        self._awaited = key

    def unnamed(self, count: int) -> Draft | None:
        """The draft for a selection of ``count`` companies that it does not name."""
        if self._awaited is not None and (awaited := self.called(self._awaited)) is not None:
            return awaited
        nameless = self._kept_for(())
        return next((draft for draft in nameless if draft.values.get("count", count) == count), None)

    def typed_for(self, ids: Sequence[str]) -> Draft | None:
        """The draft for just the companies with ``ids``; of several the latest."""
        return next(iter(self._kept_for(ids)), None) if ids else None

    def _kept_for(self, ids: Sequence[str]) -> Iterable[Draft]:
        kept = (draft for draft in reversed(self._keeper.everything) if draft.kind == KIND)
        return (draft for draft in kept if set(draft.values.get("companies", ())) == set(ids))

    def _draft(self) -> Draft | None:
        typed = self._read()
        return None if typed is None else Draft(KIND, self.key, *typed)


def scope_of(draft: Draft) -> Scope | None:
    """The companies that ``draft`` was typed for; None where it does not say."""
    ids = tuple(draft.values.get("companies", ()))
    return Scope(len(ids), Query(), ids=ids) if ids else None
