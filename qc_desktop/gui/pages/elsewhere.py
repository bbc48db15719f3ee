"""A folder that was refused comes with a safe one offered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.files import is_writable
from qc_desktop.gui.pages import places
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.pages.base import PageContext

REFUSALS = frozenset(
    {"file.denied", "file.folder_missing", "file.disk_full", "settings.no_folder", "settings.folder_read_only"}
)
"""What is said of a folder in which nothing can be written."""
NAME = "QC Desktop"


def instead(error: UserError, use: Callable[[Path], object]) -> Action | None:
    """The offer to take a folder of our own among the documents, where ``error`` is about one that cannot be used.

    None where nothing can be written there either.
    """
    folder = places.documents() / NAME
    if error.code not in REFUSALS or not is_writable(folder if folder.is_dir() else folder.parent):
        return None

    def take() -> None:
        folder.mkdir(exist_ok=True)
        use(folder)

    words = QCoreApplication.translate("Elsewhere", "Use {folder} instead")
    return Action(words.format(folder=breakable(str(folder))), take)


def offering(context: PageContext, path: Path, write: Callable[[Path], object]) -> Callable[[UserError], None]:
    """Says why ``path`` was not written, and offers to write it under its name in a safe folder."""

    def refuse(error: UserError) -> None:
        action = instead(error, lambda folder: write(places.fresh(folder / path.name)))
        context.speaker.say(Tone.BAD, context.words.of(error), action)

    return refuse
