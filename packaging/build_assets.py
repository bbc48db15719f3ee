"""Builds what is made from other files: forms from Designer, translations from their catalogues."""

from __future__ import annotations

import runpy
from pathlib import Path

if __name__ == "__main__":
    runpy.run_path(str(Path(__file__).resolve().parent.parent / "ui" / "build.py"), run_name="__main__")
