"""The side of a font's check that runs in the killable process: what a font says of itself, and a trial print."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path
from typing import Any

_TRIED = 60
_SHOWN = "#000000"
_FAMILY, _STYLE, _BETTER_FAMILY, _BETTER_STYLE = 1, 2, 16, 17
_LONGEST = 60
_COMMON = "0123456789AZaz（）《》，。、国质量诚信承诺公司示例青禾"
_LANGUAGES = ("zh-cn", "zh", "en", None)


def answer(path: str) -> tuple[str, Any]:
    """("font", what it says: family, style, postscript, characters), ("empty", None), ("damaged", None)."""
    from qc_desktop.documents.fonts.files import postscript_name
    from qc_desktop.documents.fonts.glyphs import face, file_spec
    from qc_desktop.errors import UserError

    try:
        spec = file_spec(Path(path))
        source = face(spec).source
        known = sorted(chr(code) for code in source.unicodes if not unicodedata.category(chr(code)).startswith("C"))
        drawn = [char for char in known if not char.isspace()]
        if not drawn:
            return "empty", None
        if not 16 <= source.upem <= 16384 or not _prints(drawn[:: len(drawn) // _TRIED + 1], spec):
            return "damaged", None
        family, style = _said(source, _BETTER_FAMILY, _FAMILY), _said(source, _BETTER_STYLE, _STYLE)
    except (UserError, OSError, ValueError, RuntimeError, MemoryError, OverflowError):
        return "damaged", None
    called = {"family": family or postscript_name(source), "style": style, "postscript": postscript_name(source)}
    return "font", {**called, "characters": len(known), "widths": _widths(face(spec))}


def _widths(printed: Any) -> str:
    """How wide common characters are, in thousandths of an em; those that it has not are left out."""
    return " ".join(f"{round(printed.advances[char] * 1000)}" if printed.has(char) else "-" for char in _COMMON)


def _said(source: Any, *ids: int) -> str:
    from qc_desktop.domain.text import clean

    names = (source.get_name(number, language) for number in ids for language in _LANGUAGES)
    return next((clean(name)[:_LONGEST] for name in names if name and clean(name)), "")


def _prints(characters: list[str], spec: str) -> bool:
    """Whether a page of ``characters`` shows anything: what a printer gets is tried, not only what the tables say."""
    from qc_desktop.documents import pdfium
    from qc_desktop.documents.book import Book
    from qc_desktop.documents.scene import Text
    from qc_desktop.documents.typesetting import set_line

    out = io.BytesIO()
    book = Book(out, 600, 100, "zh-CN")
    book.page(book.texts([Text(set_line("".join(characters), spec), 10, 50, 9, "ink")], {"ink": _SHOWN}))
    book.finish("", "")
    with pdfium.document(out.getvalue()) as opened, pdfium.page_of(opened, 0) as page:
        return bool((pdfium.grey_pixels(page, 150) < 128).any())
