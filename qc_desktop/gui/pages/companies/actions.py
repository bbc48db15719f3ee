"""What the buttons do to the records, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import history
from qc_desktop.services.campaigns import pledging, stages
from qc_desktop.services.campaigns.stages import Moved, Refused
from qc_desktop.services.members import terms
from qc_desktop.services.office import Office

NAMED = 3


@dataclass(frozen=True)
class Done:
    """What a change did, and the command that takes it back; 0 where there is nothing to take back."""

    moved: Moved
    command: int


class CompanyActions(QObject):
    """Review, joining and Undo, for one or many. ``done`` tells that something was moved."""

    done = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.campaign_id = ""

    def approve(self, scope: Scope) -> None:
        """审核通过 for everyone in ``scope``."""
        self._move(scope, pledging.approve, lambda count: self.tr("Approved: %n", "", count))

    def send_back(self, scope: Scope, reason: str) -> None:
        """退回补正 for everyone in ``scope``, with the reason."""
        self._move(
            scope,
            lambda office, ids: pledging.send_back(office, ids, reason),
            lambda count: self.tr("Returned for correction: %n", "", count),
        )

    def join(self, scope: Scope) -> None:
        """Brings everyone in ``scope`` who does not take part into the campaign."""
        desk, campaign_id = self._context.services, self.campaign_id

        def act() -> Done:
            fresh = stages.take_in(desk.office, campaign_id, scope.company_ids(desk.office))
            return Done(Moved(fresh, scope.count - fresh), last_command(desk.office) if fresh else 0)

        self._context.jobs.change(act, lambda done: self._tell(done, self.tr("Brought in: %n", "", done.moved.moved)))

    def renew(self, scope: Scope) -> None:
        """续会员期: gives everyone in ``scope`` the next term."""
        desk = self._context.services

        def act() -> Done:
            return Done(terms.renew(desk.office, scope.company_ids(desk.office)), last_command(desk.office))

        self._context.jobs.change(
            act, lambda done: self._tell(done, self.tr("Membership renewed: %n", "", done.moved.moved))
        )

    def enter_pledges(self, scope: Scope) -> None:
        """Enters the year's clauses for everyone in ``scope`` who takes part and handed in no pledge."""
        desk, campaign_id = self._context.services, self.campaign_id

        def act() -> Done:
            moved = pledging.enter_standard(desk.office, campaign_id, scope.company_ids(desk.office))
            return Done(moved, last_command(desk.office) if moved.moved else 0)

        nothing = self.tr("None of them awaits a pledge. Companies that do not take part are brought in first.")
        self._context.jobs.change(
            act,
            lambda done: self._tell(done, self.tr("Pledges entered, now in review: %n", "", done.moved.moved), nothing),
        )

    def _move(self, scope: Scope, move: Callable[[Office, Sequence[str]], Moved], words: Callable[[int], str]) -> None:
        desk = self._context.services

        def act() -> Done:
            moved = move(desk.office, scope.participation_ids(desk.office))
            return Done(moved, last_command(desk.office) if moved.moved else 0)

        self._context.jobs.change(act, lambda done: self._tell(done, words(done.moved.moved)))

    def _tell(self, done: Done, told: str, nothing: str = "") -> None:
        if done.moved.refused:
            holds = partial(history.stands, self._context.services.office, done.command) if done.command else None
            self._context.speaker.say(Tone.WARN, self._passed_over(done.moved.refused), holds=holds)
        if done.moved.moved:
            self._context.undoing.offer(told, done.command)
            self.done.emit()
        elif not done.moved.refused:
            self._context.speaker.toast(nothing or self.tr("Nothing had to be changed."))

    def _passed_over(self, refused: Sequence[Refused]) -> str:
        words = self._context.words
        told = [f"{each.company}：{words.of(each.error)}" for each in refused[:NAMED]]
        rest = len(refused) - NAMED
        return "\n".join(told if rest <= 0 else [*told, self.tr("%n more were left as they are.", "", rest)])


def last_command(office: Office) -> int:
    """The command that Undo would take back now; 0 for none."""
    last = history.next_undo(office)
    return last.seq if last else 0
