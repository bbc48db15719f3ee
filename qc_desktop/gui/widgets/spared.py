"""Which fields need no guard: what is typed in them is kept by a draft, or is for the moment."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

SPARED, KEPT, PASSING = "spared", "kept", "passing"


def kept(*parts: QWidget) -> None:
    """What is typed in ``parts`` is kept by a draft: to be said where the draft is wired."""
    _spare(parts, KEPT)


def passing(*parts: QWidget) -> None:
    """What is typed in ``parts`` is for the moment: a search, a condition, a passphrase, a confirmation."""
    _spare(parts, PASSING)


def is_spared(part: QWidget) -> bool:
    """Whether one of the two was said of ``part``."""
    return bool(part.property(SPARED))


def _spare(parts: tuple[QWidget, ...], how: str) -> None:
    for part in parts:
        part.setProperty(SPARED, how)
