"""The colours of the interface, as two sets of tokens, and the measure of their contrast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says; the word beside it says it too."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Tokens:
    """One set of colours, each ``#RRGGBB``. Text passes 4.5:1 on its ground, borders 3:1."""

    name: str
    bg: str
    surface: str
    raised: str
    nav: str
    line: str
    border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    on_selection: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str

    def tone(self, tone: Tone) -> str:
        """The text colour of ``tone``."""
        return self.text if tone is Tone.PLAIN else str(getattr(self, tone.value))

    def message(self, tone: Tone) -> tuple[str, str]:
        """Text and ground of a message in ``tone``."""
        grounds = {Tone.OK: self.ok_bg, Tone.WARN: self.warn_bg, Tone.BAD: self.bad_bg}
        return (self.tone(tone), grounds[tone]) if tone in grounds else (self.on_selection, self.selection)


LIGHT = Tokens(
    name="light",
    bg="#F5F6F8",
    surface="#FFFFFF",
    raised="#FAFBFC",
    nav="#EDEFF3",
    line="#D8DCE2",
    border="#868F9D",
    text="#1C2026",
    muted="#59626E",
    accent="#1B5FAA",
    accent_hover="#164F8E",
    on_accent="#FFFFFF",
    selection="#DCE9F7",
    on_selection="#12406F",
    ok="#1B6E46",
    ok_bg="#E4F3EB",
    warn="#7A4F00",
    warn_bg="#FDF3DC",
    bad="#A8211B",
    bad_bg="#FBE9E7",
)

DARK = Tokens(
    name="dark",
    bg="#1B1E23",
    surface="#23272E",
    raised="#282D35",
    nav="#20242A",
    line="#3A414B",
    border="#7C8796",
    text="#E7EAEE",
    muted="#A3ADB9",
    accent="#6FA8E8",
    accent_hover="#8ABAF0",
    on_accent="#0E2238",
    selection="#2B4562",
    on_selection="#E7F1FC",
    ok="#6CCB9A",
    ok_bg="#1E3A2D",
    warn="#E8B75A",
    warn_bg="#3B311B",
    bad="#F2938C",
    bad_bg="#43231F",
)
