"""The list of returned forms: what a line of it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.pages.companies.imports.fields import names
from qc_desktop.gui.tokens import Tone
from qc_desktop.messages import Messages
from qc_desktop.services.returns import planning
from qc_desktop.services.returns.applying import Choice, chosen_fields
from qc_desktop.services.returns.comparing import ENTERING, Difference
from qc_desktop.services.returns.planning import FormPlan, FormState, ReturnPlan

translate = QCoreApplication.translate

ALL = "all"
_CLAUSE_END = re.compile(r"[。，：；（]|[.,:;](?: |$)| \(")
TONES: Mapping[FormState, Tone] = {
    FormState.CHANGED: Tone.ACCENT,
    FormState.UNCHANGED: Tone.MUTED,
    FormState.PROBLEM: Tone.BAD,
    FormState.DUPLICATE: Tone.WARN,
    FormState.UNKNOWN: Tone.WARN,
}


@dataclass(frozen=True)
class FormRow:
    """A form with what is to be said of it; ``taken`` are the fields that are ticked now."""

    plan: FormPlan
    taken: frozenset[str]
    reasons: tuple[str, ...]


def rows(plan: ReturnPlan, choice: Choice, wanted: str, words: Messages) -> tuple[FormRow, ...]:
    """The forms of ``plan`` that have the state ``wanted``, or all of them."""
    return tuple(row_of(each, choice, words) for each in plan.forms if wanted == ALL or each.state == wanted)


def row_of(each: FormPlan, choice: Choice, words: Messages) -> FormRow:
    """The line of one form."""
    return FormRow(each, chosen_fields(each, choice), tuple(planning.reasons(each, words)))


def columns(words: Messages) -> tuple[Column[FormRow], ...]:
    """File, company, state, and what is to be said."""
    return (
        Column(
            "company", translate("Returns", "Company"), 16, lambda row: row.plan.company or row.plan.file.name,
            stretch=True,
        ),
        Column("file", translate("Returns", "File"), 22, lambda row: row.plan.file.name, rank=1, stretch=True),
        Column(
            "state", translate("Returns", "State"), 6.5, lambda row: words.text(f"returns.form_{row.plan.state}"),
            tone=lambda row: TONES[row.plan.state],
        ),
        Column("said", translate("Returns", "Remarks"), 12, said, stretch=True),
    )  # fmt: skip


def said(row: FormRow) -> str:
    """How much a form changes, or why it is left out, in short: the whole stands beside the list."""
    if row.plan.state is FormState.DUPLICATE:
        return translate("Returns", "another one is taken")
    if row.plan.state is not FormState.CHANGED:
        return _CLAUSE_END.split(row.reasons[0], 1)[0] if row.reasons else ""
    told = [translate("Returns", "Changes: {count}").format(count=len(row.taken))]
    if row.plan.open_questions:
        told.append(translate("Returns", "open: {count}").format(count=row.plan.open_questions))
    if row.reasons:
        told.append(translate("Returns", "see notes"))
    return " · ".join(told)


def field_name(field: str) -> str:
    """What a field of a form is called on the screen."""
    return translate("Returns", "Enter the pledge") if field == ENTERING else names()[field]


def shown_values(each: Difference, words: Messages) -> tuple[str, str]:
    """The two sides of a difference in words."""
    if each.field == ENTERING:
        before = words.text(f"stage.{each.before}") if each.before else translate("Returns", "not taking part")
        return before, words.text(f"stage.{each.after}")
    return each.before.replace("\n", "、") or "–", each.after.replace("\n", "、") or translate("Returns", "(emptied)")
