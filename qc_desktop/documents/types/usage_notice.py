"""使用须知: one page for the company, on how certificate and label may be used and what they do not mean."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from qc_desktop.documents.book import Book
from qc_desktop.documents.cells import demand_glyphs
from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.scene import Text
from qc_desktop.documents.typesetting import Line, paragraph, set_line
from qc_desktop.documents.wording import fill
from qc_desktop.errors import UserError
from qc_desktop.paths import resource

FIELDS = ("holder", "number", "issuer", "issued", "expires", "hotline")
"""What the page says of a certificate; expiry and hotline may be missing."""


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "usage_notice.toml").read_text(encoding="utf-8"))


def usage_notice(fields: Mapping[str, str]) -> bytes:
    """The page as the bytes of a PDF; ``fields`` are FIELDS, days in ISO form. The same fields give the same bytes.

    Raises UserError for a character that no font prints, and where the page does not hold what it says.
    """
    about, page = _settings(), _settings()["page"]
    size = page["width"] * POINTS_PER_MM, page["height"] * POINTS_PER_MM
    setter = _Setter(page, about["style"])
    setter.lines("title", [about["title"]], "centre")
    setter.lines("about", _said(about["about"], fields))
    for section in about["section"]:
        setter.lines("heading", [section["heading"]])
        for item in _said(section["items"], fields):
            setter.lines("item", [item], indent=2.0)
    setter.lines("sign", _said(about["sign"], fields), "right")
    if setter.y < page["bottom"] * POINTS_PER_MM:
        raise UserError("documents.overfull", number=fields.get("number", ""), text=fields.get("holder", ""))
    out = io.BytesIO()
    book = Book(out, *size, about["language"])
    book.page(book.texts(setter.texts, about["style"]))
    book.finish(f"{about['title']} {fields.get('number', '')}", fields.get("issuer", ""))
    return out.getvalue()


def _said(choices: Sequence[Sequence[str]], fields: Mapping[str, str]) -> list[str]:
    """Of each choice the first phrase whose data is there."""
    filled = ([text for phrase in phrases if (text := fill(phrase, fields))] for phrases in choices)
    return [found[0] for found in filled if found]


class _Setter:
    """Puts paragraphs one below the other; ``y`` is where the last one ends, in points."""

    def __init__(self, page: Mapping[str, float], style: Mapping[str, Any]) -> None:
        self._style = style
        self._left = page["left"] * POINTS_PER_MM
        self._right = (page["width"] - page["right"]) * POINTS_PER_MM
        self.y = (page["height"] - page["top"]) * POINTS_PER_MM
        self.texts: list[Text] = []

    def lines(self, name: str, paragraphs: Sequence[str], align: str = "left", indent: float = 0.0) -> None:
        """Sets ``paragraphs`` in the style ``name``, the first line ``indent`` ems in."""
        style = self._style[name]
        self.y -= style["gap"] * POINTS_PER_MM
        for text in paragraphs:
            demand_glyphs(text, style["font"])
            for place, line in enumerate(self._broken(style, text, align, indent)):
                self.y -= style["leading"] * POINTS_PER_MM
                self._put(style["size"], line, align, indent if place == 0 else 0.0)

    def _broken(self, style: Mapping[str, Any], text: str, align: str, indent: float) -> Iterator[Line]:
        room = (self._right - self._left) / style["size"]
        if align == "left":
            yield from paragraph(text, style["font"], room, indent)
        else:
            yield set_line(text, style["font"])

    def _put(self, size: float, line: Line, align: str, indent: float) -> None:
        spare = self._right - self._left - line.width * size
        x = self._left + {"centre": spare / 2, "right": spare - 2 * size}.get(align, indent * size)
        self.texts.append(Text(line, round(x + line.lead * size, 2), round(self.y, 2), size, "ink", shared=False))
