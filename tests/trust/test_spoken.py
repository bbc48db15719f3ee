"""What staff read aloud: honest, polite, and about what is known only."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from qc_desktop.domain.verification import (
    SIGNATURE_PROVES,
    SURVEY_SCOPE,
    Particulars,
    Reason,
    Verdict,
    spoken,
    verdict_of,
)
from qc_desktop.messages import LANGUAGES, messages

FULL = Particulars(
    title="承诺展示公告证明",
    holder="示例精密仪器制造有限公司",
    issued=dt.date(2026, 3, 15),
    expires=dt.date(2027, 3, 14),
    ended=dt.date(2026, 4, 1),
    replacement="QC-2026-315-002001",
)
GENUINE = (Verdict.VALID, Verdict.SIGNED, Verdict.EXPIRED, Verdict.VOID, Verdict.REVOKED, Verdict.REPLACED)


def test_the_sentence_of_the_desk() -> None:
    assert spoken(Verdict.VALID, FULL) == (
        "您好，经查，该编号是我会2026年3月15日向示例精密仪器制造有限公司出具的承诺展示公告证明，目前在有效期内。"
        "请核对企业名称和编号。它只说明企业已公开承诺，不代表我会认证或担保产品质量。"
    )


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("reason", Reason)
def test_every_sentence_is_polite_and_uses_the_right_word(verdict: Verdict, reason: Reason) -> None:
    for about in (FULL, Particulars()):
        text = spoken(verdict, replace(about, reason=reason))
        assert text.startswith("您好，")
        assert text.endswith("。")
        assert not any(word in text for word in ("核验", "验证", "密钥", "None", "，，", "。。", "{", "("))
        assert len(text) < 150


@pytest.mark.parametrize("verdict", GENUINE)
def test_what_is_known_is_said(verdict: Verdict) -> None:
    text = spoken(verdict, FULL)
    assert "2026年3月15日向示例精密仪器制造有限公司出具的承诺展示公告证明" in text


def test_what_differs_is_said() -> None:
    assert "有效期到2027年3月14日为止，现在已经过期" in spoken(Verdict.EXPIRED, FULL)
    assert "已于2026年4月1日因文书差错作废" in spoken(Verdict.VOID, FULL)
    assert "已于2026年4月1日被我会撤销" in spoken(Verdict.REVOKED, FULL)
    assert "新编号是QC-2026-315-002001" in spoken(Verdict.REPLACED, FULL)
    assert "目前有效。" in spoken(Verdict.VALID, replace(FULL, expires=None))
    assert SURVEY_SCOPE in spoken(Verdict.VALID, replace(FULL, scope=SURVEY_SCOPE))
    assert "有效" not in spoken(Verdict.SIGNED, FULL).replace("有效期", "")
    assert all("12315" in spoken(verdict) for verdict in (Verdict.FORGED, Verdict.FOREIGN_LINK))


def test_an_unknown_code_is_not_called_false() -> None:
    sentences = {spoken(Verdict.UNKNOWN, Particulars(reason=reason)) for reason in Reason}
    assert len(sentences) == 4
    assert not any("不是我会" in sentence for sentence in sentences)


def test_every_verdict_has_its_own_sentence() -> None:
    assert len({spoken(verdict, FULL) for verdict in Verdict}) == len(Verdict) == 10


def test_the_fixed_sentence() -> None:
    assert SIGNATURE_PROVES["zh_CN"] == (
        "签名有效：本编码由协会签发且内容未被改动。不能证明您手中的商品未被调换或标签未被复制；"
        "请核对名称、批号，异常请拨12315。"
    )
    assert set(SIGNATURE_PROVES) == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(lang: str, reason: Reason) -> None:
    assert len(messages(lang).text(f"trust.{reason}")) > 10
    assert verdict_of(reason) in Verdict
