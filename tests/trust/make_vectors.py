"""Writes vectors.json, which the Python and the JavaScript reader both run.

    .venv/bin/python tests/trust/make_vectors.py

THE KEYS BELOW ARE TEST KEYS. Their private numbers are public; nothing they sign means anything.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from qc_desktop.domain.certificates import Serial
from qc_desktop.trust import digits, fields, hidden_shards, item_labels, keylist
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.payload import DOMAIN, CertificatePayload, LabelPayload, encode, sign
from qc_desktop.trust.published import KeyList, PublishedKey, Series

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""n, the order of P-256."""
PREFIX = "https://verify.example.cn/#"
DAY = dt.date(2026, 6, 1)


def key_of(number: int, use: KeyUse = KeyUse.PAYLOAD) -> Signer:
    return Signer(ec.derive_private_key(number, ec.SECP256R1()), use)


ROOT = key_of(101, KeyUse.ROOT)
OURS, STRANGER, LISTS = key_of(102), key_of(103), key_of(104, KeyUse.LISTS)
REVOKED, REVOKED_UNLISTED = key_of(105), key_of(106)

BASE = CertificatePayload(
    serial=Serial(1, 2026, 128),
    issued=dt.date(2026, 3, 15),
    expires=dt.date(2027, 3, 14),
    uscc="91350100M000100Y43",
    record_hash=hashlib.sha256("示例".encode()).digest()[:16],
    holder="示例精密仪器制造有限公司",
)
LONG = fields.cut_name("示例新材料科技（集团）股份有限公司西北高原生态资源综合开发分公司", 69)
FIELDS = {
    "version": (0, 0x20),
    "type": (0, 0x04),
    "key id": (4, 0x01),
    "serial": (9, 0x01),
    "issue day": (11, 0x01),
    "expiry day": (13, 0x02),
    "credit code": (25, 0x01),
    "record hash": (41, 0x80),
    "name length, shorter": (42, 0x20),
    "name length, longer": (42, 0x08),
    "name, another character": (45, 0x01),
    "name, no longer UTF-8": (43, 0x40),
    "r": (43 + 36 + 31, 0x01),
    "s": (43 + 36 + 63, 0x01),
}
"""Where one bit of a certificate with a name of 36 bytes is flipped: byte and mask."""


def key_list() -> bytes:
    since = dt.date(2026, 1, 1)
    keys = (
        PublishedKey(KeyUse.PAYLOAD, OURS.spki, since),
        PublishedKey(KeyUse.LISTS, LISTS.spki, since),
        PublishedKey(KeyUse.PAYLOAD, REVOKED.spki, since, dt.date(2026, 5, 1)),
        PublishedKey(KeyUse.PAYLOAD, REVOKED_UNLISTED.spki, since, dt.date(2026, 5, 1)),
    )
    series = (
        Series(1, "承诺展示公告证明", "Certificate of pledge display", "QC-{year}-315-{seq:06}"),
        Series(2, "调查汇总证明", "Certificate of survey", "DC-{year}-{seq}"),
    )
    return keylist.sign(KeyList(keys, (PREFIX, "https://old.example.org/verify/#"), series), ROOT)


def good(name: str, payload: CertificatePayload | LabelPayload, signer: Signer = OURS, **more: Any) -> dict[str, Any]:
    data = more.pop("data", None) or sign(payload, signer)
    text = more.pop("text", PREFIX + digits.to_digits(data))
    case = {"name": name, "text": text, "payload": data.hex(), "verdict": "signed", "reason": "ok"}
    return {**case, "says": says(payload), **more}


def says(payload: CertificatePayload | LabelPayload) -> dict[str, Any]:
    if isinstance(payload, LabelPayload):
        return {"batch": payload.batch, "index": payload.index}
    return {
        "serial": str(int(payload.serial)).zfill(12),
        "holder": payload.holder,
        "holder_cut": payload.holder.endswith("…"),
        "uscc": payload.uscc,
        "issued": payload.issued.isoformat(),
        "expires": payload.expires.isoformat() if payload.expires else None,
        "record_hash": payload.record_hash.hex(),
    }


def bad(name: str, data: bytes | str, reason: str, verdict: str = "forged") -> dict[str, Any]:
    text = data if isinstance(data, str) else PREFIX + digits.to_digits(data)
    return {"name": name, "text": text, "verdict": verdict, "reason": reason}


def good_cases() -> Iterator[dict[str, Any]]:
    yield good("name of 36 bytes", BASE, number="QC-2026-315-000128", title_zh="承诺展示公告证明")
    yield good("name of 0 bytes", replace(BASE, holder=""))
    yield good("name of 69 bytes, cut", replace(BASE, holder=LONG))
    for extra in range(6):
        payload = replace(BASE, holder="示例" + "A" * extra)
        yield good(f"last chunk of {(113 + extra - 1) % 6 + 1} bytes", payload)
    yield good("no credit code", replace(BASE, uscc=""))
    yield good("smallest credit code", replace(BASE, uscc="0" * 18))
    yield good("largest credit code", replace(BASE, uscc="Y" * 18))
    yield good("no expiry", replace(BASE, expires=None))
    yield good("last valid day", replace(BASE, expires=DAY))
    yield good("one day after", replace(BASE, expires=DAY - dt.timedelta(1)), verdict="expired", reason="expired")
    yield good("another series", replace(BASE, serial=Serial(2, 2026, 7)), number="DC-2026-7", title_zh="调查汇总证明")
    last = replace(BASE, serial=Serial(99, 9999, 999999))
    yield good("series not published", last, reason="unknown_series", number="")
    yield good("before its issue day", replace(BASE, issued=DAY + dt.timedelta(1)), reason="before_issue_day")
    yield good("on its issue day", replace(BASE, issued=DAY))
    yield good("last day of all", replace(BASE, expires=dt.date(2179, 6, 6)))
    yield good("rare character beyond the BMP", replace(BASE, holder="示例\U00020bb7野家有限公司"))
    yield good("item label", LabelPayload(7, 123456), reason="batch_not_checked")
    yield good("largest item label", LabelPayload(2**32 - 1, 2**32 - 1), reason="batch_not_checked")
    yield good("withdrawn key, issued before", BASE, REVOKED)


def form_cases() -> Iterator[dict[str, Any]]:
    code = digits.to_digits(sign(BASE, OURS))
    forms = {
        "bare digits": code,
        "bare digits in lines": "\n".join(code[start : start + 60] for start in range(0, len(code), 60)),
        "full-width digits": code.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
        "old prefix": f"https://old.example.org/verify/#{code}",
        "shareTo appended": f"{PREFIX}{code}&shareTo=weixin",
        "from inserted": f"https://verify.example.cn/?from=singlemessage#{code}",
        "both": f"https://verify.example.cn/?from=timeline&isappinstalled=0#{code}&shareTo=weixin",
        "query": f"https://verify.example.cn/?c={code}",
        "query, then more": f"https://verify.example.cn/?c={code}&from=groupmessage#wechat_redirect",
        "query, after more": f"https://verify.example.cn/?from=groupmessage&c={code}",
        "query, a second question mark": f"https://verify.example.cn/?c={code}?from=timeline",
        "scheme and host in capitals": f"HTTPS://Verify.Example.CN/#{code}",
        "without scheme": f"verify.example.cn/#{code}",
        "in a message": f"请帮忙查一下（{PREFIX}{code}），谢谢",
    }
    for name, text in forms.items():
        yield good(f"form: {name}", BASE, text=text)


def foreign_cases() -> Iterator[dict[str, Any]]:
    code = digits.to_digits(sign(BASE, OURS))
    for link in (
        f"https://verify-example.cn/#{code}",
        f"http://verify.example.cn/#{code}",
        f"https://verify.example.cn@evil.example/#{code}",
        f"https://verify.example.cn.evil.example/#{code}",
        f"https://verify.example.cn:8443/#{code}",
        f"https://verify.example.cn/q/#{code}",
        f"https://evil.example/?u=https://verify.example.cn/#{code}",
        f"evil.example/?c={code}",
        "https://evil.example/",
    ):
        name = link[: link.find("#") + 1] or link[:30]
        yield bad(f"foreign: {name}", link, "foreign_link", "foreign_link")


def changed_cases() -> Iterator[dict[str, Any]]:
    whole = sign(BASE, OURS)
    reasons = {
        "version": ("unknown_version", "unknown"),
        "type": ("unknown_type", "unknown"),
        "key id": ("unknown_key", "forged"),
        "name length, shorter": ("trailing", "forged"),
        "name length, longer": ("incomplete", "unknown"),
        "name, no longer UTF-8": ("bad_name", "forged"),
    }
    for name, (place, mask) in FIELDS.items():
        flipped = bytes(byte ^ mask if at == place else byte for at, byte in enumerate(whole))
        yield bad(f"one bit flipped: {name}", flipped, *reasons.get(name, ("bad_signature", "forged")))
    label = bytearray(sign(LabelPayload(7, 123456), OURS))
    label[12] ^= 1
    yield bad("one bit flipped: index of an item label", bytes(label), "bad_signature")


def length_cases() -> Iterator[dict[str, Any]]:
    whole = sign(BASE, OURS)
    yield bad("one byte missing", whole[:-1], "incomplete", "unknown")
    yield bad("half of it", whole[:70], "incomplete", "unknown")
    yield bad("one digit missing", PREFIX + digits.to_digits(whole)[:-1], "incomplete", "unknown")
    yield bad("first byte only", whole[:1], "incomplete", "unknown")
    yield bad("nothing behind the #", PREFIX, "no_payload", "unknown")
    yield bad("a certificate's number", "QC-2026-315-000128", "no_payload", "unknown")
    yield bad("a few digits", "2026315000128", "no_payload", "unknown")
    yield bad("one byte more", whole + b"\0", "trailing")
    yield bad("six bytes more", whole + bytes(6), "trailing")
    yield bad("label, one byte more", sign(LabelPayload(7, 1), OURS) + b"\0", "trailing")
    yield bad("label, one byte missing", sign(LabelPayload(7, 1), OURS)[:-1], "incomplete", "unknown")


def value_cases() -> Iterator[dict[str, Any]]:
    body = encode(BASE, OURS.kid)
    yield bad("serial of 13 digits", signed(body[:5] + (10**12).to_bytes(5) + body[10:]), "bad_serial")
    yield bad("credit code too large", signed(body[:14] + (31**18 + 1).to_bytes(12) + body[26:]), "bad_uscc")
    yield bad("name of 70 bytes", signed(body[:42] + bytes([70]) + b"A" * 70), "bad_name")
    yield bad("name not in NFC", signed(body[:42] + bytes([3]) + "e\u0301".encode()), "bad_name")
    yield bad("name with a surrogate", signed(body[:42] + bytes([3]) + b"\xed\xa0\x80"), "bad_name")
    yield bad("name with an overlong form", signed(body[:42] + bytes([2]) + b"\xc1\x81"), "bad_name")
    yield bad("name with half a character", signed(body[:42] + bytes([2]) + "示".encode()[:2]), "bad_name")
    code = digits.to_digits(sign(BASE, OURS))
    yield bad("chunk of 256^6", f"{PREFIX}{256**6}{code[15:]}", "bad_digits")
    yield bad("last chunk of 256^5", f"{PREFIX}{code[:-13]}{256**5}", "bad_digits")


def key_cases() -> Iterator[dict[str, Any]]:
    body = encode(BASE, OURS.kid)
    yield bad("our key's id, a stranger's signature", body + STRANGER.sign(DOMAIN + body), "bad_signature")
    yield bad("a stranger's key", sign(BASE, STRANGER), "unknown_key")
    yield bad("a key for lists", sign(BASE, LISTS), "wrong_key_use")
    yield bad("signed without the domain", body + OURS.sign(body), "bad_signature")
    yield bad("withdrawn key, issued after", sign(replace(BASE, holder="示例"), REVOKED), "after_withdrawal")
    yield bad("withdrawn key, no list of what was issued", sign(BASE, REVOKED_UNLISTED), "key_withdrawn", "unknown")
    r, s = sign(BASE, OURS)[-64:-32], sign(BASE, OURS)[-32:]
    n, top = ORDER.to_bytes(32), b"\xff" * 32
    zero = bytes(32)
    pairs = {"r = 0": zero + s, "s = 0": r + zero, "r = n": n + s, "s = n": r + n, "r = s = 0": zero + zero}
    for name, pair in {**pairs, "r = 2^256 - 1": top + s, "s and r exchanged": s + r}.items():
        yield bad(f"signature: {name}", body + pair, "bad_signature")


def signed(body: bytes) -> bytes:
    return body + OURS.sign(DOMAIN + body)


def other_s(data: bytes) -> bytes:
    """The same payload with the other s that verifies; one of the two is high."""
    return data[:-32] + (ORDER - int.from_bytes(data[-32:])).to_bytes(32)


def high_and_low() -> Iterator[dict[str, Any]]:
    both = sorted((sign(BASE, OURS), other_s(sign(BASE, OURS))), key=lambda data: data[-32:])
    for name, data in zip(("s in the lower half", "s in the upper half"), both, strict=True):
        yield good(name, BASE, data=data)


def digit_cases() -> dict[str, Any]:
    data = bytes.fromhex("00010203040506ff")
    whole = [data[:length] for length in range(len(data) + 1)] + [b"\xff" * length for length in range(1, 8)]
    wrong = {"256": "bad_digits", "65536": "bad_digits", "16777216": "bad_digits", "4294967296": "bad_digits"}
    lengths = {"1" * length: "incomplete" for length in (1, 2, 4, 6, 7, 9, 11, 12, 14, 16)}
    signs = {"+12": "bad_digits", "1_2": "bad_digits", " 12": "bad_digits", "１２３": "bad_digits", "١٢٣": "bad_digits"}
    return {
        "good": [{"bytes": part.hex(), "digits": digits.to_digits(part)} for part in whole],
        "bad": [{"digits": text, "reason": reason} for text, reason in {**wrong, **lengths, **signs}.items()],
    }


HIDDEN = "ET0T6-KWRER-XHSGK-QWS10"


def hidden_cases() -> dict[str, Any]:
    """Codes below a coating, however they are typed: plain, hashed for their label, and the shard that lists them."""
    spelled = {
        "as printed": HIDDEN,
        "small, blanks": HIDDEN.lower().replace("-", " "),
        "not grouped": HIDDEN.replace("-", ""),
        "O, I and l for 0 and 1": "etot6 kwrer xhsgk qwsIo",
        "l for 1": HIDDEN.replace("1", "l"),
        "full-width": HIDDEN.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}),
        "other dashes and Chinese": f"防伪码：{HIDDEN.replace('-', '—')}。",
        "circled and raised figures": HIDDEN.replace("6", "⑥").replace("10", "¹⁰"),
        "dotless i, long s": HIDDEN.replace("1", "ı").replace("S", "ſ"),
    }
    labels = [(1, 1, 100), (1, 2, 100), (2, 1, 4096), (2, 1, 4097), (7, 345, 65537), (7, 9_999_999, 9_999_999)]
    labels.append((2**32 - 1, 2**32 - 1, 1))
    of_others = (_hidden(f"label {'-'.join(map(str, one[:2]))} of {one[2]}", HIDDEN, *one) for one in labels)
    wrong = (HIDDEN[:-1], HIDDEN + "A", HIDDEN[:-1] + "U", "", "防伪码", "İß")
    return {
        "good": [*(_hidden(f"typed: {name}", typed, 1, 1, 100) for name, typed in spelled.items()), *of_others],
        "bad": [{"typed": typed, "plain": item_labels.plain_code(typed)} for typed in wrong],
    }


def _hidden(name: str, typed: str, batch: int, index: int, count: int) -> dict[str, Any]:
    plain, hashed = item_labels.plain_code(typed), hidden_shards.code_hash(batch, index, typed)
    of = {"batch": batch, "index": index, "count": count}
    found = {"plain": plain, "hash": hashed.hex(), "shard": hidden_shards.shard_name(hashed, count)}
    return {"name": name, "typed": typed, **of, **found}


def vectors() -> dict[str, Any]:
    kept = sign(BASE, REVOKED)
    cases = (good_cases, high_and_low, form_cases, foreign_cases, changed_cases, length_cases, value_cases, key_cases)
    return {
        "about": "QCERT version 1, made by make_vectors.py with TEST KEYS that protect nothing",
        "day": DAY.isoformat(),
        "root": hashlib.sha256(ROOT.spki).hexdigest(),
        "keys": json.loads(key_list()),
        "kept": {REVOKED.kid.hex(): [hashlib.sha256(kept).hexdigest()]},
        "digits": digit_cases(),
        "hidden": hidden_cases(),
        "cases": [case for make in cases for case in make()],
    }


def rendered() -> str:
    return json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("vectors.json").write_text(rendered(), encoding="utf-8")
