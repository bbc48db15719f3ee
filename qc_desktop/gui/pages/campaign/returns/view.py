"""The view 回表 of the campaign page: two cards to begin with, then the preview of what was read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.beside import Beside
from qc_desktop.gui.pages.campaign.returns.collect_card import CollectCard
from qc_desktop.gui.pages.campaign.returns.make_card import MakeCard
from qc_desktop.gui.pages.campaign.returns.preview import Preview
from qc_desktop.gui.pages.campaign.returns.work import ReturnsWork
from qc_desktop.gui.widgets.foot_bar import FootBar
from qc_desktop.gui.widgets.parts import Action, button
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.services.campaigns.years import CampaignRow

BESIDE_FROM = 760
"""The cards stand beside each other from so many logical pixels, so that both ways are seen on a low screen."""


class ReturnsView(QWidget):
    """Shows the cards, or the preview with its buttons in ``bar`` at the foot of the page.

    ``turned`` tells that the preview came or went: it wants all the page. ``is_working`` says that forms are made,
    read or brought in.
    """

    turned = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.campaign: CampaignRow | None = None
        self._read_for: CampaignRow | None = None
        self.make, self.collect, self.preview = MakeCard(), CollectCard(), Preview(context)
        self.progress = ProgressPanel(context.words)
        self.start = Beside(self.make, self.collect, wide_from=BESIDE_FROM)
        self.is_working = self._comes_back = False
        self.back = button(self.tr("Back"), self.put_away, "", "arrow-left")
        self.save_left = button("", lambda: self.work.ask_for_problems(), "", "save")
        self.go = button("", lambda: self.work.bring_in(), "primary", "check")
        self.bar = FootBar(self)
        self.bar.add(self.back, self.save_left, self.go)
        self.work = ReturnsWork(context, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.progress)
        self.area = scroll_area(self.start)
        column.addWidget(self.area, 1)
        column.addWidget(self.preview, 1)
        self._connect()
        self.leave()

    def _connect(self) -> None:
        work = self.work
        self.make.wanted.connect(work.ask_where)
        self.make.import_wanted.connect(lambda: self._context.go("companies", "import"))
        self.collect.chosen.connect(work.read)
        self.preview.changed.connect(self.show_buttons)
        self.preview.wanted_back.connect(self.come_back)
        self.preview.open_wanted.connect(work.open_file)
        self.preview.personal_wanted.connect(work.show_personal)
        self.progress.finished.connect(lambda: self.set_working(False))

    def show_campaign(self, row: CampaignRow) -> None:
        """Forms are made for this campaign and brought into it; forms read for another one are put away."""
        turned = self.campaign is not None and self.campaign.id != row.id
        self.campaign = row
        if turned:
            self.put_away()
        self.work.show_campaign(row)
        if self._comes_back:
            self.come_back()

    @property
    def is_previewing(self) -> bool:
        """Whether the preview is shown."""
        return not self.preview.isHidden()

    def leave(self) -> None:
        """Goes back to the cards; what was read is done with."""
        self.preview.forget()
        self._turn(previewing=False)

    def put_away(self) -> None:
        """Goes back to the cards; what was ticked stays, and the way back to it is offered."""
        was_shown = self.is_previewing
        self._turn(previewing=False)
        if was_shown and self.preview.holds_decisions:
            told = self.tr("The forms are put away. Your ticks stay until you import them or read other forms.")
            self._context.speaker.toast(told, Action(self.tr("Back to the forms"), self.come_back))

    def come_back(self) -> None:
        """Shows the forms that were put away, in their year."""
        read_for = self._read_for
        self._comes_back = read_for is not None and read_for.id != (self.campaign.id if self.campaign else "")
        if read_for is not None and self._comes_back:
            self._context.turn_to(read_for.values.campaign_year)
        elif read_for is not None:
            self._turn(previewing=True)
            self.show_buttons()
            self.preview.table.setFocus()

    def turn_to_preview(self) -> None:
        """Shows what was read."""
        self._read_for = self.campaign
        self._turn(previewing=True)
        self.show_buttons()
        self.preview.table.setFocus()

    def _turn(self, *, previewing: bool) -> None:
        self.area.setVisible(not previewing)
        self.preview.setVisible(previewing)
        self.bar.offer(previewing)
        self.turned.emit()

    def set_working(self, working: bool) -> None:
        """While something is made, read or written only the progress can be stopped."""
        self.is_working = working
        parts: tuple[QWidget, ...] = (self.start, self.preview, self.back, self.save_left)
        for part in parts:
            part.setEnabled(not working)
        self.show_buttons()
        if not working and self.is_previewing:
            self.preview.table.setFocus()  # what is disabled cannot take it

    def show_buttons(self) -> None:
        """Says on the buttons how much they would do."""
        ready, left = self.preview.ready, self.preview.left
        self.save_left.setText(self.tr("Save the %n left out…", "", left))
        self.save_left.setVisible(left > 0)
        self.go.setText(self.tr("Import %n form(s)", "", ready))
        self.go.setEnabled(ready > 0 and not self.is_working)
