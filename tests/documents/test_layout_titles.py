"""What a layout prints as its title, whoever wrote it where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qc_desktop.documents.elements.table import Column, Table
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.layout.editing import changed, with_element
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.layout.wordlint import lacks_approval, national_title
from qc_desktop.domain.findings import Severity
from qc_desktop.services.layouts.checking import findings


def worded(layout, **words: str):
    return changed(layout, words={**layout.words, **words})


def entitled(layout, *texts: str):
    return with_element(layout, "title", replace(layout.element("title"), text=texts))


def added(layout, *texts: str):
    element = TextElement(id="added", x=30.0, y=30.0, width=60.0, size=20.0, text=texts)
    return changed(layout, elements=(*layout.elements, element))


@pytest.mark.parametrize(
    "make",
    [
        lambda layout: entitled(layout, "全国{title}"),
        lambda layout: entitled(layout, "全", "国{title}"),
        lambda layout: entitled(worded(layout, a="全", b="國"), "{word.a}{word.b}{title}"),
        lambda layout: entitled(worded(layout, a="中国示例协会"), "{word.a}{title}"),
        lambda layout: worded(layout, label_heading="中国质量诚信标识"),
        lambda layout: changed(layout, phrases={**layout.phrases, "label": ("全国扫码查验", *layout.phrases["label"])}),
        lambda layout: added(layout, "全国"),
        lambda layout: added(layout, "全", "国。"),
        lambda layout: added(layout, "全国诚信企业 由示例协会公告"),
        lambda layout: changed(
            layout,
            elements=(*layout.elements, Table(id="t", width=90.0, height=9.0, column=(Column(title="全国产品"),))),
        ),
    ],
)
def test_a_title_or_heading_for_the_whole_country_asks_for_its_approval_wherever_it_is_written(layout, make) -> None:
    made = make(layout)
    assert lacks_approval(made)
    assert "layout.approval" in {finding.code for finding in findings(made)}
    assert not lacks_approval(changed(made, approval="示例〔2026〕1号"))


@pytest.mark.parametrize(
    "make",
    [
        lambda layout: entitled(layout, "{issuer}{title}"),
        lambda layout: added(layout, "中国示例质量检验协会", "投诉举报请拨打全国统一热线12315"),
        lambda layout: added(layout, "网址：www.chinaquality.example", "本证书依据国家有关规定出具"),
        lambda layout: added(layout, "企业参加了全国主题活动，由我会公告展示。特此证明。"),
    ],
)
def test_names_variables_and_sentences_ask_for_none(layout, make) -> None:
    assert national_title(make(layout)) == ""


def test_a_letter_may_speak_of_the_country_under_its_title() -> None:
    letter = load_layout("invitation_letter")
    assert national_title(added(letter, "全国主题活动安排")) == ""
    assert national_title(worded(letter, title="全国邀请函")) == "全国邀请函"


def test_words_beside_the_title_are_told_because_the_record_lacks_them(layout) -> None:
    told = [one for one in findings(entitled(layout, "{title}（样式二）")) if one.code == "layout.title_added"]
    assert [(one.severity, one.field) for one in told] == [(Severity.WARNING, "title")]
    for texts in (("{issuer}", "{title}"), ("—— {title} ——",)):
        assert "layout.title_added" not in {one.code for one in findings(entitled(layout, *texts))}
