"""Tables, columns and stored values as people say them; personal data is never told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import NumberPattern, pattern_in_words
from qc_desktop.domain.dates import local
from qc_desktop.messages import Messages
from qc_desktop.services.worded import KEPT
from qc_desktop.storage.tables import Base, Campaign, Certificate, Company, Participation, Pledge, Product
from qc_desktop.storage.tables.base import Tracked


def _table(mapper: Any) -> str:
    return str(mapper.class_.__tablename__)


MASK = "●●●"
UNTOLD = frozenset(
    {"id", "row_version", "name_key", "sort_key", "position", "province_derived", "clause_set_id", "stage_since"}
    | {"sha256", "media_type", "size"}
)
"""Columns that the program keeps for itself, or that say when, as the command does."""
OWNERS = frozenset({"company_id", "participation_id", "pledge_id", "certificate_id"})
"""Columns that only say whose the row is, which its subject says already."""
PERSONAL: Mapping[str, frozenset[str]] = {
    _table(mapper): mapper.class_.personal for mapper in Base.registry.mappers if issubclass(mapper.class_, Tracked)
}
_GROUPS = {"stage": "stage", "member_tier": "tier", "restricted": "restricted"}
_YES = {True: "history.yes", False: "history.no"}


class Names:
    """What ids stand for, each looked up once."""

    def __init__(self, session: Session, words: Messages) -> None:
        self.words = words
        self._session = session
        self._known: dict[tuple[type[Base], str], str] = {}

    def of_row(self, table: str, row_id: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> str:
        """Whose the row is: the company's name, a campaign's year, a setting; as it was where it is gone."""
        said = {**(before or {}), **(after or {})}
        if table == Company.__tablename__:
            return self.of(Company, row_id) or str(said.get("name", ""))
        if table == Campaign.__tablename__:
            return self.of(Campaign, row_id) or str(said.get("campaign_year", ""))
        if table == "setting" and row_id.startswith(KEPT):
            return str(said["value"]["text"])
        if table == "setting":
            return self.words.sentences.get(f"setting.{row_id}", row_id)
        if table == Participation.__tablename__:
            return self.of(Participation, row_id) or self.of(Company, str(said.get("company_id", "")))
        if table == Pledge.__tablename__:
            return self.of(Pledge, row_id) or self.of(Participation, str(said.get("participation_id", "")))
        return self._of_owner(table, row_id, said)

    def _of_owner(self, table: str, row_id: str, said: Mapping[str, Any]) -> str:
        row = next((self._session.get(m.class_, row_id) for m in Base.registry.mappers if _table(m) == table), None)
        owners = {
            "company_id": Company,
            "participation_id": Participation,
            "pledge_id": Pledge,
            "certificate_id": Certificate,
        }
        for column, owner in owners.items():
            owner_id = said.get(column) or getattr(row, column, None)
            if owner_id:
                return self.of(owner, str(owner_id))
        if "name" in PERSONAL.get(table, ()):
            return ""
        return str(said.get("name") or getattr(row, "name", "") or "")

    def of(self, kind: type[Base], row_id: str) -> str:
        """The name of the row ``row_id`` of ``kind``; empty where it is gone."""
        if (kind, row_id) not in self._known:
            self._known[kind, row_id] = self._find(kind, row_id)
        return self._known[kind, row_id]

    def _find(self, kind: type[Base], row_id: str) -> str:
        row = self._session.get(kind, row_id)
        if isinstance(row, Pledge):
            return self.of(Participation, row.participation_id)
        if isinstance(row, Participation):
            return self.of(Company, row.company_id)
        if isinstance(row, Campaign):
            return str(row.campaign_year)
        if isinstance(row, Certificate):
            return f"{row.number} {row.holder}"
        return row.name if isinstance(row, (Company, Product)) else ""


def is_told(table: str, column: str) -> bool:
    """Whether a change of ``column`` says something to a person."""
    return column not in UNTOLD and not (column in OWNERS and table != Company.__tablename__)


def field_words(words: Messages, table: str, column: str) -> str:
    """The name of a field, in the table's own words where it has some."""
    return words.sentences.get(f"field.{table}_{column}") or words.text(f"field.{column}")


def value_words(names: Names, table: str, column: str, value: Any) -> str:
    """A stored value as people say it; a personal one only that it is there."""
    if value in (None, "", []):
        return ""
    if column in PERSONAL.get(table, ()):
        return MASK
    if isinstance(value, NumberPattern):
        return pattern_in_words(value, names.words.lang)
    if isinstance(value, bool):
        return names.words.text(_YES[value])
    if isinstance(value, dict) and table == "setting":
        reasons = [names.words.named(f"“{word}”", reason) for word, reason in value["words"].items()]
        return names.words.listed(filter(None, (*reasons, value["approval"])))
    if isinstance(value, list) and table == "setting":
        return names.words.listed(names.words.sentences.get(f"roster_column.{each}", str(each)) for each in value)
    if isinstance(value, list):
        return "、".join(str(each[0]) if isinstance(each, list) and each else str(each) for each in value)
    if column == "kind" and table == "scan":
        return names.words.text(f"scan.kind_{value}")
    if column == "way" and table == "dispatch":
        return names.words.text(f"dispatch.{value}")
    if column in _GROUPS:
        return names.words.sentences.get(f"{_GROUPS[column]}.{value}", str(value))
    return _looked_up(names, column, value)


def _looked_up(names: Names, column: str, value: Any) -> str:
    kinds: Mapping[str, type[Base]] = {
        "campaign_id": Campaign,
        "product_id": Product,
        "company_id": Company,
        "merged_into_id": Company,
        "first_id": Company,
        "second_id": Company,
    }
    if column in kinds:
        return names.of(kinds[column], str(value))
    if column.endswith("_fen"):
        return f"{int(value) / 100:.2f}"
    if isinstance(value, str) and "T" in value[10:11]:
        return _moment(value)
    return str(value)


def _moment(text: str) -> str:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:  # a word that only looks like one
        return text
    return f"{local(moment):%Y-%m-%d %H:%M}" if moment.tzinfo else text
