"""Step one: everyone who waits, or some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.lists import company_columns
from qc_desktop.gui.pages.certificates.model import CompanySource, to_issue
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.kept_choice import KeptChoice
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext

EVERYONE, SOME = "everyone", "some"


class ChooseStep(QWidget):
    """``changed`` tells that the choice is another one."""

    changed = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._campaign_id = ""
        self._waiting = 0
        self.scope = FilterChips()
        self.search = SearchField()
        self.search.name(self.tr("Company, pinyin or credit code"))
        self.search.keep_words_whole()
        self.model = PagedModel(
            CompanySource(desk), company_columns(), lambda row: row.participation_id, context.jobs, self
        )
        self.table = Table(self.model, self.tr("Companies without a certificate"))
        self.choice = KeptChoice(self.table)
        self._told = label("", "muted", wrap=True)
        self.none = button(self.tr("Choose none"), self.choice.clear, "plain", "x")
        self._lay_out()
        self.scope.chosen.connect(self._turn)
        self.search.searched.connect(self._ask)
        self.search.left_downwards.connect(self.table.setFocus)
        self.choice.changed.connect(self._tell)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.scope, 1)
        row.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        said = QHBoxLayout()
        said.addWidget(self._told, 1)
        said.addWidget(self.none)
        self.none.setFixedHeight(self.none.sizeHint().height())
        column.addLayout(said)
        column.addWidget(self.table, 1)

    def start(self, campaign_id: str, waiting: int) -> None:
        """Begins with everyone of the campaign who waits."""
        self._campaign_id, self._waiting = campaign_id, waiting
        everyone = Chip(EVERYONE, self.tr("All waiting"), waiting)
        self.scope.show_chips([everyone, Chip(SOME, self.tr("Only some"))])
        self.search.clear()
        self.choice.clear()
        self.scope.choose(EVERYONE)

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """The participations that were picked; None means everyone who waits."""
        if self.scope.current == EVERYONE:
            return None
        return tuple(map(str, self.choice.keys))

    @property
    def is_ready(self) -> bool:
        """Whether somebody is chosen."""
        return self._waiting > 0 if self.chosen is None else bool(self.chosen) and self.choice.is_whole

    def _turn(self) -> None:
        some = self.scope.current == SOME
        self.search.setVisible(some)
        self._ask()
        if some:
            self.search.setFocus()
        else:
            self.choice.clear()
        self._tell()

    def _ask(self) -> None:
        text = self.search.text() if self.scope.current == SOME else ""
        self.model.ask(to_issue(self._campaign_id, text))

    def _tell(self) -> None:
        if self.scope.current == EVERYONE:
            self._told.setText(
                self.tr("Announced and without a certificate, in the order of the roster: numbers follow it.")
            )
        else:
            count, away = len(self.chosen or ()), self.choice.away
            if away:
                told = self.tr("%n chosen, {away} of them not in the list as it is now.", "", count)
                self._told.setText(told.format(away=away))
            else:
                picked = self.tr("%n company(ies) chosen.", "", count)
                self._told.setText(joined(picked, self.tr("Ctrl or Shift with a click chooses several.")))
        self.none.setVisible(bool(self.chosen))
        self.changed.emit()
