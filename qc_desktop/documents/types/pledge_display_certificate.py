"""承诺展示公告证明: the certificate that a company's pledge is on public display.

The frozen statement is set as one sentence in which the company's name and code stand large on lines of their own,
so that neither is said twice. Signature and date follow GB/T 9704-2012, 7.3.5.1.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.scene import Text, fitted, natural, one_line, put
from qc_desktop.documents.types import DocumentType
from qc_desktop.documents.types.certificate_flow import Statement, flow
from qc_desktop.documents.wording import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.documents.layout import Layout
    from qc_desktop.domain.records import Record

_FLOW = ("opening", "holder", "code", "body", "covered", "clauses")
_LIST_WORDS = ("products_list", "products_count", "standards_list", "standards_count")
_OWN_VALUES = ("{number}", "{hotline}")


def _text(record: Record, key: str) -> str:
    value = record.get(key, "")
    return value if isinstance(value, str) else "、".join(value)


def _items(record: Record, key: str) -> tuple[str, ...]:
    value: str | Sequence[str] = record.get(key, ())
    return (value,) if isinstance(value, str) else tuple(value)


def compose(record: Record, layout: Layout, copy: int) -> list[Text]:
    """The texts of one certificate. Raises OverfullError where a value does not fit its place."""
    fields = {key: _text(record, key) for key in record}
    split = split_statement(fields.get("statement", ""), fields.get("holder", ""), fields.get("uscc", ""))
    if split.code == fields.get("uscc"):
        split = replace(split, code=fill(layout.words["code"], fields) or "")
    lists = _items(record, "pledge_text"), _items(record, "products"), _items(record, "standards")
    return [
        *_furniture(layout, fields["title"], fields["issuer"], fields["issued"]),
        *_number(layout, fields["number"], copy),
        *_label(layout, fields),
        *flow(layout, split, *lists),
    ]


def split_statement(text: str, holder: str, uscc: str) -> Statement:
    """``text`` cut where the company's name and, in brackets behind it, its code stand.

    A text that does not begin with a short phrase and the name is left whole.
    """
    opening, found, rest = text.partition(holder)
    if not holder or not found or len(opening) > 16:
        return Statement("", holder, uscc, text)
    code = re.match(rf"（[^（）]*{re.escape(uscc)}）", rest) if uscc else None
    if code is None:
        return Statement(opening, holder, uscc, rest)
    return Statement(opening, holder, code[0], rest[code.end() :])


@lru_cache(maxsize=64)
def _furniture(layout: Layout, title: str, issuer: str, issued: str) -> tuple[Text, ...]:
    """What the certificates of a day have in common."""
    places = layout.places
    day = fill("{issued:date}", {"issued": issued}) or ""
    return (
        *one_line(layout, places["title"], title, "title"),
        *put(layout, places["label_heading"], natural(places["label_heading"], layout.words["label_heading"])),
        *fitted(layout, places["issuer"], issuer, "issuer"),
        *put(layout, places["issued"], natural(places["issued"], day)),
        *put(layout, places["scope"], natural(places["scope"], layout.words["scope"])),
    )


def _number(layout: Layout, number: str, copy: int) -> list[Text]:
    places, words = layout.places, layout.words
    texts = one_line(layout, places["number"], fill(words["number"], {"number": number}) or "", "number", shared=False)
    if copy > 1:
        mark = fill(words["copy"], {"copy": copy}) or ""
        texts += one_line(layout, places["copy"], mark, "copy", shared=False)
    return texts


def _label(layout: Layout, fields: dict[str, str]) -> list[Text]:
    texts: list[Text] = []
    row = 0
    for phrase in layout.phrases["label"]:
        line = fill(phrase, fields)
        if line is not None:
            own = any(slot in phrase for slot in _OWN_VALUES)
            texts += _label_line(layout, row, line, "hotline" if "{hotline}" in phrase else "number", not own)
            row += 1
    return texts


@for_a_batch(256)
def _label_line(layout: Layout, row: int, line: str, field: str, shared: bool) -> tuple[Text, ...]:
    place = layout.places["label"]
    return tuple(one_line(layout, replace(place, y=place.y + row * place.leading), line, field, shared))


PLEDGE_DISPLAY_CERTIFICATE = DocumentType(
    kind="pledge_display_certificate",
    compose=compose,
    required=("number", "kind", "title", "holder", "uscc", "issued", "expires", "statement", "issuer"),
    printed={
        "number": "sans",
        "title": "serif_bold",
        "holder": "serif_bold",
        "uscc": "sans",
        "statement": "serif",
        "pledge_text": "serif",
        "products": "serif",
        "standards": "serif",
        "issuer": "serif",
        "hotline": "sans",
    },
    entries={
        "words": ("title", "code", "scope", "label_heading", "number", "copy", "ordinals", *_LIST_WORDS),
        "phrases": ("statement", "label"),
        "places": ("number", "copy", "title", "label_heading", "label", "issuer", "issued", "scope", *_FLOW),
        "boxes": ("border", "label", "qr", "seal"),
        "schemes": ("navy", "red"),
        "flow": _FLOW,
    },
)
