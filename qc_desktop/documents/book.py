"""One PDF file in the making: pages, shared forms, fonts, seal and metadata."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from qc_desktop.documents.elements.base import ink
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.pdf.drawing import Drawing
from qc_desktop.documents.pdf.text import FontBook
from qc_desktop.documents.pdf.writer import PageTree, PdfWriter, literal, write_attachments, write_info

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.documents.scene import Text

_MOST_SHARED = 256

_PAGE_LEVEL = 4
"""Of deflate: at 6 a page costs an eighth more time and is 6 % smaller."""


class Book:
    """Pages of one size, in points.

    What pages share is written once, as a form that they show, with fonts of its own: in a folder of single
    certificates these fonts are then the same in every file and are made once.
    """

    def __init__(self, out: BinaryIO, width: float, height: float, language: str) -> None:
        self._writer = PdfWriter(out)
        self._resources = self._writer.reserve()
        self._pages = PageTree(self._writer, width, height, self._resources)
        self._size = (width, height)
        self._language = language
        self._fonts = FontBook(self._writer, b"F")
        self._shared_fonts = FontBook(self._writer, b"S")
        self._forms: dict[object, bytes] = {}
        self._objects: list[tuple[bytes, int]] = []
        self._states = b""
        self._attachments: list[tuple[str, bytes, bytes]] = []

    def art(self, key: object, art: Drawing) -> bytes:
        """The operators that show ``art``, written once per ``key``."""
        if key not in self._forms:
            self._forms[key] = self._register(self._form(art))
        return self._forms[key]

    def shared(self, texts: tuple[Text, ...], colours: Mapping[str, str]) -> bytes:
        """The operators that show ``texts``, written once; a text that few pages share is written as it stands."""
        key = (texts, id(colours))
        if key not in self._forms:
            if len(self._forms) >= _MOST_SHARED:
                return self.texts(texts, colours)
            packed = _deflated(_shown(self._shared_fonts, texts, colours))
            entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]/Resources %d 0 R/Filter/FlateDecode"
            number = self._writer.packed(packed, entries % (*self._size, self._resources))
            self._forms[key] = self._register(number)
        return self._forms[key]

    def texts(self, texts: Iterable[Text], colours: Mapping[str, str]) -> bytes:
        """The operators that show ``texts``."""
        return _shown(self._fonts, texts, colours)

    def page(self, content: bytes) -> None:
        """Appends a page."""
        self._pages.add(self._writer.stream(content, level=_PAGE_LEVEL))

    def image(self, width: int, height: int, rgb: bytes, alpha: bytes, *, ink: bool = True) -> bytes:
        """The operator that shows a picture in the unit square; as ``ink`` multiplied onto what lies below."""
        form = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (width, height)
        mask = self._writer.stream(alpha, form + b"/ColorSpace/DeviceGray")
        shown = self._register(self._writer.stream(rgb, form + b"/ColorSpace/DeviceRGB/SMask %d 0 R" % mask))
        if not ink:
            return shown
        self._states = b"/ExtGState<</Ink<</BM/Multiply>>>>"
        return b"/Ink gs " + shown

    def attach(self, name: str, data: bytes, subtype: bytes) -> None:
        """Embeds ``data`` as the file ``name``; ``subtype`` is its media type as a PDF name."""
        self._attachments.append((name, data, subtype))

    def finish(self, title: str, author: str) -> None:
        """Writes what belongs to the whole file."""
        writer = self._writer
        objects = b"".join(b"/%b %d 0 R" % named for named in self._objects)
        fonts = self._fonts.finish() + self._shared_fonts.finish()
        writer.put(self._resources, b"<</Font<<%b>>/XObject<<%b>>%b>>" % (fonts, objects, self._states))
        entries = b"/Pages %d 0 R/Lang%b/ViewerPreferences<</DisplayDocTitle true>>%b"
        root = entries % (self._pages.finish(), literal(self._language), write_attachments(writer, self._attachments))
        writer.finish(writer.add(b"<</Type/Catalog" + root + b">>"), write_info(writer, title, author))

    def _register(self, number: int) -> bytes:
        name = b"X%d" % (len(self._objects) + 1)
        self._objects.append((name, number))
        return b"/%b Do\n" % name

    def _form(self, art: Drawing) -> int:
        parts = b"".join(b"/%b %d 0 R" % (name.encode(), self._form(part)) for name, part in art.parts.items())
        entries = b"/Type/XObject/Subtype/Form/BBox[%.2f %.2f %.2f %.2f]" % _grown(art.box)
        packed = _deflated(art.operators)
        return self._writer.packed(packed, entries + b"/Resources<</XObject<<%b>>>>/Filter/FlateDecode" % parts)


def _shown(fonts: FontBook, texts: Iterable[Text], colours: Mapping[str, str]) -> bytes:
    parts = [b"BT\n"]
    colour = ""
    for text in texts:
        if text.colour != colour:
            colour = text.colour
            parts.append(drawing.fill(ink(colours, colour)))
        parts.append(fonts.show(text.line, text.x, text.y, text.size, turned=text.turned))
    return b"".join([*parts, b"ET\n"])


@lru_cache(maxsize=64)
def _deflated(data: bytes) -> bytes:
    """Kept, because in a folder of single certificates every file holds the same."""
    return zlib.compress(data, 9)


def _grown(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """``box`` with room for the width of its lines."""
    return box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1
