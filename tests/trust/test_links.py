"""Room for the name, prefixes, and codes found in what people and phones give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.errors import UserError
from qc_desktop.trust import links
from qc_desktop.trust.links import Found

PREFIX = "https://verify.example.cn/#"


def prefix_of(length: int) -> str:
    return f"https://{'v' * (length - 13)}.cn/#"


def fits_10_m(prefix: str, name: int) -> bool:
    """Whether both segments fit, by the sizes in ISO/IEC 18004 as ``qrcode`` has them."""
    from qrcode.base import rs_blocks
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.util import MODE_8BIT_BYTE, MODE_NUMBER, QRData, length_in_bits

    digits = links.to_digits(bytes(links.CERTIFICATE_FIXED + name))
    bits = 0
    for text, mode in ((prefix, MODE_8BIT_BYTE), (digits, MODE_NUMBER)):
        number = len(text)
        data = 8 * number if mode == MODE_8BIT_BYTE else 10 * (number // 3) + (0, 4, 7)[number % 3]
        assert len(QRData(text, mode=mode)) == number
        bits += 4 + length_in_bits(mode, 10) + data
    return bits <= 8 * sum(block.data_count for block in rs_blocks(10, ERROR_CORRECT_M))


def test_the_two_figures_of_the_document() -> None:
    assert links.name_limit(prefix_of(27)) == 69
    assert links.name_limit(prefix_of(40)) == 57


@pytest.mark.parametrize("length", range(14, 41))
def test_the_limit_is_the_most_that_fits(length: int) -> None:
    prefix = prefix_of(length)
    limit = links.name_limit(prefix)
    assert fits_10_m(prefix, limit)
    assert limit == 69 or not fits_10_m(prefix, limit + 1)


@pytest.mark.parametrize(
    ("prefix", "code"),
    [
        ("", "trust.prefix_missing"),
        ("http://verify.example.cn/#", "trust.prefix_form"),
        ("https://verify.example.cn/", "trust.prefix_form"),
        ("https://verify.example.cn#", "trust.prefix_form"),
        ("https://verify.example.cn/?q/#", "trust.prefix_form"),
        ("https://a@example.cn/#", "trust.prefix_form"),
        ("https://Verify.example.cn/#", "trust.prefix_form"),
        ("https://质检.cn/#", "trust.prefix_form"),
        ("https:///#", "trust.prefix_form"),
        (prefix_of(41), "trust.prefix_long"),
    ],
)
def test_prefixes_that_are_refused(prefix: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        links.name_limit(prefix)
    assert caught.value.code == code


@pytest.mark.parametrize("prefix", ["https://verify.example.cn/q/#", "https://a.cn:8443/v-1/q_2/#"])
def test_prefixes_that_are_taken(prefix: str) -> None:
    assert links.check_prefix(prefix) == prefix


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Found("")),
        ("QC-2026-315-000128", Found("")),
        ("12 34\n56", Found("123456")),
        ("１２３", Found("123")),
        ("12a", Found("")),
        (f"{PREFIX}123", Found("123", f"{PREFIX}123")),
        (f"{PREFIX}123&shareTo=weixin456", Found("123", f"{PREFIX}123&shareTo=weixin456")),
        (f"{PREFIX}a123", Found("", f"{PREFIX}a123")),
        ("https://verify.example.cn/?c=12&c=34", Found("12", "https://verify.example.cn/?c=12&c=34")),
        ("https://verify.example.cn/?abc=12", Found("", "https://verify.example.cn/?abc=12")),
        ("https://verify.example.cn/?c=12#34", Found("34", "https://verify.example.cn/?c=12#34")),
        (f"a@verify.example.cn/#12 {PREFIX}34", Found("34", f"{PREFIX}34")),
        (f"https://evil.example/#1 {PREFIX}2", Found("", "https://evil.example/#1", foreign=True)),
        ("https://verify.example.cn/#\n123", Found("", "https://verify.example.cn/#")),
    ],
)
def test_what_is_found(text: str, found: Found) -> None:
    assert links.find(text, (PREFIX,)) == found


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=180), st.sampled_from(["", "&shareTo=weixin", "?from=x", " 谢谢", "。"]))
def test_both_forms_of_a_link_come_back(payload: bytes, after: str) -> None:
    digits = links.to_digits(payload)
    assert links.find(links.link(PREFIX, payload) + after, (PREFIX,)).digits == digits
    assert links.find(links.query_link(PREFIX, payload) + after, (PREFIX,)).digits == digits


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | st.text("htps:/.#?c=1&v", max_size=80))
def test_any_text_gives_digits_or_none(text: str) -> None:
    found = links.find(text, (PREFIX,))
    assert found.digits == "" or (found.digits.isascii() and found.digits.isdigit())
    assert not (found.foreign and found.digits)
