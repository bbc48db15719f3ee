"""What the records say by now where something is typed over them: named, so that a person can compare."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

TOLD = 40
"""So many characters of what the records say in a field are told; the whole stands there once the draft is given up."""


def said_now(changed: Mapping[str, str]) -> str:
    """What the records say in the fields ``changed``, by their labels; '' where there are none."""
    told = translate("Differing", '{field} "{text}"')
    begun = {name: text if len(text) <= TOLD else f"{text[:TOLD]}…" for name, text in changed.items()}
    said = [told.format(field=name, text=text) if text else name for name, text in begun.items()]
    fields = translate("Differing", "; ").join(said)
    return translate("Differing", "In the records now: {fields}").format(fields=fields) if said else ""


def empty() -> str:
    """Stands for what the records say in a field where they say nothing."""
    return translate("Differing", "(empty)")
