"""Every code has its sentence in both languages, with what it needs; no sentence is left over."""

from __future__ import annotations

import ast
import re
import string
import tomllib

import pytest

from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.dispatch import Way
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.labels import RestrictedCategory
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.domain.printing import BatchState, SheetState
from qc_desktop.domain.reconciling import Step, Why
from qc_desktop.domain.roster_columns import COLUMNS
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.domain.worded import Place
from qc_desktop.files import DiskFault
from qc_desktop.messages import LANGUAGES
from qc_desktop.paths import resource
from qc_desktop.services.audit.words import PERSONAL
from qc_desktop.services.certificates.dispatching import Fate
from qc_desktop.services.companies.timeline import What
from qc_desktop.settings import SETTINGS, Scope
from qc_desktop.storage.tables import Base
from qc_desktop.storage.tables.base import Tracked
from tests.architecture.source import RAISING, all_texts, calls, modules, texts
from tests.cli.named_arguments import argument_names

SENTENCES = {
    f"{path.stem}.{name}": words
    for path in sorted(resource("i18n", "messages").glob("*.toml"))
    for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
GROUPS = {code.partition(".")[0] for code in SENTENCES}
ENUMERATED = (
    {f"stage.{stage}" for stage in Stage}
    | {f"certificate.{state}" for state in CertificateState}
    | {f"verdict.{verdict}" for verdict in Verdict}
    | {f"trust.{reason}" for reason in Reason}
    | {f"disk.{fault}" for fault in DiskFault}
    | {f"tier.{tier}" for tier in MemberTier}
    | {f"setting.{setting.key}" for setting in SETTINGS if setting.scope is Scope.OFFICE}
    | {f"roster_column.{column.key}" for column in COLUMNS}
    | {f"record.{table}" for table in PERSONAL}
    | {f"membership.{status}" for status in MembershipStatus}
    | {f"timeline.{what}" for what in What}
    | {f"worded.{place}" for place in Place}
    | {f"print_batch.{state}" for state in BatchState}
    | {f"document.{known.kind}" for known in DOCUMENT_TYPES}
    | {f"variable.{known.called(name)}" for known in DOCUMENT_TYPES for name in known.by_name}
    | {f"variable.{name}" for known in DOCUMENT_TYPES for slots in known.phrase_slots.values() for name in slots}
    | {f"wording.{known.called(name)}" for known in DOCUMENT_TYPES for name in (*known.words, *known.phrases)}
    | {f"print_sheet.{state}" for state in SheetState}
    | {f"dispatch.{way}" for way in Way}
    | {f"dispatch.{fate}" for fate in Fate}
    | {f"reconcile.{step}" for step in Step}
    | {f"reconcile.{why}" for why in Why}
    | {f"restricted.{category}" for category in RestrictedCategory}
    | {f"argument.{name}" for name in argument_names()}
    | {f"event.{kind}" for kind in EventKind}
)
"""Sentences whose code is put together from an enumeration."""
FIELDS = {
    f"field.{name}"
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Tracked)
    for column in mapper.column_attrs
    for name in (column.key, f"{mapper.class_.__tablename__}_{column.key}")
}
"""What the history may call a field."""
BY_GROUP = {"Diagnosis": "doctor", "Progress": "step", "writing": "command"}
"""Calls whose first text is a code without its group, and that group."""
LOOSE = ("step.", "doctor.", "command.", "cli.", "history.", "report.")
"""Groups whose codes the source also gives without the group through a constant, a table or a condition."""
CODE = re.compile(r"[a-z_]+\.[a-z_0-9]*[a-z0-9]")
WORD = re.compile(r"[a-z_]*[a-z]")
"""A code without its group; the beginning of one (``folder_``) is none."""


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def cli_says() -> set[str]:
    """The codes that the command line says."""
    first = [call.args[0] for path, call, name in calls() if name == "say" and path.parent.name == "cli"]
    return {f"cli.{text}" for argument in first for text in texts(argument) if WORD.fullmatch(text)}


def grouped() -> set[str]:
    """The codes that stand in the source without their group."""
    first = [(BY_GROUP[name], call.args[0]) for _, call, name in calls() if name in BY_GROUP and call.args]
    return {f"{group}.{text}" for group, node in first for text in texts(node) if WORD.fullmatch(text)} | cli_says()


def begun() -> tuple[str, ...]:
    """The beginnings of codes that the source goes on with a value: ``store.folder_``."""
    strings = (node for tree in modules().values() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    first = (str(node.values[0].value) for node in strings if isinstance(node.values[0], ast.Constant))
    return tuple(text for text in first if re.fullmatch(r"[a-z_]+\.[a-z_]+_", text) and text.split(".")[0] in GROUPS)


def raised() -> set[str]:
    """The codes that errors and findings are made with."""
    arguments = [node for _, call, name in calls() if name in RAISING for node in call.args[:2]]
    found = {text for node in arguments for text in texts(node) if CODE.fullmatch(text)}
    return {text for text in found if text.partition(".")[0] in GROUPS}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_stands_in_both_languages_with_the_same_values(code):
    words = SENTENCES[code]
    assert set(words) == set(LANGUAGES)
    assert placeholders(words["zh_CN"]) == placeholders(words["en"])
    assert all(text and text == text.strip("\n") for text in words.values())


def test_every_code_in_the_source_has_its_sentence():
    assert len(raised()) > 100
    assert sorted((raised() | grouped() | ENUMERATED) - set(SENTENCES)) == []


def test_no_sentence_is_left_over():
    named = {text for text in all_texts() if CODE.fullmatch(text)}
    loose = {code for code in SENTENCES if code.startswith(LOOSE) and code.partition(".")[2] in all_texts()}
    beginnings = (*begun(), *FORM_GROUPS)
    going_on = {code for code in SENTENCES if code.startswith(beginnings)}
    assert sorted(set(SENTENCES) - named - grouped() - ENUMERATED - FIELDS - loose - going_on) == []


FORM_GROUPS = ("office_form.", "recent.")
"""Groups whose sentences stand beside the fields of a form, by the field's name, or are of commands, by theirs."""


def literal(call: ast.Call) -> bool:
    return all(keyword.arg is not None for keyword in call.keywords)


def test_every_sentence_gets_the_values_it_needs():
    wrong = []
    for path, call, name in calls():
        if name in ("UserError", "error", "warning") and literal(call):
            given = {keyword.arg for keyword in call.keywords}
            codes = [text for node in call.args[:1] for text in texts(node) if text in SENTENCES]
            wrong += [(path.name, code) for code in codes if placeholders(SENTENCES[code]["en"]) - given]
    assert wrong == []


def test_every_word_of_the_command_line_gets_its_values():
    wrong = []
    for path, call, name in calls():
        if name == "say" and path.parent.name == "cli" and literal(call):
            given = {keyword.arg for keyword in call.keywords}
            codes = [f"cli.{text}" for text in texts(call.args[0]) if WORD.fullmatch(text)]
            wrong += [(path.name, code) for code in codes if placeholders(SENTENCES[code]["en"]) - given]
    assert wrong == []


def test_every_step_and_command_has_words():
    constants = [
        node.value
        for tree in modules().values()
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "STEP"
    ]
    steps = {f"step.{text}" for node in constants for text in texts(node)}
    found = grouped() | steps
    assert {"step.issue", "step.render", "step.demo", "command.import", "command.certificates_issue"} <= found
    assert sorted({code for code in found if code.startswith(("step.", "command."))} - set(SENTENCES)) == []
