"""What asks for a reason to stay: words that claim too much, what lies over text; the approval of a title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout import Accepted, Layout
from qc_desktop.documents.layout.covering import all_covers
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.wordlint import all_claims, lacks_approval, national_title
from qc_desktop.domain.claims import canonical
from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.widgets.reasons_panel import ReasonsPanel
from qc_desktop.services.layouts import slots

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout import Design
    from qc_desktop.gui.pages.layouts.steps import Steps
    from qc_desktop.messages import Messages


class ClaimsPanel(ReasonsPanel):
    """What is typed goes into the layout at once."""

    def __init__(self, words: Messages) -> None:
        super().__init__(words)
        self._making: Steps[Any] | None = None
        self.reason_typed.connect(self._accept)
        self.approval_typed.connect(self._approve)

    def open(self, making: Steps[Any]) -> None:
        """Follows the wording of ``making``."""
        self._making = making
        for word in list(self.reasons):
            self.drop(word)
        making.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        assert self._making is not None
        layout = self._making.layout
        claims = {claim.word: f"“{claim.word}”" for claim in all_claims(layout)}
        covers = self._covers(layout)
        kept = {canonical(accepted.word): accepted.reason for accepted in layout.accepted}
        self.ask({**claims, **covers}, kept, national=bool(national_title(layout)), approval=layout.approval)
        told = {canonical(accepted.word) for accepted in layout.accepted if accepted.is_told}
        self._tell(claims=not told.issuperset(claims), covers=not told.issuperset(covers))

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

    def _tell(self, *, claims: bool, covers: bool) -> None:
        """What wants a reason still; where every one is written, that they are."""
        assert self._making is not None
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
        self.tell("\n".join(said), self.tr("What was asked for is written down: the layout can be used."))

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
