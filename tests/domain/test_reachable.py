"""Telephone numbers and mail addresses: what cannot be one is remarked on."""

from __future__ import annotations

import pytest

from qc_desktop.domain.findings import Severity
from qc_desktop.domain.reachable import check_email, check_phone


@pytest.mark.parametrize(
    "text",
    [
        *("", "110", "12315", "13800000000", "400-000-0000", "0592-5550000", "（0592）5550000", "+86 138 0000 0000"),
        *(
            "0592-5550000转801",
            "0592-5550000 ext. 12",
            "13800000000、0592-5550000",
            "１３８００００００００",
            "0592 5550000/5550001",
        ),
    ],
)
def test_what_people_write_is_taken(text: str) -> None:
    assert check_phone(text) == []


@pytest.mark.parametrize("text", ["无", "12", "见网站", "abc-12345", "123456789012345678901", "13800000000、无"])
def test_what_is_no_number_is_remarked_on(text: str) -> None:
    (found,) = check_phone(text)
    assert (found.code, found.severity) == ("entry.phone_odd", Severity.WARNING)


@pytest.mark.parametrize(("text", "digits"), [("1380000000", 10), ("138000000000", 12)])
def test_a_mobile_number_has_eleven_digits(text: str, digits: int) -> None:
    (found,) = check_phone(text)
    assert (found.code, found.params) == ("entry.mobile_digits", {"digits": digits})


@pytest.mark.parametrize(
    ("text", "odd"), [("", 0), ("a@b.cn", 0), ("ａ＠ｂ.cn", 0), ("a@b", 1), ("a b@c.cn", 1), ("ab.cn", 1)]
)
def test_a_mail_address_has_its_form(text: str, odd: int) -> None:
    assert len(check_email(text)) == odd
