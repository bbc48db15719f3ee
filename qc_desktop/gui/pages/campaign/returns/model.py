"""The list of returned forms: what a line of it shows."""

from __future__ import annotations

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
    shown = [each for each in plan.forms if wanted == ALL or each.state == wanted]
    return tuple(FormRow(each, chosen_fields(each, choice), tuple(planning.reasons(each, words))) for each in shown)


def columns(words: Messages) -> tuple[Column[FormRow], ...]:
    """File, company, state, and what is to be said."""
    return (
        Column("file", translate("Returns", "File"), 13, lambda row: row.plan.file.name, rank=1),
        Column("company", translate("Returns", "Company"), 13, lambda row: row.plan.company or "–"),
        Column(
            "state", translate("Returns", "State"), 6.5, lambda row: words.text(f"returns.form_{row.plan.state}"),
            tone=lambda row: TONES[row.plan.state],
        ),
        Column("said", translate("Returns", "Remarks"), 12, said, stretch=True),
    )  # fmt: skip


def said(row: FormRow) -> str:
    """How much a form changes, or why it is left out."""
    if row.plan.state is not FormState.CHANGED:
        return " ".join(row.reasons)
    told = [translate("Returns", "Changes: {count}").format(count=len(row.taken))]
    if row.plan.open_questions:
        told.append(translate("Returns", "to decide: {count}").format(count=row.plan.open_questions))
    return " · ".join([*told, *row.reasons])


def field_name(field: str) -> str:
    """What a field of a form is called on the screen."""
    return translate("Returns", "Enter the pledge") if field == ENTERING else names()[field]


def shown_values(each: Difference, words: Messages) -> tuple[str, str]:
    """The two sides of a difference in words."""
    if each.field == ENTERING:
        before = words.text(f"stage.{each.before}") if each.before else translate("Returns", "not taking part")
        return before, words.text(f"stage.{each.after}")
    return each.before.replace("\n", "、") or "–", each.after.replace("\n", "、") or translate("Returns", "(emptied)")
