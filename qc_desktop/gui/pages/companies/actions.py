"""What the buttons do to the records, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import Job
from qc_desktop.gui.desk import Done
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.tasks import Task
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import history
from qc_desktop.services.campaigns import pledging, stages
from qc_desktop.services.campaigns.stages import Moved, Refused
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import terms
from qc_desktop.services.office import Office

NAMED = 3


def still_returned(campaign_id: str, among: Collection[str] = ()) -> Callable[[Office], list[str]]:
    """Finds those of ``among`` (empty: of all) who stand returned in the campaign; it asks the records."""
    wanted = CompanyFilter(campaign_id=campaign_id, stages=(Stage.RETURNED_FOR_CORRECTION.value,))
    return lambda office: [each for each in browsing.ids(office, wanted) if not among or each in among]


class CompanyActions(QObject):
    """Review, joining and Undo, for one or many. ``done`` tells that something was moved.

    After a return its notices are offered; ``notices_wanted`` carries what finds those companies.
    """

    done = Signal()
    notices_wanted = Signal(object)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.campaign_id = ""

    def approve(self, scope: Scope) -> None:
        """审核通过 for everyone in ``scope``."""
        self._move(scope, Stage.PLEDGED, "", lambda count: self.tr("Approved: %n", "", count))

    def send_back(self, scope: Scope, reason: str, then: Callable[[], None] = lambda: None) -> None:
        """退回补正 for everyone in ``scope``, with the reason; ``then`` is called once the reason is in the records."""
        desk, back, ids = self._context.services, Stage.RETURNED_FOR_CORRECTION, set[str]()

        def act() -> Job[Moved]:
            ids.update(scope.company_ids(desk.office))  # a filter may not find them afterwards
            return stages.moving(desk.office, scope.review_ids(desk.office), back, reason)

        notices = Action(self.tr("Notices…"), lambda: self.notices_wanted.emit(still_returned(self.campaign_id, ids)))
        task = self._run(act, lambda count: self.tr("Returned for correction: %n", "", count), other=notices)
        task.succeeded.connect(lambda _: then())

    def join(self, scope: Scope) -> None:
        """Brings everyone in ``scope`` who does not take part into the campaign."""
        desk, campaign_id = self._context.services, self.campaign_id

        def act() -> Job[Moved]:
            fresh = yield from stages.taking_in(desk.office, campaign_id, scope.company_ids(desk.office))
            return Moved(fresh, scope.count - fresh)

        self._run(act, lambda count: self.tr("Brought in: %n", "", count))

    def renew(self, scope: Scope) -> None:
        """续会员期: gives everyone in ``scope`` the next term."""
        desk = self._context.services

        def act() -> Job[Moved]:
            return terms.renewing(desk.office, scope.company_ids(desk.office))

        self._run(act, lambda count: self.tr("Membership renewed: %n", "", count))

    def enter_pledges(self, scope: Scope) -> None:
        """Enters the year's clauses for everyone in ``scope`` who takes part and handed in no pledge."""
        desk, campaign_id = self._context.services, self.campaign_id

        def act() -> Job[Moved]:
            return pledging.entering_standard(desk.office, campaign_id, scope.company_ids(desk.office))

        nothing = self.tr("None of them awaits a pledge. Companies that do not take part are brought in first.")
        self._run(act, lambda count: self.tr("Pledges entered, now in review: %n", "", count), nothing)

    def _move(self, scope: Scope, to: Stage, reason: str, words: Callable[[int], str]) -> Task:
        desk = self._context.services
        return self._run(lambda: stages.moving(desk.office, scope.review_ids(desk.office), to, reason), words)

    def _run(
        self,
        start: Callable[[], Job[Moved]],
        words: Callable[[int], str],
        nothing: str = "",
        other: Action | None = None,
    ) -> Task:
        desk = self._context.services
        return self._context.jobs.run(
            lambda: desk.doing_job(start()), lambda done: self._tell(done, words(done.result.moved), nothing, other)
        )

    def _tell(self, done: Done[Moved], told: str, nothing: str = "", other: Action | None = None) -> None:
        if done.result.refused:
            holds = partial(history.stands, self._context.services.office, done.command) if done.command else None
            self._context.speaker.say(Tone.WARN, self._passed_over(done.result.refused), holds=holds)
        if done.result.moved:
            self._context.undoing.offer(told, done.command, other)
            self.done.emit()
        elif not done.result.refused:
            self._context.speaker.toast(nothing or self.tr("Nothing had to be changed."))

    def _passed_over(self, refused: Sequence[Refused]) -> str:
        words = self._context.words
        told = [words.named(each.company, words.of(each.error)) for each in refused[:NAMED]]
        rest = len(refused) - NAMED
        return "\n".join(told if rest <= 0 else [*told, self.tr("%n more were left as they are.", "", rest)])
