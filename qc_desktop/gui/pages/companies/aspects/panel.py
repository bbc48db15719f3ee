"""The right half of the page: the form, and beside it the other aspects of the same company."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.aspect import AspectView
from qc_desktop.gui.pages.companies.aspects.chips import AspectChips
from qc_desktop.gui.pages.companies.aspects.registry import ASPECTS, FORM, Aspect
from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.gui.widgets.foot_bar import SAVING
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.views import Views


class AspectsPanel(QWidget):
    """Shows the ``editor`` or another aspect of its company; the editor lives on with what is typed in it.

    ``chips`` is to be placed above it. ``unsaved_changed`` tells that :attr:`holds_changes` may differ.
    """

    unsaved_changed = Signal()

    def __init__(self, context: PageContext, editor: Editor, aspects: Sequence[Aspect] | None = None) -> None:
        super().__init__()
        self._context = context
        self.editor = editor
        self._aspects = {aspect.id: aspect for aspect in (ASPECTS if aspects is None else aspects)}
        self._views: dict[str, AspectView] = {}
        self._company_id = self._wanted = ""
        others = ((each.id, each.title) for each in self._aspects.values())
        self.chips = AspectChips([(FORM, self.tr("Details")), *others])
        self.stack = Views()
        self._later = QWidget()
        self._lay_out()
        self._connect()
        self.chips.mark(FORM)
        self.chips.hide()  # until a company is shown

    def _lay_out(self) -> None:
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._name = label("", "section", wrap=True)
        self._beside = Views()
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(1, 12, 1, 1)
        inner.setSpacing(8)
        named = QVBoxLayout()
        named.setContentsMargins(15, 0, 15, 0)
        named.addWidget(self._name)
        inner.addLayout(named)
        inner.addWidget(self._beside, 1)
        for part in (self._later, self.editor, self._card):
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _connect(self) -> None:
        self.chips.picked.connect(self._turn)
        self.editor.sheet_shown.connect(self._follow)
        self.editor.dirt_changed.connect(self._mark)
        for place, aspect_id in enumerate((FORM, *self._aspects), 1):
            keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
            keys.activated.connect(partial(self.go, aspect_id))
            keys.setEnabled(bool(self._aspects))
        for each in SAVING:  # the form has its own; these live only while the card is seen
            QShortcut(QKeySequence(each), self._card).activated.connect(partial(self._save, each))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The form is first shown in a turn of its own: with the list at once the window would stand still."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_form)

    def _show_form(self) -> None:
        if self.stack.currentWidget() is self._later:
            self._turn(self.chips.current)

    @property
    def view(self) -> AspectView | None:
        """The view that is shown in the place of the form."""
        return self._views.get(self.chips.current)

    @property
    def topic(self) -> str:
        """What the manual has an article about: a message that was read, the form, or what is shown in its place."""
        return "message" if self.view is None and self.editor.pasted.isVisible() else self.chips.current

    @property
    def holds_changes(self) -> bool:
        """Whether something is typed here, in the form or beside it, and not saved."""
        return self.editor.holds_changes or any(view.is_unsaved for view in self._views.values())

    @property
    def would_lose(self) -> bool:
        """Whether closing the window would lose something that no draft keeps."""
        return self.editor.would_lose or any(view.would_lose for view in self._views.values())

    def lead_to_changes(self) -> None:
        """Shows what is not saved."""
        unsaved = next((key for key, view in self._views.items() if view.is_unsaved), "")
        if self.editor.would_lose or not unsaved:
            self._turn(FORM)
            self.editor.lead_to_changes()
        else:
            self._lead_to(unsaved)

    def bring_forward(self, part: QWidget) -> None:
        """Shows the aspect that holds ``part``, of the company for which something is typed there."""
        self._lead_to(next(key for key, view in self._views.items() if view.isAncestorOf(part)))

    def _lead_to(self, aspect_id: str) -> None:
        company_id = self._views[aspect_id].unsaved_company
        self._turn(aspect_id)
        if company_id and company_id != self.editor.sheet.id:
            self.editor.open(company_id)

    def go(self, aspect_id: str) -> None:
        """Turns to an aspect, where a company is shown that has it; the focus goes where one was at work in it."""
        if aspect_id == FORM or self.editor.sheet.id:
            self._turn(aspect_id)
            self.focus()

    def turn_once_shown(self, aspect_id: str) -> None:
        """Turns to an aspect as soon as the company that is on its way is there."""
        self._wanted = aspect_id

    def focus(self, *, at_start: bool = False) -> None:
        """Puts the focus where one was at work in the aspect that is shown; ``at_start`` of the form where it is."""
        shown = self.view or self.editor
        worked_in: QWidget | None = None if at_start and shown is self.editor else shown.focusWidget()
        if worked_in is not None:
            worked_in.setFocus()
        elif shown is self.editor:
            self.editor.company.form.name.setFocus()
        else:
            self.chips.focus()

    def refresh(self) -> None:
        """Asks again for what is shown beside the form."""
        self._show_company()

    def _turn(self, aspect_id: str) -> None:
        before = self.view
        self.chips.mark(aspect_id)
        if aspect_id != FORM and aspect_id not in self._views:
            self._make(aspect_id)
        if before is not None and before is not self.view:
            before.leave()
        if self.view is None:
            self.stack.setCurrentWidget(self.editor)
        else:
            self._beside.setCurrentWidget(self.view)
            self.stack.setCurrentWidget(self._card)
            self._show_company()

    def _make(self, aspect_id: str) -> None:
        view = self._aspects[aspect_id].factory(self._context)
        view.unsaved_changed.connect(self._mark)
        self._views[aspect_id] = view
        self._beside.addWidget(view)

    def _follow(self) -> None:
        """The form shows another company, or the same anew: so does what is beside it."""
        has_company = bool(self.editor.sheet.id)
        self._name.setText(self.editor.sheet.name)
        self.chips.setVisible(has_company and bool(self._aspects))
        wanted, self._wanted = self._wanted, ""
        if wanted and has_company:
            self._turn(wanted)
        elif not has_company:
            self._turn(FORM)
        self._show_company()

    def _show_company(self) -> None:
        company_id, view = self.editor.sheet.id, self.view
        if view is None or not company_id:
            return
        if company_id != self._company_id:
            view.leave()
        self._company_id = company_id
        view.show_company(company_id, self.editor.campaign.id if self.editor.campaign else "")

    def _mark(self) -> None:
        self.chips.mark_unsaved(FORM, self.editor.is_dirty)
        for aspect_id, view in self._views.items():
            self.chips.mark_unsaved(aspect_id, view.is_unsaved)
        self.unsaved_changed.emit()

    def _save(self, keys: str) -> None:
        """Saves what is typed in what is shown; where nothing is, the form does what these keys mean there."""
        view = self.view
        if view is not None and view.is_unsaved:
            view.save()
            return
        self._turn(FORM)
        if keys == SAVING[0]:
            self.editor.save()
        else:
            self.editor.save_and_go_on()
