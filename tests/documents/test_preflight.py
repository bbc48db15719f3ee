from __future__ import annotations

import pytest

from qc_desktop.documents.preflight import check_sheet
from qc_desktop.domain.findings import Severity
from qc_desktop.messages import messages
from tests.documents.samples import CLAUSES, PREFIX, make_record


def found(layout, prefix: str = PREFIX, **fields: object):
    record = {key: value for key, value in make_record(1, **fields).items() if key != "number"}
    return check_sheet(record, layout, prefix)


def test_a_good_record_without_a_number_passes(layout) -> None:
    assert found(layout) == []
    assert found(layout, holder="示例喆堃珺镕䶮𬱖科技有限公司") == []
    assert found(layout, holder="示例" + "长名" * 29) == []


@pytest.mark.parametrize(
    ("fields", "code", "field", "params"),
    [
        ({"holder": "示例𠮷野公司"}, "preflight.glyph", "holder", {"character": "𠮷", "point": "U+20BB7"}),
        ({"holder": "示例\ue123公司"}, "preflight.private_use", "holder", {"point": "U+E123"}),
        ({"holder": "示例\u200b公司"}, "preflight.control", "holder", {"point": "U+200B"}),
        ({"products": ["示例\ue000产品"]}, "preflight.private_use", "products", {"point": "U+E000"}),
        ({"hotline": "400\t0000"}, "preflight.control", "hotline", {"point": "U+0009"}),
        ({"holder": "示例" * 45}, "preflight.name_too_long", "holder", {"length": 90}),
        ({"pledge_text": ["承诺条款" * 60] * 6}, "preflight.overfull", "pledge_text", {}),
        ({"issuer": "示例质量检验协会" * 20}, "preflight.overfull", "issuer", {}),
        ({"hotline": "4" * 80}, "preflight.overfull", "hotline", {}),
        ({"uscc": ""}, "preflight.missing", "uscc", {"what": "uscc"}),
        ({"title": " "}, "layout.word_empty", "title", {"what": "title"}),
        ({"issuer": ""}, "preflight.missing_in_settings", "issuer", {"what": "issuer"}),
        ({"statement": "兹证明：另一家示例公司参加。"}, "preflight.statement", "statement", {}),
    ],
)
def test_what_would_go_wrong_is_named(layout, fields, code: str, field: str, params) -> None:
    findings = found(layout, **fields)
    match = [finding for finding in findings if finding.code == code and finding.field == field]
    assert len(match) == 1
    assert match[0].severity is Severity.ERROR
    assert params.items() <= match[0].params.items()
    for language in ("zh_CN", "en"):
        assert messages(language).of(match[0])


@pytest.mark.parametrize("prefix", ["", "https://例子.cn/#", "https://example.org/v/", "https://example.org/ v/#\n"])
def test_a_link_that_no_qr_can_carry_is_named(layout, prefix: str) -> None:
    codes = {finding.code for finding in found(layout, prefix)}
    assert codes == {"preflight.prefix" if prefix else "preflight.no_prefix"}


def test_several_problems_are_all_named(layout) -> None:
    findings = found(layout, "", holder="示例𠮷\ue000公司", pledge_text=[*CLAUSES, "示例𰻞\U000f0000"])
    assert {(finding.code, finding.field) for finding in findings} == {
        ("preflight.no_prefix", "prefix"),
        ("preflight.glyph", "holder"),
        ("preflight.private_use", "holder"),
        ("preflight.private_use", "pledge_text"),
    }


def test_a_character_is_told_once_however_often_it_stands(layout) -> None:
    findings = found(layout, holder="示例𠮷𠮷公司", statement="兹证明：示例𠮷𠮷公司已公开承诺。")
    assert [(finding.field, finding.params["character"]) for finding in findings] == [("holder", "𠮷")]


def test_a_character_that_another_font_prints_is_noted_and_stops_nothing(layout) -> None:
    (finding,) = found(layout, holder="示例𰻝面食品公司", statement="兹证明：示例𰻝面食品公司参加。")
    assert (finding.code, finding.severity) == ("preflight.other_font", Severity.WARNING)
    assert finding.params["point"] == "U+30EDD"
    for language in ("zh_CN", "en"):
        assert messages(language).of(finding)


def test_the_characters_of_a_name_are_told_in_one_sentence_that_quotes_it_whole(layout) -> None:
    (finding,) = found(layout, holder="กขค示例公司", statement="兹证明：กขค示例公司参加。")
    assert "“ก、ข、ค”字（U+0E01、U+0E02、U+0E04），“กขค示例公司”印不出来" in messages("zh_CN").of(finding)
    assert messages("en").of(finding)
    (finding,) = found(layout, holder="示例" * 20 + "ก" + "公司" * 20)
    assert "示例ก公司" in str(finding.params["text"])
