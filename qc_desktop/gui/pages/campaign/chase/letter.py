"""The text for the company at hand, ready to be sent, and that it was reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qc_desktop.domain.chasing import ReminderWay
from qc_desktop.gui.pages.campaign.chase import model
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.messages import Messages
    from qc_desktop.services.campaigns.chasing import ChaseRow
    from qc_desktop.services.campaigns.letters import Wording

COPY_KEYS, MARK_KEYS = "Ctrl+Shift+C", "Ctrl+M"
_LEAST = 60


class _Letter(QPlainTextEdit):
    """Asks for a few lines only: what is left over is its own, and everything around it has its place first."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LEAST)


class LetterCard(QFrame):
    """``copied`` tells that the text is on the clipboard, ``mark_wanted`` that the company was reminded.

    What a person writes for a company is there again when she comes back to it, and kept as a draft until it is copied.
    """

    copied = Signal()
    mark_wanted = Signal()

    def __init__(self, words: Messages, drafts: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._words = words
        self._row: ChaseRow | None = None
        self._name = label("", "section", wrap=True)
        self._about = label("", "muted", wrap=True)
        self.text = _Letter()
        self.text.setAccessibleName(self.tr("Text to send"))
        self.text.setTabChangesFocus(True)
        self.copy_button = button(self.tr("Copy and go on"), self.copy, "primary", "copy")
        self.copy_button.setToolTip(COPY_KEYS)
        self.also_mark = QCheckBox(self.tr("Also note it as a reminder"))
        self.way = QComboBox()
        self.way.setAccessibleName(self.tr("Way"))
        for way in ReminderWay:
            self.way.addItem(words.text(f"chase.way_{way}"), way)
        self.way.setCurrentIndex(self.way.findData(ReminderWay.WECHAT))
        self.remark = LineEdit()
        self.remark.setPlaceholderText(self.tr("Remark"))
        self.remark.setAccessibleName(self.tr("Remark"))
        self.mark_button = button(self.tr("Reminded"), self.mark_wanted.emit, "", "check")
        self.mark_button.setToolTip(MARK_KEYS)
        self._kept = label("", "small", wrap=True)
        self.texts = KeptTexts("chase", drafts, self, text=self.text, remark=self.remark)
        self.texts.said.connect(self._say_kept)
        self._lay_out()
        hold_still(self)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("plain", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addWidget(self.text, 1)
        column.addWidget(self.copy_button)
        column.addWidget(self.also_mark)
        row = QGridLayout()
        row.setSpacing(8)
        row.addWidget(self.way, 0, 0)
        row.addWidget(self.mark_button, 0, 1)
        row.addWidget(self.remark, 1, 0, 1, 2)
        row.setColumnStretch(0, 1)
        column.addLayout(row)
        column.addWidget(self._kept)  # last, so that nothing moves while one types
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scroll_area(inner))
        self._say_kept("")

    def listen(self, view: QWidget) -> None:
        """Lets the keys work everywhere in ``view``."""
        QShortcut(QKeySequence(COPY_KEYS), view).activated.connect(self.copy_button.click)
        QShortcut(QKeySequence(MARK_KEYS), view).activated.connect(self.mark_button.click)

    def show_row(self, row: ChaseRow | None, wording: Wording | None) -> None:
        """Shows what ``row``'s company is sent; what a person wrote for it stays."""
        self._row = row
        known = row is not None and wording is not None
        for part in (self.text, self.copy_button, self.also_mark, self.way, self.remark, self.mark_button):
            part.setEnabled(known)
        self._name.setText(row.name if row else self.tr("Choose a company"))
        self._about.setText(self._told(row) if row else "")
        if row is None or wording is None:
            self.texts.put_away()
            return
        title = self.tr("{name} · text to send").format(name=row.name)
        self.texts.show(row.participation_id, title, wording.year, text=wording.text(row))

    def _told(self, row: ChaseRow) -> str:
        missing = self.tr("Missing: {things}").format(things=model.missing_words(self._words, row))
        if not row.times:
            return missing
        told = self.tr("Reminded %n time(s), last {when} by {who}", "", row.times)
        lines = [missing, told.format(when=model.reminded(self._words, row), who=row.reminded_by)]
        if row.remark:
            lines.append(self._words.named(self.tr("Remark"), row.remark))
        return "\n".join(lines)

    def copy(self) -> None:
        """Puts the text on the clipboard."""
        if self._row is not None:
            QGuiApplication.clipboard().setText(self.text.toPlainText())
            self.texts.settle("text")
            self.copied.emit()

    @property
    def chosen_way(self) -> ReminderWay:
        """The way that stands in the choice."""
        return ReminderWay(self.way.currentData())

    def _say_kept(self, told: str) -> None:
        self._kept.setText(told)
        self._kept.setVisible(bool(told))
