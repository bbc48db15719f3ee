"""``python -m benchmarks [NAME …]``: every benchmark, or the named ones."""

from __future__ import annotations

import runpy
import sys

NAMES = ("certificates", "labels", "issuing", "qr", "signing", "reading", "companies", "overview", "start", "stalls")


def main() -> None:
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")] or list(NAMES)
    unknown = sorted(set(wanted) - set(NAMES))
    if unknown:
        raise SystemExit(f"no benchmark {', '.join(unknown)}; there are: {', '.join(NAMES)}")
    sys.argv[1:] = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    for name in wanted:
        print(f"\n== {name}", flush=True)
        runpy.run_module(f"benchmarks.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
