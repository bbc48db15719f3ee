"""A second reader, written from verification.md alone: it shares no code with ours, not even the curve's arithmetic."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
CASES = VECTORS["cases"]

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
Point = tuple[int, int] | None
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WIDTH_OF = {1: 3, 2: 5, 3: 8, 4: 10, 5: 13, 6: 15}


def add(one: Point, two: Point) -> Point:
    if one is None or two is None:
        return one or two
    if one[0] == two[0] and (one[1] + two[1]) % P == 0:
        return None
    if one == two:
        slope = (3 * one[0] ** 2 - 3) * pow(2 * one[1], -1, P)
    else:
        slope = (two[1] - one[1]) * pow(two[0] - one[0], -1, P)
    x = (slope**2 - one[0] - two[0]) % P
    return x, (slope * (one[0] - x) - one[1]) % P


def times(factor: int, point: Point) -> Point:
    total: Point = None
    while factor:
        total = add(total, point) if factor & 1 else total
        point, factor = add(point, point), factor >> 1
    return total


def signature_holds(spki: bytes, message: bytes, signature: bytes) -> bool:
    x, y = int.from_bytes(spki[-64:-32], "big"), int.from_bytes(spki[-32:], "big")
    assert (y * y - x**3 + 3 * x - B) % P == 0
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    inverse = pow(s, -1, N)
    point = add(times(digest * inverse % N, G), times(r * inverse % N, (x, y)))
    return point is not None and point[0] % N == r


def bytes_of(digits: str) -> bytes | None:
    data = b""
    while digits:
        count = next((count for count, width in WIDTH_OF.items() if width == len(digits[:15])), 0)
        if not count or int(digits[:15]) >= 256**count:
            return None
        data += int(digits[:15]).to_bytes(count, "big")
        digits = digits[15:]
    return data


def leading_digits(text: str) -> str:
    for place, character in enumerate(text):
        if character not in "0123456789":
            return text[:place]
    return text


def carried(text: str) -> str:
    """The digits in ``text``: none if its link is not ours, whatever follows; without a link, all of it is digits."""
    plain = "".join(str(unicodedata.digit(c, c)) for c in text if not c.isspace())
    if leading_digits(plain) == plain:
        return plain
    links = [word for word in re.findall(r"[!-~]+", text) if "/" in word]
    if not links:
        return ""
    link = urlsplit(links[0] if "://" in links[0] else f"https://{links[0]}")
    if f"{link.scheme}://{link.netloc.lower()}{link.path}#" not in VECTORS["keys"]["prefixes"]:
        return ""
    return leading_digits(link.fragment) or leading_digits(parse_qs(link.query).get("c", [""])[0])


def uscc_of(value: int) -> str:
    value -= 1
    if value < 0:
        return ""
    places = []
    for _ in range(18):
        places.append(ALPHABET[value % 31])
        value //= 31
    assert value == 0
    return "".join(reversed(places))


def read(data: bytes) -> tuple[dict[str, Any], int] | None:
    """What ``data`` says and how long its unsigned part is; None for anything the document refuses."""
    if data[:1] == b"\x12":
        says = {"batch": int.from_bytes(data[5:9], "big"), "index": int.from_bytes(data[9:13], "big")}
        return (says, 13) if len(data) == 77 else None
    if data[:1] != b"\x11" or len(data) < 107 or data[42] > 69 or len(data) != 107 + data[42]:
        return None
    serial, uscc = int.from_bytes(data[5:10], "big"), int.from_bytes(data[14:26], "big")
    try:
        holder = data[43 : 43 + data[42]].decode("utf-8")
    except UnicodeDecodeError:
        return None
    if serial >= 10**12 or uscc > 31**18 or unicodedata.normalize("NFC", holder) != holder:
        return None
    says = {
        "serial": f"{serial:012}",
        "issued": int.from_bytes(data[10:12], "big"),
        "expires": int.from_bytes(data[12:14], "big"),
        "uscc": uscc_of(uscc),
        "record_hash": data[26:42].hex(),
        "holder": holder,
    }
    return says, 43 + data[42]


def genuine(text: str) -> dict[str, Any] | None:
    """What the code in ``text`` says if a payload key of the list signed it."""
    data = bytes_of(carried(text))
    found = read(data) if data else None
    if data is None or found is None:
        return None
    says, length = found
    for key in VECTORS["keys"]["keys"]:
        if key["kid"] == data[1:5].hex() and key["use"] == "payload":
            spki = base64.b64decode(key["spki"])
            assert hashlib.sha256(spki).hexdigest()[:8] == key["kid"]
            kept = VECTORS["kept"].get(key["kid"], [])
            stands = key["revoked"] is None or hashlib.sha256(data).hexdigest() in kept
            if stands and signature_holds(spki, b"QCERT-V1\0" + data[:length], data[length:]):
                return says
    return None


def day_number(iso: str | None) -> int:
    if iso is None:
        return 0
    year, month, day = (int(part) for part in iso.split("-"))
    leaps = (year - 2001) // 4 - (year - 2001) // 100 + (year - 2001) // 400 + 1 if year > 2000 else 0
    lengths = [31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]
    return (year - 2000) * 365 + leaps + sum(lengths[: month - 1]) + day - 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_both_readers_agree(case: dict[str, Any]) -> None:
    says = genuine(case["text"])
    assert (says is not None) == (case["verdict"] in ("signed", "expired"))
    if says is not None:
        expected = dict(case["says"])
        expected.pop("holder_cut", None)
        if "issued" in expected:
            expected |= {name: day_number(expected[name]) for name in ("issued", "expires")}
        assert says == expected


def test_labels_are_read_too() -> None:
    labels = [genuine(case["text"]) for case in CASES if "item label" in case["name"]]
    assert labels == [{"batch": 7, "index": 123456}, {"batch": 2**32 - 1, "index": 2**32 - 1}, None]


@pytest.mark.parametrize("pair", VECTORS["digits"]["good"] + VECTORS["digits"]["bad"], ids=lambda pair: pair["digits"])
def test_both_read_digits_alike(pair: dict[str, str]) -> None:
    data = bytes_of(pair["digits"]) if leading_digits(pair["digits"]) == pair["digits"] else None
    assert (data.hex() if data is not None else None) == pair.get("bytes")


def test_the_key_list_is_signed_by_the_root() -> None:
    document = {name: value for name, value in VECTORS["keys"].items() if name != "signature"}
    plain = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    signature = base64.urlsafe_b64decode(VECTORS["keys"]["signature"]["value"] + "==")
    spki = base64.b64decode(VECTORS["keys"]["signature"]["spki"])
    assert hashlib.sha256(spki).hexdigest() == VECTORS["root"]
    assert signature_holds(spki, b"QCERT-KEYS-V1\0" + plain, signature)
    assert not signature_holds(spki, b"QCERT-KEYS-V2\0" + plain, signature)
