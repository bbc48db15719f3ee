"""keys.json: signed by the root, pinned from outside, strict in what it takes."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain.certificates import Serial
from qc_desktop.errors import UserError
from qc_desktop.trust import keylist, keylist_form, notes
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.published import KeyList, PublishedKey, Series


def code_of(data: bytes, pin: keylist.RootPin) -> str:
    with pytest.raises(UserError) as caught:
        keylist.parse(data, pin)
    return caught.value.code


def signed_by(root: Signer, document: Any) -> bytes:
    """``document`` under a good signature of ``root``, whatever it holds."""
    plain = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    value = base64.urlsafe_b64encode(root.sign(keylist.DOMAIN + plain)).rstrip(b"=").decode()
    signature = {"kid": root.kid.hex(), "spki": base64.b64encode(root.spki).decode(), "value": value}
    return json.dumps({**document, "signature": signature}).encode()


def test_a_list_comes_back_with_either_form_of_the_pin(key_list: KeyList, root: Signer) -> None:
    data = keylist.sign(key_list, root)
    fingerprint = hashlib.sha256(root.spki).hexdigest()
    grouped = ":".join(fingerprint[at : at + 4].upper() for at in range(0, 64, 4))
    for form in (fingerprint, grouped, root.spki.hex()):
        assert keylist.parse(data, keylist.pin(form)) == key_list
    assert data == keylist.sign(key_list, root)


def test_the_form_of_the_document(key_list: KeyList, root: Signer, signer: Signer) -> None:
    document = json.loads(keylist.sign(key_list, root))
    assert document["keys"] == [
        {
            "kid": signer.kid.hex(),
            "alg": "ES256",
            "use": "payload",
            "spki": base64.b64encode(signer.spki).decode(),
            "from": "2026-01-01",
            "revoked": None,
        }
    ]
    assert document["prefixes"] == ["https://verify.example.cn/#"]
    assert document["series"][0]["number"] == "QC-{year}-315-{seq:06}"
    assert document["signature"]["kid"] == root.kid.hex()
    assert len(document["signature"]["value"]) == 86


def test_looking_up(key_list: KeyList, signer: Signer) -> None:
    key = key_list.key(signer.kid)
    assert key is not None
    assert key.use is KeyUse.PAYLOAD
    assert key_list.key(b"\0\0\0\0") is None
    series = key_list.series_of(Serial(1, 2026, 128))
    assert series is not None
    assert series.certificate_no(Serial(1, 2026, 128)) == "QC-2026-315-000128"
    assert key_list.series_of(Serial(2, 2026, 128)) is None


def test_another_root_and_a_bad_pin(key_list: KeyList, root: Signer, stranger: Signer) -> None:
    data = keylist.sign(key_list, root)
    assert code_of(data, keylist.pin_of(stranger.spki)) == "trust.key_list_root"
    assert code_of(data, keylist.RootPin(hashlib.sha256(stranger.spki).digest())) == "trust.key_list_root"
    for text in ("", "zz", "00" * 31, "00" * 92):
        with pytest.raises(UserError) as caught:
            keylist.pin(text)
        assert caught.value.code == "trust.root_form"


def test_only_a_root_signs(key_list: KeyList, signer: Signer) -> None:
    with pytest.raises(ValueError, match="payload"):
        keylist.sign(key_list, signer)


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "prefix": lambda document: document["prefixes"].append("https://evil.example/#"),
    "number": lambda document: document["series"][0].update(number="X-{year}-{seq}"),
    "revoked": lambda document: document["keys"][0].update(revoked="2026-05-01"),
    "key": lambda document: document["keys"].clear(),
    "more": lambda document: document.update(more=1),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_list_is_forged(key_list: KeyList, root: Signer, change: Callable[[dict[str, Any]], object]) -> None:
    document = json.loads(keylist.sign(key_list, root))
    change(document)
    assert code_of(json.dumps(document).encode(), keylist.pin_of(root.spki)) == "trust.key_list_forged"


WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "no date": ("keys", {"from": "2026"}),
    "a compact date": ("keys", {"from": "20260101"}),
    "another algorithm": ("keys", {"alg": "none"}),
    "a root in the list": ("keys", {"use": "root"}),
    "a use nobody knows": ("keys", {"use": "all"}),
    "another key's id": ("keys", {"kid": "00000000"}),
    "no key": ("keys", {"spki": "AAAA"}),
    "a code that is no number": ("series", {"code": "1"}),
    "a code of three digits": ("series", {"code": 100}),
    "a title that is no text": ("series", {"title_zh": 1}),
}


@pytest.mark.parametrize(("member", "change"), WRONG.values(), ids=WRONG)
def test_wrong_values_are_refused_even_if_signed(
    key_list: KeyList, root: Signer, member: str, change: dict[str, Any]
) -> None:
    document = keylist_form.document(key_list)
    document[member][0].update(change)
    assert code_of(signed_by(root, document), keylist.pin_of(root.spki)) == "trust.key_list_damaged"


@pytest.mark.parametrize("document", [{}, {"keys": 1, "prefixes": [], "series": []}, {"keys": [1]}, {"deep": 1.5e300}])
def test_other_documents_are_refused_even_if_signed(root: Signer, document: dict[str, Any]) -> None:
    assert code_of(signed_by(root, document), keylist.pin_of(root.spki)) in (
        "trust.key_list_damaged",
        "trust.key_list_forged",
    )


def test_members_and_files_that_are_too_much(key_list: KeyList, root: Signer) -> None:
    data = keylist.sign(key_list, root)
    pin = keylist.pin_of(root.spki)
    twice = data.replace(b'"prefixes"', b'"prefixes": [], "prefixes"', 1)
    assert code_of(twice, pin) == "trust.key_list_damaged"
    assert code_of(data + b" " * 2**20, pin) == "trust.key_list_damaged"
    assert code_of(data.replace(b'"more"', b"").replace(b"null", b"NaN"), pin) == "trust.key_list_damaged"
    nested = b'{"signature": {}, "a": ' + b"[" * 90_000 + b"]" * 90_000 + b"}"
    assert code_of(nested, pin) in ("trust.key_list_damaged", "trust.key_list_root")


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=60)
    | st.recursive(
        st.none() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["keys", "signature", "kid", "value", "spki", "series"]), inner)
        ),
    ).map(lambda x: json.dumps(x).encode())
)
def test_noise_is_refused_in_words(data: bytes) -> None:
    assert code_of(data, keylist.RootPin(bytes(32))).startswith("trust.key_list_")


@pytest.mark.parametrize(
    "form",
    [
        "",
        "QC-{seq}",
        "QC-{year}",
        "{year}{seq}{seq}",
        "{year.__class__}{seq}",
        "{year}{seq:099}",
        "{seq:6}{year}",
        "{year}{seq}{",
    ],
)
def test_number_formats_that_are_refused(form: str) -> None:
    with pytest.raises(UserError) as caught:
        Series(1, "示例", "Example", form)
    assert caught.value.code == "certificate.number_pattern"


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("{year}{seq}", "20267"),
        ("第{seq:04}号/{year}", "第0007号/2026"),
        ("QC-{year}-315-{seq:06}", "QC-2026-315-000007"),
    ],
)
def test_number_formats_that_are_taken(form: str, number: str) -> None:
    assert Series(1, "示例", "Example", form).certificate_no(Serial(1, 2026, 7)) == number


def test_a_list_does_not_contradict_itself(key_list: KeyList) -> None:
    key, series = key_list.keys[0], key_list.series[0]
    for change, code in (
        ({"keys": (key, replace(key, revoked=dt.date(2026, 5, 1)))}, "trust.key_twice"),
        ({"series": (series, replace(series, number="{year}{seq}"))}, "trust.series_twice"),
        ({"series": (series, replace(series, code=2))}, "trust.series_twice"),
        ({"prefixes": ("http://verify.example.cn/#",)}, "trust.prefix_form"),
    ):
        with pytest.raises(UserError) as caught:
            replace(key_list, **change)
        assert caught.value.code == code
    with pytest.raises(ValueError, match="root"):
        PublishedKey(KeyUse.ROOT, key.spki, key.since)


@pytest.fixture
def verifier() -> str:
    return notes.NoteKey("verify.example.org/ledger", bytes(range(32))).verifier_key


def test_a_verifier_key_is_that_of_c2sp(verifier: str) -> None:
    digest = hashlib.sha256(b"verify.example.org/ledger\n\x01" + bytes(range(32))).hexdigest()
    key = base64.b64encode(b"\x01" + bytes(range(32))).decode()
    assert verifier == f"verify.example.org/ledger+{digest[:8]}+{key}"
    for origin in ("", "a b", "a+b", "a\u3000b"):
        with pytest.raises(ValueError, match="no key of a note"):
            notes.NoteKey(origin, bytes(32))


def test_a_list_says_the_ledger_s_keys_where_there_are_some(key_list: KeyList, root: Signer, verifier: str) -> None:
    with_ledger = replace(key_list, ledger=(verifier,))
    document = keylist.sign(with_ledger, root)
    assert json.loads(document)["ledger"] == [verifier]
    assert keylist.parse(document, keylist.pin_of(root.spki)) == with_ledger
    assert "ledger" not in json.loads(keylist.sign(key_list, root))


@pytest.mark.parametrize(
    "change", [str.upper, lambda text: text[:-4] + "AAA=", lambda _: "a+b", lambda _: 7, lambda _: ""]
)
def test_what_is_no_verifier_key_is_refused(
    key_list: KeyList, root: Signer, verifier: str, change: Callable[[str], object]
) -> None:
    document = {**keylist_form.document(key_list), "ledger": [change(verifier)]}
    assert code_of(signed_by(root, document), keylist.pin_of(root.spki)) == "trust.key_list_damaged"


def test_a_ledger_key_is_not_among_those_that_browsers_know(key_list: KeyList, root: Signer) -> None:
    with pytest.raises(ValueError, match="ledger"):
        PublishedKey(KeyUse.LEDGER, key_list.keys[0].spki, key_list.keys[0].since)
