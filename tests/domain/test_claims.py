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
    "颁奖 荣膺 获评 表扬 奖章 奖杯 鉴定 审定 国字号 官方指定 政府认可 绝对 唯一 顶尖 极品 优质 名优 优等品 "
    "五星级 明星企业 领军 排行榜 前三名 行业前十 担保 检验合格 100%合格 A级 "
    "最高级 荣获 称号 授牌 授证 推介 信赖 标兵 优秀企业 先进单位 模范企业 金牌 等奖 百佳 500强 endorse "
    "质量奖 背书 先行赔付 推优 十大品牌"
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
        ("5A企业", "AAA"),
        ("3A诚信企业", "AAA"),
        ("先进企业", "先进单位"),
        ("优胜单位", "先进单位"),
        ("十大企业", "十大品牌"),
        ("ＴＯＰ １０", "TOP"),
        ("Recommended by us", "recommend"),
        ("Endorsed by us", "endorse"),
        ("the Number One brand", "No.1"),
        ("China's No. One", "No.1"),
        ("China No.1 brand", "No.1"),
        ("Brand No.1", "No.1"),
        ("We are No. 1", "No.1"),
        ("No.1企业", "No.1"),
        ("No.1 2026", "No.1"),
        ("the TOP 10 brands", "TOP"),
        ("Grade AAA", "AAA"),
        ("China AAA and more", "AAA"),
        ("企业AAA Grade", "AAA"),
        ("值得信賴", "信赖"),
        ("稱號", "称号"),
        ("二等奖", "等奖"),
        ("中国500强", "500强"),
        *[(written, "保证质量") for written in ("本会保证该产品质量", "保证其质量", "我會保證產品安全")],
        *[("我会担保其产品合格", "担保"), ("经检测合格", "检验合格"), ("檢驗均合格", "检验合格")],
        *[("百分之百合格", "100%合格"), ("绝对安全", "绝对"), ("官方认可", "官方指定"), ("优质产品", "优质")],
        *[("行业前10", "行业前十"), ("前10名", "前三名"), ("行业领军企业", "领军"), ("A级信用企业", "A级")],
        *[("金质奖章", "奖章"), ("明星品牌", "明星企业"), ("四星级企业", "五星级"), ("審定", "审定")],
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
    ("claim", "word"),
    [
        ("质量第一，条件优越", "第一"),
        ("行业第一，次年再来", "第一"),
        ("{holder}第一，按时提交", "第一"),
        ("第一。章程", "第一"),
        ("质量第一条件优越", "第一"),
        ("第一 份", "第一"),
        ("行业第 1，页", "第一"),
        ("行业第1 2026", "第一"),
        ("行业第一份额", "第一"),
        ("行业第一联盟", "第一"),
        ("排名 不分先后", "排名"),
        ("明确认定", "认定"),
        ("明确认定价格", "认定"),
        ("确认通过认证", "认证"),
        ("认证证书", "认证"),
        ("推荐性能", "推荐"),
        ("推荐，性", "推荐"),
        ("放心使用", "放心"),
        ("权威发布", "权威"),
        ("最优惠价", "最优"),
        ("No. 1 brand on the Road", "No.1"),
        ("看www.a.cn，行业No.1", "No.1"),
        ("质量第一、12项承诺", "第一"),
        ("质量第一及5项承诺", "第一"),
        ("质量第1，100%满意", "第一"),
        ("We are No.1, 100% quality", "No.1"),
        ("China No.1 - 24 hours", "No.1"),
        ("中国第一轮胎品牌", "第一"),
        ("行业第一天然气企业", "第一"),
        ("行业第一种植企业", "第一"),
        ("质量第一组织", "第一"),
        ("No.1 Building Materials brand in China", "No.1"),
        ("全省一等奖品牌", "等奖"),
        ("中国金牌照明品牌", "金牌"),
        ("Number-One brand", "No.1"),
    ],
)
def test_what_only_looks_like_it_is_no_excuse(claim: str, word: str) -> None:
    assert words(claim) == [word]


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
        "stop 1",
        "number + 1",
        "refer to p. 1",
        "No one may copy this",
        "No.1A",
        "No. 1 Fuxing Road",
        "No.1, North Third Ring Road",
        "No.1 Building",
        *[
            "第 1 页",
            "第 1 页 共 3 页",
            "第 1 号公告",
            "2026年第 1 批",
            "总局令第 1 号",
            "第 1 季度",
            "第1 页",
            "第 一 条",
        ],
        *["第1-3页", "第1、3款", "第一至三条", "第一和第二批", "第一、二条"],
        *[
            "第一步",
            "第一阶段",
            "第一部分",
            "第一联",
            "第一天",
            "质量第一责任人",
            "第一人民医院",
            "第一中学",
            "第一小学",
        ],
        *["第一，按时提交", "　　第一，按时提交", "请注意。第一，按时提交"],
        *["请确认证书编号和企业名称无误", "确认证件", "确认证明内容", "自行确认定价", "请確認證書編號"],
        *["推荐性标准", "推荐性国家标准", "放心填写", "权威解释", "最终解释权"],
        *["质量奖励办法", "主推优惠活动"],
        *["企业名称号码", "合金牌号", "平等奖励"],
        *["Certificate No. 1 of 2026", "Order No. 1 of the State Administration", "Page No. 1"],
        "企业承诺如下：第一，遵守法律法规；第二，按时答复",
        *["编号唯一", "唯一编码", "唯一标识", "绝对湿度", "五星级酒店", "官方网站", "A级防火材料"],
        *["www.top10.example", "https://no1.example/aaa?n={number}", "aaa@award.example"],
    ],
)
def test_counting_is_no_claim(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "title",
    [
        *["全囯证明", "中囯", "PRC", "P.R.C. Quality"],
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
    [
        *[
            "中国示例质量检验协会",
            "拨打全国统一热线12315",
            "依据国家标准",
            "《中华人民共和国产品质量法》",
            "International",
        ],
        *["中国（杭州）示例协会", "中国-东盟示例协会", "中国合格评定国家认可委员会", "中华人民共和国 产品质量法"],
        *["网址：www.chinatt315.org.cn", "chinatt315.org.cn", "office@chinaquality.example", "https://china.example/a"],
        *["China Association for Quality Inspection", "National Medical Products Administration"],
        *["Product Quality Law of the PRC", "Product Quality Law of the People's Republic of China"],
        *["国家药品监督管理局", "国家知识产权局", "国家认监委", "国家审计署", "国家市场监督管理总局"],
        *["本证书依据国家有关规定出具", "国家会议中心", "国家法定节假日除外", "全国标准信息公共服务平台"],
        *["中国质量万里行促进会", "中国品牌建设促进会", "中国电子商会", "中国国际商会", "中国品牌研究会", "全国工商联"],
        *["中国保护消费者基金会", "中国绿色食品发展中心", "中国质量报刊社"],
        *["中华全国工商业联合会", "中国国家认证认可监督管理委员会", "中　国　示　例　协　会", "中国中小企业协会"],
    ],
)
def test_what_is_called_so_speaks_for_nobody(name: str) -> None:
    assert not speaks_for_all(name)


@pytest.mark.parametrize(
    "heading",
    [
        *["全国质量诚信企业——中国质量检验协会", "全国诚信企业 由浙江省质量协会公告", "全国诚信企业由示例协会公告"],
        *["全国诚信企业中国示例协会", "中国优质产品，示例协会", "国家优质产品质检部", "国家部门公告"],
        *["全国·诚信企业·示例协会", "全国（诚信企业）示例协会"],
        *["China Quality Enterprise by Example Association", "China Quality. Example Association"],
        *["www.a.cn全国诚信", "中国诚信a@b.example", "全 国 诚 信"],
    ],
)
def test_a_body_in_the_same_text_excuses_no_claim(heading: str) -> None:
    assert speaks_for_all(heading)
