"""What would go wrong on paper, found before a number is spent."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
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
_QUOTED = 40
"""Characters of a text that a sentence quotes: names are mostly shorter."""
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
    """Characters that do not print, those of a text in one sentence; each is told once, at the first place: the name
    stands in the statement again."""
    yield from (error(code, name, text, **said) for code, name, text, said in _found(record, layout, _ERRORS))


def _borrowed(record: Mapping[str, RecordValue], layout: Layout) -> Iterator[Finding]:
    """Characters that another font prints than the rest of its line: they are there, and look a little different."""
    yield from (warning(code, name, text, **said) for code, name, text, said in _found(record, layout, (_OTHER_FONT,)))


def _found(
    record: Mapping[str, RecordValue], layout: Layout, codes: tuple[str, ...]
) -> Iterator[tuple[str, str, str, dict[str, object]]]:
    """The code, the record's value, its text, and what is said of the characters of it that have one of ``codes``."""
    told: set[str] = set()
    for name, fonts in fonts_by_field(layout).items():
        text, faults = _text(record.get(name, "")), _faults(fonts)
        new = [char for char in dict.fromkeys(text) if faults[char] in codes and char not in told]
        told.update(new)
        for code in codes:
            chars = [char for char in new if faults[char] == code]
            if chars:
                yield code, name, text, _of_chars(chars, text)


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


def _of_chars(chars: Sequence[str], text: str) -> dict[str, object]:
    points = [f"U+{ord(char):04X}" for char in chars]
    alone = len(chars) == 1
    return {
        "character": chars[0] if alone else chars,
        "point": points[0] if alone else points,
        "text": _shortened(text, chars[0]),
    }


def _shortened(text: str, char: str) -> str:
    """``text``, or of a long one the surroundings of ``char``; unprintable characters as a blank mark."""
    start = max(0, text.index(char) - _QUOTED // 2) if len(text) > _QUOTED else 0
    cut = text[start : start + _QUOTED]
    return "".join(c if c.isprintable() and unicodedata.category(c) != "Co" else "□" for c in cut)


def _statement(record: Mapping[str, RecordValue]) -> Iterator[Finding]:
    statement, holder = _text(record.get("statement", "")), _text(record.get("holder", ""))
    if statement and holder and holder not in statement:
        yield error("preflight.statement", "statement", statement, holder=holder)


def _overfull(record: Mapping[str, RecordValue], layout: Layout, copy: int) -> Iterator[Finding]:
    try:
        compose(record, layout, copy)
    except MissingGlyphError as problem:  # in the layout's own words: those of the record were looked at before
        yield error("preflight.glyph", "layout", problem.char, **_of_chars(problem.char, problem.char))
    except OverfullError as problem:
        field = _printed(record, problem)
        is_name = field == "holder" and problem.text == _text(record["holder"])
        code = "preflight.name_too_long" if is_name else "preflight.overfull"
        yield error(code, field, problem.text, text=problem.text, length=len(problem.text))


def _printed(record: Mapping[str, RecordValue], problem: OverfullError) -> str:
    """The longest value of the record in the text that does not fit; without one the element's name."""
    inside = [name for name, value in record.items() if value and _text(value) in problem.text]
    return max(inside, key=lambda name: len(_text(record[name])), default=problem.field)
