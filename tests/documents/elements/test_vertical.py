from __future__ import annotations

from itertools import pairwise

import pytest

from qc_desktop.documents.elements.vertical import VerticalText
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM as K


def element(**others: object) -> VerticalText:
    about = {"id": "one", "x": 200.0, "y": 20.0, "width": 20.0, "height": 100.0, "size": 16.0, "text": ("{holder}",)}
    return VerticalText(**{**about, **others})


def test_characters_go_down_under_each_other(texts_of, layout) -> None:
    made = texts_of(element(), holder="示例青禾公司")
    assert [text.line.text for text in made] == list("示例青禾公司")
    assert len({text.x for text in made}) == 1
    drops = [before.y - after.y for before, after in pairwise(made)]
    assert drops == pytest.approx([16.0] * 5, abs=0.02)
    assert made[0].y < (layout.height - 20) * K
    assert made[0].x + 16 == pytest.approx(220 * K, abs=0.02)


def test_letters_figures_and_brackets_lie_on_their_side(texts_of) -> None:
    made = texts_of(element(), holder="示例（3D打印）")
    assert [(text.line.text, text.turned) for text in made] == [
        ("示", False),
        ("例", False),
        ("（", True),
        ("3D", True),
        ("打", False),
        ("印", False),
        ("）", True),
    ]


def test_a_long_text_shrinks_then_takes_columns_to_the_left(texts_of) -> None:
    name = "示例" * 14
    shrunk = texts_of(element(smallest=8.0), holder=name)
    assert len({text.x for text in shrunk}) == 1
    assert shrunk[0].size < 16
    columns = texts_of(element(lines=2), holder=name)
    assert columns[0].size == 16
    assert columns[0].x > columns[-1].x
    with pytest.raises(OverfullError):
        texts_of(element(), holder=name)


def test_a_comma_hangs_rather_than_begin_a_column(texts_of) -> None:
    made = texts_of(element(height=5 * 16 / K, lines=2), holder="一二三四五，六七八")
    first_of_columns = [after.line.text for before, after in pairwise(made) if after.y > before.y]
    assert first_of_columns == ["六"]


@pytest.mark.parametrize("align", ["top", "middle", "bottom"])
def test_alignment_moves_the_column(texts_of, align: str) -> None:
    made = texts_of(element(align=align), holder="示例")
    spare = 100 * K - 32
    shift = {"top": 0.0, "middle": spare / 2, "bottom": spare}[align]
    top = texts_of(element(), holder="示例")
    assert top[0].y - made[0].y == pytest.approx(shift, abs=0.02)


def test_it_prints_and_reads_back(drawn_with, tmp_path, layout) -> None:
    from qc_desktop.documents import pdfium
    from qc_desktop.documents.layout.editing import changed
    from qc_desktop.documents.rendering import render_bytes
    from tests.documents.samples import make_sheet

    made = changed(layout, elements=(*layout.elements, element(x=260.0, text=("竖排3行（示例）",))))
    data = render_bytes(make_sheet(1, template=made.sha256), {made.sha256: made})
    with pdfium.document(data) as opened, pdfium.page_of(opened, 0) as page:
        text = "".join(pdfium.page_text(page).split())
    for char in "竖排行":
        assert char in text
    assert drawn_with(element(x=260.0)) != drawn_with(element(x=255.0))
