"""The window on one office, built anew in place when its language changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop import __version__
from qc_desktop.gui.frame.favourites import Favourites
from qc_desktop.gui.frame.service import Frame
from qc_desktop.gui.idle_lock import IdleLock
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.operator import OperatorPicker
from qc_desktop.gui.restyling import BREATH_MS
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.messages import messages
from qc_desktop.services import preferences, upgrading

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.language import Language

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
)
USES = "command_uses"
"""The name under which this PC remembers how often commands were used."""


class _Deaf(QObject):
    """Lets nothing that is typed or clicked reach ``window`` any more: they are for the one that comes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _INPUT


class _Unmoved(QObject):
    """Keeps from ``window``, which is about to go, that the language changed: every widget in it would be told."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.LanguageChange


class Window(QObject):
    """Holds the present :attr:`shell`; threads, records and drafts outlive it. ``remembers`` its place on this PC.

    ``begins_anew`` says that it was left for other records: the sample for real ones, or the other way round.
    """

    def __init__(self, desk: Desk, jobs: Jobs, drafts: DraftKeeper, language: Language, lang: str) -> None:
        super().__init__()
        self.desk = desk
        self.jobs = jobs
        self.remembers = self.begins_anew = False
        self._drafts = drafts
        self._language = language
        self._lang = self._wanted = lang
        self._favourites = Favourites(preferences.remembered(desk.office.profile, USES))
        self.shell = self._build(lang)
        self.shell.start(PAGES[0].id)
        jobs.busy_changed.connect(self._on_busy, Qt.ConnectionType.QueuedConnection)

    def tell_news(self) -> None:
        """At the first start of a new version says so and where to read more; what was not saved comes first."""
        shell, profile = self.shell, self.desk.office.profile
        if shell.is_telling:
            return
        if upgrading.is_upgraded(profile):
            read = Action(self.tr("See what is new"), partial(shell.run, "whats_new"))
            shell.speaker.say(Tone.ACCENT, self.tr("Upgraded to {version}.").format(version=__version__), read)
        self.jobs.note(partial(upgrading.mark_seen, profile))

    def speak(self, lang: str) -> None:
        """Speaks ``lang`` as soon as nothing is being done; what is typed and the place are carried over."""
        self._wanted = lang
        QTimer.singleShot(0, self, self._turn)

    def _on_busy(self, busy: bool) -> None:
        if not busy:
            self._turn()

    def _insist(self, lang: str) -> None:
        self._wanted = lang
        self._turn(insists=True)

    def _turn(self, *, insists: bool = False) -> None:
        """Puts a window in the wanted language into the place of this one, unless something would be lost."""
        if self._wanted == self._lang or self.jobs.is_busy:
            return
        old = self.shell
        if old.would_lose and not insists:
            wanted, self._wanted = self._wanted, self._lang
            old.lead_to_unsaved()
            told = self.tr("Something here is not saved or finished yet. Finish it; then the language can change.")
            old.speaker.say(Tone.WARN, told, Action(self.tr("Change without saving"), partial(self._insist, wanted)))
            return
        self._lang = self._wanted
        _Unmoved(old)
        fresh = self._build(self._lang)
        fresh.take_place(old.keep_place())
        QTimer.singleShot(BREATH_MS, self, partial(self._prepare, old, fresh))

    def _prepare(self, old: Shell, fresh: Shell) -> None:
        """Makes the page at hand in ``fresh``: in a turn of its own, as what follows, so that nothing stalls."""
        if not self.jobs.is_open:  # it was closed in between
            fresh.deleteLater()
            return
        _Deaf(old)  # what is typed from here on would be lost with it
        self._drafts.flush_wanted.emit()
        self.jobs.drop_questions()
        fresh.prepare(old.whereabouts[0])
        QTimer.singleShot(BREATH_MS, self, partial(self._go_over, old, fresh))

    def _go_over(self, old: Shell, fresh: Shell) -> None:
        """Brings ``fresh`` to where ``old`` is."""
        if not self.jobs.is_open:
            fresh.deleteLater()
            return
        self.shell = fresh
        fresh.start(*old.whereabouts)
        QTimer.singleShot(BREATH_MS, self, partial(self._show, old, fresh))

    @staticmethod
    def _show(old: Shell, fresh: Shell) -> None:
        """Puts ``fresh`` into the place of ``old`` on the screen."""
        fresh.setVisible(old.isVisible())
        fresh.activateWindow()
        old.retire()

    def _build(self, lang: str) -> Shell:
        self._language.use(lang)
        words = messages(lang)
        shell = Shell(PAGES, Frame(self.desk, words), self.desk, self.jobs, words, self._drafts, self._favourites)
        picker = OperatorPicker(shell, shell.context)
        IdleLock(shell, self.desk, lambda: self.desk.lock_minutes)
        shell.operator_clicked.connect(picker.open)
        shell.language_wanted.connect(self.speak)
        shell.other_records_wanted.connect(self._begin_anew)
        shell.closing.connect(self._remember)
        return shell

    def _begin_anew(self) -> None:
        """Leaves for other records, unless work still goes on."""
        self.begins_anew = True
        self.begins_anew = self.shell.close()

    def _remember(self) -> None:
        if self.remembers:
            kept = {"window_place": self.shell.keep_place().hex(), USES: self._favourites.kept}
            preferences.remember_on_pc(self.desk.office.profile, kept)
