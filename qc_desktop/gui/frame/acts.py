"""What commands do that belong to no page: colours, text size, language, backup, who works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from qc_desktop.gui import theme
from qc_desktop.gui.pages.help.topics import article_about
from qc_desktop.gui.restyling import restyle_and_breathe
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.gui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from qc_desktop.gui.ports import FrameService
    from qc_desktop.gui.shell import Shell


class Acts(QObject):
    """The acts by name, on behalf of ``shell``."""

    def __init__(self, shell: Shell, frame: FrameService) -> None:
        super().__init__(shell)
        self._shell = shell
        self._frame = frame
        self._acts: Mapping[str, Callable[[], object]] = {
            "undo": shell.undo,
            "backup_now": self._back_up,
            "unsaved": shell.show_unsaved,
            "operator": shell.operator_clicked.emit,
            "help": self._explain,
            "whats_new": lambda: shell.go("help", "whats-new"),
            "begin": self._begin,
            "theme": self._turn_colours,
            **{f"text_{size.name.lower()}": partial(self._resize, size) for size in TextSize},
            **{f"language_{lang}": partial(self._speak, lang) for lang in ("zh_CN", "en")},
        }

    def do(self, name: str) -> None:
        """Does the act ``name``. Raises KeyError for an unknown one."""
        self._acts[name]()

    def _explain(self) -> None:
        """The article about what is shown."""
        page_id, page = self._shell.whereabouts[0], self._shell.page
        self._shell.go("help", article_about(page_id, page.topic if page else ""))

    def _begin(self) -> None:
        """From the sample to real work; elsewhere there is nothing to leave."""
        self._shell.context.jobs.change(self._frame.begin, self._leave_sample)

    def _leave_sample(self, may_leave: bool) -> None:
        if may_leave:
            self._shell.speaker.open_other_records()
        else:
            self._shell.speaker.toast(self.tr("These are real records already."))

    def _back_up(self) -> None:
        self._shell.context.jobs.run(self._frame.back_up, self._say_backed_up)

    def _say_backed_up(self, name: str) -> None:
        self._shell.speaker.toast(self.tr("The backup is done: {name}").format(name=name))

    def _turn_colours(self) -> None:
        dark = theme.tokens_in_use() is not DARK
        self._wear(Theme(DARK if dark else LIGHT, theme.size_in_use()), {"theme": "dark" if dark else "light"})

    def _resize(self, size: TextSize) -> None:
        self._wear(Theme(theme.tokens_in_use(), size), {"text_size": size.name.lower()})

    def _wear(self, look: Theme, values: Mapping[str, str]) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            restyle_and_breathe(app, look)
        self._keep(values)

    def _speak(self, lang: str) -> None:
        self._keep({"language": lang})
        self._shell.speaker.speak(lang)

    def _keep(self, values: Mapping[str, str]) -> None:
        self._shell.context.jobs.change(lambda: self._frame.change(values))
