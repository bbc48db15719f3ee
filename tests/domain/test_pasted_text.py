"""粘贴识别: messages as people send them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain import uscc
from qc_desktop.domain.pasted_labels import LABELS
from qc_desktop.domain.pasted_text import LONGEST, ORDER, Confidence, recognise

MESSAGES = tomllib.loads(Path(__file__).with_name("pasted_messages.toml").read_text(encoding="utf-8"))["message"]
WORDS = [word for words in LABELS.values() for word in words]
CODE = "91350100M000100Y43"
NAME = "示例远山电器有限公司"


def test_there_are_many_kinds_of_messages() -> None:
    assert len(MESSAGES) >= 30


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["text"][:16])
def test_a_message_says(message: dict[str, Any]) -> None:
    wanted = dict(message)
    read = recognise(wanted.pop("text"))
    assert [found.field for found in read.fields if found.confidence is Confidence.LIKELY] == wanted.pop("likely", [])
    assert list(read.left_out) == wanted.pop("left_out", [])
    assert list(read.rest) == wanted.pop("rest", [])
    assert {found.field: found.value for found in read.fields} == wanted


@given(
    st.lists(
        st.sampled_from(
            [
                (f"名称：{NAME}", "name"), (f"税号：{CODE}", "uscc"), ("联系人：张三", "contact_person"),
                ("手机：13800000000", "contact_phone"), ("邮箱：a@company.example", "contact_email"),
                ("地址：厦门市示例路1号", "address"), ("服务热线：400-000-0000", "hotline"),
            ]
        ),
        unique=True,
    ),
    st.sampled_from(["\n", " ", "；", "，", "\u3000", "\r\n", ""]),
    st.booleans(),
)  # fmt: skip
def test_labelled_values_are_found_in_any_order_and_without_line_breaks(parts, between, full_width) -> None:
    text = between.join(part for part, _ in parts)
    if full_width:
        text = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)
    read = recognise(text)
    assert {found.field for found in read.fields} == {name for _, name in parts}
    assert read.rest == ()
    assert read.value("uscc") in ("", CODE)


@settings(max_examples=300, deadline=2000)
@given(
    st.lists(st.sampled_from([*"公司号路:：,， \n（）-@.0139aZ银行张县税人", *WORDS]) | st.characters()).map("".join)
)
def test_no_text_is_too_odd(text) -> None:
    read = recognise(text)
    assert [found.field for found in read.fields] == [name for name in ORDER if read.value(name)]
    for found in read.fields:
        assert found.value == found.value.strip()
        if found.field == "uscc" and found.problem is None:
            assert uscc.is_valid(found.value)


@pytest.mark.parametrize("piece", ["示", "a", "0", "路", "（", "区路号", "公", "示例 ", "a@", "0-", "税号"])
def test_a_long_text_takes_no_time(piece) -> None:
    from time import process_time

    began = process_time()
    recognise(piece * LONGEST)
    assert process_time() - began < 2


def test_a_wrong_code_is_said_and_only_likely() -> None:
    (found,) = recognise("税号：91350100M000100Y44").fields
    assert (found.confidence, found.problem.code) == (Confidence.LIKELY, "uscc.check")


def test_a_sure_value_replaces_a_likely_one_and_a_second_one_is_left_over() -> None:
    read = recognise(f"收件地址：示例路1号\n地址：厦门市示例路2号\n{NAME}\n示例青禾食品有限公司")
    assert read.value("address") == "厦门市示例路2号"
    assert read.rest == ("示例路1号", "示例青禾食品有限公司")
