"""The window put together: profile, lock, records, look, language, threads, shell."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError
from qc_desktop.memory import be_modest
from qc_desktop.messages import LANGUAGES, Messages, messages, system_language
from qc_desktop.paths import Profile, default_profile, resource

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile
    from PySide6.QtWidgets import QApplication

    from qc_desktop.gui.theme import Theme
    from qc_desktop.gui.window import Window

PICTURE_SIZE = (1366, 728)
"""The size of the pages in pictures: an office PC's screen without its task bar."""
BEGIN_ANEW = -1
"""In place of an exit status: the window was left to open other records."""
COLLECT_EVERY = 20_000
"""How many more things than before let a start look for rubbish; see ``gui/collecting.py`` for what comes later."""
TURN_S = 0.001
"""How long a thread that computes keeps the window waiting for its turn (Python's own figure is 0.005): the window's
thread gives its turn away at many calls of Qt, and asks for it again after each.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the window and runs until it is closed; returns the exit status.

    Where there are no records yet it asks how to begin; going over from sample data to real work asks again.
    """
    options = _options(arguments)
    root = Profile((options.profile or default_profile()).absolute())
    app = application()
    try:
        lock = _lock(root)  # before anything is asked: two windows would both set the records up
    except UserError as problem:
        _refuse(messages(options.lang or _language(root)).of(problem))
        return 1
    try:
        return _begin(app, root, options.lang)
    finally:
        lock.unlock()


def _begin(app: QApplication, root: Profile, wanted: str | None) -> int:
    """One window after the other on the records in ``root``, whose lock is held; returns the exit status."""
    while True:
        lang = wanted or _language(root)
        profile = _chosen(app, root, lang)
        if profile is None:
            return 0
        status = _open(app, profile, messages(lang), is_locked=profile == root)
        if status != BEGIN_ANEW:
            return status


def _chosen(app: QApplication, root: Profile, lang: str) -> Profile | None:
    """The records to open; None where the person was asked and gave no answer."""
    from qc_desktop.services import first_run

    known = first_run.chosen(root)
    if known is not None:
        return known
    from qc_desktop.gui.first_run.asking import ask

    return ask(app, root, lang)


def _open(app: QApplication, profile: Profile, words: Messages, *, is_locked: bool = False) -> int:
    """One window on ``profile``, behind its lock; returns the exit status, or BEGIN_ANEW."""
    try:
        lock = None if is_locked else _lock(profile)
    except UserError as problem:
        _refuse(words.of(problem))
        return 1
    try:
        return _run(app, profile, words.lang)
    except UserError as problem:
        return _run(app, profile, words.lang) if _recovered(profile, problem, words) else 1
    finally:
        if lock is not None:
            lock.unlock()


def _run(app: QApplication, profile: Profile, lang: str) -> int:
    """The window from its first moment to its last; returns the exit status, or BEGIN_ANEW."""
    with opened(app, profile, lang) as window:
        _show(window)
        _after_show(window)
        status = app.exec()
        return BEGIN_ANEW if window.begins_anew else status


def _show(window: Window) -> None:
    """Shows the window where it was left, the first time over the whole screen."""
    from qc_desktop.services import preferences

    shell, profile = window.shell, window.desk.office.profile
    window.remembers = True
    place = preferences.remembered(profile, "window_place", "")
    if place:
        shell.take_place(bytes.fromhex(place))
        shell.show()
    else:
        shell.showMaximized()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="qc-desktop")
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES)
    return parser.parse_args(arguments)


def _language(profile: Profile) -> str:
    from qc_desktop.services import preferences

    return preferences.pc_value(profile, "language") or system_language()


def _recovered(profile: Profile, problem: UserError, words: Messages) -> bool:
    """Where the records are damaged: offers the newest good backup; whether it now stands in their place."""
    from PySide6.QtWidgets import QMessageBox

    from qc_desktop.domain.progress import finish
    from qc_desktop.services import backups

    newest = backups.newest_good(profile) if problem.code == "store.damaged" else None
    if newest is None:
        _refuse(words.of(problem))
        return False
    question = (
        words.of(problem) + "\n\n" + words.text("window.recover", day=newest.day.isoformat(), name=newest.path.name)
    )
    if QMessageBox.question(None, "QC Desktop", question) != QMessageBox.StandardButton.Yes:
        return False
    finish(backups.recovering(profile, newest.path)).close()
    return True


def application(*, on_screen: bool = True) -> QApplication:
    """The one QApplication, made if there is none; without a screen, or not ``on_screen``, it draws into memory."""
    be_modest()
    sys.setswitchinterval(TURN_S)
    gc.set_threshold(COLLECT_EVERY, 3, 100_000)  # before the imports: nearly all that a start makes stays
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QIcon
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    atexit.register(gc.freeze)  # nor is it looked through once more at the end
    has_screen = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not (on_screen and has_screen):  # a screen that is named and not there would end the process
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("QC Desktop")
    app.setWindowIcon(QIcon(str(resource("icons", "award.svg"))))
    return app


def _lock(profile: Profile) -> QLockFile:
    """The lock that keeps a profile to one window. Raises UserError where another holds it."""
    from PySide6.QtCore import QLockFile

    try:
        profile.root.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError("store.folder_denied", folder=profile.root, safe=Path.home() / "QC Desktop") from problem
    lock = QLockFile(str(profile.root / "window.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() is not QLockFile.LockError.LockFailedError:
            raise UserError("settings.folder_read_only", path=profile.root)
        raise UserError("window.open_already", pc=lock.getLockInfo()[1] or "?", folder=profile.root)
    return lock


@contextmanager
def opened(app: QApplication, profile: Profile, lang: str) -> Iterator[Window]:
    """A window on the records of ``profile`` in ``lang``; its threads and the records are closed afterwards."""
    from qc_desktop.gui import theme
    from qc_desktop.gui.collecting import Collecting
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.language import Language
    from qc_desktop.gui.window import Window
    from qc_desktop.services import preferences
    from qc_desktop.services.office import open_office

    desk = Desk(open_office(profile, preferences.pc_value(profile, "operator")))
    jobs, drafts = Jobs(profile.logs), DraftKeeper(profile.drafts)
    collecting = Collecting(jobs)
    try:
        theme.apply(app, _theme(profile))
        yield Window(desk, jobs, drafts, Language(app), lang)
    finally:
        collecting.close()
        drafts.close()
        jobs.close()
        desk.lock()
        desk.office.close()


def _theme(profile: Profile) -> Theme:
    from qc_desktop.gui.theme import TextSize, Theme
    from qc_desktop.gui.tokens import DARK, LIGHT
    from qc_desktop.services import preferences

    dark = preferences.pc_value(profile, "theme") == "dark"
    size = TextSize[str(preferences.pc_value(profile, "text_size")).upper()]
    return Theme(DARK if dark else LIGHT, size)


def _after_show(window: Window) -> None:
    """What can wait until the window is there: today's backup, a look at the register, what the other pages need."""
    from qc_desktop.gui.crash import exception_hook
    from qc_desktop.gui.frame import moved_on, register_watch
    from qc_desktop.gui.frame.sheet_offer import SheetOffer
    from qc_desktop.gui.tidying import Tidying
    from qc_desktop.gui.warmup import WarmUp
    from qc_desktop.services import backups, second_copy

    desk, jobs = window.desk, window.jobs

    def copy() -> None:
        jobs.aside(lambda: second_copy.daily(desk.office))

    gc.freeze()  # what stands now stays: later collections pass over it and do not hold the window up
    sys.excepthook = exception_hook(desk.office.profile.logs, jobs.crashed.emit, jobs.failed.emit)
    jobs.run(lambda: backups.daily(desk.office), lambda _: copy())
    register_watch.watch(window.shell, desk, jobs)
    SheetOffer(window.shell, desk, jobs)
    Tidying(application(), jobs)
    moved_on.tell(window.shell, desk.office.profile)
    window.tell_news()
    WarmUp(jobs, window.shell.page_ids, lambda page_id: window.shell.prepare(page_id)).go_on()


def _refuse(sentence: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    QMessageBox.critical(None, "QC Desktop", sentence)


def take_screenshots(profile: Profile, folder: Path, lang: str) -> list[Path]:
    """Pictures of every page on the records of ``profile``, as PNG files in ``folder``."""
    from qc_desktop.gui.screenshots import grab_pages

    app = application(on_screen=False)
    with opened(app, profile, lang) as window:
        window.shell.resize(*PICTURE_SIZE)
        window.shell.show()
        pictures = grab_pages(window.shell, folder)
        window.shell.leave()
    return pictures
