"""The layout of labels as data: written and read again, changed line by line, refused in words, looked through."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pypdfium2
import pytest

from qc_desktop.documents.fonts.glyphs import ADDED
from qc_desktop.documents.labels import editing
from qc_desktop.documents.labels.rendering import write_labels
from qc_desktop.documents.labels.shipped import label_layout
from qc_desktop.documents.layout import Accepted
from qc_desktop.documents.layout.editing import changed, layout_text
from qc_desktop.documents.layout.reading import parse_design, parse_layout
from qc_desktop.documents.layout.wordlint import all_claims, found_claims, lacks_approval
from qc_desktop.domain.findings import Severity
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services.layouts.checking import findings
from tests.documents.labels.samples import FACTS, job, pages
from tests.samples import refused

SHIPPED = label_layout()
SMALL, LARGE = "small", "large"


def worded(**words: str) -> Any:
    return changed(SHIPPED, words={**SHIPPED.words, **words})


def printed(layout: Any, preset: str = "A4-24", **facts: str) -> tuple[bytes, str]:
    """The bytes of two labels, and their text."""
    made, out = dataclasses.replace(job(preset, **facts), layout=layout), io.BytesIO()
    list(write_labels(out, made, pages(made, 2)))
    pdf = pypdfium2.PdfDocument(out.getvalue())
    text = pdf[0].get_textpage().get_text_range()
    pdf.close()
    return out.getvalue(), text


def test_a_layout_written_and_read_is_the_same() -> None:
    again = parse_design(layout_text(SHIPPED))
    assert again.sha256 == SHIPPED.sha256
    assert printed(again)[0] == printed(SHIPPED)[0]
    with refused("documents.layout_entry"):
        parse_layout(SHIPPED.text)


@pytest.mark.parametrize(
    ("old", "new", "code", "entry"),
    [
        ("gap = 1.6", "gap = 1.6\ncolumns = 2", "documents.layout_entry", "classes.1.columns"),
        ("[words]", "printer = 1\n[words]", "documents.layout_entry", "printer"),
        ("width = 66.0", "width = -1.0", "documents.layout_entry", "classes.1.width"),
        ("width = 66.0", "width = 1e9", "documents.layout_entry", "classes.1.width"),
        ("width = 66.0", 'width = "66"', "documents.layout_entry", "classes.1.width"),
        ("width = 66.0\n", "", "documents.layout_entry", "classes.1.width"),
        ("width = 66.0", "width = nan", "documents.layout_entry", "classes.1.width"),
        ("size = 10.5", "size = 900", "documents.layout_entry", "classes.1.top.1.size"),
        ("least = 7.0", "least = 1.0", "documents.layout_entry", "classes.1.top.1.least"),
        ("size = 10.5", "size = 5.0", "label.line_sizes", ""),
        ('font = "serif_bold"', 'font = "comic"', "documents.layout_entry", "classes.1.top.1.font"),
        ('colour = "accent"', 'colour = "pink"', "documents.layout_entry", "classes.1.top.1.colour"),
        ('word = "heading"', 'word = "advertisement"', "documents.layout_entry", "classes.1.top.1.word"),
        ("rule = true", "rule = 1", "documents.layout_entry", "classes.1.top.1.rule"),
        ("hidden = {", "hidden = [{", "documents.layout_syntax", ""),
        ("hidden = { size = 6.5, after = 0.8 }", "hidden = 3", "documents.layout_entry", "classes.1.hidden"),
        ("edition = 1", "edition = -1", "documents.layout_entry", "edition"),
        ("edition = 1", "edition = true", "documents.layout_entry", "edition"),
        ('language = "zh-CN"', 'language = "Chinese, mostly"', "documents.layout_entry", "language"),
        ("format = 2", "format = 3", "documents.layout_newer", ""),
        ('hidden = "刮开"\n', "", "documents.layout_entry", "words.hidden"),
        ('hidden = "刮开"', 'hidden = "刮开"\nslogan = "好"', "documents.layout_entry", "words.slogan"),
        ('hidden = "刮开"', 'hidden = "{lot}"', "documents.layout_variable", "words.hidden"),
        ('hidden = "刮开"', 'hidden = " "', "documents.layout_unsaid", ""),
        ("{product}", "{serial}", "documents.layout_variable", "words.product"),
        ("{product}", "{mayor}", "documents.layout_variable", "words.product"),
        ("{valid_until}", "{valid_until:date}", "documents.layout_variable", "words.valid_until"),
        ('serial = "{serial}"', 'serial = "编号"', "documents.layout_unsaid", ""),
        ('serial = "{serial}"', 'serial = "{serial}{serial}"', "documents.layout_unsaid", ""),
        ("投诉举报　12315", "投诉举报　12365", "label.hotline", ""),
        ('accent = "#17375e"', 'accent = "navy"', "documents.layout_entry", "colours.accent"),
        ('accent = "#17375e"', 'navy = "#17375e"', "documents.layout_entry", "colours.accent"),
        ("frame = 1.2", "frame = 5.0", "label.frame_inside", ""),
        ("width = 57.0\nheight = 33.0", "width = 70.0\nheight = 50.0", "label.class_hidden", ""),
        ('name = "large"', 'name = "grand"', "documents.layout_entry", "classes.1.name"),
    ],
)
def test_a_broken_layout_is_refused_in_words(old: str, new: str, code: str, entry: str) -> None:
    assert old in SHIPPED.text
    with refused(code) as caught:
        parse_design(SHIPPED.text.replace(old, new, 1))
    assert str(caught.value.params.get("entry", "")) == entry
    assert all(messages(language).of(caught.value) for language in LANGUAGES)


@pytest.mark.parametrize("word", ["serial", "complaint", "company", "heading"])
def test_a_line_that_every_label_has_stays(word: str) -> None:
    lines = editing.class_called(SHIPPED, SMALL).lines
    place = next(place for place, line in enumerate(lines) if line.word == word)
    with refused("label.line_missing"):
        parse_design(editing.without_line(SHIPPED, SMALL, place).text)
    without_lot = editing.without_line(SHIPPED, LARGE, 3)
    assert parse_design(without_lot.text).sha256 == without_lot.sha256


def test_lines_move_through_the_label_and_back() -> None:
    layout, place, seen = SHIPPED, 0, []
    for _ in range(7):
        layout, place = editing.moved(layout, LARGE, place, 1)
        seen.append((place, len(editing.class_called(layout, LARGE).top)))
    assert seen == [(1, 5), (2, 5), (3, 5), (4, 5), (4, 4), (5, 4), (6, 4)]
    for _ in range(7):
        layout, place = editing.moved(layout, LARGE, place, -1)
    assert layout.sha256 == SHIPPED.sha256
    assert editing.moved(layout, LARGE, 0, -1) == (layout, 0)


def test_a_line_is_added_as_it_is_set_elsewhere_and_no_larger() -> None:
    assert editing.free_words(editing.class_called(SHIPPED, SMALL)) == ("product", "lot", "valid_until")
    made, place = editing.with_new_line(SHIPPED, SMALL, "lot")
    line = editing.class_called(parse_design(made.text), SMALL).lines[place]
    assert (line.word, line.size, place) == ("lot", 5.0, 2)


def test_words_are_looked_through_across_their_break() -> None:
    assert [claim.word for claim in all_claims(worded(heading="质量认|证专用标识"))] == ["认证"]
    accepted = changed(worded(heading="放心标识"), accepted=(Accepted("放心", "示例理由充分"),))
    assert not found_claims(parse_design(accepted.text))
    assert lacks_approval(worded(heading="中|国诚信标识"))
    assert not lacks_approval(changed(worded(heading="中国诚信标识"), approval="示例〔2026〕1号"))


def test_a_text_without_room_names_its_line_and_the_sheets() -> None:
    found = findings(worded(heading="质量诚信溯源和防伪验证专用标识" * 3))
    assert {finding.severity for finding in found} == {Severity.ERROR}
    some = findings(worded(complaint="投诉举报请拨打全国统一热线电话　12315"))
    assert some
    assert {finding.severity for finding in some} == {Severity.WARNING}
    told = messages("zh_CN").of(some[-1])
    assert "投诉举报一行" in told
    assert str(some[-1].params["preset"]) in told
    assert [finding.code for finding in findings(worded(heading="示例\ue123"))] == ["label.glyph"]
    pale = changed(SHIPPED, colours={**SHIPPED.colours, "accent": "#f5f5f5"})
    assert {finding.code for finding in findings(pale)} == {"preflight.text_pale"}


def test_what_the_serial_stands_among_is_printed_in_its_colour() -> None:
    place = next(at for at, line in enumerate(editing.class_called(SHIPPED, LARGE).lines) if line.word == "serial")
    made = editing.with_line(worded(serial="编号 {serial} 号"), LARGE, place, colour="#C00000")
    data, text = printed(parse_design(made.text))
    assert "编号 00012-000002 号" in text
    pixels = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().getcolors(1 << 24)
    assert any(red > 180 and green < 30 and blue < 30 for _, (red, green, blue) in pixels)


def test_a_bar_in_a_lot_is_printed() -> None:
    assert "L|2026|1" in printed(SHIPPED, lot="L|2026|1")[1]


def test_a_line_without_its_data_is_left_out() -> None:
    assert "有效期" not in printed(SHIPPED, valid_until="")[1]
    assert "产品" not in printed(worded(product=""))[1]


def test_an_added_font_that_is_gone_is_said() -> None:
    made = editing.with_line(SHIPPED, LARGE, 0, font=f"{ADDED}0123456789ab")
    with refused("fonts.unknown"):
        printed(parse_design(made.text))


def test_the_frame_never_runs_through_the_symbol() -> None:
    made = editing.with_class(SHIPPED, "middle", symbol_most=100.0, frame=1.3)
    cell = dataclasses.replace(job("A4-40-52.5x29.7"), layout=made).cell
    room = cell.height / 72 * 25.4 - 2 * 1.3
    assert 57 * cell.module / 72 * 25.4 - 4 * cell.module / 72 * 25.4 <= room + 0.01
    assert FACTS["company"]


def test_a_size_is_added_for_smaller_labels_and_taken_away() -> None:
    made, name = editing.with_new_class(SHIPPED, "grand")
    assert [one.name for one in parse_design(made.text).classes] == ["grand", name, "large", "middle", "small"]
    assert made.class_of(60.0, 41.0).name == name
    assert made.class_of(60.0, 34.0).name == "large"
    last, other = editing.with_new_class(made, SMALL)
    assert parse_design(last.text).classes[-1].name == other
    assert editing.without_class(editing.without_class(last, other), name).sha256 == SHIPPED.sha256
