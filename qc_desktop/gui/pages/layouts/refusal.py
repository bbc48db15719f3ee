"""Why a layout at work cannot be shown, saved or used, in words that name what a person sees of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.documents.layout import Layout
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.pages.layouts.keys import REASONED
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.layouts import slots

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout import Design
    from qc_desktop.domain.findings import Finding
    from qc_desktop.gui.widgets.message_bar import MessageBar
    from qc_desktop.gui.widgets.parts import Action
    from qc_desktop.messages import Messages

_ENTRY = "documents.layout_entry"
_WORDED = ("words", "phrases")
_OF_LAYOUT = ("layout.no_room", "layout.brace", "layout.word_empty")


def place_of(problem: Finding | UserError) -> str:
    """What of a layout ``problem`` is about, as a layout names it: ``words.title``, an element, a value of one."""
    if isinstance(problem, UserError):
        return str(problem.params.get("place") or problem.params.get("entry", ""))
    return problem.field


def word_of(problem: Finding | UserError, layout: Design) -> str:
    """The word (``words.title``) or phrase that it is about; empty where it is none of these."""
    place = place_of(problem)
    group, _, name = place.partition(".")
    return place if group in _WORDED and name in getattr(layout, group) else ""


def element_of(problem: Finding | UserError, layout: Design) -> Element | None:
    """The element that it is about, itself or a part of it."""
    if not isinstance(layout, Layout):
        return None
    name = place_of(problem).partition(".")[0]
    parts = {part.id: one for one in layout.elements for part in getattr(one, "part", ())}
    return next((one for one in layout.elements if one.id == name), parts.get(name))


def words_of(problem: UserError, layout: Design, words: Messages) -> str:
    """The sentence of ``problem``; a value of an element is named as the editor names it."""
    element = element_of(problem, layout) if problem.code == _ENTRY else None
    if element is None:
        return words.of(problem)
    told = QCoreApplication.translate("LayoutNames", "“{name}”: “{value}” cannot be so. Change it.")
    value = str(problem.params["entry"]).rpartition(".")[2]
    called = names.called(element, slots.names(layout, words))
    given = getattr(element, value, None) if problem.params["entry"] == f"{element.id}.{value}" else None
    if isinstance(given, float):  # of a part, a list or a choice the sentence says only which it is
        told = QCoreApplication.translate("LayoutNames", "“{name}”: “{value}” is {given}, which cannot be. Change it.")
        return told.format(name=called, value=names.said(names.FIELDS, value), given=f"{given:g}")
    return told.format(name=called, value=names.said(names.FIELDS, value))


def lies_in_layout(problem: UserError) -> bool:
    """Whether another layout, put right, would not be refused for it: a copy of this one would."""
    return problem.code.startswith(("documents.", "preflight.", *_OF_LAYOUT))


class Refusal:
    """Says on ``bar`` why a layout was refused; what lies in the layout itself is said until that is changed."""

    def __init__(self, bar: MessageBar, words: Messages) -> None:
        self._bar, self._words = bar, words
        self._blamed = ""

    def say(self, problem: UserError, layout: Design, told: str, *actions: Action) -> None:
        """Fills the sentence of ``problem`` into ``told`` as ``{why}``; with one or two ``actions``."""
        self._blamed = layout.sha256 if lies_in_layout(problem) or problem.code in REASONED else ""
        first, second = (*actions, None, None)[:2]
        self._bar.say(Tone.BAD, told.format(why=words_of(problem, layout, self._words)), first, second)

    def follow(self, layout: Design) -> None:
        """``layout`` is at work now."""
        if self._blamed not in ("", layout.sha256):
            self._blamed = ""
            self._bar.clear()
