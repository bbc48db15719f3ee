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


@pytest.mark.parametrize(
    "text",
    [
        *["不伪造、冒用认证标志", "依法取得强制性产品认证（CCC）", "未经认证不出厂", "提供优质服务", "优质优价"],
        *["质量第一，用户至上", "企业是第一责任主体", "第一、严格把关；第二、按时答复", "依法取得司法鉴定意见"],
        *["质量问题经鉴定后7日内处理", "不销售未经审定的种子", "绝对不弄虚作假", "不使用绝对化用语", "不搞有偿排名"],
        *["本热线是唯一联系方式", "接受协会监督，保证产品质量", "接受消费者协会监督，检验合格出厂"],
        *["学会换位思考，保证产品质量", "遵守浙江省质量认证协会章程", "作为协会会员，保证产品质量"],
    ],
)
def test_what_companies_ordinarily_promise_asks_for_nothing(text: str) -> None:
    assert Worded(Place.CLAUSE, text, "浙江省质量认证协会").words == ()


@pytest.mark.parametrize(
    "text",
    [
        *[
            "浙江省质量促进会保证该产品质量",
            "本中心担保",
            "省质协保证其产品质量合格",
            "浙江省质量联合会担保该企业质量可靠",
        ],
        *["示例认定中心保证产品质量", "产品质量可靠，由本会负责", "经本会检验合格", "省质量学会担保"],
        *[
            "全省质量第一，用户至上",
            "质量第一品牌",
            "本会认证标志",
            "优质服务品牌",
            "经鉴定为名优产品",
            "全国第一、业内第二",
        ],
    ],
)
def test_what_the_association_would_promise_asks_for_a_reason(text: str) -> None:
    assert Worded(Place.CLAUSE, text, "示例认定中心").words


def test_the_own_name_set_wide_is_the_own_name() -> None:
    line = Worded(Place.ISSUER_LINE, "浙 江 省 质 量 认 证 协 会", "浙江省质量认证协会")
    assert (line.words, line.is_national) == ((), False)


def test_a_reason_belongs_to_a_wording_in_its_place() -> None:
    keys = {Worded(place, text).key for place in Place for text in ("示例推荐", "示例推荐一")}
    assert len(keys) == 2 * len(Place)
    assert Worded(Place.THEME, "示例推荐 ", NAME).key == Worded(Place.THEME, "示例推荐").key


GOODS = """
优质钢 优质碳素结构钢 优质大米 第一代扫地机 第1代净水器 食品级塑料杯 国窖1573白酒 强生婴儿油 特级初榨橄榄油 一级大豆油
AAA电池 AAA镍氢充电电池 优等品瓷砖 A级地砖 AA级绿豆 水晶奖杯 荣誉证书（封皮） 检验合格证 检验合格标签 身份认证终端
绝对编码器 绝对伏特加 珠宝鉴定灯 5号电池 中国结 中华铅笔 示例电水壶 回转顶尖 机床活顶尖 质量合格证 检测合格证 会议名牌
金属名牌 推荐信 指纹认证门锁 认证读卡器 司法鉴定服务 荣誉牌匾 荣誉奖牌 奖杯定制 奖牌定制 优质水泥 优质PVC管 优质鸡蛋
优质种子 优质煤 优质电水壶 泰国优质大米 优质工程塑料 优质品种稻谷
西部优质棉 北部优质煤 内部优质钢 优质奖杯 优质奖状框 优质企业管理软件 优质工程电缆 优质工程车 铝合金名牌 名牌夹 名牌夹子
5号顶尖 人脸认证门禁 珠宝鉴定服务 质量合格章 质量合格印章
"""
CLAIMING = """
国家级免检第一电水壶 全国销量第一酱油 质量认证合格电水壶 中国名牌洗衣机 协会推荐产品 免检奶粉 AAA级电水壶 金奖大米
获奖水晶奖杯 推荐电水壶 放心肉 特供白酒 第一品牌电水壶 权威认证电水壶 示例协会推荐大米 优质产品 优质农产品 优质品
优质奖水泥 国优质酱油 国家优质酱油 部优质水泥 省优质水泥 优质工程 电水壶优质 优质第一大米 最优质大米 顶尖电水壶
国内顶尖 质量合格电水壶 浙江名牌 金属名牌洗衣机 名牌夹克 推荐信得过电水壶 国家认证电水壶 鉴定合格电水壶 荣誉出品
荣誉奖牌电水壶 奖杯定制版电水壶
优质标杆电水壶 优质之选电水壶 优质之最 优质率 优质冠名 国际优质电水壶 世界优质电水壶 优质奖 优质企业 国家优质电水壶
部优质 省优质 名牌夹心饼干 名牌夹板 名牌夹层玻璃 中国铜名牌 中国木名牌 江浙钢名牌 称号顶尖 国号顶尖 推荐信心产品
3C认证门锁 CE认证门禁 专家鉴定服务 国家鉴定服务 密码认证电水壶 身份认证第三方 质量合格章鱼 质量合格印花布
"""


def test_what_goods_are_ordinarily_called_asks_for_nothing() -> None:
    words = {name: Worded(Place.PRODUCT, name).words for name in GOODS.split()}
    assert {name: found for name, found in words.items() if found} == {}
    assert [name for name in CLAIMING.split() if not Worded(Place.PRODUCT, name).words] == []


LOTS = """
AAA001 No.1 L1 A级 TOP1 第一批 第1炉 第1线 第1班 第1车间 第1窖 第1锅 20260101第1 第一茬 优等品2026 一等品2026
第1组 A班-第1锅 11月30日第1炉
"""
LOT_CLAIMS = "全国第一 全国销量第一 第一品牌 第1品牌 第一名 质量第一 质量-第一 2026年第一"


def test_a_lot_is_a_code() -> None:
    words = {lot: Worded(Place.LOT, lot).words for lot in LOTS.split()}
    assert {lot: found for lot, found in words.items() if found} == {}
    assert [lot for lot in LOT_CLAIMS.split() if Worded(Place.LOT, lot).words != ("第一",)] == []
    assert Worded(Place.LOT, "国家级第一 L1").words == ("国家级", "第一")


@pytest.mark.parametrize(
    ("theme", "words", "national"),
    [
        ("中国（上海）自由贸易试验区质量诚信承诺", (), False),
        ("中国(浙江)自由贸易试验区宁波片区质量诚信", (), False),
        ("中国（上海）质量诚信承诺", (), True),
        ("华夏质量诚信", (), False),
        ("一流企业诚信承诺", ("一流企业",), False),
        ("争创世界一流企业", (), False),
    ],
)
def test_names_of_places_and_wishes_claim_nothing(theme: str, words: tuple[str, ...], national: bool) -> None:
    found = Worded(Place.THEME, theme)
    assert (found.words, found.is_national) == (words, national)
