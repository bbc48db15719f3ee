"""Layouts of the first format, which knew fixed places instead of elements: what was issued from them stays as it was.

Only the pledge display certificate was ever written so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Entry = dict[str, Any]

_TEXTS: Mapping[str, Entry] = {
    "number": {"text": "{word.number}"},
    "copy": {"text": "{word.copy}"},
    "title": {"text": "{title}"},
    "label_heading": {"text": "{word.label_heading}", "anchor": "first"},
    "label": {"text": "{phrases.label}"},
    "issuer": {"text": "{issuer}"},
    "issued": {"text": "{issued:date}"},
    "scope": {"text": "{word.scope}"},
}
_ONE_LINE = ("number", "copy", "title", "label", "label_heading", "issued", "scope")
_PARTS: Mapping[str, Entry] = {
    "opening": {"text": "{opening}"},
    "holder": {"text": "{statement_holder}", "set": "fit"},
    "code": {"text": "{statement_code}", "set": "fit"},
    "body": {"text": "{body}"},
    "covered": {
        "set": "lines",
        "text": ["{word.products_list}", "{word.standards_list}"],
        "short": ["{word.products_count}", "{word.standards_count}"],
    },
    "clauses": {"text": "{pledge_text}", "set": "columns", "mark_colour": "accent"},
}


def upgraded(source: Mapping[str, Any]) -> Entry:
    """``source`` as the present format writes it. Raises KeyError with the entry that is missing."""
    made = {name: source[name] for name in ("kind", "edition", "language", "page", "phrases", "schemes")}
    places, boxes = source["places"], source["boxes"]
    page = source["page"]
    elements = [
        _rosette(page),
        {"kind": "border", "id": "border", **boxes["border"]},
        _rule(page),
        {"kind": "frame", "id": "label_frame", **boxes["label"], **_FRAME},
        *_texts(places),
        _flow(source["flow"], places),
        {"kind": "label", "id": "qr", **boxes["qr"]},
        _seal(boxes["seal"]),
    ]
    return {**made, "words": _words(source["words"]), "element": elements}


_FRAME: Entry = {"colour": "main", "fill": "#FFFFFF", "radius": 6 * 25.4 / 72}


def _rosette(page: Mapping[str, float]) -> Entry:
    return {
        "kind": "ornament",
        "id": "rosette",
        "x": page["width"] / 2 - 53,
        "y": 55.0,
        "width": 106.0,
        "height": 106.0,
        "colour": "pale",
    }


def _rule(page: Mapping[str, float]) -> Entry:
    about = {"x": page["width"] / 2 - 45, "y": 50.5, "width": 90.0, "colour": "accent"}
    return {"kind": "ornament", "id": "title_rule", "style": "rule", **about}


def _seal(box: Mapping[str, float]) -> Entry:
    """A first format's x and y are the middle of the seal."""
    x, y = box["x"] - box["width"] / 2, box["y"] - box["height"] / 2
    return {"kind": "seal", "id": "seal", **box, "x": x, "y": y}


def _texts(places: Mapping[str, Any]) -> Iterator[Entry]:
    for name, about in _TEXTS.items():
        place = {key: value for key, value in places[name].items() if key != "gap"}
        yield {"kind": "text", "id": name, **place, **({"lines": 1} if name in _ONE_LINE else {}), **about}


def _flow(flow: Mapping[str, Any], places: Mapping[str, Any]) -> Entry:
    order = flow["order"]
    left = min(places[name]["x"] for name in order)
    right = max(places[name]["x"] + places[name]["width"] for name in order)
    about = {"x": left, "y": flow["top"], "width": right - left, "height": flow["bottom"] - flow["top"]}
    parts = [_part(name, places[name], left, right) for name in order]
    return {"kind": "flow", "id": "flow", **about, "part": parts}


def _part(name: str, place: Mapping[str, Any], left: float, right: float) -> Entry:
    if name not in _PARTS:
        raise KeyError(f"flow.{name}")
    style = {key: value for key, value in place.items() if key not in ("x", "y", "width")}
    inset = {"left": place["x"] - left, "right": right - place["x"] - place["width"]}
    return {"id": name, **style, **inset, **_PARTS[name]}


def _words(words: Mapping[str, str]) -> dict[str, str]:
    """The words with the variables that the present format knows."""
    made = dict(words)
    for name in ("products", "standards"):
        made[f"{name}_list"] = words[f"{name}_list"].replace("{items}", f"{{{name}}}")
        made[f"{name}_count"] = words[f"{name}_count"].replace("{count}", f"{{{name}_count}}")
    return made
