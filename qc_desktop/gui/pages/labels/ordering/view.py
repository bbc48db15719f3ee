"""A new batch: the form, one of its labels beside it, what stands in its way, the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.text import clean
from qc_desktop.domain.worded import Place
from qc_desktop.gui.pages.beside import Beside
from qc_desktop.gui.pages.labels.ordering.form import OrderForm
from qc_desktop.gui.pages.labels.picture import LabelPicture
from qc_desktop.gui.pages.labels.sheet_choice import SheetChoice
from qc_desktop.gui.pages.worded_panel import WordedPanel
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.foot_bar import FootBar
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, card, label, set_tone
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.gui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.labels.acts import Ground, Look

BESIDE_EM = 52
_SOON_MS = 200


class OrderView(QWidget):
    """``issue_wanted`` tells that the batch shall be issued, ``look_wanted`` that its label is wanted, ``left`` that
    the person goes back, ``agreement_wanted`` that there is none yet."""

    agreement_wanted = Signal()
    issue_wanted = Signal()
    look_wanted = Signal()
    left = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._is_busy = self._is_stopped = False
        self.reasons = WordedPanel(context.words)
        self.form = OrderForm(context.words, context.drafts, self.reasons)
        self.sheet = SheetChoice()
        self.picture = LabelPicture()
        self.finding = label("", wrap=True)
        self.passphrase = Passphrase()
        self.bar = MessageBar(closable=False)
        self.progress = ProgressPanel(context.words)
        self.foot = FootBar(self)
        self.back = button(self.tr("Back to the batches"), self.left.emit, "", "arrow-left")
        self.issue = button(self.tr("Issue labels"), self.submit, "primary", "award")
        self.discard = button(self.tr("Discard"), self._discard)
        self.foot.add(self.discard, self.back, self.issue)
        self._settle = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._settle.timeout.connect(self.look_wanted)
        self._lay_out()
        self.form.edited.connect(self._follow)
        self.reasons.edited.connect(self._settle.start)
        self.reasons.edited.connect(self._sum_up)
        self.form.edited.connect(self._settle.start)
        self.form.edited.connect(self._sum_up)
        self.sheet.chosen.connect(self._settle.start)
        self.passphrase.submitted.connect(self.submit)

    def _lay_out(self) -> None:
        left, right = card(), card()
        form, shown = QVBoxLayout(left), QVBoxLayout(right)
        for column in (form, shown):
            column.setContentsMargins(16, 14, 16, 14)
            column.setSpacing(10)
        form.addWidget(self.form)
        form.addWidget(self.reasons)
        form.addWidget(self.passphrase)
        form.addStretch(1)
        shown.addWidget(self.sheet)
        shown.addWidget(self.picture, 1)
        shown.addWidget(self.finding)
        shown.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Beside(left, right, wide_em=BESIDE_EM), 1)

    def start(self, ground: Ground, wanted: str) -> None:
        """Begins with the agreement ``wanted``, else the first under which labels can be issued today."""
        self.bar.clear()
        self.passphrase.clear()
        self.passphrase.show_state(known=ground.known, unlocked=ground.unlocked)
        self.sheet.offer(ground.presets, ground.preset)
        self.reasons.know(ground.wording)
        self.form.offer(ground.agreements, wanted, more=ground.more)
        if not ground.agreements:
            told = self.tr("No agreement is in force that has labels left. Enter one first.")
            self.bar.say(Tone.WARN, told, Action(self.tr("New agreement"), self.agreement_wanted.emit))
        elif wanted and self.form.agreement_id != wanted:
            told = self.tr("That agreement is not in force today, or has no labels left. Another one is shown.")
            self.bar.say(Tone.WARN, told)
        self._sum_up()
        self._arrange()

    def _follow(self) -> None:
        """What is printed on the label below the association's heading may claim too much."""
        order = self.form.order
        self.reasons.follow([(Place.PRODUCT, clean(order.product)), (Place.LOT, clean(order.lot))])

    def _sum_up(self) -> None:
        """Says beside the button what it will number, before anything is."""
        row, order = self.form.row, self.form.order
        self.discard.setVisible(self.form.is_typed)
        stays = self.tr("What is issued stays: a batch cannot be changed or taken back, only stopped.")
        self.issue.setText(self.tr("Issue %n label(s)", "", order.count) if order.count else self.tr("Issue labels"))
        if row is None or not self.form.is_begun:
            self.foot.say(stays)
            return
        parts = (row.company, order.product, self.tr("lot {lot}").format(lot=order.lot))
        count = self.tr("%n label(s)", "", order.count)
        left = row.remaining - order.count
        beyond = self.tr("%n more than the agreement has left", "", -left)
        after = beyond if left < 0 else self.tr("%n left under the agreement", "", left)
        self.foot.say("\n".join((" · ".join((*parts, count, after)), stays)))

    def show_look(self, look: Look) -> None:
        """Shows the label, and says below it what stands in its way."""
        told = self.tr("A label as it will be printed; number and code are samples.")
        self.picture.show_image(look.image, told)
        begun = self.form.is_begun
        problems = [self._words.of(problem) for problem in look.problems]
        self._is_stopped = bool(problems)
        if look.roomier:
            problems.append(self.tr("There is room on: {sheets}.").format(sheets=self._words.listed(look.roomier)))
        if problems and (begun or look.image.isNull()):
            self._say("\n".join(problems), Tone.BAD)
        elif begun:
            self._say(self.tr("Everything has room on this sheet. Nothing is numbered yet."), Tone.OK)
        else:
            self._say(told, None)
        self._arrange()

    def _say(self, text: str, tone: Tone | None) -> None:
        self.finding.setText(text)
        set_tone(self.finding, tone)

    def submit(self) -> None:
        """Asks for the issue, unless something typed cannot be."""
        if self._is_busy or not self.form.agreement_id:
            return
        if self.form.is_sound():
            self.reasons.lead()
            self.issue_wanted.emit()

    def show_busy(self, busy: bool) -> None:
        """Holds everything back while the batch is issued."""
        if busy:
            self.setFocus()  # else the focus would wander to whatever comes behind a disabled button
        self._is_busy = busy
        for part in (self.form, self.reasons, self.sheet, self.passphrase, self.back):
            part.setEnabled(not busy)
        self._arrange()

    def _arrange(self) -> None:
        stopped = self._is_stopped and self.form.is_begun
        self.issue.setEnabled(not self._is_busy and bool(self.form.agreement_id) and not stopped)
        self.issue.setToolTip(self.finding.text() if stopped else "")

    def settle(self) -> None:
        """The order is issued or given up: nothing of it is kept."""
        self.form.settle()

    def _discard(self) -> None:
        self.settle()
        self.left.emit()
