from __future__ import annotations

import pytest

from qc_desktop.domain.admin_divisions import PROVINCES
from qc_desktop.reference import admin_divisions


def test_there_are_34_province_level_units_in_the_order_of_the_standard():
    codes = [division.code for division in admin_divisions().provinces]
    assert codes == sorted(codes) == [code for code, _, _ in PROVINCES]
    assert len(codes) == 34
    assert admin_divisions().get("71").name == "台湾省"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("江苏", "320000"),
        ("江苏省", "320000"),
        ("江 苏　省", "320000"),
        ("江苏省南通市", "320600"),
        ("江苏南通启东", "320681"),
        ("内蒙古", "150000"),
        ("广西壮族自治区桂林市", "450300"),
        ("香港", "810000"),
        ("澳门特别行政区", "820000"),
        ("台湾省", "710000"),
        ("新疆生产建设兵团", "650000"),
        ("新疆石河子", "659001"),
        ("新疆可克达拉市", "659008"),
        ("广东省东莞市", "441900"),
        ("广东中山", "442000"),
        ("海南儋州", "460400"),
        ("海南省陵水黎族自治县", "469028"),
        ("甘肃嘉峪关", "620200"),
        ("河南济源", "419001"),
        ("湖北神农架", "429021"),
        ("湖北恩施", "422800"),
        ("云南西双版纳", "532800"),
        ("新疆伊犁", "654000"),
        ("吉林吉林", "220200"),
        ("北京市海淀区", "110108"),
        ("北京市北京市朝阳区", "110105"),
        ("上海市市辖区浦东新区", "310115"),
        ("重庆", "500000"),
    ],
)
def test_places_as_offices_write_them(text, code):
    assert admin_divisions().find(text).code == code


@pytest.mark.parametrize("text", ["N/A", "", "  ", "海南藏族自治州", "电烤箱", "无", "江"])
def test_what_names_no_province_is_not_guessed(text):
    assert admin_divisions().find(text) is None


@pytest.mark.parametrize(
    ("province", "text", "code"),
    [
        ("320000", "南通", "320600"),
        ("320000", "江阴市", "320281"),
        ("310000", "浦东", "310115"),
        ("110000", "北京", "110000"),
        ("110000", "市辖区", "110000"),
        ("460000", "省直辖县", "460000"),
        ("320000", "杭州", None),
        ("320000", "鼓楼区", None),
    ],
)
def test_cities_within_their_province(province, text, code):
    found = admin_divisions().within(text, admin_divisions().get(province))
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("code", "city"),
    [
        ("320281", "无锡市"),
        ("320200", "无锡市"),
        ("320000", None),
        ("110108", "北京市"),
        ("810000", "香港特别行政区"),
        ("659001", "石河子市"),
        ("441900", "东莞市"),
    ],
)
def test_the_city_around_a_place(code, city):
    found = admin_divisions().city(admin_divisions().get(code))
    assert (found.name if found else None) == city


def test_names_in_full_and_the_province_of_a_credit_code():
    index = admin_divisions()
    assert index.full_name(index.get("320281")) == "江苏省无锡市江阴市"
    assert index.province_of_uscc("91330100710980680A").name == "浙江省"
    assert index.province_of_uscc("91100000100003962T") is None
    assert index.province_of_uscc("91") is None


def test_every_division_is_found_by_its_full_name():
    index = admin_divisions()
    everything = [d for p in index.provinces for c in index.children(p) for d in (p, c, *index.children(c))]
    assert len(everything) > 3000
    assert [d for d in everything if index.find(index.full_name(d)) != d] == []
