"""The page of layouts: which there are, and the one at work."""

from __future__ import annotations

import re
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.base import MARGIN, Page
from qc_desktop.gui.pages.layouts.keys import LIST, PAGE, WORDING
from qc_desktop.gui.pages.layouts.overview import LayoutOverview, key_of
from qc_desktop.gui.pages.layouts.workbench import Workbench
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action, button
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services.layouts import carrying, previewing, versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from qc_desktop.documents.layout import Design
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.layouts.previewing import Shown
    from qc_desktop.services.layouts.versions import LayoutRow

DPI = 100.0
LOW_ROWS = 17.5
"""Windows of fewer rows are low: 1366×768 at 125 % has 16 of them, at 150 % 13."""
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LayoutsPage(Page):
    """``open_item`` opens a layout by its key; ``KEY:page`` leads to its page rather than to its wording, ``KEY:list``
    brings it forward among the others, or for one that ships what is in use instead."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Layouts"))
        self.lead_back("certificates", QCoreApplication.translate("Navigation", "Issue and print"))
        self._desk: Desk = context.services
        self._ticket, self._looking = Ticket(), Ticket()
        self._wanted = ""
        self._view_wanted = ""
        self._fitted = (False, False)
        self.overview = LayoutOverview(context.words)
        self.bringing = button(self.tr("Take a file in…"), self._bring_in, "", "upload")
        self.head_actions.addWidget(self.bringing)
        self.views = Views()
        self.views.addWidget(self.overview)
        self.body.addWidget(self.views, 1)
        told = self.tr("What certificates, letters and labels look like and say. What was issued stays as it was.")
        self.say_below_title(told)
        self._connect()

    def _connect(self) -> None:
        overview = self.overview
        overview.chosen.connect(self._look)
        overview.leaves.turned.connect(self._look)
        overview.open_wanted.connect(self._begin)
        overview.use_wanted.connect(self._use)
        overview.copy_wanted.connect(lambda: self._copy())
        overview.named.connect(self._rename)
        overview.export_wanted.connect(self._carry_out)
        overview.delete_wanted.connect(self._delete)

    @cached_property
    def bench(self) -> Workbench:
        """The layout at work; made when it is first needed."""
        made = Workbench(self.context, self._desk)
        self.add_foot(made.foot)
        self._fit_bench(made)
        made.left.connect(self.show_overview)
        made.save_wanted.connect(self._save)
        made.copy_wanted.connect(self._save_as)
        made.use_wanted.connect(self._use_at_work)
        self.views.addWidget(made)
        return made

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "bench" in self.__dict__:
            self._fit_bench(self.bench)

    def _fit_bench(self, bench: Workbench) -> None:
        low = self.window().height() < LOW_ROWS * row_height()
        room = self.width() - 2 * MARGIN
        beside = low and bench.head_width <= room
        if (low, beside) != self._fitted:
            self._fitted = low, beside
            bench.turn(low=low, beside=beside, foot=self.foot)
        bench.head.fit(room)

    @property
    @override
    def place(self) -> str:
        """The layout at work, by its key."""
        at_work = "bench" in self.__dict__ and self.views.currentWidget() is self.bench
        return self.bench.key if at_work else ""

    @property
    @override
    def entrance(self) -> QWidget:
        return self.bench.head.tabs if self.place else self.overview.list

    @override
    def _lead_to_form(self) -> None:
        self._turn_to(self.bench)

    @override
    def refresh(self) -> None:
        office = self._desk.office
        self._ticket.tear()
        self._ticket = self.context.jobs.query(lambda: versions.listing(office), self._show)

    def _show(self, rows: list[LayoutRow]) -> None:
        wanted, self._wanted = self._wanted, ""
        if not self._view_wanted:
            wanted = next((key_of(row) for row in rows if row.kind == wanted and row.in_use), wanted)
        self.overview.show_rows(rows, wanted)
        if self.place:
            self.bench.show_use(any(row.in_use for row in rows if key_of(row) == self.place))
        if self._view_wanted and wanted and any(key_of(row) == wanted for row in rows):
            view, self._view_wanted = self._view_wanted, ""
            self._begin(view)
        self.settle_focus()

    @override
    def open_item(self, key: str) -> None:
        name, _, view = key.partition(":")
        self._wanted, self._view_wanted = name, "" if view == LIST else view or WORDING
        if view == LIST and self.place:
            self._turn_to(self.overview)
        self.refresh()

    def show_overview(self) -> None:
        """Goes back to the list of layouts; what is not saved stays with its layout, as a draft."""
        self._turn_to(self.overview)
        self.refresh()

    def _turn_to(self, view: QWidget) -> None:
        self.views.setCurrentWidget(view)
        self.bringing.setVisible(view is self.overview)
        self.show_heading(view is self.overview)
        self.begin_at_top()
        self.entrance.setFocus()

    def _look(self) -> None:
        """Asks for the page of the layout at hand."""
        row, office = self.overview.row, self._desk.office
        if row is None or self.views.currentWidget() is not self.overview:
            return
        number = self.overview.leaves.page

        def look() -> Shown:
            return previewing.page(office, versions.load(office, row), "", DPI, number=number)

        self._looking.tear()
        self._looking = self.context.jobs.report(look, self.overview.show_page)

    def _begin(self, view: str) -> None:
        """Opens the layout at hand; one that ships becomes a layout of the office's own when it is saved."""
        if self.overview.row is not None:
            self._open(self.overview.row, view)

    def _open(self, row: LayoutRow, view: str, then: Callable[[], None] = lambda: None) -> None:
        office = self._desk.office

        def show(layout: Design) -> None:
            self._turn_to(self.bench)
            self.bench.head.tabs.choose(PAGE if view == PAGE else WORDING)
            self.bench.open(row, layout, self.year)
            then()

        self.context.jobs.query(lambda: versions.load(office, row), show)

    def _save(self) -> None:
        bench, office = self.bench, self._desk.office
        if bench.row is None or bench.making is None:
            return
        bench.commit()
        row, layout = bench.row, bench.making.layout
        if row.ships:
            self._save_as()
            return

        def done(saved: LayoutRow) -> None:
            bench.take_saved(saved, layout)
            self._say_saved(saved)

        self._change(lambda: versions.save(office, row, layout), done, bench.refuse)

    def _say_saved(self, saved: LayoutRow) -> None:
        if saved.in_use:
            self.context.speaker.toast(self.tr("Saved as version {version}.").format(version=saved.version))
            return
        told = self.tr("“{name}” is saved as version {version}. It is not in use yet.")
        use = Action(self.tr("Use it from now on"), lambda: self._use_row(saved))
        self.context.speaker.toast(told.format(name=saved.name, version=saved.version), use)

    def _change(
        self,
        work: Callable[[], object],
        done: Callable[..., None] | None = None,
        refuse: Callable[[UserError], None] | None = None,
    ) -> None:
        self.context.jobs.change(work, done, refuse or self._refuse)

    def _refuse(self, problem: UserError) -> None:
        self.overview.bar.say(Tone.BAD, self.context.words.of(problem))

    def _use(self) -> None:
        if self.overview.row is not None:
            self._use_row(self.overview.row)

    def _use_at_work(self) -> None:
        if self.bench.row is not None:
            self._use_row(self.bench.row)

    def _use_row(self, row: LayoutRow) -> None:
        office = self._desk.office
        told = self.tr("In use from now on. What was issued stays as it was.")
        refuse = partial(self._refuse_use, row)
        self._change(lambda: self._desk.doing(lambda: versions.use(office, row)), self._offer_undo(told), refuse)

    def _refuse_use(self, row: LayoutRow, problem: UserError) -> None:
        """Says why, with a way to where it is put right."""
        told = self.tr("Not taken into use. {why}")
        if self.place == key_of(row):
            self.bench.refuse_use(problem, told)
            return
        bar = self.bench.bar if self.place else self.overview.bar
        lead = Action(self.tr("Show it"), lambda: self._open(row, WORDING, lambda: self.bench.lead(problem)))
        bar.say(Tone.BAD, told.format(why=self.context.words.of(problem)), lead)

    def _save_as(self) -> None:
        """What stands on the workbench becomes a layout of its own: it came with the program, or was refused."""
        bench, office = self.bench, self._desk.office
        if bench.row is None or bench.making is None:
            return
        row, layout = bench.row, bench.making.layout

        def done(made: LayoutRow) -> None:
            bench.adopt(made, layout)
            self._wanted, self._view_wanted = made.id, ""
            self.refresh()
            self._say_saved(made)

        self._change(lambda: versions.create(office, layout, self._free_name(row)), done, bench.refuse)

    def _free_name(self, row: LayoutRow) -> str:
        """What a copy of ``row`` is called; asks the records."""
        stem = row.name or self.context.words.text(f"document.{row.kind}")
        taken = {one.name for one in versions.listing(self._desk.office, row.kind)}
        return next(name for name in _names(stem, self.tr("copy")) if name not in taken)

    @override
    def event(self, event: QEvent) -> bool:
        """While a layout is at work, undo and redo are steps of it: not of what the office did last."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_step(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_step(event):
            self.bench.act(next(key for key in _STEPS if event.matches(key)))
            return
        super().keyPressEvent(event)

    def _is_step(self, event: QKeyEvent) -> bool:
        return bool(self.place) and any(event.matches(key) for key in _STEPS)

    def _offer_undo(self, told: str) -> Callable[..., None]:
        return lambda done: self.context.undoing.offer(told, done.command)

    def _copy(self) -> None:
        """Makes a copy of the layout at hand under a free name."""
        row, office = self.overview.row, self._desk.office
        if row is None:
            return

        def make() -> LayoutRow:
            return versions.create(office, versions.load(office, row), self._free_name(row))

        def done(made: LayoutRow) -> None:
            self._wanted, self._view_wanted = made.id, ""
            self.refresh()

        self._change(make, done)

    def _rename(self, name: str) -> None:
        row, office = self.overview.row, self._desk.office
        if row is not None:
            self._change(lambda: versions.rename(office, row, name))

    def _delete(self) -> None:
        row, office = self.overview.row, self._desk.office
        if row is not None:
            told = self.tr("Deleted: {name}").format(name=row.name)
            self._change(lambda: self._desk.doing(lambda: versions.delete(office, row)), self._offer_undo(told))

    def _carry_out(self) -> None:
        row, office, words = self.overview.row, self._desk.office, self.context.words
        if row is None:
            return
        stem = row.name or words.text(f"document.{row.kind}")
        suggested = places.documents() / f"{stem}{carrying.SUFFIX}"
        path = places.ask_file(self, self.tr("Save the layout as a file"), suggested, carrying.SUFFIX)
        if path is not None:
            told = self.tr("Saved: {path}").format(path=path)
            self._change(lambda: carrying.carry_out(office, row, path), lambda _: self.context.speaker.toast(told))

    def _bring_in(self) -> None:
        title = self.tr("Take a layout in")
        name, _ = QFileDialog.getOpenFileName(self, title, str(places.documents()), f"{title} (*.qclayout *.toml)")
        office = self._desk.office

        def done(row: LayoutRow) -> None:
            self._wanted = row.id
            self.refresh()

        if name:
            self._change(lambda: carrying.carry_in(office, Path(name)), done)


def _names(stem: str, copy: str) -> Iterator[str]:
    """Names for a copy, the plainest first: ``… 副本``, ``… 副本 2``; of a copy too."""
    base = re.sub(rf" {re.escape(copy)}( \d+)?$", "", stem)[: versions.LONGEST_NAME - len(copy) - 5].rstrip()
    yield f"{base} {copy}"
    yield from (f"{base} {copy} {number}" for number in range(2, 1000))
