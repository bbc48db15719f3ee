"""The page's own JavaScript, in a real browser, says of every vector what the Python reader says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.web.conftest import Open

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


def test_every_vector(visit: Open) -> None:
    results = visit().page.evaluate(CHECK_ALL, VECTORS)
    wanted = ("verdict", "reason", "says", "number", "title_zh")
    for case, result in zip(VECTORS["cases"], results, strict=True):
        assert said(result, case) == {name: case[name] for name in wanted if name in case}, case["name"]
        if "says" not in case:
            assert set(result) == {"verdict", "reason"}, case["name"]


def test_every_row_of_digits(visit: Open) -> None:
    pairs = VECTORS["digits"]["good"] + VECTORS["digits"]["bad"]
    read = visit().page.evaluate(READ_ALL, [pair["digits"] for pair in pairs])
    assert read == [pair.get("bytes", pair.get("reason")) for pair in pairs]


def test_a_changed_key_list_checks_nothing(visit: Open) -> None:
    changed = json.loads(json.dumps(VECTORS))
    changed["keys"]["prefixes"].append("https://evil.example/#")
    asked = "async (vectors) => QC.keyList(vectors.keys, vectors.keys.signature.spki).catch((error) => error.reason)"
    assert visit().page.evaluate(asked, changed) == "list_damaged"
