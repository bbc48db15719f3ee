"""How a verdict looks: a tone, an icon, and always its word."""

from __future__ import annotations

from collections.abc import Mapping

from qc_desktop.domain.verification import Verdict
from qc_desktop.gui.tokens import Tone

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
