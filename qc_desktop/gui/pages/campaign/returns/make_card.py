"""Sending out: for which companies forms are made, what is prefilled, whom they ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, only_card
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services.campaigns.years import CampaignRow


class MakeCard(QWidget):
    """``wanted`` tells that forms shall be made: True for one packed file, False for a folder; ``import_wanted``,
    that there is nobody yet to make them for."""

    wanted = Signal(bool)
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: list[int] = []
        self._everyone = 0
        self._scope = QComboBox()
        self._scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._scope.setMinimumContentsLength(8)
        self._contact = LineEdit()
        self._contact.setPlaceholderText(self.tr("The association"))
        self._contacts = QCheckBox(self.tr("Prefill contacts (this is noted)"))
        self.folder = button(self.tr("Make forms…"), lambda: self.wanted.emit(False), "", "folder-open")
        self.packed = button(self.tr("As one .zip…"), lambda: self.wanted.emit(True), "", "save")
        self._nobody = label("", "muted", wrap=True)
        self.bring = button(self.tr("Import a list"), self.import_wanted.emit, "primary", "upload")
        self._lay_out()
        self._scope.currentIndexChanged.connect(lambda _: self._follow())
        hold_still(self)

    def _lay_out(self) -> None:
        column = only_card(self)
        column.addWidget(label(self.tr("1. Send forms out"), "section"))
        told = self.tr("One workbook per company, filled in with what is known. Only the tinted cells can be changed.")
        column.addWidget(label(told, "muted", wrap=True))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(
            ((self.tr("&For"), self._scope), (self.tr("&Questions go to"), self._contact))
        ):
            name = label(words)
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        column.addLayout(grid)
        column.addWidget(self._contacts)
        column.addWidget(self._nobody)
        column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.packed)
        column.addLayout(buttons)
        column.addStretch(1)

    def _follow(self) -> None:
        """Forms are made only where there is somebody to make them for."""
        place = self._scope.currentIndex()
        count = self._counts[place] if 0 <= place < len(self._counts) else 0
        for part in (self.folder, self.packed):
            part.setEnabled(count > 0)
        none = self.tr("No company takes part yet, so there is nobody to make forms for. Import this year's list.")
        self._nobody.setText(self.tr("There is nobody of this kind now.") if self._everyone else none)
        self._nobody.setVisible(count == 0)
        self.bring.setVisible(self._everyone == 0)

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages of the companies that are meant; none for all of them."""
        return tuple(self._scope.currentData() or ())

    @property
    def contact(self) -> str:
        """Whom companies ask."""
        return self._contact.text().strip()

    def settle(self) -> None:
        """Forms are made with it: the contact is remembered."""
        self._contact.setModified(False)

    @property
    def with_contacts(self) -> bool:
        """Whether contacts are prefilled."""
        return self._contacts.isChecked()

    def show_campaign(self, row: CampaignRow, contact: str) -> None:
        """Offers the companies of the campaign; what a person chose and typed stays."""
        held = max(0, self._scope.currentIndex())
        self._counts.clear()
        self._everyone = row.companies
        self._scope.clear()
        awaited = tuple(stage.value for stage in BEFORE_REVIEW)
        back = (Stage.RETURNED_FOR_CORRECTION.value,)
        for words, stages in (
            (self.tr("Companies without a pledge"), awaited),
            (self.tr("Companies asked to correct theirs"), back),
            (self.tr("All companies taking part"), ()),
        ):
            count = sum(row.stages.get(Stage(stage), 0) for stage in stages) if stages else row.companies
            self._counts.append(count)
            self._scope.addItem(f"{words} {count:,}", stages)
        self._scope.setCurrentIndex(held)
        self._follow()
        if not self._contact.text():
            self._contact.setText(contact)
