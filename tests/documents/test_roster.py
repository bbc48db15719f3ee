from __future__ import annotations

from collections import Counter

import pikepdf
import pytest

from qc_desktop.documents import pdfium
from qc_desktop.documents.types.roster import render_roster
from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError

COLUMNS = [("序号", 8.0), ("企业名称", 40.0), ("省份", 14.0), ("承诺产品", 30.0), ("证书编号", 26.0)]
TITLE = "2026年“3·15”产品和服务质量诚信承诺\n企业名单"


def rows(count: int) -> list[list[str]]:
    return [
        [
            str(n),
            f"示例{'青禾' * (1 + n % 9)}电器股份有限公司",
            "内蒙古",
            "示例牌电饭煲、示例牌电水壶",
            f"QC-2026-315-{n:06}",
        ]
        for n in range(1, count + 1)
    ]


def pages_of(path) -> list[str]:
    texts = []
    with pdfium.document(path) as opened:
        for index in range(len(opened)):
            with pdfium.page_of(opened, index) as page:
                texts.append("".join(pdfium.page_text(page).split()))
    return texts


def test_every_row_heading_and_page_number_is_there(tmp_path) -> None:
    made = rows(120)
    path = finish(render_roster(tmp_path / "r.pdf", TITLE, "示例质量检验协会", COLUMNS, made))
    pages = pages_of(path)
    assert len(pages) > 3
    assert all("企业名称" in page and "证书编号" in page for page in pages)
    assert all(f"—{number}—" in page for number, page in enumerate(pages, 1))
    assert "排名不分先后" in pages[0]
    assert "排名不分先后" not in pages[1]
    heading = "".join(name for name, _ in COLUMNS)
    expected = Counter("".join(TITLE.split()) + "示例质量检验协会（排名不分先后）" + heading * len(pages))
    expected += Counter("".join("".join(row) for row in made))
    expected += Counter("".join(f"—{number}—" for number in range(1, len(pages) + 1)))
    assert Counter("".join(pages)) == expected


def test_no_text_leaves_the_type_area(tmp_path) -> None:
    path = finish(render_roster(tmp_path / "r.pdf", TITLE, "", COLUMNS, rows(60)))
    k = 72 / 25.4
    with pdfium.document(path) as opened, pdfium.page_of(opened, 1) as page:
        text_page = page.get_textpage()
        boxes = [text_page.get_charbox(index) for index in range(text_page.count_chars())]
        text_page.close()
    boxes = [box for box in boxes if box[2] > box[0]]
    assert min(box[0] for box in boxes) >= 28 * k
    assert max(box[2] for box in boxes) <= (210 - 26) * k
    assert max(box[3] for box in boxes) <= (297 - 37) * k


def test_file_is_sound_and_equal_each_time(tmp_path) -> None:
    first = finish(render_roster(tmp_path / "a.pdf", TITLE, "", COLUMNS, rows(30)))
    second = finish(render_roster(tmp_path / "b.pdf", TITLE, "", COLUMNS, rows(30)))
    assert first.read_bytes() == second.read_bytes()
    with pikepdf.open(first) as opened:
        assert opened.check_pdf_syntax() == []
        assert str(opened.docinfo.Title) == TITLE.replace("\n", "")


def test_refusals_leave_nothing(tmp_path) -> None:
    cases = [
        ([], COLUMNS, "documents.roster_empty"),
        (rows(1), [], "documents.roster_empty"),
        ([["1", "示例𠮷野公司", "", "", ""]], COLUMNS, "documents.roster_glyph"),
        ([["1", "示例" * 2000, "", "", ""]], COLUMNS, "documents.roster_row"),
    ]
    for values, columns, code in cases:
        with pytest.raises(UserError) as refused:
            finish(render_roster(tmp_path / "r.pdf", TITLE, "", columns, values))
        assert refused.value.code == code
    job = render_roster(tmp_path / "r.pdf", TITLE, "", COLUMNS, rows(200))
    next(job)
    job.close()
    assert list(tmp_path.iterdir()) == []
