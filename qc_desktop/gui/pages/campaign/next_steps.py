"""What can be done next with many companies at once, one line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.gui.icons import wear
from qc_desktop.gui.pages.campaign.announcing import Announcing
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, one_width, only_card, restyle

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QPushButton

    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.pages.campaign.model import Sight
    from qc_desktop.messages import Messages


class StepLine(QWidget):
    """A heading, a sentence and a button that is there only while it can do something."""

    def __init__(self, heading: str, act: QPushButton, icon_name: str) -> None:
        super().__init__()
        self.button = act
        self._icon = icon_name
        self._told = label("", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(heading, "strong"))
        words.addWidget(self._told)
        self._others = FlowLayout(gap=4)
        words.addLayout(self._others)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, sentence: str, *, possible: bool) -> None:
        """Says how it stands, and offers the button where something waits."""
        self._told.setText(sentence)
        self.button.setVisible(possible)

    def add(self, other: QPushButton) -> None:
        """Puts another button below the sentence."""
        self._others.addWidget(other)

    def make_primary(self, primary: bool) -> None:
        """Makes its button the main one of the page, or an ordinary one."""
        self.button.setProperty("kind", "primary" if primary else "")
        wear(self.button, self._icon, "on_accent" if primary else "text")
        restyle(self.button)


class NextSteps(QWidget):
    """The card of bulk actions. The signals carry what a person asked for."""

    import_wanted = Signal()
    join_wanted = Signal()
    roll_wanted = Signal()
    chase_wanted = Signal()
    review_wanted = Signal()
    pledges_wanted = Signal()
    approve_wanted = Signal()
    pending_wanted = Signal()
    announce_wanted = Signal(str, object)  # announcement number, date
    issue_wanted = Signal()

    def __init__(self, words: Messages, drafts: DraftKeeper) -> None:
        super().__init__()
        pledges = button(self.tr("Enter pledges"), self.pledges_wanted.emit, "", "file-check")
        review = button(self.tr("Review one by one"), self.review_wanted.emit, "", "eye")
        pending = button(self.tr("Move on to announcement"), self.pending_wanted.emit, "", "list-checks")
        announce = button(self.tr("Announce"), self._announce, "", "send")
        issue = button(self.tr("Issue certificates"), self.issue_wanted.emit, "", "award")
        self._lines = {
            Stage.APPLIED: StepLine(self.tr("Pledges"), pledges, "file-check"),
            Stage.MATERIAL_REVIEW: StepLine(self.tr("Review"), review, "eye"),
            Stage.PLEDGED: StepLine(self.tr("Ready for announcement"), pending, "list-checks"),
            Stage.ANNOUNCEMENT_PENDING: StepLine(self.tr("Announcement"), announce, "send"),
            Stage.ANNOUNCED: StepLine(self.tr("Certificates"), issue, "award"),
        }
        self._taking_part = StepLine(
            self.tr("Companies taking part"),
            button(self.tr("Import a list"), self.import_wanted.emit, "", "upload"),
            "upload",
        )
        self._chase = button(self.tr("Invite and chase"), self.chase_wanted.emit, "plain", "send")
        self._lines[Stage.APPLIED].add(self._chase)
        self._approve = button("", self.approve_wanted.emit, "plain", "list-checks")
        self._lines[Stage.MATERIAL_REVIEW].add(self._approve)
        self._roll = button(self.tr("From last year"), self.roll_wanted.emit, "plain", "history")
        self._taking_part.add(self._roll)
        self._join = button(self.tr("Known companies"), self.join_wanted.emit, "plain", "building-2")
        self._taking_part.add(self._join)
        self._announcing = Announcing(words, drafts)
        self._announcing.submitted.connect(self._announce)
        self._lay_out()

    def _lay_out(self) -> None:
        column = only_card(self, spacing=12)
        column.addWidget(label(self.tr("What comes next"), "section"))
        column.addWidget(self._taking_part)
        for stage, line in self._lines.items():
            column.addWidget(line)
            if stage is Stage.ANNOUNCEMENT_PENDING:
                column.addWidget(self._announcing)
        column.addStretch(1)

    def show_sight(self, sight: Sight, today: dt.date) -> None:
        """Shows how the year stands; what a person typed for the announcement stays.

        A button that has done its work goes; the focus goes to what comes next, not to wherever Qt finds a neighbour.
        """
        awaited = sum(map(sight.at, BEFORE_REVIEW))
        review, pledged, pending = (
            sight.at(stage) for stage in (Stage.MATERIAL_REVIEW, Stage.PLEDGED, Stage.ANNOUNCEMENT_PENDING)
        )
        said = {
            Stage.APPLIED: (awaited, self._awaited(awaited, sight, today)),
            Stage.MATERIAL_REVIEW: (review, self._in_review(review)),
            Stage.PLEDGED: (pledged, self._approved(pledged)),
            Stage.ANNOUNCEMENT_PENDING: (pending, self._waiting(pending)),
            Stage.ANNOUNCED: (sight.to_issue, self._to_issue(sight.to_issue, sight.at(Stage.ANNOUNCED))),
        }
        held = QApplication.focusWidget()
        self._show_taking_part(sight)
        self._approve.setText(self.tr("Approve all %n", "", review))
        self._approve.setVisible(review > 0)
        self._chase.setVisible(awaited > 0)
        for stage, (count, sentence) in said.items():
            self._lines[stage].tell(sentence, possible=count > 0)
        self._announcing.setVisible(pending > 0)
        if sight.row is not None:
            values = sight.row.values
            self._announcing.suggest(sight.row.id, values.announcement_no, values.announced_on or today)
        ours_first = sorted(said, key=lambda stage: stage is Stage.APPLIED)  # pledges come from outside
        chosen = next((stage for stage in ours_first if said[stage][0]), None)
        self._make_primary(chosen)
        one_width([line.button for line in (self._taking_part, *self._lines.values())])
        if held is not None and self.isAncestorOf(held) and not held.isVisibleTo(self):
            (self._lines[chosen].button if chosen else self._taking_part.button).setFocus()

    def forget_announcing(self) -> None:
        """The year is announced: what was typed for it is in the records."""
        self._announcing.forget()

    def _show_taking_part(self, sight: Sight) -> None:
        """How many take part, and the two ways to bring in more: a list, or those known from earlier years."""
        count = sight.row.companies if sight.row is not None else 0
        none = self.tr("No company takes part yet. Import this year's list, or bring in companies you know already.")
        known = self.tr("%n company(ies) take part.", "", count)
        self._taking_part.tell(known if count else none, possible=True)
        self._join.setVisible(sight.outside > 0)
        self._roll.setVisible(sight.to_roll > 0)
        self._taking_part.make_primary(not count)

    def _make_primary(self, chosen: Stage | None) -> None:
        for stage, line in self._lines.items():
            line.make_primary(stage is chosen)

    def _announce(self) -> None:
        given = self._announcing.read()
        if given is not None:
            self.announce_wanted.emit(*given)

    def _awaited(self, count: int, sight: Sight, today: dt.date) -> str:
        if not count:
            return self.tr("No pledge is awaited.")
        told = self.tr("%n company(ies) have not handed in a pledge yet.", "", count)
        until = sight.row.values.applications_until if sight.row else None
        if until is None:
            return told
        days = (until - today).days
        if days < 0:
            over = self.tr("The deadline, {day}, was %n day(s) ago.", "", -days)
            return f"{told} {over.format(day=until)}"
        left = self.tr("The deadline is {day}, in %n day(s).", "", days)
        return f"{told} {left.format(day=until)}"

    def _in_review(self, count: int) -> str:
        if not count:
            return self.tr("No company waits for review.")
        return self.tr("%n company(ies) wait for review.", "", count)

    def _approved(self, count: int) -> str:
        if not count:
            return self.tr("No approved company waits to move on.")
        return self.tr("%n company(ies) are approved.", "", count)

    def _waiting(self, count: int) -> str:
        if not count:
            return self.tr("No company is at this step.")
        return self.tr("%n company(ies) wait to be announced. Certificates cite the announcement.", "", count)

    def _to_issue(self, count: int, announced: int) -> str:
        if not announced:
            return self.tr("Certificates are issued to announced companies. Nobody is announced yet.")
        if not count:
            return self.tr("No announced company is without its certificate.")
        return self.tr("%n announced company(ies) have no certificate yet.", "", count)
