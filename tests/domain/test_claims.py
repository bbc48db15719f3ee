from __future__ import annotations

import pytest

from qc_desktop.domain.claims import WORDS, canonical, claims, is_national, marked, speaks_for_all

ALL = (
    "认证 认定 推荐 放心 信得过 免检 权威 独家 特供 专供 国家级 世界级 国际级 顶级 最佳 最优 最好 "
    "首选 领先 冠军 第一 排名 颁发 颁给 授予 授与 评比 评选 评定 评为 评优 获奖 荣誉 表彰 嘉奖 "
    "金奖 银奖 铜奖 奖状 奖牌 十佳 十强 百强 龙头企业 标杆企业 名牌 驰名 著名 示范单位 示范企业 "
    "示范品牌 指定产品 指定品牌 指定供应商 满意产品 满意单位 防伪技术产品 保证质量 质量可靠 质量合格 "
    "信用先进 信用等级 AAA No.1 TOP certified certification "
    "accredited recommend guarantee award "
)
"""Written once more: nothing else would notice that a word is gone from the list."""


def words(text: str) -> list[str]:
    return [claim.word for claim in claims(text)]


def test_no_word_is_lost_from_the_list() -> None:
    assert set(ALL.split()) <= set(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_found_by_itself_and_among_others(word: str) -> None:
    other = {"TOP": "TOP 3", "最好": "最好的"}.get(word, word)
    assert words(other) == words(f"示例企业{other}，示例") == words("·".join(other)) == [word]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("國家級", "国家级"),
        ("榮 譽", "荣誉"),
        ("獲獎", "获奖"),
        ("馳名", "驰名"),
        ("金獎", "金奖"),
        ("評選", "评选"),
        ("評定", "评定"),
        ("認證", "认证"),
        ("推薦", "推荐"),
        ("頒發", "颁发"),
        ("授與", "授与"),
        ("質量合格", "质量合格"),
        ("領先", "领先"),
        ("冠軍", "冠军"),
        ("防偽技術產品", "防伪技术产品"),
        ("Ｎｏ．１", "No.1"),
        ("№ 1", "No.1"),
        ("第１", "第一"),
        ("第壹", "第一"),
        ("ＡＡＡ級", "AAA"),
        ("5A级", "AAA"),
        ("ＴＯＰ １０", "TOP"),
        ("Recommended by us", "recommend"),
    ],
)
def test_other_spellings_are_the_same_word(written: str, word: str) -> None:
    assert words(f"示例{written}") == [word]
    assert canonical(written) in (word, written)


UNSEEN = "\u00ad\u034f\u0301\u115f\u1160\u180e\u200b\u202a\u2068\u3164\uffa0\ufe00\ufeff\ufffc\ue000\x01\t\n"


@pytest.mark.parametrize("between", [*UNSEEN, "\U000e0041", "\U000e0100", *"|/~·—、，。（）“”　 ＋", "（）", "\u20dd"])
def test_nothing_unseen_and_no_mark_between_its_characters_hides_a_word(between: str) -> None:
    assert words(f"质量认{between}证") == ["认证"]


def test_a_word_is_marked_where_it_stands() -> None:
    text = "示例 认\u200b、證，ＡＡＡ級"
    assert [(one.word, text[one.start : one.end]) for one in marked(text)] == [
        ("认证", "认\u200b、證"),
        ("AAA", "ＡＡＡ"),
    ]


def test_a_variable_keeps_words_apart() -> None:
    assert words("认{holder}证") == []
    assert words("编号 No.{number}　第{copy}份") == []


@pytest.mark.parametrize(
    "claim", ["质量第一，条件优越", "行业第一，次年再来", "第一。章程", "质量第一条件优越", "第一 份", "排名 不分先后"]
)
def test_a_mark_ends_what_is_counted(claim: str) -> None:
    assert words(claim) in (["第一"], ["排名"])


@pytest.mark.parametrize(
    "text",
    [
        "第一条",
        "第一次批",
        "第一季度",
        "第一届",
        "第1号",
        "第一時間答复",
        "第12条",
        "排名不分先后",
        "最好在本月寄回",
        "AAAB",
        "No.12",
        "stop1",
    ],
)
def test_counting_is_no_claim(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "title",
    [
        *["全国证明", "全國证明", "中國证明", "國家证明", "中華证明", "全⺎国", "China", "National"],
        "全\u202a国",
        "全\ufe00国",
        "全　国",
    ],
)
def test_titles_for_the_whole_country(title: str) -> None:
    assert is_national(title)
    assert speaks_for_all(title)


@pytest.mark.parametrize(
    "name",
    ["中国示例质量检验协会", "拨打全国统一热线12315", "依据国家标准", "《中华人民共和国产品质量法》", "International"],
)
def test_what_is_called_so_speaks_for_nobody(name: str) -> None:
    assert not speaks_for_all(name)
