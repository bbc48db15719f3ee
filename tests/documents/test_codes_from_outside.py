from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from benchmarks.desk.pictures import BLURRED, DARK, FAR, Photo, page, taken
from qc_desktop.documents.outside import codes, codes_child
from qc_desktop.documents.preview import page_count, page_png
from qc_desktop.documents.rendering import render_bytes, render_file
from qc_desktop.documents.sheets import Sheet
from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError
from qc_desktop.messages import messages


@pytest.fixture
def pdf(tmp_path, sheets: list[Sheet], layouts) -> Path:
    return finish(render_file(sheets[:3], tmp_path / "三份 证书.pdf", layouts))


def test_symbols_of_a_pdf_come_with_their_pages(pdf, sheets) -> None:
    expected = [(page, sheet.qr_text) for page, sheet in enumerate(sheets[:3], 1)]
    assert codes.read_symbols(pdf) == expected


def test_record_of_a_single_certificate_comes_back(tmp_path, pdf, sheets, layouts) -> None:
    single = tmp_path / "one.pdf"
    single.write_bytes(render_bytes(sheets[0], layouts))
    assert codes.read(single).record == sheets[0].attachment
    assert codes.read(pdf).record is None


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_with_two_certificates_is_read(tmp_path, sheets, layouts, form: str) -> None:
    pages = [BytesIO(page_png(render_bytes(sheet, layouts), dpi=150)) for sheet in sheets[:2]]
    with Image.open(pages[0]) as upper, Image.open(pages[1]) as lower:
        both = Image.new("RGB", (upper.width, upper.height * 2), "white")
        both.paste(upper, (0, 0))
        both.paste(lower, (0, upper.height))
    path = tmp_path / "photo.dat"
    both.save(path, form)
    assert sorted(codes.read_symbols(path)) == sorted((1, sheet.qr_text) for sheet in sheets[:2])


def refused(path: Path, seconds: float = codes.SECONDS) -> str:
    with pytest.raises(UserError) as problem:
        codes.read_symbols(path, seconds)
    assert messages("zh_CN").of(problem.value)
    assert messages("en").of(problem.value)
    return problem.value.code


def test_what_cannot_be_read_is_refused_in_words(tmp_path) -> None:
    cases = {
        "no.pdf": (None, "pagecheck.no_file"),
        "text.pdf": ("示例".encode(), "pagecheck.kind"),
        "broken.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "pagecheck.not_readable"),
        "broken.png": (b"\x89PNG\r\n\x1a\n" + bytes(200), "pagecheck.damaged"),
        "broken.jpg": (b"\xff\xd8\xff" + os.urandom(500), "pagecheck.damaged"),
    }
    for name, (content, code) in cases.items():
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        assert refused(path) == code


def test_limits_hold(tmp_path, pdf, monkeypatch) -> None:
    assert refused(pdf, seconds=0.0) == "pagecheck.too_slow"
    monkeypatch.setattr(codes, "SIZE_LIMIT", 1000)
    assert refused(pdf) == "pagecheck.too_large"


def test_a_picture_of_too_many_pixels_is_refused(tmp_path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (9000, 9000)).save(path)
    assert refused(path) == "pagecheck.too_many_pixels"


def test_a_page_without_a_symbol_has_none(tmp_path) -> None:
    path = tmp_path / "blank.png"
    Image.new("L", (300, 200), 255).save(path)
    assert codes.read_symbols(path) == []


def test_preview_shows_the_page(pdf) -> None:
    assert page_count(pdf) == 3
    first, second = page_png(pdf, 0, 40), page_png(pdf, 1, 40)
    assert first != second
    assert first.startswith(b"\x89PNG")
    with pytest.raises(UserError):
        page_png(pdf, 3)
    with pytest.raises(UserError):
        page_png(b"no pdf")


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_files_give_answers_and_never_an_exception(tmp_path, single, picture, data) -> None:
    """What the killable process runs, here in this one: bytes changed, cut out or put in at random."""
    kind = data.draw(st.sampled_from(["pdf", "image"]))
    content = bytearray(single if kind == "pdf" else picture)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
    path = tmp_path / "changed"
    path.write_bytes(bytes(content))
    answers = list(codes_child.answers(path, kind))
    assert {name for name, _ in answers} <= {"page", "attached", "pages", "pixels", "damaged"}


@pytest.fixture
def single(sheets, layouts) -> bytes:
    return render_bytes(sheets[0], layouts)


@pytest.fixture
def picture(single) -> bytes:
    return page_png(single, 0, 40)


@pytest.mark.parametrize("photo", [BLURRED, DARK, FAR], ids=lambda photo: photo.name)
def test_a_bad_photo_is_looked_at_in_other_ways(tmp_path, sheets, layouts, photo: Photo) -> None:
    """Out of focus, in the dark, from far away: none of which a reader gets through by itself."""
    pdf, path = tmp_path / "one.pdf", tmp_path / "photo.jpg"
    pdf.write_bytes(render_bytes(sheets[0], layouts))
    paper = page(pdf)
    middle = zxingcpp.read_barcodes(np.asarray(paper))[0].position.top_left
    around = paper.crop((middle.x - 300, middle.y - 300, middle.x + 800, middle.y + 800))
    taken(around, photo, path, (2016, 1512))
    with Image.open(path) as opened:
        assert codes_child._symbols(np.asarray(opened.convert("L"))) == []
    assert list(codes_child.answers(path, "image")) == [("page", [(1, sheets[0].qr_text)])]
