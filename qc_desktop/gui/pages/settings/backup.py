"""备份: how old, where, by hand, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.models.given import Given
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.elsewhere import instead
from qc_desktop.gui.pages.places import ask_folder, documents, show_folder
from qc_desktop.gui.pages.settings.columns import backup_columns
from qc_desktop.gui.pages.settings.model import BackupView, Comparison, backup_view, try_compare
from qc_desktop.gui.pages.settings.restoring import RestorePanel
from qc_desktop.gui.pages.settings.second_copy import SecondCopy
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.fitted import fit_rows
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services import backups
from qc_desktop.services.backups import BackupRow

if TYPE_CHECKING:
    from collections.abc import Hashable


class BackupSection(Section):
    """The backups of the records, with the way back to one of them."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._ticket = Ticket()
        self._view: BackupView | None = None
        self._leads_to_list = False
        self.state = label("", wrap=True)
        self.folder = label("", "muted", wrap=True)
        self.own = button(self.tr("Use the usual folder"), lambda: self._set_folder(""))
        self.model: PagedModel[tuple[BackupRow, ...], BackupRow] = PagedModel(
            Given(), backup_columns(), lambda row: str(row.path), context.jobs, self
        )
        self.table = Table(self.model, self.tr("Backups"))
        self.look_button = button(self.tr("Look at the chosen one…"), self._look, "", "eye")
        self.look_button.setEnabled(False)
        self.panel = RestorePanel()
        self.second_copy = SecondCopy(context)
        self.second_copy.refused.connect(self.refuse)
        self._lay_out()
        self.table.current_changed.connect(self._mark)
        self.table.opened.connect(self._look)
        self.model.counted.connect(self._fit)
        self.panel.wanted.connect(self._restore)
        self.panel.restore_button.clicked.connect(lambda: bring_into_view(self.panel))

    def _lay_out(self) -> None:
        first = self.add_card(self.tr("Backup"))
        for part in (self.state, self.folder):
            first.addWidget(part)
        ways = FlowLayout(gap=8)
        ways.addWidget(button(self.tr("&Back up now"), self.make, "primary", "database-backup"))
        ways.addWidget(button(self.tr("Open the folder"), self._open, "", "folder-open"))
        ways.addWidget(button(self.tr("Change the folder…"), self._choose_folder))
        ways.addWidget(self.own)
        first.addLayout(ways)
        self.add_card(self.tr("Second copy")).addWidget(self.second_copy)
        second = self.add_card(self.tr("Restore"))
        self.restoring = second.parentWidget()
        told = self.tr("Choose a backup and look at what it holds. Nothing changes before you confirm.")
        second.addWidget(label(told, "muted", wrap=True))
        second.addWidget(self.table)
        row = FlowLayout(gap=8)
        row.addWidget(self.look_button)
        second.addLayout(row)
        second.addWidget(self.panel)

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(lambda: backup_view(self.desk.office), self._show)
        self.second_copy.refresh()

    @override
    def lead_to(self, part: str) -> None:
        self._leads_to_list = part == "restore"
        if part == "second":
            bring_into_view(self.second_copy)

    def _fit(self, count: int) -> None:
        """The newest backup is chosen until a person chooses another."""
        fit_rows(self.table, count)
        if count and not self.table.chosen_ranges:
            self.table.choose_place(0)
        if self._leads_to_list and count:
            self._leads_to_list = False
            self.table.setFocus()
            bring_into_view(self.restoring)

    def _show(self, view: BackupView) -> None:
        self._view = view
        told = self.tr("The last backup was made {when} and checked. One is made automatically every day.")
        none = self.tr("There is no backup yet. One is made automatically every day.")
        gone = self.tr(
            "The folder for backups is not there. Plug the stick in, or choose another folder. "
            "Until then the automatic ones are kept on this PC."
        )
        emptied = self.tr(
            "The folder for backups is there, but those made in it are not. Plug the stick in, or choose the folder "
            "again if you emptied it. Until then the automatic ones are kept on this PC."
        )
        gone = emptied if view.is_emptied else gone
        self.state.setText(gone if view.is_gone else told.format(when=when(view.at)) if view.at else none)
        set_tone(self.state, Tone.WARN if view.is_gone else None)
        self.folder.setText(self.tr("Kept in {folder}").format(folder=breakable(str(view.folder))))
        self.own.setVisible(view.is_own_folder)
        self.restoring.setVisible(bool(view.rows))
        self.model.ask(view.rows)

    def make(self) -> None:
        """Makes a backup now."""
        said = self.tr("The backup is made and checked.")
        self.context.jobs.run(
            lambda: backups.making(self.desk.office), lambda _: self.context.speaker.toast(said), self.refuse
        )

    def _open(self) -> None:
        if self._view is not None:
            show_folder(self._view.folder)

    def _choose_folder(self) -> None:
        start = self._view.folder if self._view else documents()
        chosen = ask_folder(self, self.tr("Where backups are kept"), start)
        if chosen is not None:
            self._set_folder(str(chosen))

    def _set_folder(self, path: str) -> None:
        said = self.tr("Backups are kept there from now on. Those made so far stay where they are.")
        self.do_change(
            lambda: backups.choose_folder(self.desk.office, path),
            lambda _: said,
            lambda error: self.refuse(error, instead(error, lambda folder: self._set_folder(str(folder)))),
        )

    def _mark(self, key: Hashable | None) -> None:
        self.look_button.setEnabled(key is not None)
        self.panel.close_panel()

    def _look(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            self.trouble.clear()
            self.context.jobs.report(lambda: try_compare(self.desk.office, row), self._compared)

    def _compared(self, answer: Comparison | UserError) -> None:
        if isinstance(answer, UserError):
            self.panel.close_panel()
            self.refuse(answer)
        else:
            self.panel.show_comparison(answer)
            bring_into_view(self.panel)

    def _restore(self, path: Path) -> None:
        said = self.tr("Restored. The records as they were before are kept as a backup too.")
        self.panel.setEnabled(False)
        restoring = self.context.jobs.run_alone(
            lambda: self.desk.restoring(path), lambda _: self._restored(said), self._not_restored
        )
        restoring.cancelled.connect(lambda: self.panel.setEnabled(True))

    def _restored(self, said: str) -> None:
        self.panel.close_panel()
        self.context.speaker.toast(said)

    def _not_restored(self, error: UserError) -> None:
        self.panel.close_panel()
        self.refuse(error)
