"""A layout at work: its wording and its page, what they look like, saving and going back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.reading import design_of
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.types import CELL
from qc_desktop.documents.types import PAGE as PAGE_FORM
from qc_desktop.domain.findings import Finding
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.pages.layouts.editor.making import Making
from qc_desktop.gui.pages.layouts.editor.value_fields import Ground, narrow
from qc_desktop.gui.pages.layouts.editor.view import EditorView
from qc_desktop.gui.pages.layouts.keys import PAGE, WORDING
from qc_desktop.gui.pages.layouts.label.looks import LabelLooks
from qc_desktop.gui.pages.layouts.label.view import LabelView
from qc_desktop.gui.pages.layouts.leaves import Leaves
from qc_desktop.gui.pages.layouts.steps import Steps
from qc_desktop.gui.pages.layouts.wording.view import WordingView
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.laid_over import LaidOver
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, icon_button, label
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services import fonts, preferences
from qc_desktop.services.labels import presets
from qc_desktop.services.layouts import pictures, previewing, slots
from qc_desktop.services.layouts.previewing import LabelShown, Shown, Whose

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Design
    from qc_desktop.domain.records import Record
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.layouts.versions import LayoutRow

DRAFT = "layout"
DPI = 110.0
LABEL_DPI = 400.0
_SOON_MS = 150
_WIDE, _SHORT = 900, 7
"""Pixels from which on the head has room for all words, and what the choice of a record shows at least."""
_AIR = 90
"""Pixels of edges and gaps in the head."""
_ARROW = 52
"""Pixels of a list's edges and arrow."""
_REASONED = ("layout.claims", "layout.approval", "preflight.text_covered", "preflight.texts_crossed")
"""What a written reason puts right."""
_MAKINGS: Mapping[str, Callable[..., Steps[Any]]] = {PAGE_FORM: Making, CELL: Steps}


class Workbench(QWidget):
    """``left`` tells that the person goes back, ``save_wanted`` that the layout is to be saved.

    What is not saved is kept as a draft of the layout.
    """

    left = Signal()
    save_wanted = Signal()
    copy_wanted = Signal()
    use_wanted = Signal()
    typed_changed = Signal(str)

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self.context = context
        self._desk = desk
        self.row: LayoutRow | None = None
        self.making: Steps[Any] | None = None
        self._unsaved: dict[str, Steps[Any]] = {}
        self._ticket = Ticket()
        self._holders: Mapping[Whose, str] = {}
        self.bar = MessageBar()
        self.note = MessageBar(closable=False)
        self.found = MessageBar()
        self._told: tuple[Finding, ...] = ()
        self.foot = UnsavedBar(self, self.tr("Save the layout"))
        self.foot.is_kept = context.drafts.is_on
        self.drafts = FormDrafts(DRAFT, self, self.foot, context.drafts, self)
        self.wording = WordingView(context.words, context.go)
        self.editor = EditorView()
        self.label = LabelView(context.words)
        self.looks = LabelLooks()
        self.views = Views()
        self.tabs = FilterChips([Chip(WORDING, self.tr("Wording")), Chip(PAGE, self.tr("Page"))])
        self.back = button(self.tr("Back to the layouts"), self.left.emit, "plain", "arrow-left")
        self.back.setAccessibleName(self.back.text())
        self.back.setToolTip(self.back.text())
        self.called = label("", "section", wrap=True)
        self.undo = icon_button("rotate-ccw", self.tr("Step back"), lambda: self._step(-1))
        self.redo = icon_button("rotate-cw", self.tr("Step forward"), lambda: self._step(1))
        self.use = button(self.tr("Use it from now on"), self.use_wanted.emit, "", "check")
        self.use.setAccessibleName(self.use.text())
        self.use.setToolTip(self.use.text())
        self.use.hide()
        self.whose = QComboBox()
        self.whose.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.whose.setAccessibleName(self.tr("Whose page is shown"))
        self.leaves = Leaves()
        self._is_low, self._beside, self._room = False, False, _WIDE
        self._settle = QTimer(self, singleShot=True, interval=_SOON_MS)
        kept(self.wording, self.editor, self.label)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.called, 1)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.leaves)
        head.addWidget(self.whose, 3)
        head.addWidget(self.use)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        for view in (self.wording, self.editor, self.label):
            self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.looks)
        column.addWidget(self.views, 1)
        self.said = LaidOver(self.views, self.bar, self.found, self.note)

    @property
    def head_width(self) -> int:
        """The least width of the head with the ways to save in it."""
        parts = (self.tabs, self.undo, self.redo, self.undo, self.foot.discard_button, self.foot.save_button)
        choice = _SHORT * self.fontMetrics().horizontalAdvance("x") + _ARROW
        return choice + _AIR + sum(part.sizeHint().width() + 8 for part in parts)

    def turn(self, *, low: bool, beside: bool, foot: QBoxLayout) -> None:
        """In a ``low`` window what is laid out has the room; the ways to save stand in the head, ``beside`` what is
        there, or in ``foot``."""
        (self._head if beside else foot).addWidget(self.foot)
        self.foot.shrink(beside)
        self._head.setSpacing(4 if low else 8)
        self.back.setText("" if low else self.tr("Back to the layouts"))
        self.use.setText("" if low else self.tr("Use it from now on"))
        self._beside = beside
        self.editor.turn(low=low)
        self._is_low = low

    def fit_head(self, room: int = 0) -> None:
        """In so much ``room``, else as much as before: the choice of a record is as wide as its words where it can be,
        and the layout's name is seen then."""
        self._room = room or self._room
        _keep(self.use, not self._is_low and self._room >= _WIDE)  # the views stand still when it appears
        self.tabs.setMinimumWidth(self.tabs.sizeHint().width())
        if self._room < _WIDE:
            narrow(self.whose).setMinimumContentsLength(_SHORT)
        else:
            self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        name, gap = self.called, self._head.spacing()
        name.hide()
        wide = name.fontMetrics().horizontalAdvance(name.text()) + gap
        name.setMinimumWidth(wide if self._is_low else 0)
        name.setVisible(not self._is_low or self._head.sizeHint().width() + wide + gap <= self._room)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reserve(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._reserve(False)

    def _reserve(self, kept: bool) -> None:
        """The bar that saves has its room from the beginning: the page does not jump at the first change."""
        _keep(self.foot, kept and (self.use.isHidden() or not self._beside))

    def show_use(self, in_use: bool) -> None:
        """Whether the layout at work is in use; one of the office's own that is not, and is saved, can be."""
        if self.row is None:
            return
        self.row = replace(self.row, in_use=in_use)
        unsaved = self.making is not None and self.making.is_unsaved
        if in_use and self.use.hasFocus():
            self.tabs.marked.setFocus()  # else the focus would wander to whatever comes behind a hidden button
        self.use.setVisible(not (in_use or self.row.ships or unsaved))
        self._reserve(self.isVisible())
        self.fit_head()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        self.whose.activated.connect(self._show_whose)
        self.leaves.turned.connect(self._ask_picture)
        self._settle.timeout.connect(self._ask_picture)
        self.foot.save_wanted.connect(self.save_wanted)
        self.foot.discard_wanted.connect(self._discard)
        self.editor.board.canvas.picture_wanted.connect(self._settle.start)
        self.looks.chosen.connect(self._look)
        self.label.turned.connect(self._turn_sheet)

    def open(self, row: LayoutRow, layout: Design, year: int) -> None:
        """Shows ``layout``, the present version of ``row``, with records of ``year``; what was typed before goes on."""
        self._put_away()
        self.row, self._told = row, ()
        self.found.clear()
        self.leaves.begin()
        _keep(self.leaves, document_type(layout.kind).pages)
        known = self._unsaved.get(self.key)
        making = self.making = known if known is not None else _MAKINGS[document_type(layout.kind).form](layout)
        self.called.setText(row.name or self.context.words.text(f"document.{row.kind}"))
        ground = self._ground(layout)
        self.wording.open(making)
        self._open_page(making, ground)
        self.looks.setVisible(self.page is self.label)
        self._turn(self.tabs.current)
        making.changed.connect(self._follow)
        if known is None:
            self.drafts.take_up(self.key, self.called.text(), 0)
        office = self._desk.office
        self.context.jobs.report(lambda: previewing.holders(office, year), self._offer_holders)
        if self.page is self.label:
            self.context.jobs.report(lambda: presets.everything(office), self.looks.offer)
        self._follow()

    def _open_page(self, making: Steps[Any], ground: Ground) -> None:
        if isinstance(making, Making):
            self.editor.open(making, ground)
        else:
            self.label.open(making, ground)

    def _put_away(self) -> None:
        """Another layout, or the same anew: what is not saved of this one stays, with all its steps."""
        making = self.making
        if making is None:
            return
        making.let_go()
        self.bar.clear()
        if making.is_unsaved:
            self._unsaved[self.key] = making
        else:
            self._unsaved.pop(self.key, None)

    @property
    def key(self) -> str:
        """What the layout at work is called among drafts: its id, or the kind of one that ships."""
        return "" if self.row is None else self.row.id or self.row.kind

    def typed_for(self, key: str) -> dict[str, Any] | None:
        """What is not saved of the layout ``key``."""
        making = self.making if key == self.key else self._unsaved.get(key)
        if making is None or not making.is_unsaved:
            return None
        return {"text": making.layout.text, "base": making.saved.sha256}

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Goes on with what :meth:`typed_for` gave before; whether the layout was saved otherwise meanwhile."""
        assert self.making is not None
        try:
            self.making.take(design_of(typed["text"]))
        except UserError as problem:
            self.bar.say(Tone.BAD, self.context.words.of(problem))
        return bool(typed["base"] != self.making.saved.sha256)

    def _ground(self, layout: Design) -> Ground:
        office, words = self._desk.office, self.context.words
        added = {row.layout_name: row.name for row in fonts.fonts(office)}
        return Ground(
            form_of(layout).colours(layout),
            slots.names(layout, words),
            added,
            self._choose_picture,
            float(preferences.get(office, "seal_diameter_mm")),
            lambda: self.context.go("settings", "office"),
        )

    def _offer_holders(self, found: Mapping[Whose, str]) -> None:
        self._holders = found
        words = {
            Whose.SAMPLE: self.tr("Invented company"),
            Whose.BARE: self.tr("Only what must be there"),
            Whose.LONGEST: self.tr("Longest name"),
            Whose.SHORTEST: self.tr("Shortest name"),
            Whose.RAREST: self.tr("Rarest characters"),
        }
        held = self.whose.currentData()
        self.whose.clear()
        for whose, said in words.items():
            if whose in found or whose in self._invented:
                self.whose.addItem(said, whose)
        self.whose.setCurrentIndex(max(0, self.whose.findData(held)))
        widest = max(map(self.whose.fontMetrics().horizontalAdvance, words.values()))
        self.whose.setMaximumWidth(widest + _ARROW)

    @property
    def _invented(self) -> tuple[Whose, ...]:
        """What is shown without a company: a label says the same whoever it is for."""
        return (Whose.SAMPLE, Whose.BARE) if isinstance(self.making, Making) else (Whose.SAMPLE,)

    def _turn(self, view: str) -> None:
        self.views.setCurrentWidget(self.page if view == PAGE else self.wording)
        self._settle.start()

    def _follow(self) -> None:
        making = self.making
        if making is None or self.row is None:
            return
        self.undo.setEnabled(making.can_undo)
        self.redo.setEnabled(making.can_redo)
        self.foot.show_unsaved(making.is_unsaved)
        self.show_use(self.row.in_use)
        self.typed_changed.emit(self.key)
        self._settle.start()

    @property
    def _participation(self) -> str:
        return self._holders.get(self.whose.currentData() or Whose.SAMPLE, "")

    @property
    def _is_bare(self) -> bool:
        return bool(self.whose.currentData() == Whose.BARE)

    def _show_whose(self) -> None:
        office, participation, bare = self._desk.office, self._participation, self._is_bare
        if isinstance(self.making, Making):
            layout = self.making.layout
            self.context.jobs.report(
                lambda: previewing.record_for(office, layout, participation, bare=bare),
                self._take_record,
            )
        self._settle.start()

    def _take_record(self, record: Record) -> None:
        if isinstance(self.making, Making):
            self.making.show_record(record)

    def _look(self) -> None:
        """Another sheet: the class of sizes that it takes comes forward."""
        sheet = self.looks.sheet
        if self.making is not None and sheet is not None:
            kind = self.making.layout.class_of(sheet.width, sheet.height)
            self.label.show_class(kind.name if kind else "")
        self._settle.start()

    def _turn_sheet(self, name: str) -> None:
        """Another class of sizes: a sheet that takes it comes forward."""
        if self.making is not None:
            layout = self.making.layout
            self.looks.turn_to(lambda sheet: getattr(layout.class_of(sheet.width, sheet.height), "name", "") == name)

    def _step(self, by: int) -> None:
        if self.making is not None:
            self.commit()
            (self.making.undo if by < 0 else self.making.redo)()

    def commit(self) -> None:
        """Takes what stands in a field and waits: words of an input method, a number before Return."""
        QGuiApplication.inputMethod().commit()
        at = QApplication.focusWidget()
        if isinstance(at, QAbstractSpinBox) and self.isAncestorOf(at):
            at.interpretText()

    def _ask_picture(self) -> None:
        if self.making is None or self.isHidden():
            return
        office, layout, participation = self._desk.office, self.making.layout, self._participation
        self._ticket.tear()
        about: dict[str, Any] = {"bare": self._is_bare, "number": self.leaves.page}
        ask: Callable[[], Shown] = partial(previewing.page, office, layout, participation, DPI, **about)
        if self.page is self.label:
            if self.looks.sheet is None:
                return
            sheet, hidden = self.looks.sheet.key, self.looks.hidden.isChecked()
            ask = partial(previewing.label, office, layout, participation, sheet, hidden=hidden, dpi=LABEL_DPI)
        self._ticket = self.context.jobs.report(ask, self._show_picture)

    def _show_picture(self, shown: Shown) -> None:
        """The page, or why there is none; the last one stays in sight meanwhile."""
        if isinstance(shown, LabelShown):
            self.looks.tell(shown.without_room)
        if shown.problem is not None:
            self.note.say(Tone.WARN, self.context.words.of(shown.problem))
            return
        self.note.clear()
        self._tell(shown.found)
        self.leaves.show_place(shown.page, shown.pages)
        self.fit_head()
        if isinstance(self.making, Making):
            self.making.show_leaf(shown.page, shown.pages)
        image = QImage.fromData(shown.png)
        self.wording.picture.show_image(image, self.tr("Page"))
        self.page.show_picture(image)

    def _tell(self, found: tuple[Finding, ...]) -> None:
        """What would spoil the page on paper; put away once, it is not said again until it is something else. Beside
        the words stands what asks for a reason."""
        if self.views.currentWidget() is self.wording:
            found = tuple(one for one in found if one.code not in _REASONED)
        if found == self._told:
            return
        self._told = found
        self.found.clear()
        if found:
            words = self.context.words.of(found[0])
            if len(found) > 1:
                words = self.tr("{first} (and %n more)", "", len(found) - 1).format(first=words)
            self.found.say(Tone.WARN, words, Action(self.tr("Show it"), partial(self.lead, found[0])))

    def lead(self, problem: Finding | UserError) -> None:
        """To where something is put right: to the reasons, or to the element on its page."""
        if problem.code in _REASONED:
            self.tabs.choose(WORDING)
            self.wording.claims.lead()
            return
        self.tabs.choose(PAGE)
        if isinstance(self.making, Making) and isinstance(problem, Finding):
            self.making.choose([problem.field])

    @property
    def page(self) -> EditorView | LabelView:
        """Where the layout at work is laid out: on a page, or line by line."""
        return self.label if self.making is not None and not isinstance(self.making, Making) else self.editor

    def _discard(self) -> None:
        """Gives up what is not saved; one step back brings it again."""
        if self.making is not None:
            self.making.take(self.making.saved)

    def _choose_picture(self, tell: Callable[[Any], None]) -> None:
        title = self.tr("Choose a picture")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} (*.png *.jpg *.jpeg)")
        if name:
            office = self._desk.office
            self.context.jobs.change(lambda: pictures.add(office, Path(name).read_bytes()), tell)

    def take_saved(self, row: LayoutRow, layout: Design) -> None:
        """``layout`` was saved as ``row``; what was changed since stays unsaved."""
        self.row = row
        self.bar.clear()
        if self.making is not None:
            self.making.take_saved(layout)

    def adopt(self, row: LayoutRow, layout: Design) -> None:
        """``layout`` was saved as ``row``, a layout of its own: all steps go on in that, and no draft stays behind."""
        assert self.row is not None
        before = self.key
        self.take_saved(self.row, layout)
        self.row = row
        self.called.setText(row.name)
        self.typed_changed.emit(before)
        self._follow()

    def refuse(self, problem: UserError) -> None:
        """Says why the layout was not saved; until then it can be kept as another."""
        copy = Action(self.tr("Save as a copy"), self.copy_wanted.emit)
        self.bar.say(Tone.BAD, self.context.words.of(problem), copy if self._is_sound else None)

    @property
    def _is_sound(self) -> bool:
        return self.making is not None and self.note.isHidden()

    def act(self, key: QKeySequence.StandardKey) -> None:
        """Undo and redo, wherever the focus is on the page."""
        self._step(-1 if key is QKeySequence.StandardKey.Undo else 1)


def _keep(part: QWidget, kept: bool) -> None:
    """Whether ``part`` has its room while it is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    part.setSizePolicy(policy)
