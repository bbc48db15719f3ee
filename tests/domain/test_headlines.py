from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.domain.headlines import headline, shortest

TEXT = st.text("示例服务质量公司和（）、。“”A1-年 ", min_size=1, max_size=60)


def wide(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2026年“3·15”产品和服务质量诚信承诺企业名单", ("2026年“3·15”产品和服务", "质量诚信承诺企业名单")),
        ("企业名单", ("企业名单",)),
        ("", ()),
    ],
)
def test_lines_of_known_titles(text, lines):
    assert shortest(text, 20.0, wide) == lines


def test_a_name_breaks_before_its_kind_of_company():
    assert headline("示例青禾海岚电器股份有限公司", 10.0, len, 2) == ("示例青禾海岚电器", "股份有限公司")


@pytest.mark.parametrize(
    ("name", "room", "lines"),
    [
        ("示例邮政公司新疆维吾尔自治区额敏县支局", 16, ("示例邮政公司", "新疆维吾尔自治区额敏县支局")),
        ("示例城市排水集团有限责任公司第二污水处理厂", 18, ("示例城市排水集团有限责任公司", "第二污水处理厂")),
        ("示例农牧公司安徽省旌德县庙首镇经营部", 14, ("示例农牧公司安徽省", "旌德县庙首镇经营部")),
        ("示例青禾（集团）有限公司海岚市分公司", 13, ("示例青禾（集团）有限公司", "海岚市分公司")),
    ],
)
def test_a_name_breaks_at_its_parts(name, room, lines):
    assert headline(name, float(room), len, 2) == lines


@given(TEXT, st.integers(3, 30))
def test_nothing_is_lost_and_no_line_is_wider(text, room):
    lines = shortest(text, float(room), len)
    if lines:
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(len(line) <= room for line in lines)
        assert not any(line[:1] in "）、。”" for line in lines[1:] if line)
