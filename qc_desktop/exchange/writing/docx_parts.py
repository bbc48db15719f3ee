"""What every .docx of ours shares: its language and properties, runs of Chinese text, bytes that do not change."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from qc_desktop.exchange.writing.docx_table import LATIN_FONT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

TITLE_FONT = "宋体"
_PLACE = b"<w:tbl/>"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def begun(title: str, created: dt.datetime) -> Any:
    """An empty document in Chinese; the language decides how marks stand in their squares and where lines break."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = created.replace(tzinfo=None)
    return document


def add_run(paragraph: Any, text: str, font: str, points: float) -> Any:
    """Adds ``text`` with ``font`` for its Chinese; returns the run."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.name, run.font.size = LATIN_FONT, Pt(points)
    run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run


def placeholder() -> Any:
    """Where :func:`packed` puts a table that is written beside the document."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(f"<w:tbl {nsdecls('w')}/>")


def packed(document: Any, table: Iterable[str] = ()) -> bytes:
    """The bytes of ``document``, without the moment of writing: the same content gives the same bytes.

    ``table`` are the pieces of XML that come in the place of the :func:`placeholder`.
    """
    written, target = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for entry in source.infolist():
            fresh = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            before, here, after = source.read(entry).partition(_PLACE)
            with package.open(fresh, "w") as stream:
                stream.write(before)
                for piece in table if here else ():
                    stream.write(piece.encode())
                stream.write(after)
    return target.getvalue()
