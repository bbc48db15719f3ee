"""``python -m benchmarks.readability [--count N] [--only WORD]``: every kind at 300 and 600 dpi under every condition.

Writes the table to ``out/readability.txt`` too. Ends with 1 where a share is not the design point.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.readability.conditions import CONDITIONS
from benchmarks.readability.prints import KINDS
from benchmarks.readability.reading import shares, table

OUT = Path("out/readability.txt")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=25)
    options.add_argument("--only", default="")
    given, _ = options.parse_known_args()
    samples = [(kind, dpi) for kind in KINDS for dpi in (300, 600)]
    chosen = [condition for condition in CONDITIONS if given.only in condition.name]
    found = list(shares(samples, chosen, given.count))
    text = f"{given.count} symbols of each kind; {table(found)}"
    print(text)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, encoding="utf-8")
    raise SystemExit(int(not all(share.is_right for share in found)))


if __name__ == "__main__":
    main()
