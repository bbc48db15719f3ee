"""What is said of a line that the command line does not take: by the parser, or by a command, in our words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from typer.exceptions import TyperException

if TYPE_CHECKING:
    from qc_desktop.messages import Messages

_FOR = r"Invalid value for (?P<what>.+?): "
RULES: Mapping[str, str] = {
    r"No such option: (?P<option>\S+) \(Possible options: (?P<known>.+)\)": "usage.no_option_but",
    r"No such option: (?P<option>\S+)": "usage.no_option",
    r"No such command '(?P<command>.*)'\. Did you mean (?P<known>.+)\?": "usage.no_command_but",
    r"No such command '(?P<command>.*)'\.": "usage.no_command",
    r"Missing command\.": "usage.no_command_given",
    r"Got unexpected extra argument(?:\(s\)|s)? \((?P<extra>.*)\)": "usage.extra",
    r"Missing \w+ (?P<what>.+?)\. Choose from:\s*(?P<known>.+)": "usage.missing_of",
    r"Missing \w+ (?P<what>.+?)\.": "usage.missing",
    r"Option '(?P<option>.+)' requires .*": "usage.needs_value",
    r"Option '(?P<option>.+)' does not take a value\.": "usage.takes_none",
    _FOR + r".*valid integer.*": "usage.integer",
    _FOR + r".*valid number.*": "usage.number",
    _FOR + r".*greater than or equal to (?P<limit>\S+)": "usage.at_least",
    _FOR + r".*less than or equal to (?P<limit>\S+)": "usage.at_most",
    _FOR + r"(?:Value error, )?'(?P<value>.*)' is not one of (?P<known>.+?)\.?": "usage.one_of",
    _FOR + r"\w+ '(?P<path>.+)' does not exist\.": "usage.none_there",
    _FOR + r"(?P<why>.+)": "usage.bad_value",
}
"""How the parser says it, and what is said instead; the first that fits."""
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def said(message: str, words: Messages) -> str:
    """``message`` of the parser in our words; help, and what nobody foresaw, stays as it is."""
    for pattern, code in RULES.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            named = {name: _called(_plain(text), words) for name, text in found.groupdict().items()}
            return _as_sentence(words.text(code, **named))
    return message


def _as_sentence(text: str) -> str:
    """Begun with a capital, and without the space that parts an option from Chinese where a Chinese name stands."""
    return _BETWEEN_CHINESE.sub("", text[:1].upper() + text[1:])


def demand_apart(words: Messages, other: str, **given: object) -> None:
    """Refuses the options that are ``given`` (by name) beside ``other``, where they would mean nothing."""
    meant = [f"--{name.replace('_', '-')}" for name, value in given.items() if value]
    if meant:
        raise TyperException(words.text("usage.not_together", options=meant, other=other))


def demand_apart_names(words: Messages, names: Sequence[str] | None, other: str = "--all") -> None:
    """Refuses ``names`` beside an option that means others."""
    if names:
        raise TyperException(words.text("usage.not_together", options=list(names[:3]), other=other))


def demand_one(words: Messages, **given: object) -> None:
    """Refuses a line that has none or several of the options that are ``given`` by name."""
    if sum(bool(value) for value in given.values()) != 1:
        raise TyperException(words.text("usage.one", options=[f"--{name}" for name in given]))


def _called(text: str, words: Messages) -> str:
    """What an argument is called; the parser knows it by a name for programmers, and an option by how it is typed."""
    return words.sentences.get(f"argument.{text}", text)


def _plain(text: str) -> str:
    """Without the quotes and tabs in which the parser names things."""
    return " ".join(text.replace("'", "").split())
