"""What was typed and not saved when the window closed, offered again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.domain.dates import local
from qc_desktop.gui.pages.places import show_folder
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.speaker import Speaker
    from qc_desktop.services.drafts import Draft

PLACES: dict[str, tuple[str, str]] = {
    "company": ("companies", ""),
    "membership": ("companies", "membership:{key}"),
    "import": ("companies", "import:{key}"),
    "bulk": ("companies", "bulk"),
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
    "new_field": ("settings", "members"),
    "new_operator": ("settings", "pc"),
    "desk_remark": ("desk", "{key}"),
}
"""Where the form of each kind of draft is: page and item, with the draft's key or title; the key for an empty item."""
NEW = "new"
"""The item that leads to an empty form."""


def place_of(draft: Draft) -> tuple[str, str]:
    """The page and the item on it where ``draft`` is taken up again."""
    page_id, item = PLACES[draft.kind]
    return page_id, item.format(key=draft.key, title=draft.title) or draft.key or NEW


class Recovery(QObject):
    """Offers the drafts of ``keeper``. ``resume`` takes one up again."""

    def __init__(self, keeper: DraftKeeper, speaker: Speaker, resume: Callable[[Draft], None], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._speaker = speaker
        self._resume = resume

    def offer(self, shown: tuple[str, str] = ("", "")) -> None:
        """Says what is not saved, except what is typed at the place ``shown``."""
        waiting = [each for each in self._keeper.everything if each.kind in PLACES and place_of(each) != shown]
        damaged = self._keeper.take_damaged()
        if not waiting:
            if damaged:
                where = Action(self.tr("Open the folder"), lambda: show_folder(damaged[0].parent))
                self._speaker.say(Tone.WARN, self._lost(damaged), where)
            return
        newest = waiting[-1]
        name = newest.title or self.tr("New company")
        told = self.tr("Typed and not saved: {name} ({time}).")
        if len(waiting) > 1:
            told = self.tr("%n drafts are not saved, the latest: {name} ({time}).", "", len(waiting))
        go_on = Action(self.tr("Go on typing"), lambda: self._resume(newest))
        discard = Action(
            self.tr("Discard the draft") if len(waiting) == 1 else self.tr("Discard all drafts"),
            lambda: self._discard(waiting),
        )
        time = f"{local(newest.at):%m-%d %H:%M}"
        said = [told.format(name=name, time=time), *([self._lost(damaged)] if damaged else [])]
        self._speaker.say(Tone.ACCENT, "\n".join(said), go_on, discard)

    def _lost(self, damaged: list[Path]) -> str:
        told = self.tr("%n draft(s) cannot be read, kept aside: {file}. Check what you typed last.", "", len(damaged))
        return told.format(file=damaged[0])

    def _discard(self, waiting: list[Draft]) -> None:
        for draft in waiting:
            self._keeper.forget(draft.kind, draft.key)
        told = self.tr("%n draft(s) discarded.", "", len(waiting))
        self._speaker.toast(told, Action(self.tr("Undo"), lambda: self._put_back(waiting)))

    def _put_back(self, waiting: list[Draft]) -> None:
        for draft in waiting:
            self._keeper.keep(draft)
        self.offer()
