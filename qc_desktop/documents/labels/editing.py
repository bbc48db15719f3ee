"""The layout of labels changed, class by class and line by line; lines count from above, as one reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.labels.layout import WORDS, HiddenBox, LabelLine
from qc_desktop.documents.layout.editing import changed

if TYPE_CHECKING:
    from qc_desktop.documents.labels.layout import LabelClass, LabelLayout

_LEAST_LABEL, _SMALLER = 20.0, 0.9
NEW_HIDDEN = HiddenBox(size=5.5, after=0.4)


def class_called(layout: LabelLayout, name: str) -> LabelClass:
    """The class called ``name``, else the first."""
    return next((one for one in layout.classes if one.name == name), layout.classes[0])


def with_class(layout: LabelLayout, name: str, **values: Any) -> LabelLayout:
    """``layout`` whose class ``name`` has other values."""
    return changed(layout, classes=tuple(replace(one, **values) if one.name == name else one for one in layout.classes))


def with_new_class(layout: LabelLayout, name: str) -> tuple[LabelLayout, str]:
    """``layout`` with a class for labels somewhat smaller than those of ``name``, set like them; and its name.

    It comes before the first that would take all its labels.
    """
    one = class_called(layout, name)
    taken = {known.name for known in layout.classes}
    called = next(made for made in (f"size{number}" for number in range(1, len(taken) + 2)) if made not in taken)
    least = (max(_LEAST_LABEL, round(one.width * _SMALLER, 1)), max(_LEAST_LABEL, round(one.height * _SMALLER, 1)))
    new = replace(one, name=called, width=least[0], height=least[1])
    classes = list(layout.classes)
    taking = (at for at, known in enumerate(classes) if known.width <= least[0] and known.height <= least[1])
    classes.insert(next(taking, len(classes)), new)
    return changed(layout, classes=tuple(classes)), called


def without_class(layout: LabelLayout, name: str) -> LabelLayout:
    """``layout`` without the class ``name``."""
    return changed(layout, classes=tuple(one for one in layout.classes if one.name != name))


def with_line(layout: LabelLayout, name: str, place: int, **values: Any) -> LabelLayout:
    """``layout`` whose class ``name`` has other values in its line at ``place``."""
    one = class_called(layout, name)
    lines = list(one.lines)
    lines[place] = replace(lines[place], **values)
    return _lines(layout, one, lines, len(one.top))


def moved(layout: LabelLayout, name: str, place: int, down: int) -> tuple[LabelLayout, int]:
    """``layout`` whose line at ``place`` goes one down or up (-1), and where it is then.

    The last from the top goes down to the foot, and the uppermost at the foot up to the top, before it passes another.
    """
    one = class_called(layout, name)
    lines, top = list(one.lines), len(one.top)
    if down > 0 and place == top - 1:
        return _lines(layout, one, lines, top - 1), place
    if down < 0 and place == top:
        return _lines(layout, one, lines, top + 1), place
    to = place + down
    if not 0 <= to < len(lines):
        return layout, place
    lines.insert(to, lines.pop(place))
    return _lines(layout, one, lines, top), to


def without_line(layout: LabelLayout, name: str, place: int) -> LabelLayout:
    """``layout`` whose class ``name`` has no line at ``place``."""
    one = class_called(layout, name)
    lines = [line for at, line in enumerate(one.lines) if at != place]
    return _lines(layout, one, lines, len(one.top) - (place < len(one.top)))


def free_words(one: LabelClass) -> tuple[str, ...]:
    """The words for which the class has no line."""
    return tuple(word for word in WORDS if word not in {line.word for line in one.lines})


def with_new_line(layout: LabelLayout, name: str, word: str) -> tuple[LabelLayout, int]:
    """``layout`` with a line for ``word``, the last from the top, set like its neighbour; and where it stands."""
    one = class_called(layout, name)
    lines, top = list(one.lines), len(one.top)
    like = next((known.lines for known in layout.classes for line in known.lines if line.word == word), one.lines)
    line = next((line for line in like if line.word == word), like[0] if like else _PLAIN)
    lines.insert(top, replace(line, word=word, size=_size(one, line), least=min(line.least, _size(one, line))))
    return _lines(layout, one, lines, top + 1), top


_PLAIN = LabelLine(word="lot", font="sans", size=6.0, least=5.0, after=0.4)


def _size(one: LabelClass, line: LabelLine) -> float:
    """A line taken over from another class is no larger than what is set already."""
    return min([line.size, *(known.size for known in one.lines)])


def _lines(layout: LabelLayout, one: LabelClass, lines: list[LabelLine], top: int) -> LabelLayout:
    return with_class(layout, one.name, top=tuple(lines[:top]), bottom=tuple(reversed(lines[top:])))
