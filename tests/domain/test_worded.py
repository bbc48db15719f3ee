"""What an association words itself: looked through by where it stands."""

from __future__ import annotations

import pytest

from qc_desktop.domain.campaigns import DEFAULT_THEME
from qc_desktop.domain.pledges import DEFAULT_CLAUSES
from qc_desktop.domain.worded import Place, Worded
from qc_desktop.settings import setting

NAME = "中国示例质量认证推荐协会"


def test_what_ships_asks_for_nothing() -> None:
    shipped = [Worded(Place.CLAUSE, text) for clause in DEFAULT_CLAUSES for text in (clause.short, clause.full)]
    shipped += [Worded(Place.THEME, theme) for theme in DEFAULT_THEME.values()]
    shipped += [Worded(Place.ROSTER_TITLE, setting("roster_title").default)]
    assert [one for one in shipped if one.words or one.is_national] == []


@pytest.mark.parametrize(
    ("place", "text", "words", "national"),
    [
        (Place.THEME, "全国优秀企业评比颁奖认证", ("优秀企业", "评比", "颁奖", "认证"), True),
        (Place.ISSUER_LINE, "全国质量认证授予推荐中心", ("认证", "授予", "推荐"), True),
        (Place.ISSUER_LINE, "中国示例质量检验协会秘书处", (), False),
        (Place.ISSUER_LINE, f"{NAME}秘书处", (), False),
        (Place.THEME, f"{NAME}推荐主题", ("推荐",), False),
        (Place.ANNOUNCEMENT_NO, "No.1（2026）第一号", (), False),
        (Place.ANNOUNCEMENT_NO, "中质协评比〔2026〕1号", ("评比",), False),
        (Place.CLAUSE, "我们保证产品质量合格，提供担保", (), False),
        (Place.CLAUSE, "本会保证该产品质量", ("保证质量",), False),
        (Place.CLAUSE, "本会认证推荐放心产品", ("认证", "推荐", "放心"), False),
        (Place.CLAUSE, "不使用国家级、免检、第一等用语，提供优质产品", ("国家级", "免检", "第一", "优质"), False),
    ],
)
def test_words_by_their_place(place: Place, text: str, words: tuple[str, ...], national: bool) -> None:
    found = Worded(place, text, NAME)
    assert (found.words, found.is_national) == (words, national)


def test_a_reason_belongs_to_a_wording_in_its_place() -> None:
    keys = {Worded(place, text).key for place in Place for text in ("示例推荐", "示例推荐一")}
    assert len(keys) == 2 * len(Place)
    assert Worded(Place.THEME, "示例推荐 ", NAME).key == Worded(Place.THEME, "示例推荐").key
