"""样张、草稿: what stands across a page that is tried or only looked at, so that nobody takes it for a certificate."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.scene import Text
from qc_desktop.documents.typesetting import set_line
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from qc_desktop.documents.book import Book
    from qc_desktop.documents.layout import Layout

_RAISED = 0.36
"""From the baseline to the middle of a line, in ems."""


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "specimen.toml").read_text(encoding="utf-8"))


def specimen_mark(book: Book, layout: Layout, mark: str) -> bytes:
    """The operators that show ``mark`` around the middle of a page, below everything that is drawn later."""
    about = _settings()
    size, angle = min(about["size"], layout.width / 2), math.radians(about["angle"])
    line = set_line(about["text"][mark], about["font"])
    text = Text(line, -line.width * size / 2, -_RAISED * size, size, "mark", shared=False)
    x, y = layout.width / 2 * POINTS_PER_MM, layout.height / 2 * POINTS_PER_MM
    turned = math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), x, y
    return b"q %.4f %.4f %.4f %.4f %.2f %.2f cm\n" % turned + book.texts([text], {"mark": about["colour"]}) + b"Q\n"
