"""Which version of the program this PC saw last: at the first start of a new one it says so, once."""

from __future__ import annotations

from qc_desktop import __version__
from qc_desktop.paths import Profile
from qc_desktop.services import preferences

SEEN = "seen_version"
"""The name under which this PC remembers the version; before 0.3.0 nothing was remembered."""
USED = "window_place"
"""What every version remembers when its window closes: where it is missing, the program is new here."""


def is_upgraded(profile: Profile) -> bool:
    """Whether an older version was used here and this one is started for the first time."""
    seen = preferences.remembered(profile, SEEN)
    return seen != __version__ if seen else bool(preferences.remembered(profile, USED))


def mark_seen(profile: Profile) -> None:
    """Remembers that this version was started here."""
    if preferences.remembered(profile, SEEN) != __version__:
        preferences.remember_on_pc(profile, {SEEN: __version__})
