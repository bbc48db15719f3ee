"""What the parser of the command line says of a line it does not take, in the words of this program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

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


def said(message: str, words: Messages) -> str:
    """``message`` of the parser in our words; help, and what nobody foresaw, stays as it is."""
    for pattern, code in RULES.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return words.text(code, **{name: _plain(text) for name, text in found.groupdict().items()})
    return message


def _plain(text: str) -> str:
    """Without the quotes and tabs in which the parser names things."""
    return " ".join(text.replace("'", "").split())
