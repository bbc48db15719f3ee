"""What is kept as a company's website, and what is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.domain.websites import check_website


@pytest.mark.parametrize(
    "site",
    [
        *("", "www.example.com", "example.com", "https://www.example.com", "HTTP://Example.COM/关于?x=1#y"),
        *("example.com:8080", "example.com:8080/index.html", "http://192.0.2.7/", "示例.中国", "www.示例.公司/首页"),
        *("a-b.example.com.cn", "http://www.example.com/a(b)"),
    ],
)
def test_pages_and_hosts_are_websites(site):
    assert check_website(site) == []


@pytest.mark.parametrize(
    ("site", "scheme"),
    [
        *(("javascript:alert(1)", "javascript"), ("JavaScript://www.example.com/%0aalert(1)", "JavaScript")),
        *(("file:///etc/passwd", "file"), ("data:text/html,x", "data"), ("ftp://example.com", "ftp")),
        ("mailto:a@example.com", "mailto"),
    ],
)
def test_other_schemes_are_named(site, scheme):
    (found,) = check_website(site)
    assert (found.code, found.params) == ("company.website_scheme", {"scheme": scheme})


@pytest.mark.parametrize(
    "site",
    [
        *("无", "无网站", "www", "http://", "https://localhost", "www example com", "a@example.com", "javascript:1"),
        *(
            "https://www.example.com@evil.example",
            'www.example.com/"><script>',
            "www.example.com\\x",
            "1.2",
            "..",
            "-.a",
        ),
        *("www.example.com、www.example.org", "http:www.example.com", "=cmd|' /C calc'!A0", "//example.com", ".."),
    ],
)
def test_what_is_no_website_is_said(site):
    assert [found.severity for found in check_website(site)] == ["error"]


@given(st.text(max_size=300))
def test_any_text_is_answered_at_once(text):
    assert len(check_website(text)) <= 1


def test_a_long_text_is_answered_at_once():
    assert check_website("a." * 5_000 + "!")
    assert check_website("a-" * 5_000 + "!")
