"""The window that asks how to begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap


STEPS = ("ways", "set_up", "bring")


def first_run(
    profile_folder: Path, lang: str, theme_name: str, text_size: str, size: tuple[int, int]
) -> Iterator[tuple[str, QPixmap]]:
    """The window that asks how to begin, step by step."""
    from PySide6.QtWidgets import QApplication

    from qc_desktop.app import application
    from qc_desktop.gui import theme
    from qc_desktop.gui.first_run.window import FirstRun
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.language import Language
    from qc_desktop.gui.screenshots import grab, wait_until
    from qc_desktop.gui.tokens import DARK, LIGHT
    from qc_desktop.messages import messages
    from qc_desktop.paths import Profile

    language = Language(application(on_screen=False))
    language.use(lang)
    theme.apply(
        QApplication.instance(), theme.Theme(DARK if theme_name == "dark" else LIGHT, theme.TextSize[text_size.upper()])
    )
    jobs = Jobs(profile_folder / "logs")
    window = FirstRun(Profile(profile_folder), jobs, messages(lang))
    window.resize(min(size[0], 880), min(size[1], 560))
    window.show()
    for name in STEPS:  # turned to, not asked for: the way with a moving file opens the system's own dialog
        window.stack.setCurrentWidget(getattr(window, name))
        wait_until(lambda: not jobs.is_asking)
        yield name, grab(window)
    window.close()
    window.deleteLater()
    language.clear()
