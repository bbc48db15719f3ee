"""样张、草稿: what stands across a page that is tried or only looked at, so that nobody takes it for a certificate."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.scene import Text
from qc_desktop.documents.typesetting import Line, set_line
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from qc_desktop.documents.book import Book
    from qc_desktop.documents.layout import Layout

_RAISED = 0.36
"""From the baseline to the middle of a line, in ems."""


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "specimen.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Mark:
    """A word around a middle: the operators that turn the page there, the word, where it begins in points."""

    turned: bytes
    line: Line
    x: float
    y: float
    size: float
    colour: str


def mark_across(width: float, height: float, mark: str) -> Mark:
    """``mark`` around the middle of ``width`` × ``height`` mm."""
    about = _settings()
    size, angle = min(about["size"], width / 2), math.radians(about["angle"])
    line = set_line(about["text"][mark], about["font"])
    x, y = width / 2 * POINTS_PER_MM, height / 2 * POINTS_PER_MM
    turned = math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), x, y
    operators = b"q %.4f %.4f %.4f %.4f %.2f %.2f cm\n" % turned
    return Mark(operators, line, -line.width * size / 2, -_RAISED * size, size, about["colour"])


def specimen_mark(book: Book, layout: Layout, mark: str) -> bytes:
    """The operators that show ``mark`` around the middle of a page, below everything that is drawn later."""
    made = mark_across(layout.width, layout.height, mark)
    text = Text(made.line, made.x, made.y, made.size, "mark", shared=False)
    return made.turned + book.texts([text], {"mark": made.colour}) + b"Q\n"
