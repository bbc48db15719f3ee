"""Labels on every sheet that ships: what is printed can be read back, nothing touches, bytes stay few and the same."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp

from qc_desktop.documents import qr
from qc_desktop.documents.labels.presets import parse_presets, shipped_presets
from qc_desktop.documents.labels.rendering import write_labels
from qc_desktop.documents.labels.shipped import label_layout
from qc_desktop.documents.typesetting import Line
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.label_sheets import SheetMemory, dot_of
from qc_desktop.paths import resource
from tests import readers
from tests.documents.labels.samples import FACTS, LONG, PREFIX, digits, job, pages
from tests.samples import refused

PRESETS = [preset.key for preset in shipped_presets()]
HIDDEN = [key for key in PRESETS if key != "A4-65"]


def rendered(made, count, memory=SheetMemory()):
    out = io.BytesIO()
    assert list(write_labels(out, made, pages(made, count, memory)))[-1] == count
    return out.getvalue()


def decoded(picture):
    return sorted(found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode))


@pytest.mark.parametrize("preset", PRESETS)
def test_every_label_of_a_sheet_is_read_back(preset):
    made = job(preset)
    pdf = pypdfium2.PdfDocument(rendered(made, made.preset.size))
    assert len(pdf) == 1
    picture = pdf[0].render(scale=300 / 72).to_pil()
    assert decoded(picture) == sorted(PREFIX + digits(index) for index in range(1, made.preset.size + 1))
    text = pdf[0].get_textpage().get_text_range()
    serials = re.findall(r"00012-\d{6}", text)
    assert serials == [f"00012-{index:06}" for index in range(1, made.preset.size + 1)]
    pdf.close()


@pytest.mark.skipif(bool(readers.missing()), reason=f"not installed: {', '.join(readers.missing())}")
@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize("draw", readers.RENDERERS, ids=["poppler", "mupdf"])
def test_other_renderers_and_readers_read_the_masks_too(tmp_path, draw, dpi):
    made, path = job("A4-40", 300), tmp_path / "标识.pdf"
    path.write_bytes(rendered(made, 40))
    (page,) = draw(path, dpi, tmp_path)
    wanted = sorted(PREFIX + digits(index) for index in range(1, 41))
    assert readers.zxing(page) == wanted
    if dpi == 300:
        assert readers.zbar(page) == wanted


@pytest.mark.parametrize("preset", PRESETS)
def test_symbols_lie_on_whole_dots_and_large_enough(preset):
    made = job(preset)
    dot = dot_of(600) * POINTS_PER_MM
    side = made.cell.module * 53 / POINTS_PER_MM
    assert side >= 20 - 1e-6
    left, lower = made.corner(made.preset.size)
    for length in (made.cell.module, left + made.cell.symbol[0], lower + made.cell.symbol[1], *made.page_size):
        assert length / dot == pytest.approx(round(length / dot), abs=1e-3)


def boxes(cell):
    """Every text of a label: left, lower, right, upper in points."""
    for text in cell.texts:
        yield text.x, text.y - 0.12 * text.size, text.x + text.line.width * text.size, text.y + 0.88 * text.size
    serial = cell.serial
    yield serial.x, serial.y - 0.12 * serial.size, serial.x + 6.5 * serial.size, serial.y + 0.88 * serial.size


@pytest.mark.parametrize("facts", [{}, LONG], ids=["usual", "long"])
@pytest.mark.parametrize("preset", PRESETS)
def test_no_text_touches_another_the_symbol_or_the_rim(preset, facts):
    narrow = preset in ("A4-40", "A4-40-52.5x29.7", "A4-65", "R-50x30") and facts
    cell = job(preset, **({} if narrow else facts)).cell
    found = sorted(boxes(cell), key=lambda box: -box[3])
    symbol_right = cell.symbol[0] + 49 * cell.module
    for left, lower, right, upper in found:
        assert left >= symbol_right - 0.1
        assert lower >= 0.3 * POINTS_PER_MM
        assert right <= cell.width - 0.3 * POINTS_PER_MM
        assert upper <= cell.height - 0.3 * POINTS_PER_MM
    for above, below in pairwise(found):
        assert below[3] <= above[1] + 0.6, "lines touch"


@pytest.mark.parametrize("preset", HIDDEN)
def test_a_hidden_code_has_a_box_of_its_own(preset):
    made = job(preset, hidden=True)
    pdf = pypdfium2.PdfDocument(rendered(made, 1))
    text = re.sub(r"\s", "", pdf[0].get_textpage().get_text_range())
    assert "刮开" in text
    for group in ("7K2QX", "M0V9B", "ZC4HT", "1RNEP"):
        assert group in text
    pdf.close()


def test_the_smallest_labels_have_no_room_for_hidden_codes():
    with refused("label.no_room_for_hidden"):
        job("A4-65", hidden=True).cell  # noqa: B018
    with refused("label.needs_600"):
        job("A4-65", 300).cell  # noqa: B018


def test_abrasion_takes_the_larger_symbol_where_it_has_room():
    assert job("A4-24-70x37", symbol=qr.ABRASION_LABEL).cell.module * 61 / POINTS_PER_MM >= 23
    pdf = pypdfium2.PdfDocument(rendered(job("A4-24-70x37", symbol=qr.ABRASION_LABEL), 24))
    assert len(decoded(pdf[0].render(scale=300 / 72).to_pil())) == 24
    pdf.close()
    with refused("label.symbol_too_large"):
        job("A4-65", symbol=qr.ABRASION_LABEL).cell  # noqa: B018


def test_a_text_without_room_is_said():
    with refused("label.overfull") as caught:
        job("A4-40", lot="L" * 60).cell  # noqa: B018
    assert "LLLL" in str(caught.value.params["text"])
    with refused("label.glyph"):
        job("A4-40", company="示例\ue123").cell  # noqa: B018


def test_a_part_used_sheet_leaves_its_used_places_empty():
    made = job("A4-40", 300)
    pdf = pypdfium2.PdfDocument(rendered(made, 3, SheetMemory(37, (38,))))
    page = pdf[0].render(scale=150 / 72).to_pil()
    assert len(decoded(page)) == 3
    upper = page.crop((0, 0, page.width, round(page.height * (21.5 + 9 * 25.4) / 297)))
    assert upper.getextrema() == ((255, 255),) * 3
    pdf.close()


def test_the_same_labels_are_the_same_bytes_and_few():
    made = job("A4-40", 300)
    data = rendered(made, 4000)
    assert data == rendered(job("A4-40", 300), 4000)
    assert len(data) / 4000 < 1200


def test_a_wide_hidden_code_is_narrowed_into_its_box():
    made = job("A4-40", hidden=True)
    wide = list(pages(made, 1))
    label = wide[0].labels[0]
    changed = type(wide[0])(1, wide[0].positions, [type(label)(label.serial, label.digits, "WWWWW-MMMMM-WWWWW-MMMMM")])
    out = io.BytesIO()
    list(write_labels(out, made, [changed]))
    text = pypdfium2.PdfDocument(out.getvalue())[0].get_textpage()
    (slot, *_) = made.cell.hidden
    left, lower = made.corner(1)
    places = [text.get_charbox(place) for place in range(text.count_chars())]
    right = max(box[2] for box, char in zip(places, text.get_text_range(), strict=False) if char in "WM")
    assert right <= left + slot.x + slot.room + 0.5
    assert lower > 0


def test_words_of_the_label_promise_nothing():
    said = " ".join(label_layout().words.values())
    for word in ("防伪技术产品", "认证", "推荐", "放心", "免检"):
        assert word not in said
    assert "12315" in said
    assert isinstance(job("A4-40").cell.texts[0].line, Line)
    assert FACTS["company"] in {text.line.text for text in job("A4-24").cell.texts}


@pytest.mark.parametrize(
    "text",
    [
        "presets = 3",
        "[[presets]]\nkey = 'x'",
        "",
        "not toml at all [",
        "presets = []",
        "[[presets]]\nkey = 5",
    ],
)
def test_a_damaged_file_of_presets_is_refused(text):
    with refused("label.presets_damaged"):
        parse_presets(text)


def test_a_preset_with_a_wrong_kind_of_value_is_refused():
    good = resource("data", "label_sheets.toml").read_text(encoding="utf-8")
    assert len(parse_presets(good)) == len(PRESETS)
    for wrong in (good.replace("columns = 3", 'columns = "3"', 1), good.replace('A4-30"', 'A4-24"', 1)):
        with refused("label.presets_damaged"):
            parse_presets(wrong)
    with refused("label.preset_page"):
        parse_presets(good.replace("columns = 3", "columns = 4", 1))
