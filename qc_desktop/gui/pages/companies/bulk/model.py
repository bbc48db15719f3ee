"""The companies that would change, with before and after; and those passed over, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.pages.companies.imports.fields import names
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.services.companies import bulk_editing
from qc_desktop.services.companies.bulk_editing import BulkPlan, BulkRow
from qc_desktop.services.members.fields import FieldRow, said

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.messages import Messages

translate = QCoreApplication.translate

CHANGED, REFUSED = "changed", "refused"
SHOWN = ("member_tier", "industry_name", "province", "city", "address", "hotline", "website", "remark")
"""Columns that a person knows; codes change along with their names."""


class BulkSource:
    """The rows of a plan; a query is CHANGED or REFUSED with the plan's own number, so that a new plan is asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.plan = BulkPlan(())

    def _meant(self, query: tuple[str, int]) -> Mapping[str, int]:
        return self.plan.changed if query[0] == CHANGED else self.plan.refused

    def count(self, query: tuple[str, int]) -> int:
        """How many companies change, or are passed over."""
        return len(self._meant(query))

    def page(self, query: tuple[str, int], offset: int, limit: int) -> Sequence[BulkRow]:
        """The rows from ``offset`` on."""
        ids = islice(self._meant(query), offset, offset + limit)
        return bulk_editing.rows(self._desk.office, self.plan, ids)


def columns(words: Messages, source: BulkSource) -> tuple[Column[BulkRow], ...]:
    """Company, before, after; where a company is passed over its reason stands in the place of both."""
    called = names()

    def told(side: int) -> Callable[[BulkRow], str]:
        return lambda row: _told(words, called, source.plan.own, row, side)

    return (
        Column("name", translate("BulkEdit", "Company name"), 19, lambda row: row.name, stretch=True),
        Column("before", translate("BulkEdit", "Before"), 12, told(0), stretch=True),
        Column("after", translate("BulkEdit", "After, or why not"), 12, told(1), stretch=True),
    )


def _told(words: Messages, called: Mapping[str, str], own: Sequence[FieldRow], row: BulkRow, side: int) -> str:
    if row.refused is not None:
        return words.of(row.refused) if side else ""
    told = [
        words.named(called[name], _said(words, name, row.columns[name][side])) for name in SHOWN if name in row.columns
    ]
    fields = [field for field in own if field.key in row.columns]
    told += [words.named(field.name, said(field, row.columns[field.key][side], words) or "–") for field in fields]
    return "；".join(told)


def _said(words: Messages, name: str, value: Any) -> str:
    return tier_words(words, value) if name == "member_tier" else str(value or "–")
