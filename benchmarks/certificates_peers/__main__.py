"""``python -m benchmarks.certificates_peers NAME PAGES.json OUT.pdf``: one run of one peer, as a process of its own."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from benchmarks.harness import report

_, name, source, target = sys.argv
pages = json.loads(Path(source).read_text(encoding="utf-8"))
importlib.import_module(f"benchmarks.certificates_peers.{name}").render(pages, Path(target))
report(len(pages), Path(target).stat().st_size)
