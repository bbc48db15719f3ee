"""What every page is given, and how every page is put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qc_desktop.gui.stylesheet import SCROLL_BAR
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets import next_field, unkept
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.foot_bar import FootBar, UnsavedBar
from qc_desktop.gui.widgets.parts import icon_button, label
from qc_desktop.gui.widgets.scroll_area import scroll_area

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.speaker import Speaker
    from qc_desktop.gui.undoing import Undoing
    from qc_desktop.gui.widgets.foot_said import FootSaid
    from qc_desktop.messages import Messages

T = TypeVar("T")
MARGIN, GAP = 24, 16
LOW_WINDOW = 500
"""Windows lower than this, in logical pixels, leave no room for air: 1366×768 at 150 % is 440 high."""
_WORKED_IN = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


@dataclass(frozen=True)
class PageContext:
    """What a page may use. ``services`` is what the page's own Protocol describes.

    ``go`` opens the page of an id, at the item of a key if one is given; ``turn_to`` turns the window to a year;
    forms keep in ``drafts`` what is typed and not saved; ``undoing`` offers Undo after a change.
    """

    services: Any
    jobs: Jobs
    speaker: Speaker
    words: Messages
    go: Callable[[str, str], None]
    turn_to: Callable[[int], None]
    drafts: DraftKeeper
    undoing: Undoing


class Page(QWidget):
    """A page: heading, actions, a body that scrolls up and down but never sideways, and a foot that stays in sight.

    ``unsaved_changed`` tells that :attr:`is_unsaved` may say something else now.
    """

    unsaved_changed = Signal()

    def __init__(self, context: PageContext, title: str) -> None:
        super().__init__()
        self.context = context
        self.year = 0
        self._year_ticket = Ticket()
        self._take: Callable[[Any], None] | None = None
        self._knows_year = False
        self._held = ""
        self._title = label(title, "title")
        self._subtitle = label("", "muted", wrap=True)
        self.head_actions = FlowLayout(gap=8)
        self.body = QVBoxLayout()
        self.foot = QVBoxLayout()
        self._lay_out()
        self.setAccessibleName(title)

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self._head = head = QHBoxLayout()
        self._back: QWidget | None = None
        head.setSpacing(GAP)
        head.addLayout(self._words, 1)
        head.addLayout(self.head_actions)
        inner = Inner()
        inner.setProperty("plain", True)
        self._column = QVBoxLayout(inner)
        self._column.addLayout(head)
        self._column.addLayout(self.body, 1)
        self._area = scroll_area(inner)
        self._area.keep_gutter()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area)
        outer.addLayout(self.foot)
        self._fit_height()

    def _fit_height(self) -> None:
        """In a low window title and subtitle share a line, where it holds both, and everything stands closer."""
        is_low = self.window().height() < LOW_WINDOW
        air, gap = (6, 8) if is_low else (16, 12)
        self._column.setContentsMargins(MARGIN, air, MARGIN - SCROLL_BAR, air)
        self._column.setSpacing(gap)
        self.body.setSpacing(gap)
        direction = QBoxLayout.Direction
        beside = is_low and self._fits_beside()
        self._words.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._words.setSpacing(GAP if beside else 2)

    def _fits_beside(self) -> bool:
        """Whether the subtitle has room in one line between the title and the actions."""
        subtitle = self._subtitle.fontMetrics().horizontalAdvance(self._subtitle.text())
        parts = (self._title.sizeHint().width(), subtitle, self.head_actions.sizeHint().width())
        return sum(parts) + 3 * GAP + 2 * MARGIN <= self.width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_height()

    def begin_at_top(self) -> None:
        """Another view of the page is shown: from its top, as another view deserves."""
        self._area.begin_at_top()

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed on this page is not saved yet."""
        return any(bar.is_unsaved for bar in self.findChildren(UnsavedBar))

    @property
    def would_lose(self) -> bool:
        """Whether closing the window would lose something that is typed or decided here and that nothing keeps."""
        return self.form_would_lose or unkept.first(self) is not None

    @property
    def form_would_lose(self) -> bool:
        """Whether a form with drafts holds something although none are kept."""
        return any(bar.is_unsaved and not bar.is_kept for bar in self.findChildren(UnsavedBar))

    @property
    def place(self) -> str:
        """The item that stands open, so that :meth:`open_item` leads there again; empty for none."""
        return ""

    @property
    def topic(self) -> str:
        """What is shown, as ``help/topics.py`` knows it; as a rule the item that stands open."""
        return self.place

    @property
    def entrance(self) -> QWidget:
        """Where work begins on the page as it stands."""
        return self

    def lead_back(self, page_id: str, title: str) -> None:
        """Offers a way back before the title, to the page ``page_id`` that this one belongs to."""
        words = self.tr("Back to {page}").format(page=title)
        self._back = icon_button("arrow-left", words, lambda: self.context.go(page_id, ""))
        self._head.insertWidget(0, self._back, 0, Qt.AlignmentFlag.AlignTop)

    def add_foot(self, bar: FootBar | FootSaid) -> None:
        """Puts ``bar`` below what scrolls."""
        self.foot.addWidget(bar)
        if isinstance(bar, UnsavedBar):
            bar.changed.connect(self.unsaved_changed)

    def lead_to_unsaved(self) -> None:
        """Brings forward what is not saved yet, what nothing keeps before the rest."""
        part = unkept.first(self)
        if part is None:
            self._lead_to_form()
        else:
            self._bring_forward(part)
            unkept.show(part)

    def _lead_to_form(self) -> None:
        """Brings forward the form in which something is not saved yet."""

    def _bring_forward(self, part: QWidget) -> None:
        """Turns to the view that holds ``part``, where the page has several."""

    def say_below_title(self, text: str) -> None:
        """Shows ``text`` below the title; without one the title stands alone."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text) and not self._title.isHidden())
        self._fit_height()

    def show_heading(self, shown: bool) -> None:
        """Shows or hides the title, for work that needs all the height of a small screen."""
        self._title.setVisible(shown)
        if self._back is not None:
            self._back.setVisible(shown)
        self._subtitle.setVisible(shown and bool(self._subtitle.text()))

    def show_year(self, year: int) -> None:
        """Turns the page to ``year``; called before the page is first shown and at every change."""
        self.year = year
        self.refresh()

    def refresh(self) -> None:
        """Asks again for what the page shows; called when something changed."""

    def ask_of_year(self, ask: Callable[[], T], take: Callable[[T], None], *, slow: bool = False) -> None:
        """Asks how the year stands; ``take`` gets the answer, unless the page asks anew before it is there.

        Items that need the answer (:meth:`needs_year`) are opened behind it. ``slow`` asks on the slow reader.
        """
        self._year_ticket.tear()
        self._knows_year, self._take = False, take
        jobs = self.context.jobs
        self._year_ticket = (jobs.report if slow else jobs.query)(ask, self._know_year)

    def _know_year(self, answer: object) -> None:
        self._knows_year = True
        if self._take is not None:
            self._take(answer)
        if self._knows_year and self._held:  # the answer may have led to a further question
            key, self._held = self._held, ""
            self.open_item(key)

    def arrive(self) -> None:
        """Called each time a person comes to the page: puts the focus where one was at work, else where work begins."""
        held = self.focusWidget()
        is_left = isinstance(held, _WORKED_IN) and held.isVisibleTo(self) and held.isEnabled()
        (held if held is not None and is_left else self.entrance).setFocus()

    def settle_focus(self) -> None:
        """What the page shows has come: where nobody did anything yet, the focus goes where work begins."""
        if self.hasFocus():
            self.entrance.setFocus()

    def come_to(self, key: str) -> None:
        """Opens the item named ``key``, as soon as the page knows what that takes."""
        if self.needs_year(key) and not self._knows_year:
            self._held = key
        else:
            self._held = ""
            self.open_item(key)

    def needs_year(self, key: str) -> bool:
        """Whether the item ``key`` means something only once it is known how the year stands."""
        return False

    def open_item(self, key: str) -> None:
        """Shows the item named ``key``, found by the global search."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter comes here from fields in which it means nothing; where this PC has it so it leads to the next one."""
        field = QApplication.focusWidget()
        if field and next_field.is_enter(event) and next_field.may_go_on(field) and self.context.services.enter_moves:
            next_field.go_on(self, field)
        else:
            super().keyPressEvent(event)


class Inner(QWidget):
    """What scrolls: as tall as its width asks for. A layout alone asks for the height of its narrowest width."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
