"""A draft that is sound JSON and no draft of its form is damaged: no page ever meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qc_desktop.services import drafts
from qc_desktop.services.draft_shapes import SHAPES, is_sound

TEXTS = {"values": {"remark": "示例"}, "base": {"remark": "", "text": ""}}
COMPANY = {"company": {"name": ["", "示例"]}, "pledge": {"products": [[], ["糕点"]]}, "submit": True, "contacts": None}
SOUND = {
    "company": COMPANY,
    "membership": {
        "terms": {"over": None, "values": {"starts_on": "2026-01-01"}},
        "dues": {"over": ["01a2", 3], "values": {}},
        "fields": TEXTS,
    },
    "bulk": {"edits": [["remark", "示例"]]},
    "import": {"cells": [[2, 0, "示例", "示例甲"]], "text": ""},
    "campaign_opening": {"year": 2027, "values": {"theme": "示例", "organisers": ["示例会"]}},
    "campaign_details": {"values": {"hosts": ["示例会"]}, "base": {"hosts": []}},
    "campaign_clauses": {
        "values": [["示例", "示例全文"]],
        "base": [],
        "reasons": {"words": {"推荐": "示例"}, "approval": None},
    },
    "label_order": {**TEXTS, "reasons": {"words": {"免检": "示例"}, "approval": None}},
    "rolling": {"companies": ["01a2"], "groups": []},
}
WRONG: tuple[Any, ...] = (
    [],
    "示例",
    None,
    {},
    {"values": {"remark": 1}, "base": {"remark": ""}},
    {"values": {"remark": "示例"}, "base": {}},
    {"values": ["示例"], "base": {}},
    {**COMPANY, "company": {"name": ["示例"]}},
    {**COMPANY, "contacts": [["示例人"]]},
    {**COMPANY, "pledge": []},
    {"terms": {"over": ["01a2"], "values": {}}},
    {"terms": {"others": {}}},
    {"edits": [["remark", 315]]},
    {"cells": [["2", 0, "示例", "示例甲"]], "text": ""},
    {"year": "2027", "values": {}},
    {"values": [["示例"]], "base": []},
    {"values": [], "base": [], "reasons": {"words": ["示例"], "approval": None}},
    {"companies": [1], "groups": []},
)


@pytest.mark.parametrize("kind", SHAPES)
def test_what_a_form_keeps_is_sound_and_nothing_else_is(kind: str) -> None:
    assert is_sound(kind, SOUND.get(kind, TEXTS))
    passed = [wrong for wrong in WRONG if is_sound(kind, wrong)]
    assert passed == ([{}] if kind == "membership" else [])  # its parts are all optional


@pytest.mark.parametrize("wrong", [{"values": {"company": []}}, {"title": 7}, {"year": "2026"}, {"key": None}])
def test_such_a_file_is_put_aside(tmp_path: Path, wrong: dict[str, Any]) -> None:
    drafts.keep(tmp_path, drafts.Draft("company", "", "示例", COMPANY, 2026))
    path = tmp_path / "company-new.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | wrong), encoding="utf-8")
    assert drafts.kept(tmp_path) == []
    assert drafts.put_aside(tmp_path) == [tmp_path / "company-new.damaged"]
