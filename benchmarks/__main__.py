"""``python -m benchmarks [NAME …] [--OPTION …]``: every benchmark, or the named ones, with their options."""

from __future__ import annotations

import runpy
import sys

NAMES = (
    "certificates", "labels", "issuing", "qr", "readability", "signing", "reading", "companies", "overview", "desk",
    "site", "start", "stalls",
)  # fmt: skip


def main() -> None:
    given = sys.argv[1:]
    first = next((place for place, argument in enumerate(given) if argument.startswith("-")), len(given))
    wanted = given[:first] or list(NAMES)
    unknown = sorted(set(wanted) - set(NAMES))
    if unknown:
        raise SystemExit(f"no benchmark {', '.join(unknown)}; there are: {', '.join(NAMES)}")
    sys.argv[1:] = given[first:]
    for name in wanted:
        print(f"\n== {name}", flush=True)
        runpy.run_module(f"benchmarks.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
