"""The words that people put before a value when they send a company's data, and where those words stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

LABELS: Mapping[str, tuple[str, ...]] = {
    "name": (
        *("名称", "单位名称", "公司名称", "企业名称", "企业全称", "公司全称", "单位全称", "购买方名称", "购方名称"),
        *("发票抬头", "开票抬头", "抬头", "开票名称", "户名", "公司", "单位", "企业", "全称", "开票单位", "收件单位"),
    ),
    "uscc": (
        *("税号", "公司税号", "企业税号", "单位税号", "纳税人识别号", "纳税识别号", "纳税人税号", "识别号", "纳税号"),
        *("统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "税务登记号", "统一代码", "开票税号"),
        *("统一社会信用代码/纳税人识别号", "纳税人识别号/统一社会信用代码", "信用代码/税号"),
    ),
    "address": (
        *("地址", "单位地址", "公司地址", "注册地址", "企业地址", "经营地址", "办公地址", "通讯地址", "通信地址"),
        *("详细地址", "开票地址", "联系地址", "住所"),
    ),
    "mailing_address": ("收件地址", "邮寄地址", "收货地址", "寄送地址", "快递地址", "寄件地址"),
    "address_phone": tuple(
        f"{before}地址{between}{after}"
        for before in ("", "单位", "公司", "注册", "企业")
        for between in ("", "、", "及", "和", "/", ",", "与")
        for after in ("电话", "联系电话")
    ),
    "phone": (
        *("电话", "联系电话", "公司电话", "单位电话", "办公电话", "固定电话", "座机", "固话", "注册电话", "企业电话"),
        *("电话号码", "联系方式", "开票电话", "tel", "phone", "收件电话", "联系人电话"),
    ),
    "mobile": ("手机", "手机号", "手机号码", "移动电话", "联系手机", "mobile", "收件人电话", "收票手机"),
    "hotline": ("服务热线", "客服热线", "客服电话", "服务电话", "热线", "全国热线", "售后电话", "公开电话", "投诉电话"),
    "contact": (
        *("联系人", "收件人", "经办人", "对接人", "收票人", "负责人", "姓名", "联络人", "业务联系人", "收货人"),
        *("联系人姓名",),
    ),
    "contact_phone_both": ("联系人及电话", "联系人电话及姓名", "联系人和电话", "联系人/电话", "联系人、电话"),
    "email": ("邮箱", "电子邮箱", "邮件", "电邮", "e-mail", "email", "邮箱地址", "收票邮箱", "电子邮件", "mail"),
    "website": ("网址", "官网", "网站", "公司网址", "公司官网", "企业网站"),
    "legal_representative": ("法定代表人", "法人", "法人代表", "法定代表人姓名"),
    "short_name": ("简称", "企业简称", "公司简称"),
    "former_names": ("曾用名", "原名", "原名称", "企业曾用名"),
    "bank": (
        *("开户行", "开户银行", "开户行名称", "账号", "银行账号", "帐号", "银行账户", "开户账号", "行号", "联行号"),
        *(
            "开户行及账号",
            "开户行、账号",
            "开户行和账号",
            "开户行/账号",
            "开户银行及账号",
            "开户银行、账号",
            "开户行账号",
        ),
        *("开户行及帐号", "基本户", "基本账户", "对公账户", "银行", "账户", "卡号", "开户许可证号", "开户行与账号"),
    ),
    "fax": ("传真", "传真号", "fax"),
    "postcode": ("邮编", "邮政编码"),
    "wechat": ("微信", "微信号", "微信同号", "手机微信", "手机/微信", "电话/微信"),
    "other": (
        *("备注", "发票类型", "开票类型", "金额", "开票金额", "开票内容", "项目", "税率", "职务", "部门", "QQ", "qq"),
        *("注册资本", "成立日期", "经营范围", "收款单位", "数量", "单价"),
    ),
}
"""What is meant, and how it is called."""

_SPEAKS_FOR_ITSELF = frozenset(
    {"bank", "contact", "uscc", "legal_representative", "address_phone", "contact_phone_both"}
)
"""Kinds that need no colon before Chinese text where they begin a line or follow a gap."""
_NUMBERED = frozenset({"phone", "mobile", "hotline", "uscc", "fax"})
"""Kinds whose value begins with a digit: before one they need neither colon nor gap."""
_KINDS = {word.lower(): kind for kind, words in LABELS.items() for word in words}
_WORDS = "|".join(
    r"[ \t]*".join(word) if len(word) == 2 else re.escape(word) for word in sorted(_KINDS, key=len, reverse=True)
)
_LABEL = re.compile(
    rf"(?P<word>{_WORDS})[ \t]*(?:\([^()\n]{{1,14}}\))?[ \t]*(?P<colon>[:=]|是(?=[ \t]*[^ \t否]))?[ \t]*", re.I
)
_GAP = re.compile(r"(?:^|[\s,;。、|/\]\[(]|[0-9]\.)$")


class Segment(NamedTuple):
    """A piece of the text under its label; ``kind`` is empty where it has none."""

    kind: str
    text: str


def segments(text: str) -> Iterator[Segment]:
    """``text`` (NFKC) cut at its labels; what follows the line of a label stands for itself."""
    end, kind = 0, ""
    for match in _LABEL.finditer(text):
        if match.start() >= end and _is_label(text, match):
            yield from _cut(kind, text[end : match.start()])
            kind, end = _KINDS[re.sub(r"[ \t]", "", match["word"]).lower()], match.end()
    yield from _cut(kind, text[end:])


def _is_label(text: str, match: re.Match[str]) -> bool:
    kind = _KINDS[re.sub(r"[ \t]", "", match["word"]).lower()]
    if match["colon"]:
        return not match["word"].isascii() or not text[: match.start()][-1:].isalnum()
    follows = text[match.end() :][:1]
    if kind in _NUMBERED and re.match(r"[0-9(+]", follows):
        return True
    after_gap = bool(_GAP.search(text[max(0, match.start() - 3) : match.start()]))
    if not after_gap:
        return False
    before_gap = match.group()[-1:] in (" ", "\t") or follows in ("\n", "")
    long_enough = len(re.sub(r"\s", "", match["word"])) >= 4
    return before_gap or kind in _SPEAKS_FOR_ITSELF or long_enough or bool(re.match(r"[0-9A-Za-z+(]", follows))


def _cut(kind: str, text: str) -> Iterator[Segment]:
    if not kind:
        yield Segment("", text)
        return
    value, _, rest = text.lstrip().partition("\n")
    yield Segment(kind, value.strip(" \t,;。、|/]["))
    yield Segment("", rest)
