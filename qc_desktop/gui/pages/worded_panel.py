"""Reasons for wording that is kept in the records and printed: asked for while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from qc_desktop.domain.lengths import is_reason
from qc_desktop.domain.worded import Place, Worded
from qc_desktop.gui.pages.typed_reasons import ReasonsTyped, TypedReasons
from qc_desktop.gui.widgets.reasons_panel import ReasonsPanel
from qc_desktop.services.worded import Known, Reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qc_desktop.messages import Messages


class WordedPanel(ReasonsPanel):
    """Reasons belong to the wording that they were written for: those of the records are shown as long as it says so.

    What is typed stays until it is saved or given up; ``edited`` tells that it is another.
    """

    edited = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__(words)
        self._known = Known()
        self._said: list[Worded] = []
        self._earlier: list[Worded] = []
        self._reasons_typed = ReasonsTyped()
        self.reason_typed.connect(self._take)
        self.approval_typed.connect(self._approve)
        self.hide()

    def know(self, known: Known) -> None:
        """Takes what the records ``know``."""
        self._known = known

    def turn_to(self, about: str) -> None:
        """What is typed next is ``about`` another thing; what was typed about the last one stays for a return."""
        if about != self._reasons_typed.about and not self.is_typed:  # a word may be away for a key or two
            self._reasons_typed.forget(self._reasons_typed.about)
        self._reasons_typed.about = about

    def follow(self, texts: Iterable[tuple[Place, str]], *, name: str | None = None) -> None:
        """Asks for what ``texts`` want; ``name`` is the association's, where it is another than the records have."""
        own = self._known.name if name is None else name
        found = (Worded(place, text, own) for place, text in texts)
        self._said = [one for one in found if one.words or one.is_national]
        self._show()

    def follow_clauses(self, texts: Iterable[str]) -> None:
        """Asks for what clauses want, and earlier ones that pledges were signed on and nobody can reword."""
        self._earlier = [Worded(Place.CLAUSE, text, self._known.name, signed=True) for text in self._known.earlier]
        self.follow((Place.CLAUSE, text) for text in texts)

    @property
    def words(self) -> list[str]:
        """The words that want a reason still."""
        return [word for word, reason in self._reasons().items() if not is_reason(reason)]

    @property
    def is_typed(self) -> bool:
        """Whether a reason was typed for what is said now, and not saved."""
        wanted = {word for one in self._all for word in one.words}
        return bool(wanted & self._typed.words.keys()) or (self._typed.approval is not None and self._is_national)

    @property
    def given(self) -> Reasons:
        """What was typed for what is said now: what is kept stays as it is."""
        reasons = {word: reason for word, reason in self._reasons().items() if reason and word in self._typed.words}
        approval = self._approval() if self._is_national and self._typed.approval is not None else ""
        return Reasons(reasons, approval, spare=True)

    @property
    def holds_changes(self) -> bool:
        """As :attr:`is_typed`, also about what is not shown now."""
        return self.is_typed or self._reasons_typed.waits

    def typed_about(self, about: str = "") -> dict[str, Any]:
        """What is typed ``about`` it and not saved, as JSON can hold it; empty for nothing."""
        told = about != self._reasons_typed.about or self.is_typed
        return self._reasons_typed.as_values(about) if told else {}

    def put_over(self, values: Mapping[str, Any]) -> None:
        """Puts what :meth:`typed_about` gave before over what is shown."""
        self._reasons_typed.take(values)
        self._show()

    def forget(self, about: str | None = None) -> None:
        """What was typed, ``about`` something else than is shown where that is named, is saved or given up."""
        shown = self._reasons_typed.about
        self._reasons_typed.forget(shown if about is None else about)
        if about in (None, shown):
            self._show()

    @property
    def _typed(self) -> TypedReasons:
        return self._reasons_typed.typed

    @property
    def _all(self) -> list[Worded]:
        return [*self._said, *self._earlier]

    @property
    def _is_national(self) -> bool:
        return any(one.is_national for one in self._said)

    def _reasons(self) -> dict[str, str]:
        """For each word what was typed, else what is kept for every sentence that has it."""
        words = dict.fromkeys(word for one in self._all for word in one.words)
        return {word: self._typed.words.get(word, self._kept(word)).strip() for word in words}

    def _kept(self, word: str) -> str:
        having = [one.key for one in self._all if word in one.words]
        kept = [self._known.kept.get(key, Reasons()).words.get(word, "") for key in having]
        return kept[0] if all(kept) else ""

    def _approval(self) -> str:
        keys = [one.key for one in self._said if one.is_national]
        kept = [self._known.kept.get(key, Reasons()).approval for key in keys]
        typed = self._typed.approval
        return (kept[0] if kept and all(kept) else "") if typed is None else typed.strip()

    def _show(self) -> None:
        reasons, national = self._reasons(), self._is_national
        shown = {word: self._typed.words.get(word, reason) for word, reason in reasons.items()}
        typed = self._typed.approval
        approval = self._approval() if typed is None else typed
        self.ask({word: self._called(word) for word in reasons}, shown, national=national, approval=approval)
        wants = self.tr(
            "The association would answer for such words itself (Product Quality Law art. 58, Consumer Protection Law "
            "art. 45). Reword them, or write down why they are needed; without that they are neither saved nor printed."
        )
        if self._earlier:
            signed = self.tr("Pledges were signed on earlier clauses: {texts}")
            wants += "\n" + signed.format(texts=" ".join(f"“{one.text}”" for one in self._earlier))
        lacks = bool(self.words) or (national and not is_reason(self._approval()))
        self.tell(wants if lacks else "", self.tr("What was asked for is written down."))

    def _called(self, word: str) -> str:
        now = any(word in one.words for one in self._said)
        return f"“{word}”" if now else self.tr("“{word}” (earlier version)").format(word=word)

    def _take(self, word: str, reason: str) -> None:
        self._typed.words[word] = reason
        self._show()
        self.edited.emit()

    def _approve(self, text: str) -> None:
        self._typed.approval = text
        self._show()
        self.edited.emit()
