"""A layout at work: its wording and its page, what they look like, saving and going back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QBoxLayout,
    QFileDialog,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.reading import design_of
from qc_desktop.documents.layout.wordlint import found_claims
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.types import CELL
from qc_desktop.documents.types import PAGE as PAGE_FORM
from qc_desktop.domain.findings import Finding
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.pages.layouts.appearance import Appearance
from qc_desktop.gui.pages.layouts.editor.making import Making
from qc_desktop.gui.pages.layouts.editor.value_fields import Ground
from qc_desktop.gui.pages.layouts.editor.view import EditorView
from qc_desktop.gui.pages.layouts.head import BenchHead, keep_room
from qc_desktop.gui.pages.layouts.keys import PAGE, REASONED, WORDING
from qc_desktop.gui.pages.layouts.label.looks import LabelLooks
from qc_desktop.gui.pages.layouts.label.view import LabelView
from qc_desktop.gui.pages.layouts.refusal import Refusal, element_of, lies_in_layout, word_of
from qc_desktop.gui.pages.layouts.steps import Steps
from qc_desktop.gui.pages.layouts.wording.view import WordingView
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.laid_over import LaidOver
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services import fonts, preferences
from qc_desktop.services.layouts import pictures, slots

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Design
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.layouts.versions import LayoutRow

DRAFT = "layout"
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
        self.bar = MessageBar()
        self._refusal = Refusal(self.bar, context.words)
        self.foot = UnsavedBar(self, self.tr("Save the layout"))
        self.foot.is_kept = context.drafts.is_on
        self.drafts = FormDrafts(DRAFT, self, self.foot, context.drafts, self)
        self.wording = WordingView(context.words, context.go)
        self.editor = EditorView()
        self.label = LabelView(context.words)
        self.looks = LabelLooks()
        self.views = Views()
        self.head = BenchHead()
        self.appearance = Appearance(self, context, desk, head=self.head, wording=self.wording, looks=self.looks)
        kept(self.wording, self.editor, self.label)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for view in (self.wording, self.editor, self.label):
            self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.looks)
        column.addWidget(self.views, 1)
        self.said = LaidOver(self, self.bar, self.appearance.found, self.appearance.note)

    @property
    def head_width(self) -> int:
        """The least width of the head with the ways to save in it."""
        return self.head.width_with(self.foot)

    def turn(self, *, low: bool, beside: bool, foot: QBoxLayout) -> None:
        """In a ``low`` window what is laid out has the room; the ways to save stand in the head, ``beside`` what is
        there, or in ``foot``."""
        self.head.turn(self.foot, foot, low=low, beside=beside)
        self.editor.turn(low=low)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        keep_room(self.foot, True)  # nothing jumps at the first change

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        keep_room(self.foot, False)

    def show_use(self, in_use: bool) -> None:
        """Whether the layout at work is in use; one of the office's own that is not, and is saved, can be."""
        if self.row is None:
            return
        self.row = replace(self.row, in_use=in_use)
        unsaved = self.making is not None and self.making.is_unsaved
        self.head.show_use(not (in_use or self.row.ships or unsaved))

    def _connect(self) -> None:
        self.head.left.connect(self.left)
        self.head.use_wanted.connect(self.use_wanted)
        self.head.stepped.connect(self._step)
        self.head.tabs.chosen.connect(self._turn)
        self.appearance.lead_wanted.connect(self.lead)
        self.foot.save_wanted.connect(self.save_wanted)
        self.foot.discard_wanted.connect(self._discard)
        self.editor.board.canvas.picture_wanted.connect(self.appearance.start)
        self.looks.chosen.connect(self._look)
        self.label.turned.connect(self._turn_sheet)

    def open(self, row: LayoutRow, layout: Design, year: int) -> None:
        """Shows ``layout``, the present version of ``row``, with records of ``year``; what was typed before goes on."""
        self._put_away()
        self.row = row
        keep_room(self.head.leaves, document_type(layout.kind).pages)
        known = self._unsaved.get(self.key)
        making = self.making = known if known is not None else _MAKINGS[document_type(layout.kind).form](layout)
        self.head.name(row.name or self.context.words.text(f"document.{row.kind}"))
        ground = self._ground(layout)
        self.wording.open(making)
        self._open_page(making, ground)
        self.looks.setVisible(self.page is self.label)
        self.appearance.open(making, self.page, year)
        self._turn(self.head.tabs.current)
        making.changed.connect(self._follow)
        if known is None:
            self.drafts.take_up(self.key, self.head.called.whole, 0)
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
            self._to_reasons,
            self._claims,
        )

    def _to_reasons(self) -> None:
        self.head.tabs.choose(WORDING)
        self.wording.claims.lead()

    def _claims(self) -> Collection[str]:
        """Words of the layout at work that want a reason still."""
        return [claim.word for claim in found_claims(self.making.layout)] if self.making is not None else []

    def _turn(self, view: str) -> None:
        self.views.setCurrentWidget(self.page if view == PAGE else self.wording)
        self.said.lie_over(self.page.picture if view == PAGE else self.wording.picture)  # fields are typed into
        self.appearance.start()

    def _follow(self) -> None:
        making = self.making
        if making is None or self.row is None:
            return
        self._refusal.follow(making.layout)
        self.head.undo.setEnabled(making.can_undo)
        self.head.redo.setEnabled(making.can_redo)
        self.foot.show_unsaved(making.is_unsaved)
        self.show_use(self.row.in_use)
        self.typed_changed.emit(self.key)
        self.appearance.start()

    def _look(self) -> None:
        """Another sheet: the class of sizes that it takes comes forward."""
        sheet = self.looks.sheet
        if self.making is not None and sheet is not None:
            kind = self.making.layout.class_of(sheet.width, sheet.height)
            self.label.show_class(kind.name if kind else "")
        self.appearance.start()

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

    def lead(self, problem: Finding | UserError) -> None:
        """To where something is put right: to the reasons, to the words, or to the element on its page."""
        assert self.making is not None
        if problem.code in REASONED:
            self._to_reasons()
            return
        if word := word_of(problem, self.making.layout):
            self.head.tabs.choose(WORDING)
            self.wording.lead(word)
            return
        self.head.tabs.choose(PAGE)
        if isinstance(self.making, Making):
            blamed = element_of(problem, self.making.layout)
            self.making.choose([blamed.id] if blamed else [])

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
        self.head.name(row.name)
        self.drafts.take_up(self.key, row.name, 0)  # a draft of it has its name from now on
        self.typed_changed.emit(before)
        self._follow()

    def refuse(self, problem: UserError) -> None:
        """Says why the layout was not saved; what does not lie in itself does not keep it from being another."""
        assert self.making is not None
        lead = Action(self.tr("Show it"), lambda: self.lead(problem))
        copy = Action(self.tr("Save as a copy"), self.copy_wanted.emit)
        layout = self.making.layout
        leads = problem.code in REASONED or element_of(problem, layout) or word_of(problem, layout)
        offered = [*([lead] if leads else []), *([] if lies_in_layout(problem) else [copy])]
        self._refusal.say(problem, layout, "{why}", *offered)

    def refuse_use(self, problem: UserError, told: str) -> None:
        """Says why the layout was not taken into use, in the place of ``{why}`` in ``told``."""
        assert self.making is not None
        lead = Action(self.tr("Show it"), lambda: self.lead(problem))
        self._refusal.say(problem, self.making.layout, told, lead)

    def act(self, key: QKeySequence.StandardKey) -> None:
        """Undo and redo, wherever the focus is on the page."""
        self._step(-1 if key is QKeySequence.StandardKey.Undo else 1)
