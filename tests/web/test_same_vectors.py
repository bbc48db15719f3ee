"""The page's own JavaScript, in a real browser, says what Python's says: of every vector, and of many others."""

from __future__ import annotations

import datetime as dt
import json
import random
import unicodedata
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from qc_desktop.trust import digits, keylist, links, verify
from qc_desktop.trust.issued_list import IssuedList
from qc_desktop.trust.item_labels import plain_code
from qc_desktop.trust.payload import LabelPayload, sign
from tests.trust.make_vectors import BASE, OURS, PREFIX, REVOKED, key_of

VECTORS = json.loads((Path(__file__).parents[1] / "trust" / "vectors.json").read_text(encoding="utf-8"))
CHECK_ALL = """async (vectors) => {
  const keys = await QC.keyList(vectors.keys, vectors.keys.signature.spki);
  const kept = (kid) => Promise.resolve(vectors.kept[kid] ? {payloads: vectors.kept[kid], batches: []} : null);
  return Promise.all(vectors.cases.map((one) => QC.check(one.text, keys, vectors.day, kept)));
}"""
READ_ALL = """(all) => all.map((digits) => {
  try { return QC.hex(QC.bytesOf(digits)); } catch (error) { return error.reason; }
})"""


def said(result: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """``result`` in the words of a vector."""
    told: dict[str, Any] = {name: result[name] for name in ("verdict", "reason")}
    if "says" in case:
        told["says"] = {name: result.get(name) for name in case["says"]}
        if "serial" in result:
            told["says"]["serial"] = str(result["serial"]).zfill(12)
    return told | {name: result.get(name) for name in ("number", "title_zh") if name in case}


def test_every_vector(scripts: Page) -> None:
    results = scripts.evaluate(CHECK_ALL, VECTORS)
    wanted = ("verdict", "reason", "says", "number", "title_zh")
    for case, result in zip(VECTORS["cases"], results, strict=True):
        assert said(result, case) == {name: case[name] for name in wanted if name in case}, case["name"]
        if "says" not in case:
            assert set(result) == {"verdict", "reason"}, case["name"]


def test_every_row_of_digits(scripts: Page) -> None:
    pairs = VECTORS["digits"]["good"] + VECTORS["digits"]["bad"]
    read = scripts.evaluate(READ_ALL, [pair["digits"] for pair in pairs])
    assert read == [pair.get("bytes", pair.get("reason")) for pair in pairs]


HASH_ALL = """async (cases) => {
  await QC.need('scratched.js');
  return Promise.all(cases.map(async (one) => {
    const plain = QC.plainCode(one.typed), hash = await QC.codeHash(one.batch, one.index, plain);
    return [plain, hash, QC.shardOf(hash, one.count)];
  }));
}"""


def test_every_hidden_code(scripts: Page) -> None:
    cases = VECTORS["hidden"]["good"]
    assert scripts.evaluate(HASH_ALL, cases) == [[case["plain"], case["hash"], case["shard"]] for case in cases]
    typed = [case["typed"] for case in VECTORS["hidden"]["bad"]]
    read = scripts.evaluate("(all) => all.map(QC.plainCode)", typed)
    assert read == [case["plain"] for case in VECTORS["hidden"]["bad"]]


def test_hidden_codes_are_read_alike_whatever_is_typed(scripts: Page) -> None:
    chance = random.Random(32)
    signs = [chr(code) for code in (*range(0x20, 0x250), *range(0x2000, 0x2C00), *range(0x3000, 0x3400))]
    signs += [chr(code) for code in (*range(0xFE00, 0xFFF0), 0x1D400, 0x1D7D8, 0x1F130)]
    signs = [sign for sign in signs if unicodedata.category(sign) != "Cn"]  # later Unicodes than this Python's
    typed = ["".join(chance.choices(signs, k=30)) for _ in range(400)]
    scripts.evaluate("() => QC.need('scratched.js')")
    assert scripts.evaluate("(all) => all.map(QC.plainCode)", typed) == [plain_code(text) for text in typed]


def test_a_changed_key_list_checks_nothing(scripts: Page) -> None:
    changed = json.loads(json.dumps(VECTORS))
    changed["keys"]["prefixes"].append("https://evil.example/#")
    asked = "async (vectors) => QC.keyList(vectors.keys, vectors.keys.signature.spki).catch((error) => error.reason)"
    assert scripts.evaluate(asked, changed) == "list_damaged"


def test_links_are_found_alike(scripts: Page) -> None:
    prefixes = ("https://verify.example.cn/#", "https://old.example.org/verify/#")
    before = ("", "a", "9", ".", "/", "-", "@", "_", "+", "：", "见", " ", "http:", "x.cn/ ")
    bases = (
        "https://verify.example.cn/",
        "HTTPS://Verify.Example.CN/",
        "verify.example.cn/",
        "old.example.org/verify/",
    )
    bases += ("http://verify.example.cn/", "https://verify.example.cn", "evil.example:80/", "verify.example.cn/q/", "")
    after = (
        "#12",
        "#12&c=3",
        "?c=12",
        "?a=1&c=12#x",
        "?a=1#12",
        "#",
        "?c=",
        "#１２",
        "12",
        "?c=12?c=3#",
        "#12 https://evil.example/",
    )
    texts = ["".join(parts) for parts in product(before, bases, after)]
    texts += [" 12\n3", "１２３", "①②", "12x", "", "\u3000", "3.14", "a.cn/", "a.c/", "https://", "٣"]
    found = scripts.evaluate("([texts, prefixes]) => texts.map((one) => QC.find(one, prefixes))", [texts, prefixes])
    for text, one in zip(texts, found, strict=True):
        python = links.find(text, prefixes)
        assert (one["digits"], one["link"], one["foreign"]) == (python.digits, python.link, python.foreign), text


def test_damaged_codes_are_refused_alike(scripts: Page) -> None:
    chance = random.Random(31)
    whole = [sign(BASE, OURS), sign(BASE, REVOKED), sign(BASE, key_of(999)), sign(LabelPayload(7, 1), OURS)]
    texts = []
    for data in whole * 60:
        damaged = bytearray(data)
        for _ in range(chance.randrange(3)):
            damaged[chance.choice((chance.randrange(44), chance.randrange(len(data))))] ^= 1 << chance.randrange(8)
        end = chance.choice((len(data), len(data), chance.randrange(len(data))))
        texts.append(PREFIX + digits.to_digits(bytes(damaged[:end]) + bytes(chance.choice((0, 0, 0, 1)))))
    day = dt.date.fromisoformat(VECTORS["day"])
    keys = keylist.parse(json.dumps(VECTORS["keys"]).encode(), keylist.pin(VECTORS["root"]))
    kept = {
        bytes.fromhex(kid): IssuedList(bytes.fromhex(kid), day, frozenset(map(bytes.fromhex, hashes)))
        for kid, hashes in VECTORS["kept"].items()
    }
    python = [verify.check(text, keys, day, kept) for text in texts]
    results = scripts.evaluate(CHECK_ALL, {**VECTORS, "cases": [{"text": text} for text in texts]})
    assert [one["reason"] for one in results] == [one.reason for one in python]
    assert [one["verdict"] for one in results] == [one.verdict for one in python]
    assert len({one.reason for one in python}) > 8
