"""Fonts from outside on paper: other ems, no blank, no licence table; gone or changed files are named."""

from __future__ import annotations

import hashlib
import io
import random
from pathlib import Path

import pikepdf
import pytest

from qc_desktop.documents import pdfium
from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts.child import answer
from qc_desktop.documents.fonts.files import FontNote, write_note
from qc_desktop.documents.fonts.glyphs import (
    FONTS,
    face,
    fallback_characters,
    file_spec,
    forget_faces,
    missing_characters,
    stack,
)
from qc_desktop.documents.layout import Resources
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.outside.killable import Killable
from qc_desktop.documents.preflight import check_sheet
from qc_desktop.documents.scene import Text
from qc_desktop.documents.types.roster import render_roster
from qc_desktop.documents.typesetting import paragraph, set_line
from qc_desktop.domain.progress import finish
from tests.documents.samples import PREFIX, make_record
from tests.fonts import RARE, font
from tests.samples import refused


def kept(folder: Path, content: bytes) -> Path:
    path = folder / f"{hashlib.sha256(content).hexdigest()}.ttf"
    path.write_bytes(content)
    return path


def page(text: str, spec: str) -> bytes:
    out = io.BytesIO()
    book = Book(out, 400, 100, "zh-CN")
    book.page(book.texts([Text(set_line(text, spec), 20, 50, 20, "ink")], {"ink": "#000000"}))
    book.finish("示例", "")
    return out.getvalue()


@pytest.mark.parametrize("upem", [256, 1000, 2048])
def test_an_em_of_any_size_prints_at_its_true_width(tmp_path, upem) -> None:
    spec = stack(file_spec(kept(tmp_path, font(upem=upem))), ("serif",))
    assert set_line("吉示", spec).width == pytest.approx(2 * 1000 / upem)
    data = page(f"示例{RARE}A 吉", spec)
    with pdfium.document(data) as opened, pdfium.page_of(opened, 0) as shown:
        assert pdfium.page_text(shown) == f"示例{RARE}A 吉"
        assert (pdfium.grey_pixels(shown, 100) < 128).any()
    with pikepdf.open(io.BytesIO(data)) as opened:
        fonts = {str(each.BaseFont)[8:]: each.DescendantFonts[0] for each in opened.pages[0].Resources.Font.values()}
    assert set(fonts) == {"SampleFace-1", "NotoSerifSC-Regular"}
    if upem != 1000:
        assert fonts["SampleFace-1"].W[1][0] == round(1_000_000 / upem)


def test_the_same_text_gives_the_same_bytes(tmp_path) -> None:
    spec = stack("serif", (file_spec(kept(tmp_path, font())),))
    assert page(f"示例{RARE}青禾", spec) == page(f"示例{RARE}青禾", spec)


def test_an_added_font_prints_what_the_shipped_ones_lack_and_nothing_else(tmp_path) -> None:
    spec = stack("serif", (file_spec(kept(tmp_path, font())),))
    assert missing_characters(f"示例{RARE}𡃁", spec) == ["𡃁"]
    assert fallback_characters(f"示例{RARE}", spec) == [RARE]
    assert [run.text for run in set_line(f"示例{RARE}青禾", spec).runs] == ["示例", RARE, "青禾"]


def test_without_a_blank_of_its_own_the_next_font_gives_it(tmp_path) -> None:
    own = file_spec(kept(tmp_path, font()))
    assert missing_characters("示 例", own) == [" "]
    line = set_line("示 例", stack(own, ("serif",)))
    assert [run.face for run in line.runs] == [own, "serif", own]


@pytest.mark.parametrize("changed", [{"drop": ("vhea", "vmtx", "VORG", "post")}, {"flags": None}, {"hhea": None}])
def test_tables_that_may_be_absent_are_not_missed(tmp_path, changed) -> None:
    if "hhea" in changed:  # says nothing of its ascent and descent
        from qc_desktop.documents.fonts.tables import _tables

        plain = _tables(font(), 0)["hhea"]
        changed = {"hhea": plain[:4] + bytes(4) + plain[8:]}
    spec = file_spec(kept(tmp_path, font(**changed)))
    assert page("示例", spec).startswith(b"%PDF")
    assert face(spec).metrics.ascent > 0


def test_a_folder_may_be_called_anything(tmp_path) -> None:
    odd = tmp_path / "甲|乙 100%7C"
    odd.mkdir()
    spec = stack("serif", (file_spec(kept(odd, font())),))
    assert missing_characters(RARE, spec) == []


def test_a_font_lost_before_printing_leaves_no_file(tmp_path) -> None:
    gone = stack("serif", (file_spec(tmp_path / f"{'0' * 64}.ttf"),))
    for named in ({"serif": gone}, {"serif": gone, "serif_bold": gone}):
        with refused("fonts.lost"):
            finish(render_roster(tmp_path / "r.pdf", "名单", "", [("企业名称", 1.0)], [[f"示例{RARE}"]], named))
    assert list(tmp_path.iterdir()) == []


def test_no_damaged_font_ends_in_anything_but_an_answer(tmp_path) -> None:
    chance, whole = random.Random(5), font()
    words = set()
    with Killable(answer, 20.0) as check:
        for _ in range(40):
            torn = bytearray(whole)
            for _ in range(chance.choice((1, 20, 400))):
                torn[chance.randrange(200, len(torn))] = chance.randrange(256)
            words.add(check.ask(str(kept(tmp_path, bytes(torn))))[0])
    assert "font" in words
    assert words <= {"font", "empty", "damaged", "died"}


def test_a_file_that_is_gone_or_changed_is_named_in_words(tmp_path) -> None:
    path = kept(tmp_path, font())
    write_note(path, FontNote("示例体", "Regular", "x", 0, 6, "2026-03-15", "a.ttf"))
    content = path.read_bytes()
    path.write_bytes(content[:-1] + b"!")
    with refused("fonts.changed") as problem:
        face(file_spec(path))
    assert problem.value.params == {"font": "示例体"}
    path.unlink()
    with refused("fonts.lost") as problem:
        paragraph("示例", file_spec(path), 20)
    assert problem.value.params == {"font": "示例体"}
    assert missing_characters("示例", stack("serif", (file_spec(path),))) == []
    with refused("fonts.lost"):
        missing_characters(RARE, stack("serif", (file_spec(path),)))


def test_another_file_in_the_place_of_a_font_is_judged_anew(tmp_path) -> None:
    """What the lost one lacked is said of that one alone, and set in its glyphs no longer: without a new start."""
    path = kept(tmp_path, font("示例"))
    own = file_spec(path)
    layout = load_layout("pledge_display_certificate")
    layout = layout.with_resources(Resources(fonts={name: stack(own, ("serif",)) for name in FONTS}))
    record = make_record()

    def borrowed() -> set[object]:
        found = check_sheet(record, layout, PREFIX)
        return {each for one in found if one.code == "preflight.other_font" for each in one.params["character"]}

    assert "青" in borrowed()
    set_line("青", layout.resources.fonts["serif"])
    other = font("示例青")
    path.write_bytes(other)
    write_note(path, FontNote("示例体", "", "", 0, 4, "", "", instead=hashlib.sha256(other).hexdigest()))
    forget_faces()
    assert "青" not in borrowed()
    assert [run.face for run in set_line("青", layout.resources.fonts["serif"]).runs] == [own]
