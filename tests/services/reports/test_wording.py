"""What is said: right numbers, plain Chinese, nothing that would promise or rank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services.campaigns import years
from qc_desktop.services.office import Office
from qc_desktop.services.reports import briefing, wording
from qc_desktop.services.reports.groups import Group
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.overview import Numbers, YearFigures
from qc_desktop.services.reports.reviews import Reviews
from qc_desktop.services.reports.wording import SCOPE, SHORTEST_LIMIT, Subject, compared, for_wechat, sentences

BANNED = (
    *("认证", "认定", "授予", "颁发", "评比", "评选", "排名", "第一", "名列", "居首", "推荐", "放心", "优秀", "先进"),
    *("国家级", "免检", "合格率", "保证", "一致好评", "再创新高", "喜人"),
)
"""What a report of an association may not say of companies (product.md, Liability)."""

Describe = Callable[..., Subject]


@pytest.fixture
def describe(office: Office) -> Describe:
    """A subject with numbers of one's own."""
    years.open_year(office, replace(years.suggestion(office, 2026), announcement_no="2026年第12号"))

    def make(now: YearFigures, before: YearFigures | None = None, **more: object) -> Subject:
        known = (*([before] if before else []), now)
        numbers = Numbers(2026, "", known, {}, (), (), {}, (), Reviews())
        about = Subject("示例质量检验协会", years.campaign(office, 2026), numbers, dt.date(2026, 3, 15))
        return replace(about, numbers=replace(numbers, **more))  # type: ignore[arg-type]

    return make


def figures(year: int, took_part: int, announced: int = 0, issued: int = 0, *moved: int) -> YearFigures:
    return YearFigures(year, took_part, announced, issued, dict(zip(Movement, moved, strict=False)))


def test_three_sentences(describe: Describe) -> None:
    about = describe(
        figures(2026, 1846, 1800, 1790, 120, 260, 30),
        figures(2025, 1956),
        stages={Stage.ANNOUNCED: 1800, Stage.MATERIAL_REVIEW: 37, Stage.PLEDGED: 9},
        provinces=tuple(Group("", name, count) for name, count in (("广东", 310), ("江苏", 240), ("浙江", 200))),
        sections=(Group("", "制造业", 1600), Group("", "批发和零售业", 246)),
    )
    assert sentences(about) == (
        "2026年“3·15”产品和服务质量诚信承诺主题活动共有1846家企业参加，比2025年的1956家减少110家（下降5.6%）；"
        "首次参加120家，中断后重新参加30家，2025年参加而本年未参加260家。",
        "截至2026年3月15日，已公告承诺1800家（公告2026年第12号），已出具承诺展示公告证明1790份；"
        "另有待审核37家、审核通过待公告9家。",
        "参加企业分布在3个省级行政区，数量较多的有广东（310家）、江苏（240家）、浙江（200家）；"
        "行业以制造业为主（1600家，占86.7%）。",
    )


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (figures(2026, 12), None, "共有12家企业参加。"),
        (figures(2026, 12, 0, 0, 0, 0, 0), figures(2025, 12), "共有12家企业参加，与2025年持平。"),
        (figures(2026, 12, 0, 0, 12, 0, 0), figures(2025, 0), "比2025年的0家增加12家；首次参加12家。"),
        (figures(2026, 13, 0, 0, 1, 0, 0), figures(2025, 12), "比2025年的12家增加1家（增长8.3%）；首次参加1家。"),
    ],
)
def test_the_first_sentence_compares_with_what_there_is(
    describe: Describe, now: YearFigures, before: YearFigures | None, said: str
) -> None:
    assert sentences(describe(now, before))[0].endswith(said)


def test_nothing_is_said_of_what_is_not_recorded(describe: Describe) -> None:
    one = Group("province:44", "广东", 2)
    assert sentences(describe(figures(2026, 2)))[2] == "参加企业的地区和行业尚未登记。"
    assert sentences(describe(figures(2026, 2), provinces=(one,)))[2] == "参加企业均来自广东。"
    assert sentences(describe(figures(2026, 5), provinces=(one,)))[2] == "已登记地区的参加企业来自广东（2家）。"
    assert "公告" not in sentences(describe(figures(2026, 5)))[1].replace("已公告承诺0家", "").replace("展示公告", "")


def test_only_what_is_larger_than_the_rest_is_named(describe: Describe) -> None:
    def spread(*counts: int) -> str:
        provinces = tuple(Group("", name, count) for name, count in zip("京津冀晋辽", counts, strict=False))
        return sentences(describe(figures(2026, sum(counts)), provinces=provinces))[2]

    assert spread(9, 8, 7, 6) == "参加企业分布在4个省级行政区，数量较多的有京（9家）、津（8家）、冀（7家）。"
    assert spread(9, 7, 7, 7) == "参加企业分布在4个省级行政区，数量较多的有京（9家）。"
    assert spread(8, 8, 8, 8, 8) == "参加企业分布在5个省级行政区。"


def test_words_are_honest(years_office: Office, counted: Numbers) -> None:
    about = briefing.subject(years_office, counted)
    made = briefing.content(about)
    said = [*sentences(about), for_wechat(about), made.title, made.kind, *made.columns]
    said += [words for code, words in messages("zh_CN").sentences.items() if code.startswith("report.")]
    for text in said:
        assert not [word for word in BANNED if word in text], text
    assert made.foot == SCOPE


@pytest.mark.parametrize("theme", ["“3·15”产品和服务质量诚信承诺", "很" * 100])
@pytest.mark.parametrize("association", ["", "示例质量检验协会", "长" * 100])
def test_the_short_text_is_short(describe: Describe, theme: str, association: str) -> None:
    about = describe(figures(2026, 100_000, 99_999, 99_999), figures(2025, 88_888))
    campaign = replace(about.campaign, values=replace(about.campaign.values, theme=theme))
    text = for_wechat(replace(about, association=association, campaign=campaign))
    assert len(text) <= SHORTEST_LIMIT
    for part in ("100000家", "比2025年增加11112家", "99999份", wording.SHORT_SCOPE):
        assert part in text
    assert ("【示例质量检验协会】" in text) == (association == "示例质量检验协会" and theme.startswith("“"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_are_compared_in_both_languages(lang: str) -> None:
    words = messages(lang)
    assert "12" in compared(24, 12, 2025, words)
    assert "100.0%" in compared(24, 12, 2025, words)
    assert compared(12, 24, 2025, words) != compared(24, 12, 2025, words)
    assert "2025" in compared(3, 3, 2025, words)
