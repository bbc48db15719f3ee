"""A layout tried out before anything is made from it: whether anybody could be issued a page of it at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.composing import compose_pages, lettered
from qc_desktop.documents.fonts.glyphs import MissingGlyphError
from qc_desktop.documents.layout.sampling import least_record, long_record, sample_record
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.domain.findings import Finding, Severity, error, warning
from qc_desktop.domain.slots import SlotName
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.domain.records import Record

_QUOTED = 30


@for_a_batch(16)
def tried(layout: Layout) -> tuple[Finding, ...]:
    """What stops every page of ``layout``, whoever it is for: a font that is gone, a title or statement without a word,
    no room for invented data, a statement that does not name its holder. No room for a long name is a
    warning: it stops those alone."""
    try:
        lettered(layout)
    except UserError as gone:
        return (Finding(Severity.ERROR, gone.code, "layout", "", dict(gone.params)),)
    empty = tuple(_empty(layout))
    if empty:
        return empty
    records = (sample_record(layout), least_record(layout))
    found = next((one for record in records for one in (*_unnamed(record), *_overfull(layout, record))), None)
    if found is not None:
        return (found,)
    long = long_record(layout)
    if any(one.code == "layout.no_room" for one in _overfull(layout, long)):
        return (warning("layout.no_room_long", "holder", length=len(str(long["holder"]))),)
    return ()


def _empty(layout: Layout) -> Iterator[Finding]:
    """What the document must say and the layout's own words are for."""
    record, known = sample_record(layout), document_type(layout.kind)
    for name in known.required:
        group = "words" if name in layout.words else "phrases" if name in layout.phrases else ""
        if group and not str(record.get(name, "")).strip():
            yield error("layout.word_empty", f"{group}.{name}", what=SlotName(known.called(name)))


def _unnamed(record: Record) -> list[Finding]:
    statement, holder = record.get("statement", ""), record.get("holder", "")
    unsaid = bool(statement) and bool(holder) and str(holder) not in str(statement)
    return [error("preflight.statement", "phrases.statement", str(statement), holder=holder)] if unsaid else []


def _overfull(layout: Layout, record: Record) -> list[Finding]:
    try:
        compose_pages(record, layout)
    except MissingGlyphError as problem:
        point = f"U+{ord(problem.char):04X}"
        return [
            error("preflight.glyph", "layout", problem.char, character=problem.char, point=point, text=problem.char)
        ]
    except OverfullError as problem:
        text = problem.text if len(problem.text) <= _QUOTED else f"{problem.text[:_QUOTED]}…"
        return [error("layout.no_room", problem.field, problem.text, text=text)]
    return []
