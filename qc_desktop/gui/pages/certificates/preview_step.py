"""Step three: the real page of the first, the longest named, or any company, before anything is issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.rarity import rarity
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.beside import Beside
from qc_desktop.gui.pages.certificates.lists import ready_columns
from qc_desktop.gui.pages.certificates.model import Held
from qc_desktop.gui.pages.certificates.zoom_view import ZoomView
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.certificates.candidates import Candidate

FIRST, LONGEST, SHORTEST, RAREST, NOTED = "first", "longest", "shortest", "rarest", "noted"


class PreviewStep(QWidget):
    """``page_wanted`` carries the participation whose page shall be shown."""

    page_wanted = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._shown = ""
        self._noted: list[str] = []
        self.samples = FilterChips()
        self.search = SearchField()
        self.search.name(self.tr("Company or credit code"))
        self._source: Held[Candidate] = Held(lambda row: f"{row.name} {row.uscc}")
        self.model = PagedModel(self._source, ready_columns(), lambda row: row.participation_id, context.jobs, self)
        self.table = Table(self.model, self.tr("Companies that passed the check"))
        self.view = ZoomView(whole=True)
        self.picture = self.view.picture
        about = self.tr(
            "The number is given when the certificate is issued. The ring shows where the seal goes; it is not "
            "printed. PageUp and PageDown turn the pages, Ctrl with + and - changes the size."
        )
        self._about = label(about, "small", wrap=True)
        self._lay_out()
        self.samples.chosen.connect(self._show_sample)
        self.search.searched.connect(self.model.ask)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.current_changed.connect(self._show_chosen)
        self.view.turned.connect(self._turn)
        self.view.dpi_wanted.connect(lambda _: self.page_wanted.emit(self._shown))

    def _lay_out(self) -> None:
        listing, page = QWidget(), QWidget()
        left, right = QVBoxLayout(listing), QVBoxLayout(page)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        left.addWidget(self.samples)
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        right.addWidget(self.view, 1)
        right.addWidget(self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Beside(listing, page, right_on_top=True), 1)

    def start(self, ready: tuple[Candidate, ...], noted: Sequence[str] = ()) -> None:
        """Shows the page of the first of ``ready``; ``noted`` are participations whose page deserves a look."""
        self._source.rows = ready
        self._noted = list(noted)
        chips = [
            Chip(FIRST, self.tr("First")),
            Chip(LONGEST, self.tr("Longest name")),
            Chip(SHORTEST, self.tr("Shortest name")),
            Chip(RAREST, self.tr("Rarest characters")),
        ]
        if noted:
            chips.append(Chip(NOTED, self.tr("%n with a borrowed character", "", len(noted))))
        self.samples.show_chips(chips)
        self.search.clear()
        self.model.ask("")
        self.samples.choose(FIRST)

    def _show_sample(self, key: str) -> None:
        if self._source.rows:
            participation_id = self._sample(key)
            self.table.choose(participation_id)
            self._show(participation_id)

    def _sample(self, key: str) -> str:
        """The participation that a chip stands for; of those with a note the next at each click."""
        ready = self._source.rows
        if key == NOTED:
            self._noted = [*self._noted[1:], self._noted[0]]
            return self._noted[-1]
        found = {
            LONGEST: lambda: max(ready, key=lambda row: len(row.name)),
            SHORTEST: lambda: min(ready, key=lambda row: len(row.name)),
            RAREST: lambda: max(ready, key=lambda row: rarity(row.name)),
        }
        return (found[key]() if key in found else ready[0]).participation_id

    def _show_chosen(self, key: str | None) -> None:
        if key is not None:
            self._show(key)

    def _turn(self, by: int) -> None:
        """Goes to the next company of the batch, or the one before."""
        here = self.model.place_of(self._shown)
        place = 0 if here is None else here + by
        if 0 <= place < self.model.rowCount():
            self.table.choose_place(place)

    def _show(self, participation_id: str) -> None:
        if participation_id != self._shown or self.picture.is_blank:
            self._shown = participation_id
            self.page_wanted.emit(participation_id)

    def show_page(self, participation_id: str, image: QImage) -> None:
        """Shows the page of ``participation_id``, if it is still the one that is wanted."""
        if participation_id == self._shown:
            name = next((row.name for row in self._source.rows if row.participation_id == participation_id), "")
            self.picture.show_image(image, self.tr("The certificate of {company}").format(company=name))
