"""Light, because the process that reads a picture imports it again."""

from __future__ import annotations

import argparse


def main() -> None:
    from benchmarks.desk.asking import run

    options = argparse.ArgumentParser(prog="python -m benchmarks.desk")
    options.add_argument("--companies", type=int, default=70_000)
    options.add_argument("--rounds", type=int, default=7)
    given, _ = options.parse_known_args()
    run(given.companies, given.rounds)


if __name__ == "__main__":
    main()
