"""A menu of the papers that can be made for whoever is chosen; asks what and where to, makes them and says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.papers.panel import meant
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action, literal
from qc_desktop.services import preferences
from qc_desktop.services.labels import presets
from qc_desktop.services.papers import making
from qc_desktop.services.papers.making import PaperOrder
from qc_desktop.services.papers.records import ENVELOPES, INVITATION, LABEL, MEMBERSHIP, PLEDGE, RETURN

if TYPE_CHECKING:
    from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset
    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.papers.panel import Companies, PaperPanel
    from qc_desktop.gui.widgets.progress_panel import ProgressPanel
    from qc_desktop.services.office import Office
    from qc_desktop.services.papers.making import Made

OUT_FOLDER = "papers_folder"


class PaperMenu(QObject):
    """``chosen`` is asked at the moment of choosing for whom papers are made; ``panel`` asks the rest."""

    def __init__(
        self,
        context: PageContext,
        panel: PaperPanel,
        progress: ProgressPanel,
        chosen: Callable[[], Companies],
    ) -> None:
        super().__init__(panel)
        self._context = context
        self.panel = panel
        self._progress = progress
        self._chosen = chosen
        self._campaign_id = ""
        self._presets: Sequence[SheetPreset] = ()
        panel.wanted.connect(self._ask_place)
        panel.begins_at.connect(self._remember)

    def show_campaign(self, campaign_id: str) -> None:
        """Letters are about this campaign; '' where none is open."""
        self._campaign_id = campaign_id
        office = self._context.services.office
        self._context.jobs.report(lambda: presets.everything(office), self._take_presets)

    def _take_presets(self, found: Sequence[SheetPreset]) -> None:
        self._presets = found

    def fill(self, menu: QMenu) -> None:
        """Puts the papers into ``menu``."""
        for kind in (INVITATION, PLEDGE, RETURN) if self._campaign_id else ():
            self._offer(menu, kind)
        if self._campaign_id:
            menu.addAction(self.tr("Blank pledge letter…")).triggered.connect(lambda: self.ask(PLEDGE, blank=True))
        self._offer(menu, MEMBERSHIP)
        menu.addSeparator()
        for kind in ENVELOPES:
            self._offer(menu, kind)
        sheets = QMenu(literal(self._called(LABEL)), menu)
        menu.addMenu(sheets)
        for preset in self._presets:
            act = partial(self.ask, LABEL, preset=preset.key)
            sheets.addAction(literal(f"{preset.stock or preset.key}…")).triggered.connect(
                lambda _=False, act=act: act()
            )

    def _offer(self, menu: QMenu, kind: str) -> None:
        menu.addAction(literal(f"{self._called(kind)}…")).triggered.connect(lambda: self.ask(kind))

    def _called(self, kind: str) -> str:
        return self._context.words.text(f"document.{kind}")

    def ask(self, kind: str, *, blank: bool = False, preset: str = "", chosen: Companies | None = None) -> None:
        """Asks what is to be made of papers of ``kind``, for ``chosen`` or for whoever is chosen in the list."""
        order = PaperOrder(kind, campaign_id=self._campaign_id, blank=blank, preset=preset)
        self.panel.ask(order, chosen or self._chosen())

    def _remember(self, preset: SheetPreset, memory: SheetMemory) -> None:
        """The sheet in the tray is another one, whatever comes of this order."""
        office = self._context.services.office
        self._context.jobs.change(lambda: presets.remember(office, preset, memory, presets.ADDRESSES)).is_quiet = True

    def _ask_place(self, order: PaperOrder, chosen: Companies, each: bool) -> None:
        folder = places.starting(preferences.remembered(self._context.services.office.profile, OUT_FOLDER))
        name = self._called(order.kind).partition("（")[0]
        if each:
            found = places.ask_folder(self.panel, self.tr("Choose where the folder of papers goes"), folder)
            path = places.fresh(found / name) if found else None
        else:
            path = places.ask_file(self.panel, self.tr("Save the papers"), folder / f"{name}{making.PDF}", making.PDF)
        if path is not None:
            self.panel.close_panel()
            self.make(order, chosen, path)

    def make(self, order: PaperOrder, chosen: Companies, path: Path) -> None:
        """Makes the papers of ``order`` for whoever is meant in ``path``."""
        job = partial(_make, self._context.services.office, order, chosen, path)
        task = self._context.jobs.run(job, self._tell, offering(self._context, path, partial(self.make, order, chosen)))
        task.cancelled.connect(lambda: self._context.speaker.toast(self.tr("Stopped. No file was left behind.")))
        self._progress.watch(task, self._context.words.text("step.papers_make"))

    def _tell(self, made: Made) -> None:
        self._context.services.remember(**{OUT_FOLDER: str(made.path.parent)})
        told = self.tr("%n paper(s) made in {path}.", "", made.made).format(path=made.path)
        words = self._context.words
        if made.withheld:
            first = made.withheld[0]
            why = words.named(first.name, words.of(first.finding))
            told += " " + self.tr("%n left out. {why}", "", len(made.withheld)).format(why=why)
        tone = Tone.WARN if made.withheld else Tone.OK
        where = Action(self.tr("Open the folder"), lambda: places.show_folder(made.path.parent))
        self._context.speaker.say(tone, told, where)


def _make(office: Office, order: PaperOrder, chosen: Companies, path: Path) -> Job[Made]:
    return (yield from making.make(office, replace(order, company_ids=meant(office, order, chosen)), path))
