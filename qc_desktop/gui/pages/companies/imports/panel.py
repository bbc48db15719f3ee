"""The import: four steps in the place of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError
from qc_desktop.gui.desk import Done
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.imports.draft import Cells, Corrected, Decided, ImportDraft
from qc_desktop.gui.pages.companies.imports.foot import CHOOSE, IMPORT, MAP, PREVIEW
from qc_desktop.gui.pages.companies.imports.view import ImportView
from qc_desktop.gui.pages.companies.imports.work import LIST_FOLDER, carry_out, look, look_pasted
from qc_desktop.gui.tasks import Task, Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.unkept import Undecided
from qc_desktop.services import history, preferences
from qc_desktop.services.companies import planning
from qc_desktop.services.companies.importing import Imported, PledgeTarget
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.planning import Plan
from qc_desktop.services.office import Office


class ImportPanel(ImportView, Undecided):
    """``left`` tells that the person is through, or gave up; ``imported`` that a list went in, ``corrected`` a cell."""

    left = Signal()
    imported = Signal()
    corrected = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._context = context
        self._path = Path()
        self._pasted = ""
        self._plan: Plan | None = None
        self._as_read: Plan | None = None
        self._check = Ticket()
        self._campaign_id = ""
        self._draft = ImportDraft(context.drafts, self._corrected, self)
        self.choose.chosen.connect(self.look_at)
        self.choose.paste_wanted.connect(self.paste)
        self.mapping.sheet_chosen.connect(self._turn_to_sheet)
        self.mapping.changed.connect(self._show_buttons)
        self.preview.changed.connect(self._show_buttons)
        self.preview.settled.connect(self._draft.touch)
        self.preview.corrected.connect(self._check_corrections)
        self.progress.finished.connect(self._settle)
        self.foot.back_wanted.connect(self.go_back)
        self.foot.bad_rows_wanted.connect(self.ask_for_bad_rows)
        self.foot.check_wanted.connect(self.check_again)
        self.foot.import_wanted.connect(self.run)

    @property
    def at_hand(self) -> str:
        """The list in which cells are corrected, as :meth:`take_up` finds it again; '' for none."""
        return str(self._path) if self.holds_changes else ""

    @property
    def is_working(self) -> bool:
        """Whether a list is being read or imported."""
        return not self.stack.isEnabled()

    def show_campaign(self, campaign_id: str, year: int) -> None:
        """Pledges may be entered into this campaign; '' and 0 where no year is open."""
        self._campaign_id = campaign_id
        self.preview.show_year(year)

    def begin(self) -> None:
        """Begins with the first step, unless something is corrected and not imported yet: that stays."""
        if not self.holds_changes:
            self._start()

    def _start(self) -> None:
        self._check.tear()  # an answer about the list before must not come back as the plan of this one
        self.is_checking = False
        self._plan = self._as_read = None
        self.file.clear()
        self.choose.folder = places.starting(preferences.remembered(self._context.services.office.profile, LIST_FOLDER))
        self._turn_to(CHOOSE)
        self.choose.button.setFocus()

    def look_at(self, path: Path) -> None:
        """Reads the list at ``path``; where its columns are all known it is shown at once."""
        self._begin(path, "")

    def take_up(self, path: Path) -> None:
        """Goes on with the list at ``path``, which a draft kept; what another one at hand holds is in its own draft."""
        if self.is_working or self.at_hand == str(path):
            return
        if not self.holds_changes:
            self._start()
        if text := self._draft.pasted(path):
            self._begin(path, text)
        else:
            self.look_at(path)

    def _corrected(self) -> Corrected | None:
        if self._as_read is None:
            return None
        cells, decided = dict(self.preview.corrections), self.preview.decided if self.holds_changes else ()
        return Corrected(self._path, self._pasted, self._as_read.table, cells, decided)

    def look_at_text(self, text: str) -> None:
        """Reads rows that were copied in a spreadsheet."""
        self._draft.hurry()
        self._begin(self._draft.place_of(text, self.choose.folder / self.tr("Pasted rows")), text)

    def paste(self) -> None:
        """Reads the rows on the clipboard; says so where there are none."""
        text = QGuiApplication.clipboard().text()
        if "\t" in text or "\n" in text.strip():
            self.look_at_text(text)
        else:
            self._context.speaker.say(Tone.WARN, self._context.words.text("exchange.nothing_pasted"))

    def check_again(self) -> None:
        """Looks at the list again with the columns as they are set now."""
        if self._plan is not None and self.mapping.is_enough:
            sheet = self._plan.table.sheet or None  # a plain table has none
            self._read_again(sheet, self.mapping.mapping(), self._show_again)

    def _turn_to_sheet(self, sheet: str) -> None:
        self._read_again(sheet, None, self._show_mapping)

    def _begin(self, path: Path, text: str) -> None:
        """Reads another list; the one at hand stays until that one is there, and its draft after that."""
        self._draft.hurry()
        self._read(path, text, None, None, partial(self._show_first, path, text))

    def _read_again(self, sheet: str | None, mapping: Mapping[int, str] | None, show: Callable[[Plan], None]) -> None:
        self._draft.hurry()
        self._read(self._path, self._pasted, sheet, mapping, show)

    def _read(
        self,
        path: Path,
        text: str,
        sheet: str | None,
        mapping: Mapping[int, str] | None,
        show: Callable[[Plan], None],
    ) -> None:
        desk = self._context.services
        task = self._context.jobs.run(
            lambda: look_pasted(desk, text, mapping) if text else look(desk, path, sheet, mapping), show
        )
        self._watch(task, self.tr("Looking at the list"))

    def _watch(self, task: Task, title: str) -> None:
        self.progress.watch(task, title)
        self.set_working(True)

    def _settle(self) -> None:
        self.set_working(False)
        self._show_buttons()
        if self.isVisible():
            self._place_of_work().setFocus()

    def _place_of_work(self) -> QWidget:
        """Where a person goes on at the present step."""
        step = self.stack.currentIndex()
        if step == PREVIEW:
            return self.preview.fix if self.preview.fix.isVisibleTo(self) else self.foot.go
        return self.foot.next if step == MAP else self.choose.button

    def _show_first(self, path: Path, text: str, plan: Plan) -> None:
        self._path, self._pasted, self._as_read = path, text, None
        if "name" in plan.mapping.values() and not plan.findings:
            self._show_again(plan)
        else:
            self._show_mapping(plan)

    def _show_mapping(self, plan: Plan) -> None:
        self._note(plan)
        self._turn_to(MAP)

    def _show_preview(self, plan: Plan) -> None:
        self._note(plan)
        self._as_read = plan
        self.preview.show_plan(plan)
        self._turn_to(PREVIEW)

    def _check_corrections(self) -> None:
        """Looks at every row again with the corrections made so far; what was asked before is out of date."""
        desk, read, corrections = self._context.services, self._as_read, dict(self.preview.corrections)
        if read is not None:
            self._check.tear()
            self.is_checking = True
            self._show_buttons()
            self._check = self._context.jobs.report(lambda: _mended(desk.office, read, corrections), self._show_mended)
            self._draft.touch()
            self.corrected.emit()

    def _show_mended(self, answer: Plan | UserError) -> None:
        self.is_checking = False
        if isinstance(answer, UserError):
            self._context.speaker.say(Tone.BAD, self._context.words.of(answer))
        else:
            self._plan = answer
            self.preview.show_mended(answer)
        self._show_buttons()

    def _show_again(self, plan: Plan) -> None:
        """The list as its columns are set: what was corrected and decided in it stays so."""
        cells, decided = self._known_of(plan)
        self._show_preview(plan)
        self.preview.put_back(cells, decided)
        if cells:
            self._check_corrections()

    def _known_of(self, plan: Plan) -> tuple[Cells, Decided]:
        """What stands corrected and decided in the list of ``plan``, else what its draft says."""
        known = self._corrected()
        if known is None or known.is_as_read or known.table.sheet != plan.table.sheet:
            return self._draft.found(self._path, plan.table)
        return known.cells_in(plan.table), known.decided

    @property
    def holds_changes(self) -> bool:
        """Whether cells were corrected, or rows in doubt decided, and not imported yet."""
        return self._as_read is not None and bool(self.preview.corrections or self.preview.decisions)

    @property
    @override
    def holds_decisions(self) -> bool:
        return self.holds_changes and not self._context.drafts.is_on

    @property
    @override
    def decided_at(self) -> QWidget:
        return self._place_of_work()

    def _note(self, plan: Plan) -> None:
        self._check.tear()
        self.is_checking = False
        self._plan = plan
        skipped = self.tr("%n total(s) or note(s) passed over", "", len(plan.table.skipped))
        self.file.setText(" · ".join([plan.table.source, *([skipped] if plan.table.skipped else [])]))

    def _turn_to(self, step: int) -> None:
        self.steps.go_to(step)
        if step == MAP and self._plan is not None:
            self.mapping.show_plan(self._plan)
        self.stack.setCurrentIndex(step)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.show_buttons(bool(self._campaign_id))

    def go_back(self) -> None:
        """One step back; from the first one to the list."""
        step = self.stack.currentIndex()
        if step == CHOOSE:
            self.left.emit()
        else:
            self._turn_to(step - 1)

    def ask_for_bad_rows(self) -> None:
        """Asks where to save the rows that need mending."""
        suggested = self._path.with_name(self.tr("{list} to mend.xlsx").format(list=self._path.stem))
        chosen = places.ask_file(self, self.tr("Save rows to mend"), suggested, ".xlsx")
        if chosen is not None:
            self.save_bad_rows(chosen)

    def save_bad_rows(self, path: Path) -> None:
        """Writes the rows that need mending to ``path``, each with its reason."""
        plan, words, decisions = self._plan, self._context.words, dict(self.preview.decisions)
        if plan is None:
            return
        told = self.tr("Saved: {file}. Mend the rows there and import that file.").format(file=path.name)
        self._context.jobs.change(
            lambda: planning.write_bad_rows(plan, path, words, decisions), lambda _: self._context.speaker.toast(told)
        )

    def run(self) -> None:
        """Imports what the preview shows."""
        plan, desk, decisions = self._plan, self._context.services, dict(self.preview.decisions)
        target = PledgeTarget(self._campaign_id) if self.preview.enters_pledges else None
        if plan is None:
            return
        self.steps.go_to(IMPORT)
        task = self._context.jobs.run(lambda: carry_out(desk, plan, decisions, target), self._finish)
        task.cancelled.connect(lambda: self.steps.go_to(PREVIEW))
        task.failed.connect(lambda _: self.steps.go_to(PREVIEW))
        self._watch(task, self.tr("Importing"))

    def _finish(self, finished: Done[Imported]) -> None:
        counts = finished.result.counts
        told = self.tr("Imported: {new} new, {updated} updated, {unchanged} unchanged.")
        said = told.format(**{outcome.value: counts[outcome] for outcome in Outcome})
        if counts[Outcome.RENAMED]:
            said += " " + self.tr("%n company(ies) renamed, the former names kept.", "", counts[Outcome.RENAMED])
        if finished.result.pledges:
            said += " " + self.tr("%n pledge(s) entered.", "", finished.result.pledges)
        self._context.undoing.offer(said, finished.command)
        self._as_read = None
        self._draft.forget(self._path)
        self._say_left(finished.result, finished.command)
        self.imported.emit()
        self.left.emit()

    def _say_left(self, imported: Imported, command: int) -> None:
        """Says, until the import is undone, which rows were not imported and which pledges stayed as they were."""
        told = []
        left_out = imported.counts[Outcome.ERROR] + imported.counts[Outcome.DUPLICATE]
        if left_out:
            told.append(self.tr("%n row(s) of the list were left out.", "", left_out))
        if imported.findings:
            row, finding = imported.findings[0]
            stayed = self.tr("%n pledge(s) stayed as they were, e.g. {name}: {why}", "", len(imported.findings))
            told.append(stayed.format(name=row.draft.name, why=self._context.words.of(finding)))
        self._context.speaker.hush()
        if told:
            way = Action(self.tr("Save those rows to mend…"), self.ask_for_bad_rows) if left_out else None
            holds = partial(history.stands, self._context.services.office, command) if command else None
            self._context.speaker.say(Tone.WARN, " ".join(told), way, holds=holds)


def _mended(office: Office, read: Plan, corrections: Mapping[tuple[int, int], str]) -> Plan | UserError:
    try:
        return finish(planning.mended(office, read, corrections))
    except UserError as problem:
        return problem
