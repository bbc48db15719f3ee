"""Layouts changed at random, every kind of element in them: refused in words, or good enough to make a page."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qc_desktop.paths import resource
from tests.documents.strange_layouts import EMBLEM_SHA, every_kind, outcome

SHIPPED = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in resource("documents").glob("*.toml")}
SOURCES: dict[str, dict[str, Any]] = {
    "every kind": every_kind(),
    **{name: SHIPPED[name] for name in sorted(SHIPPED) if "kind" in SHIPPED[name]},
}


def entries(made: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything inside ``made``."""
    inner = made.items() if isinstance(made, dict) else enumerate(made) if isinstance(made, list) else ()
    return [way for key, value in inner for way in ((*path, key), *entries(value, (*path, key)))]


def changed(made: Any, way: tuple[Any, ...], value: Any) -> Any:
    """A copy of ``made`` with ``value`` at the end of ``way``; without the entry where it is None."""
    if not way:
        return value
    copy = dict(made) if isinstance(made, dict) else list(made)
    inner = changed(copy[way[0]], way[1:], value)
    if inner is None:
        del copy[way[0]]
    else:
        copy[way[0]] = inner
    return copy


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else "深"


STRANGE = (
    None, True, 0, -1, 1, 3, 1200, 1201, 10**9, 10**30, 0.0, -0.0, 0.001, 0.5, 19.99, 300.0, 1e308, 5e-324, -1e-9,
    float("inf"), float("nan"), "", " ", "示例", "{", "{}", "{holder}", "{holder}{holder}", "{word.title}", "{word.x}",
    "{phrases.label}", "{products}", "{issued:date}", "{number:date}", "\0", "\u2028\u202e", "\ue000", "𠮷", "#FFFFFF",
    "#ffffff", "main", "user:0000", "A" * 3000, "很" * 3000, "（" * 500, "1" * 3000, [],
    [[]], {}, {"x": 1}, [1, 2], ["", ""], ["示例"] * 200, nested(40),
    "serif", "sans", "columns", "fit", "lines", "vertical", "right", "justify", "rule",
    EMBLEM_SHA,
)  # fmt: skip


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_changed_entry_is_refused_or_renders(name: str, data: st.DataObject) -> None:
    made = SOURCES[name]
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(entries(made)))
        made = changed(made, way, data.draw(st.sampled_from(STRANGE)))
    try:
        text = tomli_w.dumps(made)
    except (TypeError, ValueError, AttributeError):
        return
    assert outcome(text) in ("refused", "rendered")


def test_every_kind_of_element_renders() -> None:
    assert outcome(tomli_w.dumps(every_kind())) == "rendered"


@pytest.mark.parametrize("mistake", [KeyError("x"), RecursionError(), ZeroDivisionError()])
def test_what_is_no_sentence_is_caught(monkeypatch, mistake: Exception) -> None:
    """The broken control: a renderer that fails on a layout in any other way ends the run."""

    def fails(*_: object) -> bytes:
        raise mistake

    monkeypatch.setattr("tests.documents.strange_layouts.render_bytes", fails)
    with pytest.raises(type(mistake)):
        outcome(tomli_w.dumps(every_kind()))
