from __future__ import annotations

import re
from collections import Counter

import pikepdf
import pytest

from qc_desktop.documents import pdfium
from qc_desktop.documents.fonts.glyphs import FONTS, file_spec, stack
from qc_desktop.documents.types.roster import render_roster
from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError
from tests.documents.test_added_fonts import kept
from tests.fonts import RARE, font

MM = 72 / 25.4
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


def boxes_of(path, index: int) -> list[tuple[str, float, float, float, float]]:
    """Every visible character of a page: itself, left, bottom, right, top."""
    with pdfium.document(path) as opened, pdfium.page_of(opened, index) as page:
        text = page.get_textpage()
        found = [(text.get_text_range(place, 1), *text.get_charbox(place)) for place in range(text.count_chars())]
        text.close()
    return [box for box in found if box[3] > box[1] and box[0].strip()]


def lines_of(path, index: int) -> list[str]:
    """The characters of a page, those of one height together, from the top."""
    heights: dict[int, str] = {}
    with pdfium.document(path) as opened, pdfium.page_of(opened, index) as page:
        text = page.get_textpage()
        for place in range(text.count_chars()):
            height = round(text.get_charbox(place, loose=True)[1])
            heights[height] = heights.get(height, "") + text.get_text_range(place, 1).strip()
        text.close()
    return [heights[height] for height in sorted(heights, reverse=True) if heights[height]]


def made(path, values, columns=COLUMNS, title: str = TITLE, subtitle: str = ""):
    return finish(render_roster(path, title, subtitle, columns, values))


def text_of(path) -> str:
    return "".join(pages_of(path))


def test_every_row_heading_and_page_number_is_there_once(tmp_path) -> None:
    values = rows(120)
    pages = pages_of(made(tmp_path / "r.pdf", values, subtitle="公告2026年第12号　共120家，排名不分先后"))
    title = "".join(TITLE.split())
    heading = "".join(name for name, _ in COLUMNS)
    expected = Counter(title * len(pages) + "公告2026年第12号共120家，排名不分先后" + heading * len(pages))
    expected += Counter("".join("".join(row) for row in values))
    expected += Counter("".join(f"第{number}页共{len(pages)}页" for number in range(1, len(pages) + 1)))
    assert Counter("".join(pages)) == expected
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "企业名称" in page
        assert "证书编号" in page
        assert f"第{number}页共{len(pages)}页" in page
        assert page.count(title) == 1
    assert ["排名不分先后" in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_no_text_leaves_the_type_area_whichever_way_the_page_lies(tmp_path) -> None:
    narrow = [COLUMNS[0], COLUMNS[1]]
    upright = made(tmp_path / "a.pdf", [row[:2] for row in rows(90)], narrow)
    across = made(tmp_path / "b.pdf", rows(90))
    for path, left, right, top in ((upright, 28, 210 - 26, 297 - 37), (across, 35, 297 - 37, 210 - 28)):
        boxes = boxes_of(path, 1)
        assert min(box[1] for box in boxes) >= left * MM
        assert max(box[3] for box in boxes) <= right * MM
        assert max(box[4] for box in boxes) <= top * MM


def test_a_page_holds_about_thirty_companies_of_ordinary_names(tmp_path) -> None:
    pages = pages_of(made(tmp_path / "r.pdf", rows(200)))
    assert 28 <= len(re.findall(r"QC-2026-315-\d{6}", pages[1])) <= 35


def test_numbers_and_headings_stay_whole_beside_what_wraps(tmp_path) -> None:
    values = rows(40)
    values[3][3] = "、".join(f"示例产品{n}" for n in range(60))
    values[5][1] = "示例" + "很长名称" * 49 + "公司"
    path = made(tmp_path / "r.pdf", values, subtitle="共40家")
    with pdfium.document(path) as opened:
        count = len(opened)
    lines = [line for index in range(count) for line in lines_of(path, index)]
    for row in values:
        assert sum(row[4] in line for line in lines) == 1
    assert sum("序号企业名称省份承诺产品证书编号" in line for line in lines) == count
    assert not [line for line in lines if line[0] in "，。、；：）》”"]


def test_a_row_longer_than_a_page_goes_on_overleaf_and_loses_nothing(tmp_path) -> None:
    values = rows(4)
    values[1][3] = "、".join(f"示例产品型号{n}" for n in range(900))
    path = made(tmp_path / "r.pdf", values, title="名单")
    pages = len(pages_of(path))
    assert pages > 3
    foot = "".join(f"第{number}页共{pages}页" for number in range(1, pages + 1)) + "名单" * pages
    heading = "".join(name for name, _ in COLUMNS) * pages
    assert Counter(text_of(path)) == Counter("".join(map("".join, values)) + foot + heading)


def test_no_province_is_divided_beside_long_names(tmp_path) -> None:
    provinces = ["新疆维吾尔自治区", "内蒙古自治区", "香港特别行政区", "黑龙江省"]
    values = [
        [str(n), f"示例{'很长名称' * (2 + n % 7)}有限公司", provinces[n % 4], f"QC-2026-315-{n:06}"] for n in range(300)
    ]
    path = made(tmp_path / "r.pdf", values, [COLUMNS[0], COLUMNS[1], COLUMNS[2], COLUMNS[4]])
    lines = [line for index in range(len(pages_of(path))) for line in lines_of(path, index)]
    for province in provinces:
        assert sum(province in line for line in lines) == 75


def test_an_added_font_prints_a_name_that_the_shipped_ones_lack(tmp_path) -> None:
    own = kept(tmp_path, font())
    specs = {name: stack(name, (file_spec(own),)) for name in FONTS}
    job = render_roster(tmp_path / "r.pdf", "名单", "", COLUMNS[:2], [["1", f"示例{RARE}野公司"]], specs)
    assert f"示例{RARE}野公司" in text_of(finish(job))


def test_an_empty_column_keeps_its_heading_and_gives_its_room_away(tmp_path) -> None:
    path = made(tmp_path / "r.pdf", [[*row[:3], "", ""] for row in rows(30)])
    found = boxes_of(path, 0)
    (heading,) = [line for line in lines_of(path, 0) if "企业名称" in line]
    assert heading == "序号企业名称省份承诺产品证书编号"
    assert max(box[3] for box in found) < 210 * MM


@pytest.mark.parametrize(
    "title",
    [
        "2026年“3·15”产品和服务质量诚信承诺企业名单",
        "2026年质量月企业质量诚信倡议活动参加企业名单（第二批）",
        "2026年全国质量检验稳定合格产品调查汇总企业名单",
    ],
)
def test_a_title_divides_no_word(tmp_path, title) -> None:
    path = made(tmp_path / "r.pdf", [["1", "示例公司"]], COLUMNS[:2], title)
    first, second, *_ = lines_of(path, 0)
    assert first + second == title
    for word in ("服务", "质量", "诚信", "承诺", "企业", "名单", "3·15", "2026年", "调查", "汇总", "活动", "参加"):
        assert (first + second).count(word) == first.count(word) + second.count(word)
    assert first[-1] not in "（和"


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
    ]
    for values, columns, code in cases:
        with pytest.raises(UserError) as refused:
            finish(render_roster(tmp_path / "r.pdf", TITLE, "", columns, values))
        assert refused.value.code == code
    job = render_roster(tmp_path / "r.pdf", TITLE, "", COLUMNS, rows(200))
    next(job)
    job.close()
    assert list(tmp_path.iterdir()) == []
