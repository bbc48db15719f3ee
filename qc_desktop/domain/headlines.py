"""Chinese titles and names on several lines, broken where the sense allows: never inside 服务, best behind a mark.

A line break in a title must not divide a word, and its lines are about equally long (GB/T 9704-2012, 7.3.1).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate, pairwise

from qc_desktop.caches import for_a_batch

_WORDS = (
    "质量月|服务业|有限责任公司|股份有限公司|集团有限公司|有限公司|合作社|研究院|研究所|事务所|总公司|分公司|公司|"
    "集团|工厂|中心|协会|学会|产品|服务|质量|诚信|承诺|企业|单位|名单|名录|公告|公示|证明|活动|"
    "主题|倡议|稳定|合格|检验|检测|调查|汇总|统计|全国|中国|消费|权益|保护|安全|标准|技术|科技|"
    "信息|电子|电气|电器|机械|设备|器材|制造业|加工业|制品业|纺织业|制造|加工|食品|饮料|"
    "粮油|农副|化工|化学|医药|建筑|建材|材料|汽车|零部件|家具|家居|日化|纺织|服装|轮胎|贸易|"
    "商贸|实业|投资|工程|管理|发展|生产|销售|经营|环保|能源|生物|农业|通信|计算机|专业|国际|"
    "智能|文化|物流|进出口|其他|参加|年度"
)
_PIECE = re.compile(
    rf"[（《“‘【〔「『(]*(?:{_WORDS}|[0-9A-Za-z]+(?:[.,:/·–—&+-][0-9A-Za-z]+)*[年月日号届家]?|.)"
    r"[）》”’】〕」』)，。、；：？！… ]*",
    re.DOTALL,
)
_AFTER_MARK, _BETWEEN_WORDS, _BEFORE_JOINT, _INSIDE = 0.0, 0.08, 0.16, 0.32
"""What a break costs; 0.32 is as bad as one of two lines being 40 % too long."""
_JOINTS = frozenset("和与及或暨")
_MOST = 6


@for_a_batch(2048)
def headline(text: str, room: float, width: Callable[[str], float], lines: int) -> tuple[str, ...]:
    """``text`` on exactly ``lines`` lines no wider than ``room`` by ``width``; () where its words do not allow it."""
    pieces = _PIECE.findall(text)
    if not 1 <= lines <= min(_MOST, len(pieces)):
        return ()
    ends = [0.0, *accumulate(width(piece) for piece in pieces)]
    cuts = _cuts(pieces, ends, room, lines)
    return tuple("".join(pieces[start:end]).strip() for start, end in pairwise(cuts))


def shortest(text: str, room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """``text`` on as few lines as its words allow; () where no number of lines does."""
    return next((found for lines in range(1, _MOST + 1) if (found := headline(text, room, width, lines))), ())


def _cuts(pieces: list[str], ends: list[float], room: float, lines: int) -> tuple[int, ...]:
    """Where each line begins, and the end of the last: the cheapest way; () where there is none."""
    ideal = ends[-1] / lines or 1.0
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for left in range(lines - 1, -1, -1):
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, way) in best.items():
            for end in (len(pieces),) if left == 0 else range(start + 1, len(pieces) - left + 1):
                long = ends[end] - ends[start]
                if long > room or end == start:
                    break
                total = cost + (long / ideal - 1) ** 2 + _cost(pieces, end)
                if end not in found or total < found[end][0]:
                    found[end] = total, (*way, end)
        best = found
    return best.get(len(pieces), (0.0, ()))[1]


def _cost(pieces: list[str], at: int) -> float:
    """What it costs to begin a line with piece ``at``."""
    if at == len(pieces) or not pieces[at - 1][-1].isalnum():
        return _AFTER_MARK
    before, after = pieces[at - 1], pieces[at]
    if before in _JOINTS:
        return _INSIDE
    if after in _JOINTS:
        return _BEFORE_JOINT
    return _BETWEEN_WORDS if len(before) > 1 and len(after) > 1 else _INSIDE
