"""What asks for a reason to stay: words that claim too much, what lies over text; the approval of a title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.documents.layout import Accepted, Layout
from qc_desktop.documents.layout.covering import all_covers
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.wordlint import all_claims, lacks_approval, national_title
from qc_desktop.domain.claims import canonical
from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import card, label, set_tone
from qc_desktop.services.layouts import slots

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout import Design
    from qc_desktop.gui.pages.layouts.steps import Steps
    from qc_desktop.messages import Messages


class ClaimsPanel(QWidget):
    """Hidden while there is nothing to say; ``told`` tells that it says something else. What is typed goes into the
    layout at once."""

    told = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._making: Steps[Any] | None = None
        self.reasons: dict[str, LineEdit] = {}
        self.approval = LineEdit()
        self.approval.setAccessibleName(self.tr("Document that approves the title"))
        self.approval.setPlaceholderText(self.tr("Name and number of the document"))
        self.approval.textEdited.connect(self._approve)
        frame = card()
        column = QVBoxLayout(frame)
        column.setSpacing(6)
        self._told = label("", "", wrap=True)
        set_tone(self._told, Tone.WARN)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addLayout(self._form)
        column.addWidget(self._told)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def open(self, making: Steps[Any]) -> None:
        """Follows the wording of ``making``."""
        self._making = making
        for word in list(self.reasons):
            self._drop(word)
        making.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        assert self._making is not None
        layout = self._making.layout
        claims = {claim.word: f"“{claim.word}”" for claim in all_claims(layout)}
        covers = self._covers(layout)
        found = {**claims, **covers}
        for word in [word for word in self.reasons if word not in found]:
            self._drop(word)
        for word, called in found.items():
            if word not in self.reasons:
                self._add(word, called)
        kept = {canonical(accepted.word): accepted.reason for accepted in layout.accepted}
        for word, field in self.reasons.items():
            self._put(field, kept.get(word, ""))
        self._follow_approval()
        told = {canonical(accepted.word) for accepted in layout.accepted if accepted.is_told}
        self._tell(claims=not told.issuperset(claims), covers=not told.issuperset(covers), asks=bool(found))

    def _covers(self, layout: Design) -> dict[str, str]:
        """What hides a part of a text: with a reason it may."""
        if not isinstance(layout, Layout):
            return {}
        words = self.tr("“{other}” over “{name}”")
        return {
            found.key: words.format(other=self._said(found.over), name=self._said(found.text))
            for found in all_covers(layout)
            if not found.is_lost
        }

    def _said(self, element: Element) -> str:
        assert self._making is not None
        return names.called(element, slots.names(self._making.layout, self._words))

    def _follow_approval(self) -> None:
        assert self._making is not None
        layout = self._making.layout
        asks = bool(national_title(layout))
        if asks and self._form.indexOf(self.approval) < 0:
            self._form.addRow(self.tr("The title claims the whole country. What approves it?"), self.approval)
        if self._form.indexOf(self.approval) >= 0:
            self._form.setRowVisible(self.approval, asks)
        self._put(self.approval, layout.approval)

    def _tell(self, *, claims: bool, covers: bool, asks: bool) -> None:
        """What wants a reason still; where every one is written, that they are."""
        assert self._making is not None
        asks = asks or bool(national_title(self._making.layout))
        words = self.tr(
            "The association would answer for such words itself (Product Quality Law art. 58, Consumer Protection Law "
            "art. 45). Reword them, or write down why they are needed; without that the layout cannot be used."
        )
        hidden = self.tr(
            "What lies over a text hides a part of it on paper. Move it, or write down why it has to be so; without "
            "that the layout cannot be used."
        )
        said = [words] if claims or lacks_approval(self._making.layout) else []
        said += [hidden] if covers else []
        self._told.setText("\n".join(said) or self.tr("What was asked for is written down: the layout can be used."))
        set_tone(self._told, Tone.WARN if said else Tone.OK)
        self.setVisible(asks)
        self.told.emit()

    def lead(self) -> None:
        """To the first reason that is missing, once it is there to be seen: a new field is shown a moment later."""
        wanted = [*self.reasons.values(), self.approval]
        field = next((one for one in wanted if not one.text().strip() and not one.isHidden()), None)
        if field is not None:
            QTimer.singleShot(0, field, field.setFocus)

    def _put(self, field: LineEdit, text: str) -> None:
        if field.text() != text:
            with QSignalBlocker(field):
                field.setText(text)

    def _add(self, word: str, called: str) -> None:
        field = LineEdit()
        field.setPlaceholderText(self.tr("Why it has to be so"))
        field.setAccessibleName(self.tr("Reason for {word}").format(word=called))
        field.textEdited.connect(lambda reason: self._accept(word, reason))
        self.reasons[word] = field
        self._form.insertRow(len(self.reasons) - 1, called, field)

    def _drop(self, word: str) -> None:
        self._form.removeRow(self.reasons.pop(word))

    def _accept(self, word: str, reason: str) -> None:
        assert self._making is not None
        self.reasons[word].setModified(False)
        layout = self._making.layout
        others = tuple(accepted for accepted in layout.accepted if accepted.word != word)
        accepted = (*others, Accepted(word, reason)) if reason.strip() else others
        self._making.take(changed(layout, accepted=accepted), run=f"reason {word}")

    def _approve(self, text: str) -> None:
        assert self._making is not None
        self.approval.setModified(False)
        self._making.take(changed(self._making.layout, approval=text), run="approval")
