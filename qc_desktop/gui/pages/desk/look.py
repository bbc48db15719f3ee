"""How a verdict looks: a tone, an icon, and always its word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.answers import Answer

TONES: Mapping[Verdict, Tone] = {
    Verdict.VALID: Tone.OK,
    Verdict.SIGNED: Tone.ACCENT,
    Verdict.EXPIRED: Tone.WARN,
    Verdict.VOID: Tone.BAD,
    Verdict.REVOKED: Tone.BAD,
    Verdict.REPLACED: Tone.WARN,
    Verdict.STOPPED: Tone.BAD,
    Verdict.FORGED: Tone.BAD,
    Verdict.FOREIGN_LINK: Tone.BAD,
    Verdict.UNKNOWN: Tone.WARN,
}
ICONS: Mapping[Verdict, str] = {
    Verdict.VALID: "circle-check",
    Verdict.SIGNED: "info",
    Verdict.EXPIRED: "calendar-days",
    Verdict.VOID: "ban",
    Verdict.REVOKED: "circle-x",
    Verdict.REPLACED: "refresh-cw",
    Verdict.STOPPED: "ban",
    Verdict.FORGED: "circle-x",
    Verdict.FOREIGN_LINK: "triangle-alert",
    Verdict.UNKNOWN: "search",
}
WORDS: Mapping[Reason, str] = {
    Reason.CODE_DIFFERS: "label.verdict_code_differs",
    Reason.CODE_UNKNOWN: "label.verdict_code_unknown",
}
"""Where the word of the verdict would say less than is known."""


def word_of(answer: Answer, words: Messages) -> str:
    """The verdict of ``answer`` in a word or two."""
    return words.text(WORDS.get(answer.reason, f"verdict.{answer.verdict}"))


def icon_of(answer: Answer) -> str:
    """The icon of its verdict."""
    return "triangle-alert" if answer.reason is Reason.CODE_DIFFERS else ICONS[answer.verdict]
