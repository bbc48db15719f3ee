"""公告 as PDF: the format of GB/T 9704-2012, and the roster behind it."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from qc_desktop.documents.announcing import Announcing, render_announcement, said
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.preview import page_png
from qc_desktop.domain.progress import finish
from tests.documents.reference import ROWS, announcing
from tests.documents.test_roster import MM, boxes_of, lines_of, pages_of
from tests.samples import refused


def with_text(about: Announcing, *paragraphs: str) -> Announcing:
    return replace(about, layout=changed(about.layout, phrases={"paragraphs": paragraphs}))


@pytest.fixture
def made(tmp_path):
    def make(*paragraphs: str, red_head: bool = False, **record: str):
        about = announcing(red_head=red_head, **record)
        about = with_text(about, *paragraphs) if paragraphs else about
        return finish(render_announcement(about, tmp_path / "a.pdf"))

    return make


SAID = said(announcing())


def test_it_says_all_of_it_in_order_and_the_roster_follows_on_its_own_page(made) -> None:
    letter, *annex = pages_of(made())
    place = 0
    wanted = [SAID.title, SAID.number, *SAID.paragraphs, "附件：" + SAID.annex_title, SAID.issuer, SAID.day]
    for words in wanted:
        place = letter.index("".join(words.split()), place)
    assert annex[0].removeprefix("—2—").startswith("附件" + "".join(SAID.annex_title.split()) + "共60家，排名不分先后")
    assert "附件" not in "".join(annex[1:])
    for _, name, _ in ROWS:
        assert name in "".join(annex)
    assert [f"—{number}—" in page for number, page in enumerate((letter, *annex), 1)] == [True] * (1 + len(annex))


def test_the_type_area_holds_22_lines_of_28_characters(made) -> None:
    path = made("示" * 28 * 22 * 2)
    second = lines_of(path, 1)[:-1]
    assert [len(line) for line in second] == [28] * 22
    boxes = [box for box in boxes_of(path, 1) if box[0] == "示"]
    assert min(box[1] for box in boxes) >= 28 * MM - 0.1
    assert max(box[3] for box in boxes) <= (210 - 26) * MM + 0.1
    assert max(box[4] for box in boxes) <= (297 - 37) * MM + 1
    assert min(box[2] for box in boxes) >= 35 * MM


def test_numbers_of_pages_stand_outside(made) -> None:
    path = made()
    for index in (0, 1):
        foot = [box for box in boxes_of(path, index) if box[4] < 34 * MM]
        assert (max(box[3] for box in foot) > 170 * MM) == (index == 0)
        assert (min(box[1] for box in foot) < 45 * MM) == (index == 1)


def test_the_red_head_stands_35_mm_down_and_takes_one_line(made) -> None:
    path = made(red_head=True)
    heights = [box for box in boxes_of(path, 0) if box[0] in "文件" and box[4] - box[2] > 30]
    assert max(box[4] for box in heights) == pytest.approx((297 - 37 - 35) * MM, abs=5)
    page = np.asarray(Image.open(io.BytesIO(page_png(path, 0))).convert("RGB")).astype(int)
    assert ((abs(page - (0xD7, 0x00, 0x0F)) < 3).all(axis=2)).sum() > 500
    long = made(red_head=True, issuer="示例" * 14)
    assert "示例" * 14 + "文件" in lines_of(long, 0)[0]


def test_the_last_page_of_the_letter_is_never_a_sign_off_alone(made) -> None:
    for count in range(200, 520, 10):
        pages = pages_of(made("示" * count, "特此公告。"))
        (last,) = [page for page in pages if SAID.day in page]
        assert "特此公告。" in last


def test_the_same_words_give_the_same_bytes_and_a_closed_job_leaves_nothing(made, tmp_path) -> None:
    first = made().read_bytes()
    assert made().read_bytes() == first
    job = render_announcement(announcing(), tmp_path / "b.pdf")
    next(job)
    job.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    with refused("paper.glyph"):
        made(issuer="示例\ue000协会")
