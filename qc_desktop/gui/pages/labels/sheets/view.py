"""Own label sheets: those there are, a new one with its picture while the sizes are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.label_sheets import check_preset
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.beside import Beside
from qc_desktop.gui.pages.labels.ordering.view import BESIDE_EM
from qc_desktop.gui.pages.labels.sheet_choice import SheetChoice
from qc_desktop.gui.pages.labels.sheet_picture import SheetPicture
from qc_desktop.gui.pages.labels.sheets.form import SheetForm
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.foot_bar import FootBar
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, card, label, set_tone
from qc_desktop.services.labels import presets

if TYPE_CHECKING:
    from qc_desktop.domain.label_sheets import SheetPreset
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


class SheetsView(QWidget):
    """``left`` tells that the person goes back to printing."""

    left = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self.form = SheetForm(context.drafts)
        self.picture = SheetPicture(still=True)
        self.told = label("", wrap=True)
        self.known = SheetChoice()
        self.known.hide_printer()
        self.take = button(self.tr("Begin from it"), self._take, "", "copy")
        self.remove = button(self.tr("Remove"), self._remove, "", "trash-2")
        self.bar = MessageBar(closable=False)
        self.foot = FootBar(self)
        self.back = button(self.tr("Back to printing"), self.left.emit, "", "arrow-left")
        self.save = button(self.tr("Keep the sheet"), self._save, "primary", "save")
        self.foot.add(self.back, self.save)
        self.foot.say(self.tr("Measure a sheet with a ruler; print one on plain paper first."))
        self._lay_out()
        self.form.edited.connect(self._follow)
        self.known.chosen.connect(self._arrange)

    def _lay_out(self) -> None:
        left, right = card(), card()
        form, shown = QVBoxLayout(left), QVBoxLayout(right)
        for column in (form, shown):
            column.setContentsMargins(16, 14, 16, 14)
            column.setSpacing(10)
        form.addWidget(self.known)
        ways = QHBoxLayout()
        for way in (self.take, self.remove):
            ways.addWidget(way)
        ways.addStretch(1)
        form.addLayout(ways)
        form.addWidget(label(self.tr("A new sheet, in millimetres"), "section", wrap=True))
        form.addWidget(self.form)
        form.addWidget(self.told)
        form.addStretch(1)
        shown.addWidget(self.picture, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Beside(left, right, wide_em=BESIDE_EM), 1)

    def refresh(self) -> None:
        """Asks for the sheets there are."""
        office = self._desk.office
        self.bar.clear()
        self.form.start()
        self._context.jobs.query(lambda: presets.everything(office), self._offer)
        self.form.key.setFocus()

    def _offer(self, known: list[SheetPreset]) -> None:
        self.known.offer(known, "")
        self._arrange()

    def _arrange(self) -> None:
        self.remove.setVisible(self.known.sheet is not None and not presets.ships(self.known.key))

    def _follow(self) -> None:
        """Draws the sheet, or says what is wrong with it."""
        preset = self.form.preset
        problem = UserError("label.preset_size", preset=self.form.key.text()) if preset is None else None
        if preset is not None:
            try:
                check_preset(preset)
            except UserError as wrong:
                problem = wrong
        begun = bool(self.form.key.text().strip())
        drawn = preset if preset is not None and (problem is None or problem.code == "label.preset_size") else None
        self.picture.show_sheet(drawn if drawn is not None and _is_drawable(drawn) else None)
        said = self._context.words.of(problem) if problem is not None and begun else ""
        named = self.tr("{count} labels a page").format(count=preset.size) if preset is not None else ""
        told = named if begun else " · ".join(filter(None, (named, self.tr("Give the sheet a name to keep it."))))
        self.told.setText(said or told)
        set_tone(self.told, Tone.BAD if said else None)
        self.save.setEnabled(problem is None)

    def _take(self) -> None:
        if self.known.sheet is not None:
            self.form.show_preset(self.known.sheet)

    def _save(self) -> None:
        preset, office = self.form.preset, self._desk.office
        if preset is not None:
            work = partial(presets.save, office, preset)
            done = partial(self._say_kept, preset.key)
            self._context.jobs.change(lambda: self._desk.doing(work), lambda made: done(made.command), self._refuse)

    def _say_kept(self, key: str, command: int) -> None:
        self.form.settle()
        self._desk.remember(label_preset=key)
        self._context.undoing.offer(self.tr("Kept: {name}").format(name=key), command)
        self.left.emit()

    def _remove(self) -> None:
        key, office = self.known.key, self._desk.office
        told = self.tr("Removed: {name}").format(name=key)

        def done(command: int) -> None:
            self._context.undoing.offer(told, command)
            self._context.jobs.query(lambda: presets.everything(office), self._offer)

        work = partial(presets.remove, office, key)
        self._context.jobs.change(lambda: self._desk.doing(work), lambda made: done(made.command), self._refuse)

    def _refuse(self, error: UserError) -> None:
        self.bar.say(Tone.BAD, self._context.words.of(error))


def _is_drawable(preset: SheetPreset) -> bool:
    """Whether there is anything to see; a page without a name is drawn all the same."""
    return min(preset.page_width, preset.page_height, preset.columns, preset.rows) >= 1 and preset.size <= 1000
