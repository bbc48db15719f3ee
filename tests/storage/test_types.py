"""JSON of any length is written and read alike, item by item where it is long."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import create_engine

from qc_desktop.storage import types


@pytest.mark.parametrize(
    "value",
    [[], {}, "示例", None, [1, None, "a,b]"], [{"company": "示例，“甲”", "places": [[], {}]}] * 3, {"a": [True, 1.5]}],
)
@pytest.mark.parametrize("long", [0, 1 << 20])
def test_both_ways_say_the_same(monkeypatch: pytest.MonkeyPatch, value: Any, long: int) -> None:
    monkeypatch.setattr(types, "_LONG", long)
    text = types.dump_json(value)
    assert text == json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert types.load_json(text) == value


@pytest.mark.parametrize("text", ["[1,2", "[1,2]]", "[1 2]", "[1,"])
def test_a_cut_list_and_one_with_a_tail_are_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(types, "_LONG", 0)
    with pytest.raises(json.JSONDecodeError):
        types.load_json(text)


def test_names_that_come_again_are_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(types, "_LONG", 0)
    one, other = types.load_json('[{"示例":1},{"示例":2}]')
    assert next(iter(one)) is next(iter(other))


def test_what_is_written_already_is_stored_as_it_is() -> None:
    column, dialect = types.Json(), create_engine("sqlite://").dialect
    written = types.Written(types.dump_json(["示例"]))
    assert column.process_bind_param(written, dialect) == '["示例"]'
    assert column.process_bind_param("示例", dialect) == '"示例"'
