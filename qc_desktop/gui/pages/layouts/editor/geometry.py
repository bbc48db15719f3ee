"""Where things snap, how they are lined up, which edge a person took hold of: all in millimetres, without a window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qc_desktop.documents.layout.extents import Extent

GRID = 1.0
"""The grid to which a dragged thing snaps where no neighbour is near, in mm."""
FINE, COARSE = 0.1, 1.0
"""What an arrow key moves, alone and with Shift, in mm."""
EDGES = ("nw", "n", "ne", "e", "se", "s", "sw", "w")
LEAST_SIDE = 1.0
LEAST_SEEN = 5.0
"""How much of what is moved stays on the page, to be taken hold of again, in mm."""


@dataclass(frozen=True)
class Snap:
    """How far to move, and the lines to which that leads."""

    dx: float
    dy: float
    across: tuple[float, ...] = ()
    down: tuple[float, ...] = ()


def lines_of(boxes: Iterable[Extent], page: tuple[float, float]) -> tuple[list[float], list[float]]:
    """The upright and level lines that things line up with: edges and middles of ``boxes`` and of the page."""
    whole = [Extent(0.0, 0.0, *page), *boxes]
    across = [at for box in whole for at in (box.x, box.x + box.width / 2, box.right)]
    down = [at for box in whole for at in (box.y, box.y + box.height / 2, box.bottom)]
    return across, down


def snapped(box: Extent, lines: tuple[Sequence[float], Sequence[float]], reach: float) -> Snap:
    """How ``box`` moves to the nearest line within ``reach`` mm, each way by itself; else to the grid."""
    dx, across = _nearest((box.x, box.x + box.width / 2, box.right), lines[0], reach)
    dy, down = _nearest((box.y, box.y + box.height / 2, box.bottom), lines[1], reach)
    return Snap(
        dx if across else _to_grid(box.x),
        dy if down else _to_grid(box.y),
        across,
        down,
    )


def _nearest(own: tuple[float, ...], lines: Sequence[float], reach: float) -> tuple[float, tuple[float, ...]]:
    gaps = [(line - at, line) for at in own for line in lines if abs(line - at) <= reach]
    if not gaps:
        return 0.0, ()
    move = min(gaps, key=lambda gap: abs(gap[0]))[0]
    return move, tuple(sorted({line for gap, line in gaps if abs(gap - move) < 1e-6}))


def _to_grid(at: float) -> float:
    return round(at / GRID) * GRID - at


def held(boxes: Iterable[Extent], dx: float, dy: float, page: tuple[float, float]) -> tuple[float, float]:
    """How far of dx, dy ``boxes`` go together: not over the page's left and upper edge, from where layouts measure,
    nor out of sight over the others. What stands there already is not drawn back."""
    corners = [(box.x, box.y) for box in boxes]
    lefts, tops = zip(*corners, strict=True)
    return _within(dx, lefts, page[0]), _within(dy, tops, page[1])


def _within(by: float, starts: Sequence[float], long: float) -> float:
    return min(max(by, min(0.0, -min(starts))), max(0.0, long - LEAST_SEEN - max(starts)))


def resized(box: Extent, edge: str, dx: float, dy: float) -> Extent:
    """``box`` with its ``edge`` (n, se, …) drawn by dx, dy; no side gets shorter than LEAST_SIDE, or over the page's
    left or upper edge."""
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    if "w" in edge:
        left = min(max(left + dx, min(0.0, left)), right - LEAST_SIDE)
    if "e" in edge:
        right = max(right + dx, left + LEAST_SIDE)
    if "n" in edge:
        top = min(max(top + dy, min(0.0, top)), bottom - LEAST_SIDE)
    if "s" in edge:
        bottom = max(bottom + dy, top + LEAST_SIDE)
    return Extent(left, top, right - left, bottom - top)


def handle_places(box: Extent) -> dict[str, tuple[float, float]]:
    """Where the handles of ``box`` are."""
    xs = {"w": box.x, "e": box.right, "": box.x + box.width / 2}
    ys = {"n": box.y, "s": box.bottom, "": box.y + box.height / 2}
    return {edge: (xs[edge.strip("ns")], ys[edge.strip("we")]) for edge in EDGES}


ALIGNMENTS = ("left", "centre", "right", "top", "middle", "bottom")


def aligned(boxes: Sequence[Extent], how: str, page: tuple[float, float]) -> list[tuple[float, float]]:
    """How far each of ``boxes`` moves so that they line up; one alone lines up with the page."""
    whole = boxes if len(boxes) > 1 else [Extent(0.0, 0.0, *page)]
    left, top = min(box.x for box in whole), min(box.y for box in whole)
    right, bottom = max(box.right for box in whole), max(box.bottom for box in whole)
    return [_to_line(box, how, (left, top, right, bottom)) for box in boxes]


def _to_line(box: Extent, how: str, around: tuple[float, float, float, float]) -> tuple[float, float]:
    left, top, right, bottom = around
    moves = {
        "left": (left - box.x, 0.0),
        "right": (right - box.right, 0.0),
        "centre": ((left + right) / 2 - box.x - box.width / 2, 0.0),
        "top": (0.0, top - box.y),
        "bottom": (0.0, bottom - box.bottom),
        "middle": (0.0, (top + bottom) / 2 - box.y - box.height / 2),
    }
    return moves[how]


def spread(boxes: Sequence[Extent], *, across: bool) -> list[tuple[float, float]]:
    """How far each of ``boxes`` moves so that the gaps between them are equal; first and last stay."""
    order = sorted(range(len(boxes)), key=lambda place: boxes[place].x if across else boxes[place].y)
    if len(order) < 3:
        return [(0.0, 0.0)] * len(boxes)
    first, last = boxes[order[0]], boxes[order[-1]]
    room = (last.x - first.right) if across else (last.y - first.bottom)
    inner = sum(boxes[place].width if across else boxes[place].height for place in order[1:-1])
    gap = (room - inner) / (len(order) - 1)
    moves = [(0.0, 0.0)] * len(boxes)
    at = first.right if across else first.bottom
    for place in order[1:-1]:
        box = boxes[place]
        moves[place] = (at + gap - box.x, 0.0) if across else (0.0, at + gap - box.y)
        at += gap + (box.width if across else box.height)
    return moves
