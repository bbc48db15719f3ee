"""Chinese titles and names on several lines, broken where the sense allows: never inside 服务, best behind a mark.

A line break in a title must not divide a word, and its lines are about equally long (GB/T 9704-2012, 7.3.1).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate, pairwise

from qc_desktop.caches import for_a_batch

_WORDS = (
    "新疆维吾尔自治区|广西壮族自治区|宁夏回族自治区|内蒙古自治区|西藏自治区|香港特别行政区|澳门特别行政区|维吾尔|内蒙古|黑龙江省|"
    "(?:北京|天津|上海|重庆)市|(?:河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
    "陕西|甘肃|青海|台湾)省|自治区|自治州|自治县|自治旗|开发区|街道|"
    "质量月|服务业|有限责任公司|股份有限公司|集团有限公司|有限公司|合作社|研究院|研究所|事务所|总公司|分公司|公司|"
    "集团|工厂|中心|协会|学会|产品|服务|质量|诚信|承诺|企业|单位|名单|名录|公告|公示|证明|活动|"
    "主题|倡议|稳定|合格|检验|检测|调查|汇总|统计|全国|中国|消费|权益|保护|安全|标准|技术|科技|"
    "信息|电子|电气|电器|机械|设备|器材|制造业|加工业|制品业|纺织业|制造|加工|食品|饮料|"
    "粮油|农副|化工|化学|医药|建筑|建材|材料|汽车|零部件|家具|家居|日化|纺织|服装|轮胎|贸易|"
    "商贸|实业|投资|工程|管理|发展|生产|销售|经营|环保|能源|生物|农业|通信|计算机|专业|国际|"
    "高分子|新材料|新能源|智能|文化|物流|进出口|其他|参加|年度|"
    "分公司|分行|支行|支局|分局|分店|分社|营业所|营业部|邮政所|批发部|门市部|经营部|服务部|加油站|储蓄所|供销社|邮政|银行|"
    "农业银行|建设银行|工商银行|中国银行|石化|石油|电力|供电|供销|矿业|水泥|钢铁|木业|农机|农资|种子|印刷|包装|塑料|橡胶|"
    "五金|机电|仪器|仪表|阀门|电缆|工艺品|陶瓷|玻璃|门窗|装饰|园林|绿化|养殖|种植|畜牧|果业|茶业|酒业|饮品|乳业|物业|"
    "房地产|置业|劳务|教育|培训|咨询|广告|传媒|旅游|运输|快递|维修|租赁|担保|保险|投资|网络|软件|大药房|药房|医院|酒店|"
    "宾馆|餐厅|超市|商店|商场|污水处理厂|处理厂|出租汽车|药业|制药|建设|书报刊|音像"
)
_PIECE = re.compile(
    rf"[（《“‘【〔「『(]*(?:{_WORDS}|[0-9A-Za-z]+(?:[.,:/·–—&+-][0-9A-Za-z]+)*[年月日号届家]?|.)"
    r"[）》”’】〕」』)，。、；：？！… ]*",
    re.DOTALL,
)
_AFTER_MARK, _BETWEEN_WORDS, _AFTER_PLACE, _BEFORE_JOINT, _BEFORE_FORM, _INSIDE = 0.0, 0.08, 0.12, 0.16, 0.24, 0.32
"""What a break costs; 0.32 is as bad as one of two lines being 40 % too long."""
_BODIES = ("公司", "集团", "中心", "协会", "学会", "总社")
"""What a body's name ends with: a break behind it is good where no form of company follows."""
_FORMS = ("有限", "股份", "公司", "集团")
_PLACES = frozenset("省市县区镇乡村旗")
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
    if at == len(pieces):
        return _AFTER_MARK
    before, after = pieces[at - 1], pieces[at]
    if after.startswith(_FORMS) and before.rstrip("）)").endswith(_BODIES):
        return _BEFORE_FORM
    if not before[-1].isalnum() or before.endswith(_BODIES):
        return _AFTER_MARK
    if before in _JOINTS:
        return _INSIDE
    if after in _JOINTS:
        return _BEFORE_JOINT
    if len(before) > 1 and len(after) > 1:
        return _BETWEEN_WORDS
    return _AFTER_PLACE if before[-1] in _PLACES else _INSIDE
