"""The stacked middle of a certificate: statement, what it covers, clauses; shrunk until it fits its region."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.layout import POINTS_PER_MM, Layout, Place
from qc_desktop.documents.scene import Text, fit_block, in_points, justified, put
from qc_desktop.documents.typesetting import Block, OverfullError, paragraph, set_line
from qc_desktop.documents.wording import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_FIRST_BASELINE = 0.74
"""The first baseline lies this part of a line below the top of its block."""
_COLUMN_GAP = 1.2


@dataclass(frozen=True)
class Statement:
    """A statement in the order in which it reads: what opens it, the name, the code, and the rest."""

    opening: str
    holder: str
    code: str
    body: str


@dataclass(frozen=True)
class Part:
    """One block of the stack: texts set as if its first baseline lay on the page's upper edge; millimetres."""

    gap: float
    leading: float
    rows: int
    texts: tuple[Text, ...]


Lists: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def flow(
    layout: Layout,
    statement: Statement,
    clauses: tuple[str, ...],
    products: tuple[str, ...],
    standards: tuple[str, ...],
) -> list[Text]:
    """The texts of the region. Raises OverfullError, naming the longest value, where the smallest sizes do not fit."""
    room = layout.flow.bottom - layout.flow.top
    for scale in _SCALES:
        parts = _parts(layout, scale, statement, (clauses, products, standards))
        if sum(part.gap + part.leading * part.rows for part in parts) <= room:
            return _stack(layout, parts, room)
    longest = "pledge_text" if sum(map(len, clauses)) > len(statement.body) else "statement"
    raise OverfullError(longest, "".join(clauses) if longest == "pledge_text" else statement.body)


def _parts(layout: Layout, scale: float, statement: Statement, lists: Lists) -> list[Part]:
    clauses, products, standards = lists
    makers: dict[str, Callable[[], Part | None]] = {
        "opening": lambda: _sentence(layout, "opening", statement.opening, scale),
        "holder": lambda: _fitted(layout, "holder", statement.holder),
        "code": lambda: _fitted(layout, "code", statement.code),
        "body": lambda: _sentence(layout, "body", statement.body, scale),
        "covered": lambda: _covered(layout, products, standards, scale),
        "clauses": lambda: _clauses(layout, clauses, scale),
    }
    made = [makers[name]() for name in layout.flow.order]
    return [part for part in made if part is not None]


def _stack(layout: Layout, parts: list[Part], room: float) -> list[Text]:
    """Distributes the spare room over the gaps, in proportion."""
    spare = room - sum(part.gap + part.leading * part.rows for part in parts)
    stretch = 1 + spare / (sum(part.gap for part in parts) or 1.0)
    top = layout.flow.top
    texts: list[Text] = []
    for part in parts:
        top += part.gap * stretch
        drop = (top + _FIRST_BASELINE * part.leading) * POINTS_PER_MM
        texts += [Text(t.line, t.x, round(t.y - drop, 2), t.size, t.colour, t.shared) for t in part.texts]
        top += part.leading * part.rows
    return texts


def _scaled(place: Place, scale: float) -> Place:
    """``place`` with its size scaled down, not below its least size, and its leading in proportion."""
    size = max(round(place.size * scale, 2), place.least)
    return replace(place, y=0.0, size=size, leading=place.leading * (0.25 + 0.75 * size / place.size))


def _part(layout: Layout, place: Place, block: Block, shared: bool) -> Part:
    return Part(place.gap, place.leading, len(block.lines), tuple(put(layout, place, block, shared)))


@for_a_batch(256)
def _sentence(layout: Layout, name: str, text: str, scale: float) -> Part | None:
    if not text:
        return None
    place = _scaled(layout.places[name], scale)
    return _part(layout, place, justified(place, text, place.size), shared=True)


def _fitted(layout: Layout, name: str, text: str) -> Part | None:
    if not text:
        return None
    place = replace(layout.places[name], y=0.0)
    return _part(layout, place, fit_block(place, text, "uscc" if name == "code" else name), shared=False)


@for_a_batch(256)
def _covered(layout: Layout, products: tuple[str, ...], standards: tuple[str, ...], scale: float) -> Part | None:
    place = _scaled(layout.places["covered"], scale)
    width = in_points(place) / place.size - place.indent
    rows = [
        _list_or_count(layout, name, items, place.font, width)
        for name, items in (("products", products), ("standards", standards))
        if items
    ]
    if not rows:
        return None
    texts: list[Text] = []
    for number, row in enumerate(rows):
        below = replace(place, y=number * place.leading)
        texts += put(layout, below, Block(place.size, (set_line(row, place.font),)), shared=False)
    return Part(place.gap, place.leading, len(rows), tuple(texts))


def _list_or_count(layout: Layout, name: str, items: Sequence[str], font: str, width: float) -> str:
    """The items of a short list, the number of a long one. ``width`` in ems."""
    listed = fill(layout.words[f"{name}_list"], {"items": "、".join(items)}) or ""
    if set_line(listed, font).width <= width:
        return listed
    return fill(layout.words[f"{name}_count"], {"count": len(items)}) or ""


@lru_cache(maxsize=64)
def _clauses(layout: Layout, clauses: tuple[str, ...], scale: float) -> Part | None:
    """The clauses with their ordinals, in as many columns as they fit."""
    if not clauses:
        return None
    place = _scaled(layout.places["clauses"], scale)
    columns = next((count for count in (3, 2) if _fits(place, clauses, count)), 1)
    texts: list[Text] = []
    row = 0
    for number, clause in enumerate(clauses):
        at = replace(
            place,
            x=place.x + place.width / columns * (number % columns),
            y=row * place.leading,
            width=place.width / columns,
        )
        lines = list(_clause(layout, at, number, clause))
        texts += lines
        if columns == 1:
            row += len({text.y for text in lines})
        elif number % columns == columns - 1 or number == len(clauses) - 1:
            row += 1
    return Part(place.gap, place.leading, row, tuple(texts))


def _fits(place: Place, clauses: tuple[str, ...], columns: int) -> bool:
    room = in_points(place) / columns / place.size - 1.6 - _COLUMN_GAP
    return all(set_line(clause, place.font).width <= room for clause in clauses)


def _clause(layout: Layout, at: Place, number: int, clause: str) -> Iterator[Text]:
    """An ordinal, Chinese up to ten, and the clause beside it."""
    ordinals = layout.words["ordinals"]
    ordinal = ordinals[number] if number < len(ordinals) else str(number + 1)
    beside = replace(at, x=at.x + 1.6 * at.size / POINTS_PER_MM, width=at.width - 1.6 * at.size / POINTS_PER_MM)
    marked = replace(at, colour="accent", font="serif_bold")
    yield from put(layout, marked, Block(at.size, (set_line(ordinal, marked.font),)))
    yield from put(layout, beside, Block(at.size, paragraph(clause, at.font, in_points(beside) / at.size)))
