"""The rows of a list as the preview shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.findings import Finding, Severity
from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.gui.pages.companies.imports.fields import names
from qc_desktop.gui.tokens import Tone
from qc_desktop.messages import Messages
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.planning import Plan, RowPlan
from qc_desktop.services.members.fields import FieldRow, said

translate = QCoreApplication.translate

ALL = "all"
TONES: Mapping[Outcome, Tone] = {
    Outcome.NEW: Tone.OK,
    Outcome.RENAMED: Tone.WARN,
    Outcome.UPDATED: Tone.ACCENT,
    Outcome.UNCHANGED: Tone.MUTED,
    Outcome.DUPLICATE: Tone.WARN,
    Outcome.ERROR: Tone.BAD,
}


@dataclass(frozen=True)
class PreviewRow:
    """A row of the list with what a person decided of it; ``own`` are the association's own fields."""

    plan: RowPlan
    decision: Outcome | None = None
    own: tuple[FieldRow, ...] = ()


@dataclass(frozen=True)
class PreviewQuery:
    """``key`` is an outcome or ALL; the decisions make every change of mind a new question."""

    key: str = ALL
    decisions: Mapping[int, Outcome] = field_of(default_factory=dict)


class PlanSource:
    """The rows of a plan, held in memory."""

    def __init__(self) -> None:
        self.plan: Plan | None = None

    def count(self, query: PreviewQuery) -> int:
        """How many rows have the outcome."""
        return len(self._rows(query))

    def page(self, query: PreviewQuery, offset: int, limit: int) -> Sequence[PreviewRow]:
        """At most ``limit`` of them from ``offset`` on."""
        rows = self._rows(query)[offset : offset + limit]
        own = self.plan.own if self.plan else ()
        return [PreviewRow(row, query.decisions.get(row.row), own) for row in rows]

    def _rows(self, query: PreviewQuery) -> Sequence[RowPlan]:
        rows = self.plan.rows if self.plan else ()
        return rows if query.key == ALL else [row for row in rows if row.outcome == query.key]


def columns(words: Messages) -> tuple[Column[PreviewRow], ...]:
    """Row number, company, code, what happens, and why."""
    return (
        Column("row", translate("ImportPreview", "Row"), 3, lambda row: str(row.plan.row), RIGHT),
        Column("name", translate("ImportPreview", "Company"), 18, lambda row: row.plan.draft.name, stretch=True),
        Column("uscc", translate("ImportPreview", "Credit code"), 11, lambda row: row.plan.draft.uscc, rank=1),
        Column(
            "outcome",
            translate("ImportPreview", "What happens"),
            4.5 if words.lang == "zh_CN" else 7.5,
            outcome_words,
            tone=_tone,
        ),
        Column(
            "why", translate("ImportPreview", "Remarks"), 20, lambda row: " ".join(remarks(words, row)), stretch=True
        ),
    )


def outcome_names() -> Mapping[Outcome, str]:
    """What the outcomes are called."""
    return {
        Outcome.NEW: translate("ImportPreview", "New"),
        Outcome.RENAMED: translate("ImportPreview", "Renamed"),
        Outcome.UPDATED: translate("ImportPreview", "Update"),
        Outcome.UNCHANGED: translate("ImportPreview", "Unchanged"),
        Outcome.DUPLICATE: translate("ImportPreview", "To decide"),
        Outcome.ERROR: translate("ImportPreview", "Error"),
    }


def outcome_words(row: PreviewRow) -> str:
    """What happens to a row, a person's decision included."""
    if row.plan.outcome is Outcome.DUPLICATE and row.decision is Outcome.NEW:
        return translate("ImportPreview", "Separate company")
    if row.plan.outcome is Outcome.DUPLICATE and row.decision is Outcome.UPDATED:
        return translate("ImportPreview", "Merged")
    if row.plan.outcome is Outcome.RENAMED and row.decision is Outcome.ERROR:
        return translate("ImportPreview", "Left out")
    if row.plan.outcome is Outcome.DUPLICATE and row.plan.same_code:
        return translate("ImportPreview", "Repeated, left out")
    return outcome_names()[row.plan.outcome]


def _tone(row: PreviewRow) -> Tone:
    return TONES[row.decision or row.plan.outcome]


def remarks(words: Messages, row: PreviewRow) -> list[str]:
    """Everything that is said of a row: what is wrong, then what would change, what many rows share last."""
    worst_first = sorted(row.plan.findings, key=_rank)
    told = [words.of(finding) for finding in worst_first if finding.code not in _COMMON]
    if changes := _changes(words, row):
        told.append(words.listed(changes))
    return told + [words.of(finding) for finding in worst_first if finding.code in _COMMON]


def _changes(words: Messages, row: PreviewRow) -> list[str]:
    """What would change, but for the name: the new one stands beside the row number, the old one in a sentence."""
    titles, changed = names(), row.plan.changes
    told = []
    for name, (before, after) in changed.items():
        if name in titles and name != "name" and _SAID_BY.get(name) not in changed:
            told.append(words.named(titles[name], f"{_shown(before)} → {_shown(after)}"))
    for field in row.own:
        if field.key in changed:
            before, after = (said(field, value, words) or "–" for value in changed[field.key])
            told.append(words.named(field.name, f"{before} → {after}"))
    return told


def _rank(finding: Finding) -> tuple[bool, bool]:
    """Errors first; then that a company is renamed, so that its old name is in sight."""
    return finding.severity is not Severity.ERROR, finding.code != "match.renamed"


_SAID_BY = {"admin_division_code": "admin_division_name", "industry_code": "industry_name"}
"""Codes that need no line of their own where the name they belong to changes too."""

_COMMON = frozenset({"row.uscc_missing", "row.industry_unknown", "uscc.division"})
"""Remarks that can stand beside every row of a list: they must not push the others out of sight."""


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return "、".join(map(str, value)) or "–"
    return str(value or "–")
