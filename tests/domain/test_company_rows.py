from __future__ import annotations

import datetime as dt
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain.companies import CompanyDraft, MemberTier, PledgeDraft, tier_of
from qc_desktop.domain.company_rows import is_no_record, to_company, to_pledge
from qc_desktop.domain.findings import Severity
from qc_desktop.messages import messages
from qc_desktop.reference import admin_divisions, industries

GOOD = {"name": "示例检测有限公司", "uscc": "91350100M000100Y43"}


def read(**cells):
    draft, findings = to_company(GOOD | cells, admin_divisions(), industries())
    return draft, {(finding.severity.value, finding.code, finding.field) for finding in findings}


def test_a_full_row():
    draft, findings = read(
        name=" 示例 检测(福建)\n有限公司",
        uscc=" ９１３５０１００Ｍ０００１００ｙ４３",
        former_names="示例甲公司；示例乙公司（集团、总部）",
        short_name="示例",
        member_no="HY-0012",
        member_tier="理事",
        legal_representative="张 某",
        province="福建",
        city="福州",
        address="示例路1号",
        industry_name="C13 农副食品加工业",
        hotline="４００－８００",
        website="www.example.invalid",
        remark="无",
        contact_person="李某",
        contact_phone=13800000000.0,
        contact_email="a@example.invalid",
    )
    assert draft == CompanyDraft(
        name="示例检测（福建）有限公司",
        uscc="91350100M000100Y43",
        former_names=("示例甲公司", "示例乙公司（集团、总部）"),
        short_name="示例",
        member_no="HY-0012",
        member_tier=MemberTier.COUNCIL,
        legal_representative="张某",
        province_code="35",
        province="福建省",
        admin_division_code="350100",
        admin_division_name="福建省福州市",
        city="福州市",
        address="示例路1号",
        industry_code="13",
        industry_name="农副食品加工业",
        hotline="400-800",
        website="www.example.invalid",
        contact_person="李某",
        contact_phone="13800000000",
        contact_email="a@example.invalid",
    )
    assert findings == {("warning", "row.line_break", "name")}


@pytest.mark.parametrize(
    ("cells", "finding"),
    [
        ({"name": ""}, ("error", "row.name_missing", "name")),
        ({"name": " \n "}, ("error", "row.name_missing", "name")),
        ({"name": 12345.0}, ("error", "row.name_odd", "name")),
        ({"name": "示" * 201}, ("error", "row.too_long", "name")),
        ({"name": "示例\ue7d9公司"}, ("error", "row.private_use", "name")),
        ({"name": "示例\U000f0001公司"}, ("error", "row.private_use", "name")),
        ({"name": "示例\ufffd公司"}, ("error", "row.private_use", "name")),
        ({"address": "示例\ue7d9路"}, ("error", "row.private_use", "address")),
        ({"name": "示\x00例公司"}, ("warning", "row.control_characters", "name")),
        ({"name": "=HYPERLINK(1)公司"}, ("warning", "row.formula_text", "name")),
        ({"uscc": 9.15103002039956e17}, ("error", "row.digits_lost", "uscc")),
        ({"uscc": 915103002039955}, ("error", "row.digits_lost", "uscc")),
        ({"uscc": "9.1510E+17"}, ("error", "row.digits_lost", "uscc")),
        ({"uscc": dt.date(2026, 3, 15)}, ("error", "row.digits_lost", "uscc")),
        ({"uscc": "91350100M000100Y4Z"}, ("error", "uscc.character", "uscc")),
        ({"uscc": "91350100M000100Y44"}, ("error", "uscc.check", "uscc")),
        ({"uscc": "12345"}, ("error", "uscc.length", "uscc")),
        ({"uscc": ""}, ("warning", "row.uscc_missing", "uscc")),
        ({"uscc": "无"}, ("warning", "row.uscc_missing", "uscc")),
        ({"member_no": 12.0}, ("warning", "row.number_as_code", "member_no")),
        ({"member_no": 9.15103002039956e17}, ("error", "row.digits_lost", "member_no")),
        ({"member_tier": "至尊"}, ("warning", "row.tier_unknown", "member_tier")),
        ({"province": "N/A"}, ("warning", "row.province_derived", "province")),
        ({"province": ""}, ("warning", "row.province_derived", "province")),
        ({"province": "外星", "uscc": ""}, ("warning", "row.province_unknown", "province")),
        ({"province": "福建", "city": "火星"}, ("warning", "row.city_unknown", "city")),
        ({"industry_name": "示例行业"}, ("warning", "row.industry_unknown", "industry_name")),
        ({"contact_email": "没有"}, None),
        ({"contact_email": "a#b"}, ("warning", "row.email_odd", "contact_email")),
        ({"contact_email": "a@" + "." * 32_000 + "@"}, ("error", "row.too_long", "contact_email")),
        ({"contact_phone": "1" * 61}, ("error", "row.too_long", "contact_phone")),
    ],
)
def test_every_fault_has_its_reason(cells, finding):
    found = read(**cells)[1]
    assert finding in found if finding else not found


def test_lost_digits_are_never_repaired_nor_shown_as_if_whole():
    draft, findings = to_company(GOOD | {"uscc": 9.15103002039956e17}, admin_divisions(), industries())
    assert draft.uscc == ""
    assert [finding.value for finding in findings] == ["9.15103002039956E+17"]


def test_an_unknown_province_is_derived_from_the_code_and_marked():
    assert read(province="N/A")[0].province_derived
    draft, findings = read()
    assert (draft.province, draft.province_derived, findings) == ("福建省", True, set())
    assert not read(province="江苏")[0].province_derived
    assert read(province="江苏")[0].province == "江苏省"
    draft, _ = read(province="N/A", uscc="91350100M000100Y44")
    assert (draft.province, draft.province_derived) == ("", False)


def test_what_is_not_known_is_kept_as_it_is():
    assert read(province="福建", city="火星")[0].city == "火星"
    assert read(industry_name="示例行业")[0].industry_name == "示例行业"
    assert read(name="=1+1公司")[0].name == "=1+1公司"
    assert read(name="示例𠮷野𬱖䶮公司")[0].name == "示例𠮷野𬱖䶮公司"
    assert read(name="示" * 200)[1] == set()


def test_divisions_by_code_or_name():
    assert read(admin_division_code=320281.0)[0].admin_division_name == "江苏省无锡市江阴市"
    assert read(admin_division_name="江苏省江阴市")[0].city == "无锡市"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("合计", "共若干家", "", ""), True),
        (("总 计：", 85.0), True),
        (("", "合计85家企业"), True),
        (("", " \n", "　"), True),
        (("备注：以上名单排名不分先后", ""), True),
        (("填表人：示例", "2026-03-15"), True),
        ((1.0, "合计测量技术有限公司", ""), False),
        (("合计", "示例公司", "91350100M000100Y43"), False),
        (("", "", "91350100M000100Y43"), False),
        (("示例公司",), False),
    ],
)
def test_totals_notes_and_blank_rows_are_no_records(cells, expected):
    assert is_no_record(cells) is expected


def test_pledges():
    draft, findings = to_pledge(
        {
            "products": "电饭煲、电压力锅（5L，6L）；电饭煲\n其他",
            "standards": "GB/T 19001-2016, GB 4706.1",
            "signatory": "张 某",
            "signed_on": "2026年3月15日",
        }
    )
    assert draft == PledgeDraft(
        ("电饭煲", "电压力锅（5L，6L）", "其他"), ("GB/T 19001-2016", "GB 4706.1"), "张某", dt.date(2026, 3, 15)
    )
    assert not findings
    assert not to_pledge(GOOD)[0]
    assert to_pledge({"signed_on": dt.datetime(2026, 3, 15, 9)})[0].signed_on == dt.date(2026, 3, 15)
    assert [finding.code for finding in to_pledge({"signed_on": "改日"})[1]] == ["row.date_unknown"]


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("会员单位", "member"),
        ("常务理事", "standing_council"),
        (" 副会长单位 ", "vice_president"),
        ("非会员", "non_member"),
        ("会长", "president"),
        ("president", "president"),
        ("", None),
        ("主席", None),
    ],
)
def test_tiers(text, tier):
    assert tier_of(text) == tier


cells = st.one_of(
    st.text(max_size=30),
    st.text("=+-@＝\t\r\n\x00\ue000示例公司（）、；91350100M000Y43", max_size=30),
    st.floats(),
    st.integers(),
    st.dates(),
    st.datetimes(),
)
fields = st.sampled_from(
    [
        "name",
        "uscc",
        "province",
        "city",
        "admin_division_code",
        "industry_name",
        "member_no",
        "products",
        "former_names",
        "member_tier",
        "contact_phone",
        "contact_email",
        "signed_on",
        "address",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(fields, cells))
def test_no_row_breaks_the_reading(row):
    draft, findings = to_company(row, admin_divisions(), industries())
    pledge, more = to_pledge(row)
    everything = "".join(map(str, (*vars(draft).values(), *pledge.products)))
    assert not set(everything) & set("\r\n\x00")
    sentences = [messages(lang).of(finding) for finding in (*findings, *more) for lang in ("zh_CN", "en")]
    assert all(not set("{}") & set(sentence) or set("{}") & set(str(row)) for sentence in sentences)
    if not any(finding.severity is Severity.ERROR for finding in findings):
        assert draft.name
        assert len(draft.name) <= 200
        assert draft.uscc == "" or set(draft.uscc) <= set(string.digits + string.ascii_uppercase)
