"""使用须知: one page for the company, on how certificate and label may be used and what they do not mean."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts import NO_OTHERS
from qc_desktop.documents.letters import Area, Words, draw, set_letter
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.documents.wording import fill
from qc_desktop.errors import UserError
from qc_desktop.paths import resource

FIELDS = ("holder", "number", "issuer", "issued", "expires", "hotline")
"""What the page says of a certificate; expiry and hotline may be missing."""


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "usage_notice.toml").read_text(encoding="utf-8"))


def usage_notice(fields: Mapping[str, str], fonts: Mapping[str, str] = NO_OTHERS) -> bytes:
    """The page as the bytes of a PDF; ``fields`` are FIELDS, days in ISO form, ``fonts`` an office's specs by name.

    The same fields give the same bytes. Raises UserError for a character that no font prints, and where the page does
    not hold what it says.
    """
    about, page = _settings(), _settings()["page"]
    size = page["width"] * POINTS_PER_MM, page["height"] * POINTS_PER_MM
    sections = (_section(section, fields) for section in about["section"])
    parts = [
        Words("title", [about["title"]], "centre"),
        Words("about", _said(about["about"], fields)),
        *(part for section in sections for part in section),
        Words("sign", _said(about["sign"], fields), "right"),
    ]
    area = Area(page, about["style"], fonts)
    pages = set_letter(area, parts)
    if len(pages) > 1:
        raise UserError("documents.overfull", number=fields.get("number", ""), text=fields.get("holder", ""))
    out = io.BytesIO()
    book = Book(out, *size, about["language"])
    book.page(draw(book, pages[0], area, about["style"]))
    book.finish(f"{about['title']} {fields.get('number', '')}", fields.get("issuer", ""))
    return out.getvalue()


def _section(section: Mapping[str, Any], fields: Mapping[str, str]) -> Iterator[Words]:
    yield Words("heading", [section["heading"]])
    for item in _said(section["items"], fields):
        yield Words("item", [item], indent=2.0)


def _said(choices: Sequence[Sequence[str]], fields: Mapping[str, str]) -> list[str]:
    """Of each choice the first phrase whose data is there."""
    filled = ([text for phrase in phrases if (text := fill(phrase, fields))] for phrases in choices)
    return [found[0] for found in filled if found]
