"""Builds the one-folder program and lets it test itself, also from a folder with an awkward name.

python packaging/build.py [--no-test]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
PROGRAM = "qc-desktop.exe" if os.name == "nt" else "qc-desktop"
AWKWARD = "质检 协会 %1"


def build() -> Path:
    """The folder of the finished program."""
    arguments = ["--noconfirm", "--distpath", str(DIST), "--workpath", str(ROOT / "build"), "--log-level", "WARN"]
    spec = ROOT / "packaging" / "qc-desktop.spec"
    subprocess.run([sys.executable, "-m", "PyInstaller", *arguments, str(spec)], check=True, cwd=ROOT)
    return DIST / "qc-desktop"


def self_test(folder: Path) -> None:
    """Runs the program's own test in ``folder``, with nothing of this Python in its environment."""
    kept = {"PATH", "SYSTEMROOT", "TEMP", "TMP", "HOME", "USERPROFILE", "LOCALAPPDATA", "LANG"}
    clean = {name: value for name, value in os.environ.items() if name.upper() in kept}
    clean["QT_QPA_PLATFORM"] = "offscreen"
    subprocess.run([str(folder / PROGRAM), "self-test"], check=True, env=clean)


def main() -> None:
    """Builds, tests where it lies, then copied to a folder with blanks, Chinese and a percent sign."""
    folder = build()
    if "--no-test" in sys.argv:
        return
    self_test(folder)
    with tempfile.TemporaryDirectory() as place:
        awkward = Path(place) / AWKWARD
        shutil.copytree(folder, awkward, symlinks=True)
        self_test(awkward)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{folder}: {size / 1e6:.0f} MB, self-test passed in both places")


if __name__ == "__main__":
    main()
