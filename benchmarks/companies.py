"""Searching and listing 100,000 companies: our index and pages against LIKE '%…%' and tuples in memory.

``python -m benchmarks.companies [--count N]``. Milliseconds in one process, median of the rounds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

TYPED = ("示", "公司", "重庆", "青禾电器", "cq", "sl", "chongqing", "青禾电器有限", "915000")
SLOW = ("an", "qhdq", "zhongqing", "gongsi", "youxiangongsi", "有限公司", "电器有限公司")
"""Not in the median: words that most names have, a second reading, and what was found within syllables once."""


def timed(work: Callable[[], object], rounds: int = 15) -> float:
    """The median milliseconds of ``work``."""
    spent = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


def _fill(folder: Path, count: int) -> object:
    from qc_desktop.paths import Profile
    from qc_desktop.services import demo
    from qc_desktop.services.companies.editing import fill
    from qc_desktop.services.office import open_office
    from qc_desktop.storage.tables import Company
    from qc_desktop.storage.types import new_id

    office = open_office(Profile(folder / "profile"), "示例员")
    began = time.perf_counter()
    drafts = [draft for draft, _ in demo._companies(count)]
    for start in range(0, count, 10_000):
        with office.writing("import", file="示例", rows=10_000) as work:
            for draft in drafts[start : start + 10_000]:
                company = Company(id=new_id(), name="", name_key="", former_names=[], contacts=[])
                fill(company, draft, overwrite=False)
                work.session.add(company)
    spent = time.perf_counter() - began
    size = office.profile.database.stat().st_size / 1e6
    print(f"  {count:,} companies saved, history and index included: {spent:.0f} s, {size:.0f} MB")
    return office


def _search(office: object) -> None:
    from sqlalchemy import text

    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter

    print(f"  {'typed':14} {'found':>8} {'count ms':>9} {'first page ms':>14} {'LIKE ms':>8} {'ratio':>6}")
    like = text("SELECT count(*) FROM company_search WHERE text LIKE :typed")
    ratios = []
    for typed in TYPED + SLOW:
        wanted = CompanyFilter(text=typed)
        found = browsing.count(office, wanted)
        counted = timed(lambda wanted=wanted: browsing.count(office, wanted))
        paged = timed(lambda wanted=wanted: browsing.page(office, wanted))
        with office.store.reading() as session:
            plain = timed(lambda typed=typed: session.execute(like, {"typed": f"%{typed}%"}).scalar_one())
        print(f"  {typed:14} {found:8,} {counted:9.2f} {paged:14.2f} {plain:8.2f} {plain / counted:6.1f}")
        ratios.append(plain / counted)
    print(f"  median ratio of the first {len(TYPED)}: {statistics.median(ratios[: len(TYPED)]):.1f}")


def _filtered(office: object) -> None:
    """Searching within a province, and within a stage of a campaign that one company in twenty takes part in."""
    from qc_desktop.services.campaigns import stages, years
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter

    campaign = years.open_year(office, years.suggestion(office, 2026)).id
    stages.take_in(office, campaign, browsing.ids(office, CompanyFilter())[::20])
    for within in ({"province_codes": ("50",)}, {"campaign_id": campaign, "stages": ("draft",)}):
        sums = {}
        for typed in TYPED + SLOW:
            wanted = CompanyFilter(text=typed, **within)
            sums[typed] = timed(
                lambda wanted=wanted: (browsing.count(office, wanted), browsing.page(office, wanted)), 5
            )
        slowest = max(sums, key=sums.get)
        print(f"  within {', '.join(within)}: count and first page {statistics.median(sums.values()):.1f} ms", end=", ")
        print(f"at most {sums[slowest]:.1f} ({slowest})")


def _list(office: object) -> None:
    from sqlalchemy import text

    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter

    columns = "name, uscc, member_no, member_tier, province, city, industry_code, industry_name, hotline, website, id"
    query = text(f"SELECT {columns} FROM member_company ORDER BY sort_key, id")

    def tuples() -> list[tuple[object, ...]]:
        with office.store.reading() as session:
            return [tuple(row) for row in session.execute(query)]

    ours = timed(lambda: (browsing.count(office, CompanyFilter()), browsing.page(office, CompanyFilter())), 5)
    last = timed(
        lambda: browsing.page(office, CompanyFilter(), offset=browsing.count(office, CompanyFilter()) - 128), 5
    )
    theirs = timed(tuples, 3)
    print(f"  first page {ours:.1f} ms, last page {last:.1f} ms", end=", ")
    print(f"tuples in memory {theirs:.0f} ms: {theirs / ours:.0f} times")
    tracemalloc.start()
    rows = tuples()
    print(f"  tuples take {tracemalloc.get_traced_memory()[0] / 1e6:.0f} MB for {len(rows):,} rows", end=", ")
    del rows
    tracemalloc.stop()
    tracemalloc.start()
    pages = [browsing.page(office, CompanyFilter(), offset) for offset in range(0, 64 * 128, 128)]
    print(f"64 pages {tracemalloc.get_traced_memory()[0] / 1e6:.1f} MB ({len(pages)} pages kept)")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=100_000)
    given, _ = options.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        office = _fill(Path(folder), given.count)
        _search(office)
        _list(office)
        _filtered(office)
        office.close()


if __name__ == "__main__":
    sys.exit(main())
