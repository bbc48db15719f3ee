"""What a layout at work looks like: a page of a real or invented record, and what would spoil it on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from qc_desktop.gui.pages.certificates.picture import faded
from qc_desktop.gui.pages.layouts.editor.making import Making
from qc_desktop.gui.pages.layouts.keys import REASONED
from qc_desktop.gui.pages.layouts.refusal import element_of, word_of, words_of
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.labels import presets
from qc_desktop.services.layouts import previewing
from qc_desktop.services.layouts.previewing import LabelShown, Shown, Whose

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.domain.findings import Finding
    from qc_desktop.domain.records import Record
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.layouts.editor.view import EditorView
    from qc_desktop.gui.pages.layouts.head import BenchHead
    from qc_desktop.gui.pages.layouts.label.looks import LabelLooks
    from qc_desktop.gui.pages.layouts.label.view import LabelView
    from qc_desktop.gui.pages.layouts.steps import Steps
    from qc_desktop.gui.pages.layouts.wording.view import WordingView

DPI = 110.0
LABEL_DPI = 400.0
_SOON_MS = 150


class Appearance(QObject):
    """Draws ``making`` on ``page`` and beside the ``wording``, for whom the ``head`` says; nothing while ``bench`` is
    put away. ``lead_wanted`` carries what a person wants to see: a finding, or why there is no page."""

    lead_wanted = Signal(object)

    def __init__(
        self,
        bench: QWidget,
        context: PageContext,
        desk: Desk,
        *,
        head: BenchHead,
        wording: WordingView,
        looks: LabelLooks,
    ) -> None:
        super().__init__(bench)
        self._bench, self._context, self._desk = bench, context, desk
        self._head, self._wording, self._looks = head, wording, looks
        self._making: Steps[Any] | None = None
        self._page: EditorView | LabelView | None = None
        self._holders: Mapping[Whose, str] = {}
        self._told: tuple[Finding, ...] = ()
        self._why = ""
        self._image = QImage()
        self._ticket, self._taking = Ticket(), Ticket()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.ask)
        self.note = MessageBar()
        self.found = MessageBar()
        head.whose.activated.connect(self._show_whose)
        head.leaves.turned.connect(self.ask)

    def open(self, making: Steps[Any], page: EditorView | LabelView, year: int) -> None:
        """Another layout is at work; its holders are of ``year``."""
        for ticket in (self._ticket, self._taking):
            ticket.tear()  # an answer for the layout before is none for this one
        self._making, self._page, self._told, self._why = making, page, (), ""
        self._image = QImage()
        for bar in (self.found, self.note):
            bar.clear()
        self._head.leaves.begin()
        office = self._desk.office
        self._context.jobs.report(lambda: previewing.holders(office, year), self._offer)
        if not isinstance(making, Making):
            self._context.jobs.report(lambda: presets.everything(office), self._looks.offer)

    def start(self) -> None:
        """Draws it once a person pauses."""
        self._soon.start()

    def _offer(self, found: Mapping[Whose, str]) -> None:
        self._holders = found
        on_page = isinstance(self._making, Making)  # a label says the same whoever it is for
        self._head.offer(found, (Whose.SAMPLE, Whose.BARE) if on_page else (Whose.SAMPLE,))

    @property
    def _whose(self) -> Whose:
        return Whose(self._head.whose.currentData() or Whose.SAMPLE)

    def _show_whose(self) -> None:
        making, office, whose = self._making, self._desk.office, self._whose
        participation = self._holders.get(whose, "")
        if isinstance(making, Making):
            layout = making.layout
            self._taking.tear()
            self._taking = self._context.jobs.report(
                lambda: previewing.record_for(office, layout, participation, bare=whose is Whose.BARE),
                self._take_record,
            )
        self.start()

    def _take_record(self, record: Record) -> None:
        if isinstance(self._making, Making):
            self._making.show_record(record)

    def ask(self) -> None:
        """Draws it now."""
        if self._making is None or self._bench.isHidden():
            return
        self._ticket.tear()
        ask = self._page_of(self._making) if isinstance(self._making, Making) else self._label_of(self._making)
        if ask is not None:
            self._ticket = self._context.jobs.report(ask, self._show)

    def _page_of(self, making: Making) -> Callable[[], Shown]:
        whose, leaf = self._whose, self._head.leaves.page
        held = self._desk.office, making.layout, self._holders.get(whose, ""), DPI
        return partial(previewing.page, *held, bare=whose is Whose.BARE, number=leaf)

    def _label_of(self, making: Steps[Any]) -> Callable[[], Shown] | None:
        sheet = self._looks.sheet
        if sheet is None:
            return None
        held = self._desk.office, making.layout, self._holders.get(self._whose, ""), sheet.key
        return partial(previewing.label, *held, hidden=self._looks.hidden.isChecked(), dpi=LABEL_DPI)

    def _show(self, shown: Shown) -> None:
        """The page, or why there is none; the last one stays in sight meanwhile, pale."""
        if isinstance(shown, LabelShown):
            self._looks.tell(shown.without_room)
        if shown.problem is not None:
            self._say_why(shown.problem)
            return
        self._why = ""
        self.note.clear()
        self._tell(shown.found)
        self._head.leaves.show_place(shown.page, shown.pages)
        self._head.fit()
        if isinstance(self._making, Making):
            self._making.show_leaf(shown.page, shown.pages)
        self._image = QImage.fromData(shown.png)
        self._lay_out(self._image, self.tr("Page"))

    def _lay_out(self, image: QImage, name: str) -> None:
        self._wording.picture.show_image(image, name)
        if self._page is not None:
            self._page.show_picture(image)

    def _say_why(self, problem: UserError) -> None:
        """Put away once, it is not said again until it is something else."""
        assert self._making is not None
        layout = self._making.layout
        lead = Action(self.tr("Show it"), partial(self.lead_wanted.emit, problem))
        told = words_of(problem, layout, self._context.words)
        if not self._image.isNull():
            self._lay_out(faded(self._image), self.tr("The page as it was before"))
        if told != self._why:
            leads = element_of(problem, layout) or word_of(problem, layout)
            self.note.say(Tone.WARN, told, lead if leads else None)
        self._why = told

    def _tell(self, found: tuple[Finding, ...]) -> None:
        """What would spoil the page on paper; put away once, it is not said again until it is something else. Beside
        the words stands what asks for a reason."""
        if self._wording.isVisible():
            found = tuple(one for one in found if one.code not in REASONED)
        if found == self._told:
            return
        self._told = found
        self.found.clear()
        if found:
            words = self._context.words.of(found[0])
            if len(found) > 1:
                words = self.tr("{first} (and %n more)", "", len(found) - 1).format(first=words)
            lead = partial(self.lead_wanted.emit, found[0])
            self.found.say(Tone.WARN, words, Action(self.tr("Show it"), lead))
