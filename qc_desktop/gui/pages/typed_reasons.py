"""Reasons that are being typed, each lot about its own thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass
class TypedReasons:
    """By word why it stands; ``approval`` is None while nobody touched it."""

    words: dict[str, str] = field(default_factory=dict)
    approval: str | None = None

    def __bool__(self) -> bool:
        return bool(self.words) or self.approval is not None


class ReasonsTyped:
    """What is ``typed`` now, and what was typed about other things and waits for a return to them."""

    def __init__(self) -> None:
        self.about = ""
        self._all: dict[str, TypedReasons] = {}

    @property
    def typed(self) -> TypedReasons:
        """About what is shown."""
        return self._all.setdefault(self.about, TypedReasons())

    @property
    def waits(self) -> bool:
        """Whether something was typed about what is not shown."""
        return any(typed for about, typed in self._all.items() if about != self.about)

    def forget(self, about: str) -> None:
        """What was typed ``about`` it is saved or given up."""
        self._all.pop(about, None)

    def as_values(self, about: str) -> dict[str, Any]:
        """What was typed ``about`` it, as JSON can hold it; empty for nothing."""
        typed = self._all.get(about, TypedReasons())
        return {"words": dict(typed.words), "approval": typed.approval} if typed else {}

    def take(self, values: Mapping[str, Any]) -> None:
        """Takes what :meth:`as_values` gave before for typed now, but for what is typed since."""
        typed = self.typed
        typed.words = {**values.get("words", {}), **typed.words}
        if typed.approval is None:
            typed.approval = values.get("approval")
