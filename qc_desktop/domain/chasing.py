"""催办: what a company still owes, by which way it was asked, and the text it is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from qc_desktop.domain.slots import PLAIN_BRACES, around, first_brace
from qc_desktop.errors import UserError


class ReminderWay(StrEnum):
    """How a company was reminded."""

    PHONE = "phone"
    WECHAT = "wechat"
    EMAIL = "email"
    LETTER = "letter"


class Missing(StrEnum):
    """What may still be missing of a company's pledge."""

    PLEDGE = "pledge"
    USCC = "uscc"
    PRODUCTS = "products"
    STANDARDS = "standards"
    SCAN = "scan"
    CONTACT = "contact"


VARIABLES = ("企业名称", "年度", "截止日期", "缺少材料", "退回原因", "协会名称")
"""What a text may name in braces."""

DEFAULT_TEXT = (
    "[【{协会名称}】]{企业名称}：贵单位{年度}年“3·15”产品和服务质量诚信承诺的材料还缺：{缺少材料}。"
    "[退回原因：{退回原因}。][请于{截止日期}前提交。]如不参加，请回复告知。谢谢配合！"
)
"""A phrase in square brackets is left out where what it names is not known."""

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_PHRASE = re.compile(r"\[([^\[\]]*)\]")


def check_text(text: str) -> str:
    """``text``, its braces as plain ones, where all braces are whole and name what is known. Raises
    UserError otherwise."""
    text = text.translate(PLAIN_BRACES)
    known = [f"{{{one}}}" for one in VARIABLES]
    for name in _VARIABLE.findall(text):
        if name not in VARIABLES:
            raise UserError("chase.unknown_variable", name=name, known=known)
    stray = first_brace(_VARIABLE.sub(_hidden, text))
    if stray is not None:
        raise UserError("chase.brace", text=around(text, stray), known=known)
    return text


def _hidden(variable: re.Match[str]) -> str:
    return "·" * len(variable[0])


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with its variables replaced; phrases in brackets of which a value is empty are left out."""

    def phrase(found: re.Match[str]) -> str:
        said = found.group(1)
        return said if all(values.get(name) for name in _VARIABLE.findall(said)) else ""

    return _VARIABLE.sub(lambda found: values.get(found.group(1), ""), _PHRASE.sub(phrase, text))
