"""The wire format: round trips, what does not fit, and refusals as the only answer to noise."""

from __future__ import annotations

import datetime as dt
import struct
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain.certificates import Serial
from qc_desktop.domain.uscc import ALPHABET
from qc_desktop.trust import fields
from qc_desktop.trust.digits import from_digits, to_digits
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.payload import CertificatePayload, LabelPayload, Payload, decode, encode, sign
from qc_desktop.trust.refusal import RefusedError

KID = b"\x01\x02\x03\x04"
BASE = CertificatePayload(
    Serial(1, 2026, 128), dt.date(2026, 3, 15), dt.date(2027, 3, 14), "91350100M000100Y43", bytes(range(16)), "示例公司"
)

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(lambda text: fields.cut_name(text, 69))
certificates = st.builds(
    CertificatePayload,
    serial=st.builds(Serial, st.integers(0, 99), st.integers(0, 9999), st.integers(0, 999_999)),
    issued=st.dates(fields.DAY_0, fields.LAST_DAY),
    expires=st.none() | st.dates(dt.date(2000, 1, 2), fields.LAST_DAY),
    uscc=st.just("") | st.text(ALPHABET, min_size=18, max_size=18),
    record_hash=st.binary(min_size=16, max_size=16),
    holder=names,
)
labels = st.builds(LabelPayload, st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))


@settings(max_examples=200, deadline=None)
@given(certificates | labels, st.binary(min_size=64, max_size=64))
def test_what_is_written_is_read(payload: Payload, signature: bytes) -> None:
    body = encode(payload, KID)
    signed = decode(from_digits(to_digits(body + signature)))
    assert (signed.payload, signed.kid, signed.body, signed.signature) == (payload, KID, body, signature)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.builds(bytes.__add__, st.sampled_from([b"\x11", b"\x12"]), st.binary(max_size=200)))
def test_noise_is_read_back_or_refused(data: bytes) -> None:
    try:
        signed = decode(data)
    except RefusedError:
        return
    assert encode(signed.payload, signed.kid) == signed.body
    assert signed.body + signed.signature == data


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text("0123456789", max_size=400))
def test_any_text_is_digits_or_refused(text: str) -> None:
    try:
        data = from_digits(text)
    except RefusedError:
        return
    assert to_digits(data) == text


def test_layout_stands_where_the_document_says() -> None:
    body = encode(BASE, KID)
    assert body[0] == 0x11
    assert body[1:5] == KID
    assert int.from_bytes(body[5:10]) == 12026000128
    assert struct.unpack(">HH", body[10:14]) == (9570, 9934)
    assert int.from_bytes(body[14:26]) == 1 + sum(
        ALPHABET.index(c) * 31**place for place, c in enumerate(reversed("91350100M000100Y43"))
    )
    assert body[26:42] == bytes(range(16))
    assert body[42:] == bytes([12]) + "示例公司".encode()
    assert encode(LabelPayload(1, 2), KID) == b"\x12" + KID + bytes([0, 0, 0, 1, 0, 0, 0, 2])


def test_signing_is_repeatable_and_covers_the_domain(signer: Signer) -> None:
    data = sign(BASE, signer)
    assert data == sign(BASE, signer)
    assert decode(data).message == b"QCERT-V1\0" + encode(BASE, signer.kid)


@pytest.mark.parametrize(
    "change",
    [
        {"serial": Serial(100, 2026, 1)},
        {"serial": Serial(1, 10_000, 1)},
        {"serial": Serial(1, 2026, 1_000_000)},
        {"serial": Serial(1, 2026, -1)},
        {"issued": dt.date(1999, 12, 31)},
        {"issued": dt.date(2179, 6, 7)},
        {"expires": dt.date(2000, 1, 1)},
        {"uscc": "91350100M000100Y4"},
        {"uscc": "91350100M000100YI3"},
        {"record_hash": bytes(15)},
        {"holder": "示" * 23 + "A"},
        {"holder": "e\u0301"},
        {"holder": "\ud800"},
    ],
    ids=str,
)
def test_what_does_not_fit_is_not_written(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode(replace(BASE, **change), KID)


def test_numbers_and_key_ids_that_do_not_fit() -> None:
    with pytest.raises(struct.error):
        encode(LabelPayload(2**32, 0), KID)
    with pytest.raises(ValueError, match="key id"):
        encode(BASE, b"\0")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(3, 69))
def test_a_cut_name_fits_and_is_a_beginning(name: str, limit: int) -> None:
    whole = unicodedata.normalize("NFC", name)
    cut = fields.cut_name(name, limit)
    assert len(cut.encode()) <= limit
    assert unicodedata.is_normalized("NFC", cut)
    assert cut == whole or (fields.is_cut(cut) and whole.startswith(cut[:-1]))


def test_where_a_name_is_cut() -> None:
    assert fields.cut_name("示" * 23, 69) == "示" * 23
    assert fields.cut_name("示" * 24, 69) == "示" * 22 + "…"
    assert fields.cut_name("示" * 24, 68) == "示" * 21 + "…"
    with_variant = "示" * 21 + "葛\U000e0100" + "例"
    assert fields.cut_name(with_variant, 69) == "示" * 21 + "…"
