"""How the form beside the list is put together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.company_part import CompanyPart
from qc_desktop.gui.pages.companies.contacts_part import ContactsPart
from qc_desktop.gui.pages.companies.lookalike_panel import LookalikePanel
from qc_desktop.gui.pages.companies.merged_note import MergedNote
from qc_desktop.gui.pages.companies.paste_card import PasteCard
from qc_desktop.gui.pages.companies.pledge_part import PledgePart
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, label, rule
from qc_desktop.gui.widgets.scroll_area import Area, scroll_area

WIDE = 600


class EditorView(QFrame):
    """Heading, message, the three parts of the form in a scroll area, and the buttons below."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._is_wide = False
        self.title = label("", "section", wrap=True)
        self.number = label("", "muted")
        self.bar = MessageBar()
        self.twin = LookalikePanel(context.words)
        self.company = CompanyPart(context.words)
        self.company.form.form.insertRow(2, self.twin)
        self.pasted = PasteCard(context.words)
        self.paste_button = button(self.tr("Paste and recognise"), lambda: None, "plain", "clipboard-paste")
        self.paste_button.setToolTip("Ctrl+Shift+V")
        self.merged = MergedNote()
        self.pledge = PledgePart(context.words)
        self.contacts = ContactsPart(context.words)
        self.approve = button(self.tr("Approve (F9)"), lambda: None, "", "check")
        self.send_back = button(self.tr("Return (F10)"), lambda: None, "", "undo-2")
        self.notice = button(self.tr("Notice of return…"), lambda: None, "", "printer")
        self.save_button = button(self.tr("Save"), self.save, "", "save")
        self.next_button = button(self.tr("Save and new"), self.save_and_go_on, "primary")
        self._hint = label("", "small", wrap=True)
        self.say_kept("")
        self.save_button.setToolTip("Ctrl+S")
        self.next_button.setToolTip("Ctrl+Enter")
        self._lay_out()
        _align(self.company.form.name_label, self.pledge.form.products_label, self.pledge.form.standards_label)
        for keys, act in (("Ctrl+S", self.save), ("Ctrl+Return", self.save_and_go_on)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self).activated.connect(self.paste_button.click)
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(self.save_and_go_on)  # on the number pad

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.setSpacing(4)
        self.review = QWidget()
        pair = FlowLayout(self.review)
        for part in (self.approve, self.send_back):
            pair.addWidget(part)
        self._heading = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._heading.setSpacing(4)
        self._heading.addWidget(self.title, 1)
        for widget in (self.number, self.review, self.notice):
            self._heading.addWidget(widget)
        head.addLayout(self._heading)
        head.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._form(), 1)
        self.foot = QWidget()
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 12)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.next_button)
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(rule())
        below.addLayout(foot)
        column.addWidget(self.foot)

    def _form(self) -> Area:
        inner = QWidget()
        inner.setProperty("plain", True)
        self._fields = column = QVBoxLayout(inner)
        column.setContentsMargins(15, 4, 15, 8)
        column.setSpacing(16)
        column.addWidget(self.paste_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.pasted, self.company, self.pledge, self.contacts, self.merged):
            column.addWidget(part)
        column.addStretch(1)
        self.area = scroll_area(inner)
        return self.area

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() > WIDE
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._turn_heading()

    def _turn_heading(self) -> None:
        """Where the form is wide what scrolls is low: 粘贴识别 stands in the heading then."""
        direction = QBoxLayout.Direction
        self._heading.setDirection(direction.LeftToRight if self._is_wide else direction.TopToBottom)
        if self._is_wide:
            self._heading.addWidget(self.paste_button)
        else:
            self._fields.insertWidget(0, self.paste_button, 0, Qt.AlignmentFlag.AlignLeft)

    def say_kept(self, told: str) -> None:
        """Says ``told`` beside the buttons: when the draft was kept. Without it the key that saves stands there."""
        self._hint.setText(told or f"Ctrl+Enter {self.main_act}")

    @property
    def main_act(self) -> str:
        """What Ctrl+Enter does, in the words of its button."""
        return self.next_button.text()

    def save(self) -> None:
        """Saves what was typed."""
        raise NotImplementedError

    def save_and_go_on(self) -> None:
        """Saves, then offers the next empty form."""
        raise NotImplementedError


def _align(*labels: QLabel) -> None:
    """Lets the fields of both forms begin in one line."""
    widest = max(each.sizeHint().width() for each in labels)
    for each in labels:
        each.setMinimumWidth(widest)
