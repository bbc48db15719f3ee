"""The columns of the list of backups."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.dates import local
from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.services.backups import BackupRow

translate = QCoreApplication.translate


def kind_words() -> dict[str, str]:
    """What a backup was made for, by its kind."""
    return {
        "daily": translate("BackupList", "Daily"),
        "import": translate("BackupList", "Before an import"),
        "issue": translate("BackupList", "After issuing"),
        "publish": translate("BackupList", "After publishing"),
        "move": translate("BackupList", "Before a move"),
        "restore": translate("BackupList", "Before a restore"),
        "migration": translate("BackupList", "Before an upgrade"),
        "manual": translate("BackupList", "By hand"),
    }


def backup_columns() -> tuple[Column[BackupRow], ...]:
    """When, what for, how large, which file."""
    words = kind_words()
    return (
        Column("at", translate("BackupList", "Made"), 9, lambda row: f"{local(row.at):%Y-%m-%d %H:%M}"),
        Column("kind", translate("BackupList", "Occasion"), 9, lambda row: words[row.kind]),
        Column("size", translate("BackupList", "Size"), 6, lambda row: megabytes(row.size), RIGHT),
        Column("file", translate("BackupList", "File"), 18, lambda row: row.path.name, stretch=True, rank=1),
    )


def megabytes(size: int) -> str:
    """``size`` bytes as MB, at least one tenth."""
    return f"{max(size / 1_000_000, 0.1):,.1f} MB"
