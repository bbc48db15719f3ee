"""The overview of large records, step by step.

``python -m benchmarks.overview [--companies N] [--years Y] [--in DIR]``.

Each step holds the one thread that reads, so the longest is what a list may have to wait. ``--in`` takes a profile that
``benchmarks.databases`` made.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.databases import LAST_YEAR, Size, build
from qc_desktop.paths import Profile
from qc_desktop.services.companies import browsing
from qc_desktop.services.office import Office, open_office
from qc_desktop.services.reports.keys import companies_of, key_of
from qc_desktop.services.reports.overview import Overview


def visit(known: Overview, office: Office, name: str) -> None:
    """Asks for the numbers once and says how long each step took."""
    spent = []
    job = known.of(office, LAST_YEAR)
    while True:
        began = time.perf_counter()
        try:
            next(job)
        except StopIteration as stop:
            campaign_id = stop.value.campaign_id
            break
        finally:
            spent.append((time.perf_counter() - began) * 1000)
    print(f"  {name}: {sum(spent):.0f} ms in {len(spent)} steps, the longest {max(spent):.0f} ms")
    for key in (key_of("province", "44"), key_of("movement", "joined"), key_of("movement", "left")):
        began = time.perf_counter()
        number = browsing.count(office, companies_of(key, campaign_id))
        browsing.page(office, companies_of(key, campaign_id))
        print(f"    {key} opens a list of {number:,}: {(time.perf_counter() - began) * 1000:.0f} ms")


def main() -> None:
    """Makes the records unless they are there, and visits the overview twice."""
    options = argparse.ArgumentParser()
    options.add_argument("--companies", type=int, default=Size.companies)
    options.add_argument("--years", type=int, default=Size.years)
    options.add_argument("--in", dest="folder", type=Path)
    given, _ = options.parse_known_args()
    with tempfile.TemporaryDirectory() as fresh:
        if given.folder:
            office = open_office(Profile(given.folder))
        else:
            office = build(Path(fresh), Size(given.companies, given.years))
        known = Overview()
        visit(known, office, "first visit")
        visit(known, office, "second visit")
        office.close()


if __name__ == "__main__":
    sys.exit(main())
