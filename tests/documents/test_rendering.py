from __future__ import annotations

import hashlib
import io
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from qc_desktop.documents import pdfium
from qc_desktop.documents.composing import compose
from qc_desktop.documents.rendering import render_bytes, render_file, render_folder
from qc_desktop.documents.sheets import Appearance, SealPrint, Sheet, file_name
from qc_desktop.domain.progress import Progress, finish
from qc_desktop.errors import UserError
from tests.documents.samples import make_sheet


def extracted(path: Path) -> list[Counter[str]]:
    """The characters of each page, blanks apart."""
    with pdfium.document(path) as opened:
        return [Counter("".join(page_text(opened, index).split())) for index in range(len(opened))]


def page_text(opened, index: int) -> str:
    with pdfium.page_of(opened, index) as page:
        return pdfium.page_text(page)


def printed(sheet: Sheet, layout) -> Counter[str]:
    texts = compose(sheet.record, layout, sheet.copy)
    return Counter("".join("".join(text.line.text for text in texts).split()))


def test_extracted_text_equals_what_was_printed_on_every_page(tmp_path, sheets, layout, layouts) -> None:
    path = finish(render_file(sheets, tmp_path / "a.pdf", layouts))
    for page, sheet in zip(extracted(path), sheets, strict=True):
        assert page == printed(sheet, layout)
    for sheet in sheets:
        record = "".join("".join(value) for key, value in sheet.record.items() if key in ("holder", "number", "uscc"))
        assert not Counter("".join(record.split())) - printed(sheet, layout)


def test_to_unicode_is_right_beyond_the_basic_plane(tmp_path, layouts) -> None:
    path = finish(render_file([make_sheet(1, "示例𬱖⼀一公司")], tmp_path / "a.pdf", layouts))
    with pikepdf.open(path) as opened:
        maps = [font.ToUnicode.read_bytes() for font in opened.pages[0].Resources.Font.values()]
    joined = b"\n".join(maps)
    assert b"<D873DC56>" in joined  # 𬱖 as a surrogate pair
    assert b"<2F00>" in joined  # the radical and the character share a glyph, not a code
    assert b"<4E00>" in joined
    assert "𬱖⼀一" in "".join(extracted_text(path).split())


def extracted_text(path: Path) -> str:
    with pdfium.document(path) as opened:
        return page_text(opened, 0)


def test_file_is_sound_and_every_font_is_an_embedded_subset(tmp_path, sheets, layouts) -> None:
    path = finish(render_file(sheets * 12, tmp_path / "a.pdf", layouts))
    with pikepdf.open(path) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 72
        assert str(opened.docinfo.Title) == "承诺展示公告证明"
        assert str(opened.docinfo.Author) == "示例质量检验协会"
        assert str(opened.Root.Lang) == "zh-CN"
        fonts = [
            item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        ]
        assert len(fonts) == 12
        for font in fonts:
            assert str(font.BaseFont)[7:8] == "+"
            if font.Subtype == "/CIDFontType2":
                assert len(font.FontDescriptor.FontFile2.read_bytes()) > 1000
        used = {font.objgen for page in opened.pages for font in page.Resources.Font.values()}
        assert len(used) == 6  # what pages share has fonts of its own


def test_the_same_input_gives_the_same_bytes(tmp_path, sheets, layouts) -> None:
    first = finish(render_file(sheets, tmp_path / "a.pdf", layouts)).read_bytes()
    second = finish(render_file(sheets, tmp_path / "b.pdf", layouts)).read_bytes()
    assert first == second
    assert finish(render_file(sheets[::-1], tmp_path / "c.pdf", layouts)).read_bytes() != first


def test_a_single_file_does_not_depend_on_its_batch(tmp_path, sheets, layouts) -> None:
    finish(render_folder(sheets, tmp_path / "all", layouts))
    (alone,) = finish(render_folder(sheets[2:3], tmp_path / "one", layouts))
    assert (tmp_path / "all" / alone.name).read_bytes() == alone.read_bytes()
    assert alone.read_bytes() == render_bytes(sheets[2], layouts)


def test_pages_cost_less_than_four_kilobytes(tmp_path, layouts) -> None:
    few = finish(render_file([make_sheet(n) for n in range(1, 11)], tmp_path / "a.pdf", layouts)).stat().st_size
    many = finish(render_file([make_sheet(n) for n in range(1, 111)], tmp_path / "b.pdf", layouts)).stat().st_size
    assert (many - few) / 100 < 4096


def test_a_single_certificate_carries_its_record(tmp_path, layouts) -> None:
    sheet = make_sheet(1)
    path = finish(render_file([sheet], tmp_path / "a.pdf", layouts))
    with pikepdf.open(path) as opened:
        assert opened.attachments["record.json"].get_file().read_bytes() == sheet.attachment
        assert str(opened.docinfo.Title) == "承诺展示公告证明 QC-2026-315-000001"
    both = finish(render_file([sheet, make_sheet(2)], tmp_path / "b.pdf", layouts))
    with pikepdf.open(both) as opened:
        assert len(opened.attachments) == 0


def test_progress_counts_every_page(tmp_path, sheets, layouts) -> None:
    steps = list(render_file(sheets, tmp_path / "a.pdf", layouts))
    assert steps == [Progress("render", done, len(sheets)) for done in range(1, len(sheets) + 1)]


@pytest.mark.parametrize("after", [1, 3])
def test_closing_leaves_nothing(tmp_path, sheets, layouts, after: int) -> None:
    for job in (render_file(sheets, tmp_path / "a.pdf", layouts), render_folder(sheets, tmp_path / "all", layouts)):
        for _ in range(after):
            next(job)
        assert list(tmp_path.iterdir()) != []
        job.close()
        assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_what_was_there_before(tmp_path, sheets, layouts) -> None:
    path = finish(render_file(sheets[:1], tmp_path / "a.pdf", layouts))
    before = hashlib.sha256(path.read_bytes()).digest()
    broken = [sheets[0], make_sheet(9, "示例" * 50)]
    with pytest.raises(UserError) as refused:
        finish(render_file(broken, path, layouts))
    assert refused.value.code == "documents.overfull"
    assert refused.value.params["number"] == "QC-2026-315-000009"
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_missing_sheets_join_a_folder(tmp_path, sheets, layouts) -> None:
    folder = tmp_path / "质检 协会 %1"
    finish(render_folder(sheets[:2], folder, layouts))
    (folder / "说明.txt").write_text("示例", encoding="utf-8")
    finish(render_folder(sheets[2:], folder, layouts))
    assert {file.name for file in folder.iterdir()} == {*map(file_name, sheets), "说明.txt"}
    assert [item.name for item in tmp_path.iterdir()] == [folder.name]


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("示例公司", "QC-2026-315-000001_示例公司.pdf"),
        ('示例:A/B\\C*?"<>|公司', "QC-2026-315-000001_示例－A－B－C－－－－－－公司.pdf"),
        ("示例公司. ", "QC-2026-315-000001_示例公司.pdf"),
    ],
)
def test_file_names_are_safe(holder: str, name: str) -> None:
    assert file_name(make_sheet(1, holder)) == name


def test_file_names_stay_short_and_tell_copies_apart() -> None:
    long = file_name(make_sheet(1, "示例" * 100, copy=2))
    assert long.endswith("_第2份.pdf")
    assert len(long.encode()) < 200


def test_sheets_with_one_name_are_refused(tmp_path, layouts) -> None:
    with pytest.raises(UserError) as refused:
        finish(render_folder([make_sheet(1), make_sheet(1)], tmp_path / "all", layouts))
    assert refused.value.code == "documents.same_name"


def test_nothing_unknown_and_unwritable_are_refused(tmp_path, sheets, layouts) -> None:
    (tmp_path / "file").write_bytes(b"")
    cases = [
        (render_file([], tmp_path / "a.pdf", layouts), "documents.nothing_to_print"),
        (render_file(sheets, tmp_path / "a.pdf", {}), "documents.layout_missing"),
        (render_file(sheets, tmp_path / "a.pdf", layouts, Appearance("green")), "documents.scheme"),
        (render_file(sheets, tmp_path / "file" / "a.pdf", layouts), "file.folder_missing"),
        (render_folder(sheets, tmp_path / "file" / "all", layouts), "documents.not_written"),
        (
            render_file(sheets, tmp_path / "a.pdf", layouts, Appearance(seal=SealPrint(b"GIF89a"))),
            "documents.picture_unreadable",
        ),
    ]
    for job, code in cases:
        with pytest.raises(UserError) as refused:
            finish(job)
        assert refused.value.code == code
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_character_without_a_glyph_is_refused_even_after_issue(tmp_path, layouts) -> None:
    with pytest.raises(UserError) as refused:
        finish(render_file([make_sheet(7, "示例𠮷公司")], tmp_path / "a.pdf", layouts))
    assert refused.value.code == "documents.glyph"
    assert refused.value.params == {"number": "QC-2026-315-000007", "point": "U+20BB7"}


def red_pixels(data: bytes) -> int:
    """How many strongly red pixels the right half of the page shows at 50 dpi."""
    with pdfium.document(data) as opened, pdfium.page_of(opened, 0) as page:
        picture = page.render(scale=50 / 72).to_pil().convert("RGB")
    half = picture.crop((picture.width // 2, 0, picture.width, picture.height))
    return sum(1 for r, g, b in half.get_flattened_data() if r > 150 and g < 110 and b < 110)


def seal_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (90, 90), (200, 20, 20, 255)).save(out, "PNG")
    return out.getvalue()


def test_seal_ring_is_for_the_screen_and_a_supplied_seal_is_printed(layouts) -> None:
    sheet = make_sheet(1)
    plain = red_pixels(render_bytes(sheet, layouts))
    shown = red_pixels(render_bytes(sheet, layouts, Appearance(preview=True)))
    sealed = red_pixels(render_bytes(sheet, layouts, Appearance(seal=SealPrint(seal_picture()), preview=True)))
    smaller = red_pixels(render_bytes(sheet, layouts, Appearance(seal=SealPrint(seal_picture(), 42))))
    assert plain == 0
    assert 10 < shown < 400
    assert sealed == pytest.approx((45 / 25.4 * 50) ** 2, rel=0.1)
    assert smaller == pytest.approx(sealed * (42 / 45) ** 2, rel=0.05)


def test_an_older_layout_is_rendered_from_its_stored_text(tmp_path, layout) -> None:
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.layout.reading import parse_layout

    older = parse_layout(
        layout.text.replace('title = "承诺展示公告证明"', 'title = "旧版"').replace("y = 43.5", "y = 44.0")
    )
    old, new = make_sheet(1, template=older.sha256), make_sheet(2)
    finish(render_file([old, new], tmp_path / "a.pdf", by_hash(layout, older)))
    assert older.sha256 != layout.sha256
    with pytest.raises(UserError):
        finish(render_file([old, new], tmp_path / "b.pdf", by_hash(layout)))
