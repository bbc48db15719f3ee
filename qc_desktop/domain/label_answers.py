"""What is said of an item label at the verification desk: no more than its code and the records tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from qc_desktop.domain.dates import chinese
from qc_desktop.domain.verification import Reason, Verdict

LABEL_SCOPE = "它只用于溯源和查验，不代表我会认证或担保产品质量。"
_COMPARE = "请核对您手中商品的企业名称、产品和批号；它不能证明商品未被调换或标识未被复制，异常请拨12315。"


@dataclass(frozen=True)
class LabelParticulars:
    """What is known of the label asked about. ``last`` is the highest number of its batch, ``stopped`` the day on
    which the batch was stopped."""

    serial: str
    company: str = ""
    product: str = ""
    lot: str = ""
    issued: dt.date | None = None
    valid_until: dt.date | None = None
    stopped: dt.date | None = None
    last: str = ""


def spoken_label(verdict: Verdict, reason: Reason, about: LabelParticulars) -> str:
    """The Chinese sentence to read to the caller."""
    return "您好，" + _sentence(verdict, reason, about)


def _sentence(verdict: Verdict, reason: Reason, about: LabelParticulars) -> str:
    if reason is Reason.UNKNOWN_BATCH:
        return (
            f"编号{about.serial}的标识，我会的登记里没有这一批，暂时不能确认。"
            "请再核对一遍编号；如果是扫码得到的，请保留实物，并拨打12315反映。"
        )
    if reason is Reason.INDEX_BEYOND:
        return (
            f"这一批标识只签发到{about.last}，没有{about.serial}这个编号。"
            "请再核对一遍；如果是扫码得到的，请不要采信，保留实物，并拨打12315反映。"
        )
    what = f"经查，{_what(about)}"
    if verdict is Verdict.STOPPED:
        when = f"已于{chinese(about.stopped)}停用" if about.stopped else "已经停用"
        return f"{what}，{when}，请不要再以它为依据。请保留实物和购物凭证，异常请拨12315。"
    if verdict is Verdict.EXPIRED and about.valid_until:
        return f"{what}，有效期到{chinese(about.valid_until)}为止，现在已经过期。{_COMPARE}"
    if verdict is Verdict.SIGNED:
        return f"{what}。它后来有没有停用，凭编码看不出来，请以我会公布的名单为准。{_COMPARE}{LABEL_SCOPE}"
    state = "在有效期内，没有停用" if about.valid_until else "没有停用"
    return f"{what}，目前{state}。{_COMPARE}{LABEL_SCOPE}"


def _what(about: LabelParticulars) -> str:
    when = chinese(about.issued) if about.issued else ""
    return f"编号{about.serial}的标识是我会{when}向{about.company}签发的，用于产品“{about.product}”，批号“{about.lot}”"


def spoken_code(sentence: str, before: int) -> str:
    """``sentence`` of a label, and that the hidden code is its own, checked so often ``before``."""
    if not before:
        return f"{sentence}您报的防伪码与它相符，在我会是第一次查。"
    return (
        f"{sentence}您报的防伪码与它相符，但以前已经查过{before}次。如果不是您自己查的，标识可能被复制，"
        "请保留实物和购物凭证，并拨打12315反映。"
    )


def spoken_other_code(serial: str = "", *, all_searched: bool = True) -> str:
    """That a hidden code is not the one of the label ``serial``; without one, that it is none of ours, as far as
    ``all_searched`` lets one say so."""
    if not all_searched:
        return "您好，您报的防伪码暂时没有查到，还不能下结论。请告诉我标识上的编号，我再为您查。"
    what = f"与编号{serial}的标识不相符" if serial else "，在我会签发的标识里没有查到"
    still = "不相符" if serial else "查不到"
    return (
        f"您好，您报的防伪码{what}。请对着刮开的地方再核对一遍；仍{still}的，请不要采信，"
        "保留实物和购物凭证，并拨打12315反映。"
    )
