"""Layouts written and read again, changed, looked through for words and for what prints badly."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.registry import ELEMENTS
from qc_desktop.documents.elements.table import Column, Table
from qc_desktop.documents.layout import Accepted, Resources
from qc_desktop.documents.layout.editing import changed, free_name, layout_text, raised, with_element, without_element
from qc_desktop.documents.layout.print_check import check_print
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.layout.wordlint import changed_lock, found_claims, lacks_approval
from qc_desktop.documents.preflight import check_sheet
from qc_desktop.domain.findings import Severity
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from tests.documents.elements.test_drawings import picture
from tests.documents.samples import make_record


def test_a_layout_written_and_read_is_the_same(layout) -> None:
    again = parse_layout(layout_text(layout))
    assert again.sha256 == layout.sha256
    assert layout_text(again) == layout_text(layout)


@pytest.mark.parametrize("kind", ELEMENTS, ids=lambda kind: kind.KIND)
def test_every_kind_of_element_is_written_and_read(layout, kind) -> None:
    if kind.KIND in ("label", "seal"):
        assert sum(one.KIND == kind.KIND for one in layout.elements) == 1
        return
    element = kind(id="added", name="示例", x=20.5, y=30.25, width=60.0, height=60.0, stock=True)
    again = parse_layout(changed(layout, elements=(*layout.elements, element)).text).element("added")
    assert type(again) is kind
    assert vars(again) == vars(element)


def test_a_change_shows_as_one_line(layout) -> None:
    moved = with_element(layout, "title", replace(layout.element("title"), y=44.0))
    before, after = layout_text(layout).splitlines(), moved.text.splitlines()
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [("y = 43.5", "y = 44.0")]
    assert moved.sha256 != layout.sha256


def test_elements_are_taken_away_and_raised(layout) -> None:
    assert not without_element(layout, "rosette").has("rosette")
    order = [one.id for one in raised(layout, "border", 2).elements]
    assert order.index("border") == [one.id for one in layout.elements].index("border") + 2
    assert raised(layout, "border", -99).elements[0].id == "border"
    assert raised(layout, "border", 99).elements[-1].id == "border"
    assert free_name(layout, "text") == "text1"


def worded(layout, **words: str):
    return changed(layout, words={**layout.words, **words})


def test_what_ships_claims_nothing(layout) -> None:
    assert found_claims(layout) == []
    assert not lacks_approval(layout)


@pytest.mark.parametrize("word", ["认证", "推荐", "放心", "国家级", "免检", "第一", "颁发", "授予"])
def test_a_word_that_claims_too_much_is_found_wherever_it_stands(layout, word: str) -> None:
    in_words = worded(layout, label_heading=f"示例{word}标识")
    phrases = {**layout.phrases, "statement": (*layout.phrases["statement"], f"我会{word}。")}
    in_phrases = changed(layout, phrases=phrases)
    in_element = with_element(layout, "issued", replace(layout.element("issued"), text=(f"{word} {{issued:date}}",)))
    for made in (in_words, in_phrases, in_element):
        assert {claim.word for claim in found_claims(made)} == {word}


def test_a_reason_lets_a_word_stand(layout) -> None:
    made = worded(layout, label_heading="示例推荐标识")
    assert found_claims(changed(made, accepted=(Accepted("推荐", "  "),)))
    kept = changed(made, accepted=(Accepted("推荐", "引用通知原文"),))
    assert found_claims(kept) == []
    assert parse_layout(kept.text).accepted == kept.accepted


def test_the_locked_sentence_is_apart_and_counting_is_no_claim(layout) -> None:
    assert "认证" in layout.words["scope"]
    assert found_claims(worded(layout, copy="补发件　第一份　排名不分先后")) == []


def test_a_title_for_the_whole_country_asks_for_its_approval(layout) -> None:
    national = worded(layout, title="全国承诺展示公告证明")
    assert lacks_approval(national)
    assert not lacks_approval(changed(national, approval="示例〔2026〕1号"))


def found(layout, dpi: int = 300) -> set[tuple[str, str, Severity]]:
    findings = check_print(layout, dpi)
    for language in ("zh_CN", "en"):
        assert all(messages(language).of(finding) for finding in findings)
    return {(finding.code.removeprefix("preflight."), finding.field, finding.severity) for finding in findings}


def test_what_ships_prints_well(layout) -> None:
    assert found(layout) == set()
    assert found(layout, 600) == set()


def test_a_label_too_small_for_phones_or_the_printer_is_an_error(layout) -> None:
    small = with_element(layout, "qr", replace(layout.element("qr"), width=25.0, height=25.0))
    assert found(small) == {("label_small", "qr", Severity.ERROR)}
    assert found(small, 200) == {("module_dots", "qr", Severity.ERROR)}
    assert isinstance(layout.element("qr"), Label)


@pytest.mark.parametrize(
    ("size", "code", "severity"), [(4.0, "type_small", Severity.ERROR), (6.0, "type_fine", Severity.WARNING)]
)
def test_type_that_cannot_be_read_is_named(layout, size: float, code: str, severity: Severity) -> None:
    made = with_element(layout, "label", replace(layout.element("label"), smallest=size))
    assert found(made) == {(code, "label", severity)}


@pytest.mark.parametrize(("pixels", "expected"), [(100, "picture_coarse"), (300, "picture_soft"), (600, "")])
def test_a_picture_too_coarse_for_its_size_is_named(layout, pixels: int, expected: str) -> None:
    content = picture(size=(pixels, pixels))
    sha256 = hashlib.sha256(content).hexdigest()
    emblem = Picture(id="emblem", x=20.0, y=20.0, width=50.8, height=50.8, picture=sha256)
    made = changed(layout, elements=(emblem, *layout.elements)).with_resources(Resources({sha256: content}))
    assert {code for code, _, _ in found(made)} == ({expected} if expected else set())
    assert found(made.with_resources(Resources())) == {("picture_missing", "emblem", Severity.ERROR)}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("title", {"x": 480.5}),
        ("title", {"y": 0.5}),
        ("title", {"y": 209.9}),
        ("flow", {"x": 480.5}),
        ("label", {"x": 480.5}),
        ("qr", {"x": 290.0}),
        ("seal", {"x": 280.0}),
    ],
)
def test_what_is_printed_stands_wholly_on_the_page(layout, name: str, change: dict[str, float]) -> None:
    made = with_element(layout, name, replace(layout.element(name), **change))
    assert ("off_page", name, Severity.ERROR) in found(made)


def test_a_page_larger_than_any_paper_is_refused(layout) -> None:
    assert ("page_large", "page", Severity.ERROR) in found(changed(layout, width=1189.0, height=841.0))
    assert found(changed(layout, width=420.0, height=297.0)) == set()


def test_a_band_may_run_over_the_edge(layout) -> None:
    band = Frame(id="band", x=-3.0, y=100.0, width=10.0, height=5.0, fill="#EEEEEE", weight=0.0)
    made = changed(layout, elements=(band, *layout.elements))
    assert found(made) == {("off_page", "band", Severity.WARNING)}


def test_a_text_is_held_against_what_it_stands_on(layout) -> None:
    """Navy on navy is no better than white on paper; white on navy is a title like another."""
    title = layout.element("title")
    band = Frame(id="band", x=20.0, y=title.y - 15, width=257.0, height=20.0, fill=title.colour, weight=0.0)
    below = changed(layout, elements=(band, *layout.elements))
    assert ("text_pale", "title", Severity.ERROR) in found(below)
    white = with_element(below, "title", replace(title, colour="#FFFFFF"))
    assert ("text_pale", "title", Severity.ERROR) not in found(white)


@pytest.mark.parametrize("text", ["认 证", "认\u200b证", "认·证", "认　证", "推。荐"])
def test_blanks_and_signs_between_its_characters_do_not_hide_a_word(layout, text: str) -> None:
    assert {claim.word for claim in found_claims(worded(layout, label_heading=text))} <= {"认证", "推荐"}
    assert found_claims(worded(layout, label_heading=text))


def test_the_titles_of_a_table_are_words_too(layout) -> None:
    table = Table(
        id="t", x=30.0, y=60.0, width=100.0, height=30.0, column=(Column(title="获奖产品", text="{products}"),)
    )
    assert found_claims(changed(layout, elements=(*layout.elements, table)))


def test_the_locked_sentence_stays_as_it_ships(layout) -> None:
    assert changed_lock(layout) == ""
    assert changed_lock(worded(layout, scope="我会保证质量。")) == layout.words["scope"]


COVER = Frame(id="cover", x=20.0, y=180.0, width=260.0, height=20.0, fill="#FFFFFF")


@pytest.mark.parametrize(
    "hide",
    [
        lambda layout: with_element(layout, "scope", replace(layout.element("scope"), x=290.0)),
        lambda layout: with_element(layout, "scope", replace(layout.element("scope"), y=214.0)),
        lambda layout: with_element(layout, "scope", replace(layout.element("scope"), smallest=6.0)),
        lambda layout: changed(
            layout,
            elements=(*layout.elements, Frame(id="f", x=20.0, y=180.0, width=260.0, height=20.0, fill="#FFFFFF")),
        ),
    ],
)
def test_the_locked_sentence_cannot_be_hidden(layout, hide) -> None:
    with pytest.raises(UserError) as refused:
        parse_layout(hide(layout).text)
    assert refused.value.code == "documents.layout_scope"


def test_a_character_of_the_layout_that_no_font_has_is_found_before_numbering(layout) -> None:
    strange = parse_layout(worded(layout, label_heading="示例\U000e0001标识").text)
    found = check_sheet(make_record(), strange, "https://example.org/v/#")
    assert [(finding.code, finding.field) for finding in found] == [("preflight.glyph", "layout")]


@pytest.mark.parametrize(
    "hide",
    [
        lambda scope: replace(scope, tracking=-0.9),
        lambda scope: replace(scope, stock=True),
        lambda scope: replace(scope, y=0.0),
    ],
)
def test_the_locked_sentence_cannot_be_made_illegible(layout, hide) -> None:
    with pytest.raises(UserError) as refused:
        parse_layout(with_element(layout, "scope", hide(layout.element("scope"))).text)
    assert refused.value.code == "documents.layout_scope"


def test_a_word_in_two_pieces_is_found_and_a_dot_is_no_reason(layout) -> None:
    words = {**layout.words, "a": "推", "b": "荐"}
    date = replace(layout.element("issued"), text=("{word.a}", "{word.b}", "{issued:date}"))
    split = changed(with_element(layout, "issued", date), words=words)
    assert {claim.word for claim in found_claims(split)} == {"推荐"}
    assert found_claims(changed(split, accepted=(Accepted("推荐", "."),)))


def test_what_hides_the_label_or_is_white_on_white_is_an_error(layout) -> None:
    cover = Frame(id="cover", x=30.0, y=150.0, width=20.0, height=20.0)
    assert ("label_covered", "qr", Severity.ERROR) in found(changed(layout, elements=(*layout.elements, cover)))
    dark = replace(layout.element("label_frame"), fill="#202020")
    assert ("label_covered", "qr", Severity.ERROR) in found(with_element(layout, "label_frame", dark))
    white = with_element(layout, "issuer", replace(layout.element("issuer"), colour="#FFFFFF"))
    assert found(white) == {("text_pale", "issuer", Severity.ERROR)}


def test_what_an_announcement_does_not_mean_is_no_claim_as_it_ships_and_one_as_soon_as_it_is_changed() -> None:
    announcement = load_layout("announcement")
    assert found_claims(announcement) == []
    paragraphs = list(announcement.phrases["paragraphs"])
    place = next(place for place, text in enumerate(paragraphs) if "不是质量认证" in text)

    def saying(text: str) -> set[str]:
        said = (*paragraphs[:place], text, *paragraphs[place + 1 :])
        return {claim.word for claim in found_claims(changed(announcement, phrases={"paragraphs": said}))}

    assert saying(paragraphs[place] + "我会予以推荐。") == {"推荐"}
    assert saying(paragraphs[place].replace("不是质量认证", "是质量认证")) == {"认证", "评比", "推荐", "担保"}
    assert saying(paragraphs[place].replace("2", "3")) == set()


def test_a_company_may_promise_in_its_pledge_letter_what_the_association_may_not() -> None:
    letter = load_layout("pledge_letter")

    def saying(text: str) -> set[str]:
        return {claim.word for claim in found_claims(changed(letter, words={**letter.words, "closing": text}))}

    assert saying("我单位保证产品质量合格，经检验合格后出厂。") == set()
    assert saying("本会保证产品质量合格。") == {"保证质量"}
    assert saying("我单位提供放心产品。") == {"放心"}
