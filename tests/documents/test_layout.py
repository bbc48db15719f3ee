from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.documents.composing import compose_pages
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.documents.types import CERTIFICATE, PAGE
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from qc_desktop.services.layouts.checking import findings
from tests.documents.samples import LAYOUT, make_record

PAGES = [known for known in DOCUMENT_TYPES if known.form == PAGE]
SCOPES = {
    "pledge_display_certificate": "承诺由企业作出并负责。本证明仅说明承诺已公告展示，不是质量认证、检验结论或评比结果，"
    "不构成推荐或担保。",
    "survey_certificate": "本证明仅说明调查期间所汇总检验报告的结果，不是质量认证、评比结果，不构成推荐或担保。",
    "membership_certificate": "本证书仅说明会员身份，不是质量认证、检验结论或评比结果，"
    "不构成对其产品和服务的推荐或担保。",
}


@pytest.mark.parametrize("known", PAGES, ids=lambda known: known.kind)
def test_every_document_has_a_layout_of_its_kind(known) -> None:
    layout = load_layout(known.kind)
    assert layout.kind == known.kind
    assert set(layout.schemes) == {"navy", "red"}
    assert findings(layout) == []
    if "scope" in known.words:
        assert layout.words["scope"] == SCOPES[known.kind]
        assert layout.element("scope").size == 9
        assert layout.schemes["navy"]["black"] == "#000000"


def test_whatever_certifies_says_what_it_does_not() -> None:
    assert {known.kind for known in DOCUMENT_TYPES if known.group == CERTIFICATE} == set(SCOPES)


def test_hash_ignores_comments_and_line_ends_but_no_content(layout) -> None:
    dressed = "# 一句说明\r\n" + layout.text.replace("\n", "\r\n")
    assert parse_layout(dressed).sha256 == layout.sha256
    moved = layout.text.replace("y = 43.5", "y = 44.5")
    assert moved != layout.text
    assert parse_layout(moved).sha256 != layout.sha256
    assert len(bytes.fromhex(layout.sha256)) == hashlib.sha256().digest_size


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[page]", "[page", "documents.layout_syntax"),
        ('kind = "pledge', 'sort = "pledge', "documents.layout_entry"),
        ("width = 96.0", 'width = "96"', "documents.layout_entry"),
        ("width = 96.0", "width = -1.0", "documents.layout_entry"),
        ("width = 96.0", "width = nan", "documents.layout_entry"),
        ("indent = 2.0", "indent = true", "documents.layout_entry"),
        ('font = "sans"', 'font = "comic"', "documents.layout_entry"),
        ('kind = "label"', 'kind = "frame"', "documents.layout_entry"),
        ('kind = "label"', 'kind = "sticker"', "documents.layout_entry"),
        ('id = "seal"', 'id = "qr"', "documents.layout_twice"),
        ('text = "{issued:date}"', 'text = "{issuer:date}"', "documents.layout_variable"),
        ('text = "{issuer}"', 'text = "{mayor}"', "documents.layout_variable"),
        ('text = "{issuer}"', 'text = "某协会"', "documents.layout_unsaid"),
        ('text = "{pledge_text}"', 'text = "一、{pledge_text}"', "documents.layout_variable"),
        ("{year}年", "{century}年", "documents.layout_variable"),
        ("format = 2", "format = 3", "documents.layout_newer"),
        ("smallest = 11.0", "smallest = 16.0", "documents.layout_entry"),
        ('"#17365D"', '"navy"', "documents.layout_entry"),
        ('black = "#000000"', 'black = "#CCCCCC"', "documents.layout_scope"),
        ('align = "centre"', 'align = "middle"', "documents.layout_entry"),
        ('colour = "main"', 'colour = "pink"', "documents.layout_entry"),
        ("tracking = 0.2", "trakking = 0.2", "documents.layout_entry"),
        ("width = 297.0", 'width = "wide"', "documents.layout_entry"),
        ('set = "columns"', 'set = "rows"', "documents.layout_entry"),
        ('colour = "black"', 'colour = "quiet"', "documents.layout_scope"),
        ('scope = "承诺由', 'scoop = "承诺由', "documents.layout_scope"),
    ],
)
def test_a_broken_layout_is_refused_in_words(layout, old: str, new: str, code: str) -> None:
    assert old in layout.text
    with pytest.raises(UserError) as refused:
        parse_layout(layout.text.replace(old, new))
    assert refused.value.code == code
    for language in ("zh_CN", "en"):
        assert messages(language).of(refused.value)


def test_scope_sentence_cannot_shrink(layout) -> None:
    head, tail = layout.text.split('id = "scope"')
    with pytest.raises(UserError) as refused:
        parse_layout(head + 'id = "scope"' + tail.replace("size = 9.0", "size = 8.5", 1))
    assert refused.value.code == "documents.layout_scope"


@pytest.mark.parametrize("known", PAGES, ids=lambda known: known.kind)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_layout_that_is_accepted_renders(known, data) -> None:
    """Lines dropped or numbers changed at random: refused in words, or good enough to compose its pages."""
    lines = load_layout(known.kind).text.splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    changed = data.draw(
        st.sampled_from(["", "x = 1", lines[place][: len(lines[place]) // 2], re.sub(r"\d", "0", lines[place])])
    )
    text = "\n".join([*lines[:place], changed, *lines[place + 1 :]])
    assert composed(text, known.kind) in ("refused", "overfull", "composed")


def composed(text: str, kind: str = LAYOUT.kind) -> str:
    """What becomes of a layout; any other exception than a sentence for people is a defect and passes through."""
    record = make_record() if kind == LAYOUT.kind else sample_record(load_layout(kind))
    try:
        compose_pages(record, parse_layout(text), 2)
    except UserError as refused:
        return "refused" if refused.code.startswith("documents.layout_") else refused.code
    except OverfullError:
        return "overfull"
    return "composed"


def test_the_layout_as_it_stands_composes(layout) -> None:
    assert composed(layout.text) == "composed"
    assert composed(layout.text.replace("height = 81.5", "height = 11.5")) == "overfull"


@pytest.mark.parametrize(
    ("old", "new", "entry"),
    [
        ("width = 96.0", "width = nan", "issuer.width"),
        ("width = 297.0", "width = -inf", "page.width"),
        ("edition = ", "edition = 99999999999999999", "edition"),
        ("indent = 2.0", "indent = 2026-03-15", "opening.indent"),
    ],
)
def test_what_is_no_number_is_named(layout, old: str, new: str, entry: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_layout(layout.text.replace(old, new, 1))
    assert (refused.value.code, refused.value.params["entry"]) == ("documents.layout_entry", entry)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("format = 2\nkind = ", 2, 8), ('format = 2\nkind = "pledge', 2, 15), ("format = 2\n\n[page\nwidth = 1", 3, 6)],
)
def test_where_a_layout_cannot_be_read_any_farther_is_said(text: str, line: int, column: int) -> None:
    with pytest.raises(UserError) as refused:
        parse_layout(text)
    assert refused.value.params == {"line": line, "column": column}
    assert f"第 {line} 行第 {column} 列" in messages("zh_CN").of(refused.value)
