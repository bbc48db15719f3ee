"""What is said about the numbers: plainly, about the companies' promises, without praise and without places.

The association answers for what it says of companies (产品质量法 58, 消费者权益保护法 45), so the texts only count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from qc_desktop.domain.campaigns import Stage, activity, cited
from qc_desktop.domain.dates import chinese
from qc_desktop.domain.figures import change, percent
from qc_desktop.messages import Messages
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.reports.groups import Group
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.overview import Numbers, YearFigures

SCOPE = "承诺由企业作出并负责。以上仅为参加和公告情况的统计，排列不分先后，不是质量认证、检验结论或评比结果。"
"""What stands below every report, word for word."""
SHORT_SCOPE = "承诺由企业作出并负责。"
SHORTEST_LIMIT = 140
"""The longest text for WeChat, in characters."""
_NAMED = 3


@dataclass(frozen=True)
class Subject:
    """What a report is about: the association (may be empty), the campaign, its numbers, and the day."""

    association: str
    campaign: CampaignRow
    numbers: Numbers
    today: dt.date

    @property
    def title(self) -> str:
        """``2026年“3·15”产品和服务质量诚信承诺主题活动``."""
        return f"{self.numbers.year}年{activity(self.campaign.values.theme)}"


def compared(now: int, before: int, year: int, words: Messages) -> str:
    """``比 2025 年多 12 家（2.9%）``, on screens only."""
    difference, share = change(now, before)
    if not difference:
        return words.text("report.same", year=year)
    return words.text(
        "report.more" if difference > 0 else "report.less", year=year, count=f"{abs(difference):,}", share=share
    )


def sentences(about: Subject) -> tuple[str, ...]:
    """The three sentences of a briefing: who took part, how far it is, who they are."""
    return (_who(about), _how_far(about), _what(about.numbers))


def _who(about: Subject) -> str:
    now, before = about.numbers.now, about.numbers.before
    said = f"{about.title}共有{now.took_part}家企业参加"
    if before is None:
        return said + "。"
    difference, share = change(now.took_part, before.took_part)
    if difference:
        more, by = ("增加", "增长") if difference > 0 else ("减少", "下降")
        said += f"，比{before.year}年的{before.took_part}家{more}{abs(difference)}家"
        said += f"（{by}{share}）" if before.took_part else ""
    else:
        said += f"，与{before.year}年持平"
    return said + _movements(now, before.year) + "。"


def _movements(now: YearFigures, year: int) -> str:
    told = (
        (Movement.JOINED, "首次参加{}家"),
        (Movement.CAME_BACK, "中断后重新参加{}家"),
        (Movement.LEFT, f"{year}年参加而本年未参加{{}}家"),
    )
    said = "，".join(words.format(now.moved[move]) for move, words in told if now.moved.get(move))
    return f"；{said}" if said else ""


def _how_far(about: Subject) -> str:
    now, stages = about.numbers.now, about.numbers.stages
    number = about.campaign.values.announcement_no
    by = f"（{cited(number)}）" if number and now.announced else ""
    said = f"截至{chinese(about.today)}，已公告承诺{now.announced}家{by}，已出具承诺展示公告证明{now.issued}份"
    waiting = [
        f"{words}{stages[stage]}家"
        for stage, words in (
            (Stage.MATERIAL_REVIEW, "待审核"),
            (Stage.RETURNED_FOR_CORRECTION, "退回补正"),
            (Stage.PLEDGED, "审核通过待公告"),
        )
        if stages.get(stage)
    ]
    return said + (f"；另有{'、'.join(waiting)}" if waiting else "") + "。"


def _what(numbers: Numbers) -> str:
    whole = numbers.now.took_part
    provinces = [group for group in numbers.provinces if group.name]
    sections = [group for group in numbers.sections if group.name]
    parts = []
    if len(provinces) == 1:
        parts.append(f"参加企业均来自{provinces[0].name}" if provinces[0].count == whole else _only(provinces[0]))
    elif provinces:
        most = _leading(provinces)
        more = f"，数量较多的有{_listed(most)}" if most else ""
        parts.append(f"参加企业分布在{len(provinces)}个省级行政区{more}")
    if sections and sections[0].count * 2 > whole:
        share = percent(sections[0].count, whole)
        parts.append(f"行业以{sections[0].name}为主（{sections[0].count}家，占{share}）")
    elif most_sections := _leading(sections):
        parts.append(f"行业较多的有{_listed(most_sections)}")
    return ("；".join(parts) or "参加企业的地区和行业尚未登记") + "。"


def _only(group: Group) -> str:
    return f"已登记地区的参加企业来自{group.name}（{group.count}家）"


def _leading(groups: Sequence[Group]) -> Sequence[Group]:
    """The few groups that are larger than all others; none where too many are of one size."""
    least = groups[_NAMED].count if len(groups) > _NAMED else 0
    return [group for group in groups[:_NAMED] if group.count > least]


def _listed(groups: Sequence[Group]) -> str:
    return "、".join(f"{group.name}（{group.count}家）" for group in groups)


def for_wechat(about: Subject) -> str:
    """A text to paste into WeChat, at most SHORTEST_LIMIT characters; what matters least is left out first."""
    now, before = about.numbers.now, about.numbers.before
    difference = change(now.took_part, before.took_part)[0] if before else 0
    than = (
        f"，比{before.year}年{'增加' if difference > 0 else '减少'}{abs(difference)}家" if before and difference else ""
    )
    state = f"已公告{now.announced}家，已出具承诺展示公告证明{now.issued}份。"
    places = len([group for group in about.numbers.provinces if group.name])
    spread = f"企业分布在{places}个省级行政区。" if places > 1 else ""
    plain = f"{about.numbers.year}年质量诚信承诺活动"
    for name, title, where in (
        (about.association, about.title, spread),
        (about.association, about.title, ""),
        ("", about.title, ""),
        ("", plain, ""),
    ):
        head = f"【{name}】" if name else ""
        text = f"{head}{title}：共{now.took_part}家企业参加{than}；{state}{where}{SHORT_SCOPE}"
        if len(text) <= SHORTEST_LIMIT:
            return text
    return text
