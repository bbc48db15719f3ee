"""What was typed and not saved when the window closed, offered again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from qc_desktop.gui.frame.draft_words import name_of, time_of
from qc_desktop.gui.pages.places import show_folder
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.gui.drafts import DraftKeeper, Id
    from qc_desktop.gui.speaker import Speaker
    from qc_desktop.services.drafts import Draft

PLACES: dict[str, tuple[str, str]] = {
    "company": ("companies", ""),
    "membership": ("companies", "membership:{key}"),
    "import": ("companies", "import:{key}"),
    "bulk": ("companies", "bulk:{key}"),
    "campaign_opening": ("campaign", "opening"),
    "campaign_details": ("campaign", "details"),
    "campaign_clauses": ("campaign", "clauses"),
    "announcing": ("campaign", "standing"),
    "chase": ("campaign", "chase:{key}"),
    "ending": ("certificates", "{title}"),
    "print_question": ("certificates", "batches"),
    "return_reason": ("campaign", "review"),
    "rolling": ("campaign", "rolling"),
    "settings_office": ("settings", "office"),
    "settings_members": ("settings", "members"),
    "settings_texts": ("settings", "texts"),
    "layout": ("layouts", "{key}"),
    "agreement": ("labels", "agreement:{key}"),
    "label_order": ("labels", "issue:{key}"),
    "label_again": ("labels", "print:{key}"),
    "label_noting": ("labels", "note:{key}"),
    "label_sheet": ("labels", "sheets"),
    "label_stopping": ("labels", "stop:{key}"),
    "new_field": ("settings", "members"),
    "new_operator": ("settings", "pc"),
    "desk_remark": ("desk", "{key}"),
}
"""Where the form of each kind of draft is: page and item, with the draft's key or title; the key for an empty item."""
ONE_AT_A_TIME = ("import",)
"""Kinds of which no second draft is offered while one stands open."""
NEW = "new"
"""The item that leads to an empty form."""


def place_of(draft: Draft) -> tuple[str, str]:
    """The page and the item on it where ``draft`` is taken up again."""
    page_id, item = PLACES[draft.kind]
    return page_id, item.format(key=draft.key, title=draft.title) or draft.key or NEW


SOON_MS = 300
"""After a draft went it is seen whether it stays away: some are kept anew at once, under another key."""


def _is_at(draft: Draft, shown: tuple[str, str]) -> bool:
    """Whether ``draft`` stands in the form that is shown, or what stands there leaves no room for it."""
    return shown == place_of(draft) or (draft.kind in ONE_AT_A_TIME and shown[1].startswith(f"{draft.kind}:"))


class Recovery(QObject):
    """Offers the drafts of ``keeper``, and the next one once one that was taken up is done.

    ``resume`` takes one up again, ``said`` gives what the window's message says, ``at`` what is shown.
    """

    def __init__(
        self,
        keeper: DraftKeeper,
        speaker: Speaker,
        resume: Callable[[Draft], None],
        said: Callable[[], str],
        at: Callable[[], tuple[str, str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._speaker = speaker
        self._resume = resume
        self._said, self._at = said, at
        self._offered: set[Id] = set()
        self._resumed: set[Id] = set()
        self._own_words = ""
        self._is_due = False
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._follow)
        keeper.stock_changed.connect(self._soon.start)
        keeper.moved.connect(self._follow_move)

    def take_up(self, draft: Draft) -> None:
        """Goes on with ``draft``."""
        if self._is_offering:
            self._speaker.hush()
        self._resumed.add(draft.id)
        self._resume(draft)

    def look(self) -> None:
        """The window's message has gone: an offer that had to wait for it follows."""
        if self._is_due:
            self._soon.start()

    @property
    def _is_offering(self) -> bool:
        return bool(self._own_words) and self._said() == self._own_words

    def _follow_move(self, before: Id, now: Id) -> None:
        for ids in (self._offered, self._resumed):
            if before in ids:
                ids.discard(before)
                ids.add(now)

    def _follow(self) -> None:
        """Offers what is left once one of those taken up or offered is gone; another message is not talked over."""
        done = {each for each in self._resumed if self._keeper.current(each) is None}
        self._resumed -= done
        self._is_due = self._is_due or bool(done)
        outdated = self._is_offering and any(self._keeper.current(each) is None for each in self._offered)
        if outdated:
            self._speaker.hush()
        if outdated or (self._is_due and not self._said()):
            self.offer(self._at())

    def offer(self, shown: tuple[str, str] = ("", "")) -> None:
        """Says what is not saved, except what is typed at the place ``shown``."""
        self._is_due = False
        waiting = [each for each in self._keeper.everything if each.kind in PLACES and not _is_at(each, shown)]
        self._offered = {each.id for each in waiting}
        damaged = self._keeper.take_damaged()
        if not waiting:
            if damaged:
                where = Action(self.tr("Open the folder"), lambda: show_folder(damaged[0].parent))
                self._speaker.say(Tone.WARN, self._lost(damaged), where)
            return
        newest = waiting[-1]
        told = self.tr("Typed and not saved: {name} ({time}).")
        if len(waiting) > 1:
            told = self.tr("%n drafts are not saved, the latest: {name} ({time}).", "", len(waiting))
        go_on = Action(self.tr("Go on typing"), lambda: self.take_up(newest))
        discard = Action(
            self.tr("Discard the draft") if len(waiting) == 1 else self.tr("Discard all drafts"),
            lambda: self._discard(waiting),
        )
        told = told.format(name=name_of(newest), time=time_of(newest))
        self._own_words = "\n".join([told, *([self._lost(damaged)] if damaged else [])])
        self._speaker.say(Tone.ACCENT, self._own_words, go_on, discard)

    def _lost(self, damaged: list[Path]) -> str:
        told = self.tr("%n draft(s) cannot be read, kept aside: {file}. Check what you typed last.", "", len(damaged))
        return told.format(file=damaged[0])

    def _discard(self, offered: list[Draft]) -> None:
        """Of what was offered; what was saved or typed on since is no longer meant."""
        waiting = [draft for draft in offered if self._keeper.current(draft.id) == draft]
        for draft in waiting:
            self._keeper.forget(draft)
        told = self.tr("%n draft(s) discarded.", "", len(waiting))
        self._speaker.toast(told, Action(self.tr("Undo"), lambda: self._put_back(waiting)))

    def _put_back(self, waiting: list[Draft]) -> None:
        for draft in waiting:
            self._keeper.keep(draft)
        self.offer()
