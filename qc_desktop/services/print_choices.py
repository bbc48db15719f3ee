"""How each printer of this PC was used last: its tray, and how pages come to their paper."""

from __future__ import annotations

from qc_desktop.documents.printing.queue import PrintOptions
from qc_desktop.domain.printing import MEDIA, Placing
from qc_desktop.paths import Profile
from qc_desktop.services import preferences

REMEMBERED = "print_choices"


def options_of(placing: Placing, tray: str) -> PrintOptions:
    """Options for pages that come to their paper so."""
    return PrintOptions(media=MEDIA[placing], tray=tray, placing=placing)


def remembered(profile: Profile, printer: str) -> PrintOptions:
    """What was chosen for ``printer`` last; where nothing sensible is remembered, A4 from wherever it takes it."""
    stored = preferences.remembered_value(profile, REMEMBERED)
    entry = stored.get(printer) if isinstance(stored, dict) else None
    if not isinstance(entry, dict):
        return PrintOptions()
    tray, placing = entry.get("tray", ""), entry.get("placing", "")
    known = placing in [known.value for known in Placing]
    return options_of(Placing(placing) if known else Placing.AS_IS, tray if isinstance(tray, str) else "")


def remember(profile: Profile, printer: str, options: PrintOptions) -> None:
    """Keeps ``options`` for the next time, and ``printer`` as the one used last."""
    stored = preferences.remembered_value(profile, REMEMBERED)
    kept = stored if isinstance(stored, dict) else {}
    chosen = {"tray": options.tray, "placing": options.placing.value}
    preferences.remember_on_pc(profile, {preferences.PRINTER: printer, REMEMBERED: {**kept, printer: chosen}})
