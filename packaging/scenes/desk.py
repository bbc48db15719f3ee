"""The verification desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .stage import Scene, Stage, page, type_into

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def desk_answer(stage: Stage) -> None:
    """A certificate found at the verification desk, with the sentence to read."""
    stage.go("desk", "QC-2026-315-000005")


def desk_choice(stage: Stage) -> None:
    """Several that were found."""
    page = stage.go("desk")
    type_into(page.field, "远山")
    page.asking.ask_live("远山")


def desk_entered(stage: Stage) -> None:
    """A call that was entered in the log."""
    page = stage.go("desk", "QC-2026-315-000007")
    page.enter()


def desk_code(stage: Stage) -> None:
    """A label with a code to scratch off: typed, found to be the label's, checked for the first time."""
    from qc_desktop.services import demo
    from qc_desktop.trust.item_labels import hidden_code, hidden_secret

    keys = stage.window.desk.unlock(demo.PASSPHRASE)
    page = stage.go("desk", "00004-000007")
    page.results.code.field.setText(hidden_code(hidden_secret(4, keys.payload), 7))
    page.results.code.check()


def desk_suspicious(stage: Stage) -> QWidget:
    """A good label whose link very many opened."""
    page = stage.go("desk", "00003-000128")
    card: QWidget = page.results.card
    return card


SCENES: dict[str, Scene] = {
    "desk": page("desk"),
    "desk_answer": desk_answer,
    "desk_suspicious": desk_suspicious,
    "desk_unknown": page("desk", "QC-2026-315-999999"),
    "desk_choice": desk_choice,
    "desk_entered": desk_entered,
    "desk_label": page("desk", "00004-000008"),
    "desk_code": desk_code,
}
