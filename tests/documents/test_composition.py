from __future__ import annotations

import pytest

from qc_desktop.documents.composing import compose
from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.typesetting import OverfullError
from tests.documents.samples import CLAUSES, make_record

K = POINTS_PER_MM


def said(texts) -> list[str]:
    return [text.line.text for text in texts]


def test_name_code_and_issuer_are_said_once(layout) -> None:
    record = make_record()
    whole = "".join(said(compose(record, layout, 1)))
    for key in ("holder", "uscc", "issuer"):
        assert whole.count(record[key]) == 1
    assert whole.count("2027年3月19日") == 1


@pytest.mark.parametrize("name", ["示例青禾电器股份有限公司", "示例" * 30])
def test_everything_stands_within_its_region(layout, name: str) -> None:
    flowing = {"opening", "holder", "code", "body", "covered", "clauses"}
    region = layout.element("flow")
    assert {part.id for part in region.part} == flowing
    texts = compose(make_record(1, name), layout, 1)
    border = layout.element("border")
    for text in texts:
        assert text.x >= (border.x + 8) * K - 1e-6
        assert text.x + text.line.width * text.size <= (border.x + border.width - 8) * K + 1e-6
    body = [text for text in texts if text.line.text.endswith("特此证明。") or "售后服务" in text.line.text]
    assert len(body) == 2
    for text in body:
        assert (layout.height - region.y - region.height) * K < text.y < (layout.height - region.y) * K


def test_signature_is_centred_over_the_date_a_little_below_the_seals_centre(layout) -> None:
    texts = {text.line.text: text for text in compose(make_record(), layout, 1)}
    issuer, date = texts["示例质量检验协会"], texts["2026年3月20日"]
    middles = [text.x + text.line.width * text.size / 2 for text in (issuer, date)]
    seal = layout.element("seal")
    across, centre = seal.middle(layout)
    assert middles == pytest.approx([across] * 2, abs=0.02)
    assert date.y < issuer.y < centre
    assert centre - date.y < seal.width / 2 * K


def test_a_code_that_the_statement_leaves_out_stands_below_the_name(layout) -> None:
    record = make_record(statement="兹证明：示例青禾电器股份有限公司的承诺书由我会公告展示。特此证明。")
    lines = said(compose(record, layout, 1))
    assert f"统一社会信用代码　{record['uscc']}" in lines
    assert "的承诺书由我会公告展示。特此证明。" in lines


def test_a_further_copy_says_so(layout) -> None:
    assert "补发件　第3份" in said(compose(make_record(), layout, 3))
    assert not any("补发" in line for line in said(compose(make_record(), layout, 1)))


def test_short_lists_are_printed_and_long_ones_counted(layout) -> None:
    short = said(compose(make_record(products=["示例甲", "示例乙"], standards=["GB 1—2020"]), layout, 1))
    long = said(compose(make_record(products=[f"示例产品第{n}号" for n in range(30)]), layout, 1))
    none = said(compose(make_record(products=[], standards=[]), layout, 1))
    assert "承诺覆盖产品：示例甲、示例乙" in short
    assert "执行标准：GB 1—2020" in short
    assert any(line.startswith("承诺覆盖产品：共30项") for line in long)
    assert not any("承诺覆盖" in line or "执行标准：" in line for line in none)


def test_hotline_is_printed_where_there_is_one_and_12315_always(layout) -> None:
    assert "企业热线　400-000-0000" in said(compose(make_record(), layout, 1))
    without = said(compose(make_record(hotline=""), layout, 1))
    assert "投诉举报　12315" in without
    assert not any("热线" in line for line in without)


def test_first_line_is_indented_two_characters(layout) -> None:
    texts = compose(make_record(), layout, 1)
    body = next(text for text in texts if text.line.text.startswith("参加2026年"))
    assert body.x == pytest.approx(40.0 * K + 2 * body.size, abs=0.02)


def test_many_or_long_clauses_use_fewer_columns_and_then_are_refused(layout) -> None:
    eight = said(compose(make_record(pledge_text=[*CLAUSES, "承诺条款" * 6, "第八条"]), layout, 1))
    assert eight.count("八") == 1
    with pytest.raises(OverfullError) as refused:
        compose(make_record(pledge_text=["承诺条款" * 60] * 6), layout, 1)
    assert refused.value.field == "clauses"


@pytest.mark.parametrize("kind", ["pledge_display_certificate", "survey_certificate", "membership_certificate"])
def test_a_company_on_two_lines_has_its_words_whole(kind: str) -> None:
    layout = load_layout(kind)
    sample = sample_record(layout)

    def lines(name: str) -> list[str]:
        values = ((field, value) for field, value in sample.items() if isinstance(value, str))
        record = {**sample, **{field: value.replace(str(sample["holder"]), name) for field, value in values}}
        return [line for line in said(compose(record, layout)) if len(line) > 2 and line in name]

    ends = ("第三加油站科尔沁区中心店", "第三加油站科尔沁中心店", "第三加油站科尔沁区店", "第三加油站", "")
    for end in ends:
        name = f"中国示例石油化工股份有限公司内蒙古通辽北区第一第二销售分公司{end}"
        made = lines(name)
        assert "".join(made) == name
        assert all(any(word in line for line in made) for word in ("股份有限公司", "内蒙古", "分公司"))
    assert len(lines("很长" * 27)) == 2
