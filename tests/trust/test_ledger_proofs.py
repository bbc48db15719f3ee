"""Signed notes, checkpoints and receipts: as C2SP writes them, and refused where anything in them was changed."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qc_desktop.domain.ledger_entries import Opened, opened
from qc_desktop.trust import notes
from qc_desktop.trust.ledger import checkpoints, receipts
from qc_desktop.trust.ledger.checkpoints import Checkpoint
from qc_desktop.trust.ledger.tree import Tree
from qc_desktop.trust.notes import NoteKey

ORIGIN = "verify.example.org/ledger"


def _key(byte: int, name: str = ORIGIN) -> tuple[NoteKey, Ed25519PrivateKey]:
    private = Ed25519PrivateKey.from_private_bytes(bytes([byte]) * 32)
    return NoteKey(name, private.public_key().public_bytes_raw()), private


KEY, PRIVATE = _key(7)
OTHER, OTHER_PRIVATE = _key(8)
EVENT = opened(
    "a salt", "certificate_issued", dt.datetime(2026, 3, 15, tzinfo=dt.UTC), "QC-1", {"serial": 1}, "示例员", "示例电脑"
)
TREE = Tree([b"x" * 32] * 5 + [EVENT.entry] + [b"y" * 32] * 3)
NOTE = Checkpoint(ORIGIN, 9, TREE.head()).sign(KEY, PRIVATE.sign)
RECEIPT = receipts.written(EVENT, 5, TREE.inclusion(5), NOTE)


def test_a_note_is_a_text_an_empty_line_and_a_signature():
    text, signature = NOTE.split("\n\n")
    assert text == f"{ORIGIN}\n9\n{base64.b64encode(TREE.head()).decode()}"
    name, value = re.fullmatch(r"— (\S+) (\S+)\n", signature).groups()
    data = base64.b64decode(value)
    assert name == ORIGIN
    assert data[:4] == hashlib.sha256(f"{ORIGIN}\n".encode() + b"\x01" + KEY.public).digest()[:4]
    PRIVATE.public_key().verify(data[4:], f"{text}\n".encode())


def test_a_signature_of_others_beside_ours_is_passed_over():
    witness, private = _key(9, "witness.example.org/w1")
    line = notes.signed(Checkpoint(ORIGIN, 9, TREE.head()).text, witness, private.sign).split("\n\n")[1]
    assert checkpoints.read(NOTE + line, [KEY]) == Checkpoint(ORIGIN, 9, TREE.head())


@pytest.mark.parametrize(
    "note",
    [
        NOTE.replace("\n9\n", "\n8\n"),
        NOTE.replace(ORIGIN, "verify.example.com/ledger"),
        NOTE.replace("\n9\n", "\n09\n"),
        NOTE[:-1],
        NOTE.replace("\n\n", "\n"),
        NOTE.replace("— ", "- "),
        NOTE + "\x00\n",
        "",
        "\n\n",
        NOTE + "x" * 100_000,
    ],
)
def test_a_changed_note_is_refused(note):
    with pytest.raises(ValueError, match=r"\w"):
        checkpoints.read(note, [KEY])


def test_a_note_of_another_key_or_another_log_is_refused():
    with pytest.raises(ValueError, match="nobody known"):
        checkpoints.read(NOTE, [OTHER])
    strange = Checkpoint("somebody.example.org/log", 9, TREE.head()).sign(KEY, PRIVATE.sign)
    with pytest.raises(ValueError, match="no checkpoint of this log"):
        checkpoints.read(strange, [KEY])


def test_a_receipt_says_what_it_proves():
    read = receipts.read(RECEIPT, [OTHER, KEY])
    assert (read.index, read.checkpoint.size, read.said["subject"]) == (5, 9, "QC-1")


def test_a_receipt_names_nobody():
    extra = base64.b64decode(RECEIPT.split("\n")[1].removeprefix("extra ")).decode()
    assert "示例员" not in extra
    assert "示例电脑" not in extra


def _with(said: dict[str, object], opening: bytes = EVENT.opening) -> str:
    changed = Opened({**EVENT.said, **said}, opening)
    return receipts.written(changed, 5, TREE.inclusion(5), NOTE)


@pytest.mark.parametrize(
    "text",
    [
        _with({"subject": "QC-2"}),
        _with({"data": {"serial": 2}}),
        _with({"more": 1}),
        _with({}, bytes(32)),
        _with({}, EVENT.opening[:31]),
        RECEIPT.replace("index 5", "index 4"),
        RECEIPT.replace("index 5", "index 05"),
        RECEIPT.replace("@v1", "@v2"),
        receipts.written(EVENT, 5, TREE.inclusion(5)[:-1], NOTE),
        receipts.written(
            EVENT, 5, TREE.inclusion(5), Checkpoint(ORIGIN, 9, TREE.head()).sign(OTHER, OTHER_PRIVATE.sign)
        ),
        receipts.written(EVENT, 5, TREE.inclusion(5), ""),
        re.sub("extra .*", "extra !!", RECEIPT),
        re.sub("extra .*", "extra e30=", RECEIPT),
        re.sub("extra .*\n", "", RECEIPT),
        "",
    ],
)
def test_a_changed_receipt_is_refused(text):
    with pytest.raises(ValueError, match=r".?"):
        receipts.read(text, [KEY])


def test_entries_differ_by_everything_that_is_in_them():
    at = dt.datetime(2026, 3, 15, tzinfo=dt.UTC)
    given = ("a salt", "kind", at, "subject", {"a": 1}, "staff", "pc")
    others = ("b", "other", at + dt.timedelta(microseconds=1), "other", {"a": 2}, "other", "other")
    entries = {opened(*given).entry}
    entries |= {opened(*given[:place], other, *given[place + 1 :]).entry for place, other in enumerate(others)}
    assert len(entries) == 1 + len(others)
    assert opened(*given).entry.hex() == "2c695c1e7780e84fae84ea2976a7a64a574d96dbe1f141033459b6e307bab6d7"
