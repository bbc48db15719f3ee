"""What is in the drafts of each kind: a file that holds something else is damaged, however well-formed it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Holds: TypeAlias = Callable[[Any], bool]


def is_sound(kind: str, values: Any) -> bool:
    """Whether ``values`` are what the form of ``kind`` keeps; of kinds that no form has any more nothing is asked."""
    return isinstance(values, dict) and SHAPES.get(kind, _anything)(values)


def _anything(_: Any) -> bool:
    return True


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _number(value: Any) -> bool:
    return isinstance(value, int)


def _list_of(holds: Holds) -> Holds:
    return lambda value: isinstance(value, list) and all(map(holds, value))


def _row_of(*holds: Holds) -> Holds:
    """A list of as many values, each as its place asks."""
    return lambda row: (
        isinstance(row, list)
        and len(row) == len(holds)
        and all(each(value) for each, value in zip(holds, row, strict=True))
    )


def _named(holds: Holds) -> Holds:
    """Values by name, each as ``holds`` asks."""
    return lambda value: isinstance(value, dict) and all(map(holds, value.values()))


def _part(**holds: Holds) -> Holds:
    """Values of just these names, or more."""
    return lambda value: (
        isinstance(value, dict) and all(name in value and each(value[name]) for name, each in holds.items())
    )


def _or_none(holds: Holds) -> Holds:
    return lambda value: value is None or holds(value)


def _field(value: Any) -> bool:
    """What stands in a field: a text, or lines."""
    return _text(value) or _list_of(_text)(value)


def _over(holds: Holds) -> Holds:
    """What was typed, and what it was typed over."""
    both = _part(values=_named(holds), base=_named(holds))
    return lambda value: both(value) and value["values"].keys() <= value["base"].keys()


def _bulk(values: Any) -> bool:
    """Drafts of earlier versions do not say for which companies, or how many."""
    edits = _part(edits=_list_of(_row_of(_text, _text)))
    return edits(values) and _list_of(_text)(values.get("companies", [])) and _number(values.get("count", 0))


def _import(values: Any) -> bool:
    """Drafts of earlier versions have no decisions, and say neither the whole rows nor the sheet."""
    cells = _part(cells=_list_of(_row_of(_number, _number, _text, _text)), text=_text)
    decisions = _list_of(_row_of(_number, _text, _text))
    more = decisions(values.get("decisions", [])) and _named(_list_of(_text))(values.get("rows", {}))
    return cells(values) and more and _text(values.get("sheet", ""))


def _entry(value: Any) -> bool:
    """Drafts of earlier versions do not say what was typed over."""
    entry = _part(over=_or_none(_row_of(_text, _number)), values=_named(_field))
    return entry(value) and _named(_field)(value.get("base", {}))


def _with_reasons(holds: Holds) -> Holds:
    """Values, and why words that claim too much stand in them; drafts of earlier versions do not say it."""
    reasons = _part(words=_named(_text), approval=_or_none(_text))
    return lambda value: holds(value) and (not value.get("reasons") or reasons(value["reasons"]))


_CLAUSES = _list_of(_row_of(_text, _text))
_TEXTS = _over(_text)
_BEFORE_AND_AFTER = _named(_row_of(_field, _field))
_KEPT_TEXTS = (
    "announcing", "chase", "desk_remark", "ending", "label_again", "label_noting", "label_sheet", "label_stopping",
    "new_field", "new_operator", "print_question", "return_reason",
)  # fmt: skip

SHAPES: Mapping[str, Holds] = {
    "company": _part(
        company=_BEFORE_AND_AFTER,
        pledge=_BEFORE_AND_AFTER,
        submit=_anything,
        contacts=_or_none(_list_of(_row_of(_text, _text, _text))),
    ),
    "membership": lambda value: all((_TEXTS if part == "fields" else _entry)(typed) for part, typed in value.items()),
    "bulk": _bulk,
    "import": _import,
    "agreement": _with_reasons(_over(_field)),
    "label_order": _with_reasons(_TEXTS),
    "campaign_opening": _with_reasons(_part(year=_number, values=_named(_field))),
    "campaign_details": _with_reasons(_over(_field)),
    "campaign_clauses": _with_reasons(_part(values=_CLAUSES, base=_CLAUSES)),
    "rolling": _part(companies=_list_of(_text), groups=_list_of(_text)),
    "settings_office": _with_reasons(_TEXTS),
    "settings_members": _TEXTS,
    "settings_texts": _TEXTS,
    **dict.fromkeys(_KEPT_TEXTS, _TEXTS),
}
"""By kind; each form reads its own drafts as it wrote them."""
