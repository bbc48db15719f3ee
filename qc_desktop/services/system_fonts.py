"""The fonts of this PC by their names, for documents that another program will show."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

_SECONDS = 10
_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def families() -> frozenset[str]:
    """The names of the installed families, in every language they have; empty where the system does not say."""
    if sys.platform == "win32":
        return frozenset(_windows())
    return frozenset(_fontconfig())


def _fontconfig() -> Iterator[str]:
    try:
        run = subprocess.run(["fc-list", ":", "family"], capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        yield from (name.strip().replace("\\", "") for name in line.split(","))


if sys.platform == "win32":

    def _windows() -> Iterator[str]:
        """The registry lists ``仿宋 (TrueType)`` and ``SimSun & NSimSun (TrueType)``, in the system's language."""
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                key = winreg.OpenKey(root, _REGISTRY)
            except OSError:
                continue
            with key:
                for place in range(winreg.QueryInfoKey(key)[1]):
                    called = winreg.EnumValue(key, place)[0].rpartition(" (")[0]
                    yield from (name.strip() for name in called.split("&"))
