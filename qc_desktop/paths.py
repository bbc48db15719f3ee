"""Where things lie: what ships with the program, and what belongs to a profile."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file, the same from a checkout, an installed wheel and a frozen build.

    A checkout is preferred, so that what a developer edits is what runs.
    """
    return _resource_root().joinpath(*parts)


def _resource_root() -> Path:
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    return _PACKAGE / "resources"


def default_profile() -> Path:
    """The profile folder used when none is named, in the place the system keeps application data."""
    import platformdirs

    return Path(platformdirs.user_data_dir("QC Desktop", appauthor=False, roaming=False))


@dataclass(frozen=True)
class Profile:
    """One office's folder: its database, keys, backups and logs."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file with every record."""
        return self.root / "records.sqlite3"

    @property
    def keys(self) -> Path:
        """The folder of encrypted private keys."""
        return self.root / "keys"

    @property
    def checkpoint(self) -> Path:
        """The head of the ledger that was signed last: beside the keys, for it must not go with the database."""
        return self.keys / "checkpoint"

    @property
    def backups(self) -> Path:
        """The folder of automatic backups."""
        return self.root / "backups"

    @property
    def scans(self) -> Path:
        """The folder of scanned letters, each named by its SHA-256."""
        return self.root / "scans"

    @property
    def fonts(self) -> Path:
        """The folder of added fonts, each named by its SHA-256, with a note beside it."""
        return self.root / "fonts"

    @property
    def drafts(self) -> Path:
        """The folder of what was typed and is not saved yet."""
        return self.root / "drafts"

    @property
    def logs(self) -> Path:
        """The folder of rotated logs and crash reports."""
        return self.root / "logs"

    @property
    def pc_settings(self) -> Path:
        """What this PC remembers for itself: window, language, operator."""
        return self.root / "this_pc.json"
