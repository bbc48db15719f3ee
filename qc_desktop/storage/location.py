"""Where a database may lie: not on a network share and not in a folder that a cloud service keeps in step.

Both lose or mix writes that SQLite believes safe.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_NETWORK_TYPES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs", "fuse.davfs", "davfs"}
_CLOUD = re.compile(
    r"^(onedrive.*|dropbox.*|google drive|googledrive|icloud ?drive|iclouddrive|nutstore.*|坚果云.*|我的坚果云|"
    r"百度网盘.*|百度云同步盘|baidunetdisk.*|wps云盘|wps ?网盘|"
    r"阿里云盘.*|微云.*|weiyun.*|亿方云.*|seafile.*|nextcloud.*)$",
    re.IGNORECASE,
)


def unsafe_folder(folder: Path) -> str:
    """Why ``folder`` is no place for the database: ``network``, ``cloud`` or an empty string where it is fine."""
    resolved = folder.resolve()
    if any(_CLOUD.match(part) for part in resolved.parts):
        return "cloud"
    return "network" if _is_network(resolved) else ""


def _is_network(folder: Path) -> bool:
    if os.name == "nt":
        return _is_network_windows(folder)
    mounts = Path("/proc/mounts")
    return mounts.exists() and _file_system(folder, mounts.read_text(encoding="utf-8")) in _NETWORK_TYPES


def _is_network_windows(folder: Path) -> bool:
    import ctypes

    if str(folder).startswith("\\\\"):
        return True
    drive_remote = 4
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return bool(kernel.GetDriveTypeW(folder.anchor) == drive_remote)


def _file_system(folder: Path, mounts: str) -> str:
    """The type of the file system that holds ``folder``, by the text of /proc/mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])
        if len(point) >= len(best) and (folder == Path(point) or Path(point) in folder.parents):
            best, kind = point, fields[2]
    return kind
