"""查验: what a check can say, why, and the sentence that staff read aloud."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qc_desktop.domain.dates import chinese


class Verdict(StrEnum):
    """The answer to "is it genuine?".

    ``signed`` and ``expired`` can be told from the code alone; ``valid``, ``void``, ``revoked``, ``replaced`` and, of
    an item label, ``stopped`` need the issuer's records as well.
    """

    VALID = "valid"
    SIGNED = "signed"
    EXPIRED = "expired"
    VOID = "void"
    REVOKED = "revoked"
    REPLACED = "replaced"
    STOPPED = "stopped"
    FORGED = "forged"
    FOREIGN_LINK = "foreign_link"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why the check of a code ended as it did; each has its sentence as ``trust.<reason>``."""

    OK = "ok"
    EXPIRED = "expired"
    BEFORE_ISSUE_DAY = "before_issue_day"
    UNKNOWN_SERIES = "unknown_series"
    BATCH_NOT_CHECKED = "batch_not_checked"
    NO_PAYLOAD = "no_payload"
    INCOMPLETE = "incomplete"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_TYPE = "unknown_type"
    KEY_WITHDRAWN = "key_withdrawn"
    FOREIGN_LINK = "foreign_link"
    BAD_DIGITS = "bad_digits"
    TRAILING = "trailing"
    BAD_SERIAL = "bad_serial"
    BAD_USCC = "bad_uscc"
    BAD_NAME = "bad_name"
    UNKNOWN_KEY = "unknown_key"
    WRONG_KEY_USE = "wrong_key_use"
    BAD_SIGNATURE = "bad_signature"
    BAD_RECORD = "bad_record"
    BAD_RECEIPT = "bad_receipt"
    REGISTER_DIFFERS = "register_differs"
    UNKNOWN_BATCH = "unknown_batch"
    INDEX_BEYOND = "index_beyond"
    AFTER_WITHDRAWAL = "after_withdrawal"
    CODE_DIFFERS = "code_differs"
    CODE_UNKNOWN = "code_unknown"


_VERDICTS = {
    Reason.OK: Verdict.SIGNED,
    Reason.BEFORE_ISSUE_DAY: Verdict.SIGNED,
    Reason.UNKNOWN_SERIES: Verdict.SIGNED,
    Reason.BATCH_NOT_CHECKED: Verdict.SIGNED,
    Reason.EXPIRED: Verdict.EXPIRED,
    Reason.NO_PAYLOAD: Verdict.UNKNOWN,
    Reason.INCOMPLETE: Verdict.UNKNOWN,
    Reason.UNKNOWN_VERSION: Verdict.UNKNOWN,
    Reason.UNKNOWN_TYPE: Verdict.UNKNOWN,
    Reason.KEY_WITHDRAWN: Verdict.UNKNOWN,
    Reason.REGISTER_DIFFERS: Verdict.UNKNOWN,
    Reason.UNKNOWN_BATCH: Verdict.UNKNOWN,
    Reason.INDEX_BEYOND: Verdict.UNKNOWN,
    Reason.CODE_DIFFERS: Verdict.UNKNOWN,
    Reason.CODE_UNKNOWN: Verdict.UNKNOWN,
    Reason.FOREIGN_LINK: Verdict.FOREIGN_LINK,
}


def verdict_of(reason: Reason) -> Verdict:
    """The verdict that ``reason`` leads to.

    What a bad copy or an older program could cause is unknown; a complete code that this issuer cannot have made
    is forged.
    """
    return _VERDICTS.get(reason, Verdict.FORGED)


SIGNATURE_PROVES: Mapping[str, str] = {
    "zh_CN": "签名有效：本编码由协会签发且内容未被改动。不能证明您手中的商品未被调换或标签未被复制；"
    "请核对名称、批号，异常请拨12315。",
    "en": "The signature is valid: the association issued this code and its content is unchanged. It does not prove "
    "that the goods in your hands were not exchanged or the label not copied. Compare the name and the lot number; "
    "if something is wrong, call 12315.",
}
"""What a signature proves and what it does not, by language: shown wherever a verdict is shown."""

PLEDGE_SCOPE = "它只说明企业已公开承诺，不代表我会认证或担保产品质量。"
SURVEY_SCOPE = "它只说明企业提供的检验报告已作汇总，不代表我会认证或担保产品质量。"


@dataclass(frozen=True)
class Particulars:
    """What is known of the certificate asked about; what is not known stays empty and is left out of the sentence.

    ``ended`` is the day it was voided, revoked or replaced, ``replacement`` the number that took its place,
    ``scope`` the sentence that says what the paper does not promise.
    """

    title: str = ""
    holder: str = ""
    issued: dt.date | None = None
    expires: dt.date | None = None
    ended: dt.date | None = None
    replacement: str = ""
    scope: str = PLEDGE_SCOPE
    reason: Reason = Reason.OK


def spoken(verdict: Verdict, about: Particulars | None = None) -> str:
    """The Chinese sentence to read to the caller: polite, short, and no more than is known."""
    return "您好，" + _SENTENCES[verdict](about or Particulars())


def _what(about: Particulars) -> str:
    """``是我会2026年3月15日向××公司出具的承诺展示公告证明``, without what is not known."""
    when = chinese(about.issued) if about.issued else ""
    to_whom = f"向{about.holder}" if about.holder else ""
    return f"是我会{when}{to_whom}出具的{about.title or '证明'}"


def _on(about: Particulars) -> str:
    return f"于{chinese(about.ended)}" if about.ended else ""


def _valid(about: Particulars) -> str:
    state = "目前在有效期内" if about.expires else "目前有效"
    return f"经查，该编号{_what(about)}，{state}。请核对企业名称和编号。{about.scope}"


def _signed(about: Particulars) -> str:
    if about.reason is Reason.BATCH_NOT_CHECKED:
        return (
            "查验通过：本编码由我会签发，内容未被改动，是商品上的标签编码。它不能证明您手中的商品未被调换或标签未被复制；"
            "请核对名称、批号，异常请拨12315。"
        )
    later = "编码上的出证日期晚于今天，请先核对日期。" if about.reason is Reason.BEFORE_ISSUE_DAY else ""
    return (
        f"查验通过：本编码由我会签发，内容未被改动，{_what(about)}。{later}"
        f"它后来有没有作废，凭编码看不出来，请以我会公布的名单为准。请核对企业名称和编号。{about.scope}"
    )


def _expired(about: Particulars) -> str:
    until = f"有效期到{chinese(about.expires)}为止，" if about.expires else ""
    return f"经查，该编号{_what(about)}，{until}现在已经过期。该企业今年是否作出承诺，请查看我会公布的名单。"


def _void(about: Particulars) -> str:
    return f"经查，该编号{_what(about)}，已{_on(about)}因文书差错作废，请不要再使用。作废不表示企业有过错。"


def _revoked(about: Particulars) -> str:
    return f"经查，该编号{_what(about)}，已{_on(about)}被我会撤销，现在无效，请不要再以它为依据。"


def _replaced(about: Particulars) -> str:
    new = f"新编号是{about.replacement}，请以新证明为准。" if about.replacement else "请以换发后的新证明为准。"
    return f"经查，该编号{_what(about)}，已{_on(about)}换发。{new}"


def _stopped(_about: Particulars) -> str:
    return "经查，这一批标识已经停用，请不要再以它为依据。请保留实物和购物凭证，异常请拨12315。"


def _forged(_about: Particulars) -> str:
    return (
        "经查，该编码没有通过查验：它不是我会签发的，或者内容被改动过。如果编码是手工输入的，请再核对一遍；"
        "如果是扫码得到的，请不要采信，保留实物，并拨打12315反映。"
    )


def _foreign_link(_about: Particulars) -> str:
    return (
        "经查，这个二维码打开的不是我会的查验网址，不是我会签发的编码。"
        "请不要在那个网页上填写信息或付款，保留实物，并拨打12315反映。"
    )


def _unknown(about: Particulars) -> str:
    if about.reason is Reason.INCOMPLETE:
        return "您提供的编码不完整，暂时不能下结论。请把二维码拍清楚、拍完整，重新扫一次，或者告诉我证明右上角的编号。"
    if about.reason in (Reason.UNKNOWN_VERSION, Reason.UNKNOWN_TYPE):
        return "这种编码我这里的程序还不能识别，暂时不能下结论。请告诉我证明右上角的编号，我再为您查。"
    if about.reason is Reason.KEY_WITHDRAWN:
        return "这个编码使用的签发方式已经停用，单凭编码暂时不能下结论。请告诉我证明右上角的编号，我再为您查。"
    return (
        "按您提供的内容，我会没有查到记录，暂时不能确认。请对照证明右上角的编号再告诉我一遍，或者把照片发给我们查验。"
    )


_SENTENCES: Mapping[Verdict, Callable[[Particulars], str]] = {
    Verdict.VALID: _valid,
    Verdict.SIGNED: _signed,
    Verdict.EXPIRED: _expired,
    Verdict.VOID: _void,
    Verdict.REVOKED: _revoked,
    Verdict.REPLACED: _replaced,
    Verdict.STOPPED: _stopped,
    Verdict.FORGED: _forged,
    Verdict.FOREIGN_LINK: _foreign_link,
    Verdict.UNKNOWN: _unknown,
}
