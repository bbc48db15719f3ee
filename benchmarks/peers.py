"""The environment of the peers, apart from the program's: made when first needed, from hashed versions."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_LOCK = Path(__file__).with_name("requirements.lock")
_FOLDER = _ROOT / ".venv-bench"
_STAMP = _FOLDER / ".set-up"


def python_of_peers() -> str:
    """The Python that has the peers; its environment is made where it is not there yet.

    What cannot be installed is said; the peer is then named as not measured.
    """
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    python = str(_FOLDER.joinpath(*inside))
    wanted = f"{_LOCK.read_text(encoding='utf-8')}{sys.version}"
    if _STAMP.is_file() and _STAMP.read_text(encoding="utf-8") == wanted:
        return python
    print("Setting up .venv-bench for the peers (once)…", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(_FOLDER)], check=True)
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    if subprocess.run([*install, "-r", str(_LOCK)], check=False).returncode == 0:
        _STAMP.write_text(wanted, encoding="utf-8")
    return python
