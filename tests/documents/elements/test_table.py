from __future__ import annotations

import pytest

from qc_desktop.documents.elements.table import Column, Table
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM as K

COLUMNS = (Column(title="产品", text="{products}", share=2.0), Column(title="标准", text="{standards}"))


def element(**others: object) -> Table:
    about = {"id": "one", "x": 20.0, "y": 50.0, "width": 150.0, "height": 80.0, "column": COLUMNS}
    return Table(**{**about, **others})


def said(texts) -> list[str]:
    return [text.line.text for text in texts]


def test_a_row_for_each_item(texts_of) -> None:
    made = texts_of(element(), products=["示例甲", "示例乙", "示例丙"], standards=["GB 1—2020"])
    assert said(made) == ["产品", "标准", "示例甲", "GB 1—2020", "示例乙", "示例丙"]
    rows = [text.y for text in made if text.line.text.startswith("示例")]
    assert rows[0] - rows[1] == pytest.approx(7 * K, abs=0.05)


def test_without_items_there_is_no_table(texts_of, layout) -> None:
    from qc_desktop.documents.composing import values_of
    from tests.documents.samples import make_record

    values = values_of(make_record(products=[], standards=[]), layout)
    assert element().texts(layout, values) == []
    assert element().rules(layout, values, layout.schemes["navy"]) == b""


def test_many_rows_shrink_and_stay_in_the_box(texts_of, layout) -> None:
    made = texts_of(element(), products=[f"示例产品第{n}号" for n in range(20)], standards=[])
    assert min(text.size for text in made) < 10.5
    assert min(text.y for text in made) > (layout.height - 130) * K


def test_too_many_rows_are_refused(texts_of) -> None:
    with pytest.raises(OverfullError) as refused:
        texts_of(element(), products=[f"示例产品第{n}号" for n in range(60)], standards=[])
    assert refused.value.field == "one"


def test_a_long_cell_wraps(texts_of) -> None:
    made = texts_of(element(row=12.0), products=["示例" * 30], standards=[])
    cell = [text for text in made if text.line.text.startswith("示例")]
    assert len(cell) == 2
    assert cell[0].y > cell[1].y


def test_it_is_drawn(drawn_with) -> None:
    assert drawn_with(element()) != drawn_with(element(rule="accent"))
