"""使用协议: what it must say, what it allows, and that it is edited as any other record."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from qc_desktop.domain.labels import AgreementDraft, RestrictedCategory
from qc_desktop.messages import messages
from qc_desktop.services import history
from qc_desktop.services.audit import details
from qc_desktop.services.companies import merging
from qc_desktop.services.labels import agreements
from qc_desktop.services.labels.agreements import AgreementFilter
from qc_desktop.services.labels.categories import rules, suspected
from tests.samples import add, refused
from tests.services.labels.conftest import TERMS


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"agreement_no": " "}, "label.agreement_no_missing"),
        ({"products": ("", " ")}, "label.no_products"),
        ({"quantity": 0}, "label.quantity"),
        ({"ends_on": dt.date(2025, 12, 31)}, "label.period"),
        ({"remark": "长" * 501}, "text.too_long"),
        ({"restricted": RestrictedCategory.FOOD, "legal_note": "x"}, "label.note_short"),
        ({"restricted": RestrictedCategory.FOOD, "legal_note": "没有法律依据"}, "label.note_short"),
        ({"legal_note": "无"}, "label.note_short"),
        ({"products": ("长" * 201,)}, "text.too_long"),
    ],
)
def test_what_cannot_be_an_agreement_is_refused(office, change, code):
    company = add(office)
    with refused(code):
        agreements.add(office, company.id, dataclasses.replace(TERMS, **change))
    assert agreements.count(office, AgreementFilter()) == 0


def test_an_agreement_is_found_changed_and_taken_back(labels):
    office = labels.office
    (row,) = agreements.page(office, AgreementFilter(company_id=labels.company_id))
    assert (row.terms, row.company, row.remaining) == (TERMS, labels.company, 1000)
    assert agreements.by_number(office, " SY-2026-001 ").id == row.id
    for text in ("2026-001", labels.company):
        assert agreements.count(office, AgreementFilter(text=text)) == 1
    assert agreements.count(office, AgreementFilter(text="没有这个")) == 0
    saved = agreements.change(office, row.id, dataclasses.replace(TERMS, quantity=500), row.row_version)
    assert saved.row.terms.quantity == 500
    with refused("store.changed_meanwhile"):
        agreements.change(office, row.id, TERMS, row.row_version)
    history.undo(office, saved.command)
    assert agreements.row(office, row.id).terms == TERMS


def test_a_number_is_used_once(labels):
    with refused("label.agreement_no_taken"):
        agreements.add(labels.office, labels.company_id, TERMS)
    with refused("label.unknown_agreement"):
        agreements.by_number(labels.office, "SY-0")


def test_a_product_that_sounds_restricted_is_remarked_on(office):
    company = add(office)
    for place, category in enumerate(RestrictedCategory):
        product = f"示例{rules()[category].words[0]}"
        draft = dataclasses.replace(TERMS, agreement_no=f"X{place}", products=(product,))
        saved = agreements.add(office, company.id, draft)
        assert [found.code for found in saved.remarks] == ["label.maybe_restricted"], category
        again = dataclasses.replace(draft, restricted=category)
        assert agreements.change(office, saved.row.id, again, saved.row.row_version).remarks == ()


BARRED = """
纯牛奶 婴儿奶粉（1段） 酸奶 饼干 面包 酱油 食盐 矿泉水 方便面 花生油 罐头 蜂蜜 月饼礼盒 火腿肠 鸡蛋 苹果5kg
巧克力 虾仁 调味料 咖啡 阿莫西林片 感冒灵颗粒 医用口罩 草甘膦 血压计 冻干粉针 驾校课程 狗粮 兽用疫苗
血糖试纸 奶酪机、奶酪 国窖1573白酒 国窖1573酒 洋河M6酒 青花20汾酒 A2奶粉 辅酶Q10胶囊 Omega3胶囊 K12课程
英语B2课程 1对1辅导
可乐1904汽水 碳酸钙D3颗粒 碳酸钙D3片 三九999颗粒 面包片3×500克/袋 蜂蜜10瓶装
医疗设备 医用影像设备 医疗机械 康复设备 牙科设备 鸡架 鸭架 烤鸡架 羊肉煲 鸡公煲 腊味煲 茶砖
"""
ORDINARY = """
奶粉罐 咖啡机 血压计表带 面包机 食品级包装 示例电饭煲 示例电水壶 酒柜 茶几 机油 5米卷尺 纳米材料 儿童玩具
羽绒服 乳胶枕 洗衣粉 化肥 刹车片 饲料机 农药喷雾器 豆浆机 苹果手机壳 钢筋 桌面 奶粉罐500ml 卷尺（5米） 茶几1.2米
农药喷雾机 农药无人机 兽药冷藏柜 制药设备 食品机械 烧烤架 水果货架 酒架 电饭煲5L 电炖煲
柚木地板 樱桃木地板 核桃木门 梨木床 桃木梳
咖啡色窗帘 窗帘（咖啡色） 小麦色地砖 蜂窝板 鱼尾板 贝雷帽 橡皮鸭 三七灰土砖
"""


def test_of_a_product_that_may_be_barred_it_is_asked_and_a_vessel_or_machine_is_none():
    assert [found.params["product"] for found in suspected([*BARRED.split(), *ORDINARY.split()])] == BARRED.split()


def test_a_saved_agreement_says_what_was_decided_and_by_whom(office):
    draft = dataclasses.replace(TERMS, restricted=RestrictedCategory.FOOD, legal_note="示例：只作溯源，不作推荐")
    saved = agreements.add(office, add(office).id, draft)
    said = messages("zh_CN").of(saved.decision)
    assert said == f"限制推荐的类别：食品；法律依据：示例：只作溯源，不作推荐（登记人：{office.author.staff}）"
    remarked = dataclasses.replace(draft, remark="示例备注")
    other = agreements.change(office, saved.row.id, remarked, saved.row.row_version)  # perhaps by another person
    assert other.decision is None
    noted = dataclasses.replace(remarked, legal_note="示例：已经核对，只作溯源")
    again = agreements.change(office, saved.row.id, noted, other.row.row_version)
    assert "示例：已经核对" in messages("zh_CN").of(again.decision)
    plain = agreements.change(office, saved.row.id, TERMS, again.row.row_version)
    assert plain.decision is None


def test_a_note_decides_nothing_about_a_product_that_comes_later(office):
    noted = dataclasses.replace(TERMS, products=("酒店用品",), legal_note="这是家具")
    row = agreements.add(office, add(office).id, noted).row
    for products in (("酒店用品", "示例电水壶"), ("酒店用品",)):  # what sounds like nothing needs no word
        row = agreements.change(office, row.id, dataclasses.replace(noted, products=products), row.row_version).row
    later = dataclasses.replace(noted, products=("酒店用品", f"示例{rules()[RestrictedCategory.PESTICIDE].words[0]}"))
    with refused("label.note_older"):
        agreements.change(office, row.id, later, row.row_version)
    with refused("label.note_older"):  # nor does what was written of a category that is taken away
        food = dataclasses.replace(noted, restricted=RestrictedCategory.FOOD)
        row = agreements.change(office, row.id, food, row.row_version).row
        agreements.change(office, row.id, dataclasses.replace(food, restricted=None), row.row_version)
    named = dataclasses.replace(later, legal_note=f"这是家具；{later.products[1]}已核对农药广告的规定，只作溯源")
    assert agreements.change(office, row.id, named, row.row_version).row.terms == named


def test_the_history_says_every_field_in_words(labels):
    office, words = labels.office, messages("zh_CN")
    wanted = AgreementDraft(
        "SY-9", ("示例饮料",), 5, TERMS.starts_on, TERMS.ends_on, RestrictedCategory.FOOD, "示例依据"
    )
    saved = agreements.change(office, labels.agreement.id, wanted, labels.agreement.row_version)
    told = {line.field: line.after for line in details.detail(office, words, saved.command).lines}
    assert told["限制推荐的类别"] == "食品"
    assert told["产品"] == "示例饮料"
    assert told["法律依据"] == "示例依据"


def test_agreements_come_along_when_companies_are_merged(labels):
    other = add(labels.office, "示例另一家有限公司")
    merging.merge(labels.office, other.id, labels.company_id)
    (row,) = agreements.page(labels.office, AgreementFilter(company_id=other.id))
    assert row.company == "示例另一家有限公司"
