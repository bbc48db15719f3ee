"""What is asked at the desk, in how many ways, and how long each takes."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import func, or_, select

from benchmarks import waiting
from benchmarks.databases import LAST_YEAR, Size, build
from benchmarks.desk.pictures import pictures
from qc_desktop.domain.progress import finish
from qc_desktop.domain.search import normalise_query, spoken_lines
from qc_desktop.domain.verification import Verdict
from qc_desktop.services import demo, vault, verification
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import issuing, printing
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate

Ask = Callable[[], Verdict]


def _signed(office: Office) -> Certificate:
    """A certificate that is really signed, among those that are only numbered."""
    waiting.prepare(office)
    vault.set_up(office, demo.PASSPHRASE)
    campaign = next(row for row in years.campaigns(office) if row.values.campaign_year == LAST_YEAR)
    finish(issuing.issue(office, campaign.id, vault.unlock(office, demo.PASSPHRASE)))
    with office.store.reading() as session:
        return session.scalars(select(Certificate).order_by(Certificate.serial.desc())).first()


def _like(office: Office, typed: str) -> Verdict:
    wanted = or_(Certificate.number.like(f"%{typed}%"), Certificate.holder.like(f"%{typed}%"))
    with office.store.reading() as session:
        found = session.scalars(select(Certificate).where(wanted).order_by(Certificate.serial.desc()).limit(20)).all()
    return Verdict.VALID if found else Verdict.UNKNOWN


def _verdict(office: Office, typed: str) -> Verdict:
    return verification.verify(office, typed)[0].verdict


def _ways(office: Office, known: Certificate, folder: Path) -> dict[str, Ask]:
    """What is asked, by what it is called."""
    pdf, link = folder / "certificate.pdf", known.link_prefix + known.payload
    finish(printing.print_one_file(office, [known.number], pdf))
    spoken, first = spoken_lines(normalise_query(known.holder))
    texts = {
        "last six digits": known.number[-6:],
        "number": known.number,
        "name": known.holder,
        "part of the name": known.holder[2:6],
        "pinyin": spoken[:12],
        "initials": first,
        "scan": link,
        "scan, full-width signs": link.replace(":", "：").replace("/", "／"),
        "another's link": link.replace("verify", "verifu"),
        "nobody": "示例从来没有的公司",
    }
    ways: dict[str, Ask] = {name: partial(_verdict, office, text) for name, text in texts.items()}
    ways["peer: LIKE, six digits"] = partial(_like, office, known.number[-6:])
    ways["peer: LIKE, part of the name"] = partial(_like, office, known.holder[2:6])
    ways["PDF"] = partial(_verdict, office, str(pdf))
    files = {name: str(path) for name, path in pictures(pdf, folder)}
    return ways | {f"picture: {name}": partial(_verdict, office, path) for name, path in files.items()}


def _measure(ways: dict[str, Ask], rounds: int) -> None:
    spent: dict[str, list[float]] = {name: [] for name in ways}
    verdicts: dict[str, Verdict] = {}
    for _ in range(rounds):
        for name, ask in ways.items():
            began = time.perf_counter()
            verdicts[name] = ask()
            spent[name].append(1000 * (time.perf_counter() - began))
    print(f"  {'':34} {'median ms':>10} {'min':>8} {'max':>8}  verdict")
    for name, each in spent.items():
        figures = f"{statistics.median(each):10.1f} {min(each):8.1f} {max(each):8.1f}"
        print(f"  {name:34} {figures}  {verdicts[name].value}")


def run(companies: int, rounds: int) -> None:
    """Makes the records, asks, and prints a table."""
    with tempfile.TemporaryDirectory() as folder:
        office = build(Path(folder) / "profile", Size(companies, 2, certificate_years=2))
        known = _signed(office)
        with office.store.reading() as session:
            count = session.scalar(select(func.count()).select_from(Certificate))
        print(f"{count:,} certificates, {rounds} rounds")
        _measure(_ways(office, known, Path(folder)), rounds)
        office.close()
