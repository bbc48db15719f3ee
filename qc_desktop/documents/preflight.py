"""What would go wrong on paper, found before a number is spent."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.composing import compose, fonts_by_field
from qc_desktop.documents.fonts.glyphs import MissingGlyphError, fallback_characters, missing_characters
from qc_desktop.documents.layout import Layout
from qc_desktop.documents.layout.covering import covered
from qc_desktop.documents.layout.standing import off_with
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.domain.findings import FieldName, Finding, error, warning
from qc_desktop.domain.records import RecordValue
from qc_desktop.domain.slots import SlotName
from qc_desktop.domain.text import private_use

PLACEHOLDER_NUMBER = "QC-0000-000-000000"
"""Stands for the number that is not given yet."""
_FILLED_IN = {
    "title": "layout.word_empty",
    "statement": "layout.word_empty",
    "issuer": "preflight.missing_in_settings",
}
"""What is said of a value that is not the company's or the campaign's."""
_OF_PAPERS = {"preflight.private_use": "paper.private_use", "preflight.overfull": "paper.too_long"}
"""What is said of papers in other words than of certificates."""


def check_sheet(fields: Mapping[str, RecordValue], layout: Layout, prefix: str, copy: int = 1) -> list[Finding]:
    """What stops a certificate of ``fields`` (a record, its number optional) on ``layout`` with link ``prefix``.

    Errors: a missing value, a character that no font prints (named, with its code point), a
    private-use or control character, a value that does not fit its place, runs below a picture, into another text or
    off the page, a link that no QR can carry.
    """
    record = {"number": PLACEHOLDER_NUMBER, **fields}
    findings = [*_prefix(prefix), *_missing(record, layout), *_characters(record, layout), *_statement(record)]
    return findings or [
        *_overfull(record, layout, copy),
        *covered(layout, record),
        *off_with(layout, record),
        *_borrowed(record, layout),
    ]


def check_paper(record: Mapping[str, RecordValue], layout: Layout) -> list[Finding]:
    """As :func:`check_sheet`, of a paper without a number: a missing value, a character, a value that does not fit."""
    known = document_type(layout.kind)
    missing = [
        error("paper.missing", name, what=FieldName(known.called(name)))
        for name in known.required
        if not record.get(name)
    ]
    found = [*missing, *_characters(record, layout)] or [*_overfull(record, layout, 1), *covered(layout, record)]
    return [replace(finding, code=_OF_PAPERS.get(finding.code, finding.code)) for finding in found]


def _text(value: RecordValue) -> str:
    return value if isinstance(value, str) else "\u3001".join(value)


def _prefix(prefix: str) -> Iterator[Finding]:
    if not prefix:
        yield error("preflight.no_prefix", "prefix")
    elif not (prefix.isascii() and prefix.isprintable() and prefix.endswith("/#")):
        yield error("preflight.prefix", "prefix", prefix, prefix=prefix)


def _missing(record: Mapping[str, RecordValue], layout: Layout) -> Iterator[Finding]:
    known = document_type(layout.kind)
    for name in known.required:
        if not _text(record.get(name, "")).strip():
            yield error(_FILLED_IN.get(name, "preflight.missing"), name, what=SlotName(known.called(name)))


def _characters(record: Mapping[str, RecordValue], layout: Layout) -> Iterator[Finding]:
    """A character that does not print is told once, at the first place: the name stands in the statement again."""
    told: set[str] = set()
    for name, fonts in fonts_by_field(layout).items():
        text, faults = _text(record.get(name, "")), _faults(fonts)
        found = [(faults[char], char) for char in dict.fromkeys(text) if faults[char] in _ERRORS and char not in told]
        if found:
            said = "".join(char for char in text if char not in told)
            told |= {char for _, char in found}
            found.sort(key=lambda one: _ERRORS.index(one[0]))
            yield from (_character(code, name, said, char) for code, char in found)


def _borrowed(record: Mapping[str, RecordValue], layout: Layout) -> Iterator[Finding]:
    """A character that another font prints than the rest of its line: it is there, and looks a little different."""
    told: set[str] = set()
    for name, fonts in fonts_by_field(layout).items():
        text, faults = _text(record.get(name, "")), _faults(fonts)
        for char in dict.fromkeys(text):
            if faults[char] == _OTHER_FONT and char not in told:
                told.add(char)
                point = f"U+{ord(char):04X}"
                yield warning(_OTHER_FONT, name, text, character=char, point=point, text=_shortened(text, char))


class _Faults(dict[str, str]):
    """The finding that a character gives in some fonts, found when first asked for; empty where there is none."""

    def __init__(self, fonts: tuple[str, ...]) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, char: str) -> str:
        self[char] = code = _fault(char, self._fonts)
        return code


_faults = for_a_batch(64)(_Faults)
_ERRORS = ("preflight.private_use", "preflight.control", "preflight.glyph")
_OTHER_FONT = "preflight.other_font"


def _fault(char: str, fonts: tuple[str, ...]) -> str:
    if private_use(char):
        return _ERRORS[0]
    if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp"):
        return _ERRORS[1]
    if any(missing_characters(char, font) for font in fonts):
        return _ERRORS[2]
    return _OTHER_FONT if any(fallback_characters(char, font) for font in fonts) else ""


def _character(code: str, name: str, text: str, char: str) -> Finding:
    return error(code, name, text, character=char, point=f"U+{ord(char):04X}", text=_shortened(text, char))


def _shortened(text: str, char: str) -> str:
    """The surroundings of ``char``, short enough for a sentence; unprintable characters as a blank mark."""
    place = text.index(char)
    cut = text[max(0, place - 12) : place + 13]
    return "".join(c if c.isprintable() and unicodedata.category(c) != "Co" else "□" for c in cut)


def _statement(record: Mapping[str, RecordValue]) -> Iterator[Finding]:
    statement, holder = _text(record.get("statement", "")), _text(record.get("holder", ""))
    if statement and holder and holder not in statement:
        yield error("preflight.statement", "statement", statement, holder=holder)


def _overfull(record: Mapping[str, RecordValue], layout: Layout, copy: int) -> Iterator[Finding]:
    try:
        compose(record, layout, copy)
    except MissingGlyphError as problem:  # in the layout's own words: those of the record were looked at before
        yield error("preflight.glyph", "layout", problem.char, **_of_char(problem.char))
    except OverfullError as problem:
        field = _printed(record, problem)
        is_name = field == "holder" and problem.text == _text(record["holder"])
        code = "preflight.name_too_long" if is_name else "preflight.overfull"
        yield error(code, field, problem.text, text=problem.text, length=len(problem.text))


def _of_char(char: str) -> dict[str, str]:
    return {"character": char, "point": f"U+{ord(char):04X}", "text": char}


def _printed(record: Mapping[str, RecordValue], problem: OverfullError) -> str:
    """The longest value of the record in the text that does not fit; without one the element's name."""
    inside = [name for name, value in record.items() if value and _text(value) in problem.text]
    return max(inside, key=lambda name: len(_text(record[name])), default=problem.field)
