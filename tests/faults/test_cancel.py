"""A cancel at every step of a job: no half file, numbers and print log agree with what lies there, resuming ends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest

from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.progress import Job, finish
from qc_desktop.services.certificates import issuing, numbering, packaging, print_noting, printing, register
from qc_desktop.services.certificates.packaging import PackageForm
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.labels import batches, ledger
from qc_desktop.services.labels import issuing as label_issuing
from qc_desktop.services.labels import printing as label_printing
from qc_desktop.services.labels.batches import BatchFilter
from qc_desktop.storage.tables import PrintLog
from tests.faults.labels import LABEL_SHEETS, LABELS, an_agreement

MOST_STEPS = 400
CERTIFICATES = 3


@pytest.fixture(autouse=True)
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuing, "EVERY", 1)
    monkeypatch.setattr(numbering, "EVERY", 1)
    monkeypatch.setattr(printing, "FOLDER_CHUNK", 2)
    monkeypatch.setattr(packaging, "GROUP", 2)
    monkeypatch.setattr(packaging, "DPI", 40)  # pictures take long, and are not looked at here


def cancelled(job: Job[object], steps: int) -> bool:
    """Runs ``job`` for so many steps and cancels it; False where it ended before."""
    for _ in range(steps):
        try:
            next(job)
        except StopIteration:
            return False
    job.close()
    return True


def at_every_step(job: Callable[[int], Job[object]], look: Callable[[int], None]) -> int:
    """Cancels ``job`` after one step, after two, and so on until it ends; ``look`` judges what each left."""
    for steps in range(1, MOST_STEPS):
        if not cancelled(job(steps), steps):
            return steps - 1
        look(steps)
    raise AssertionError("the job does not end")


def logged(office) -> int:
    with office.store.reading() as session:
        return session.query(PrintLog).count()


def left(folder: Path) -> list[Path]:
    """The files below ``folder``; every PDF among them can be opened."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    assert not [path for path in folder.rglob("*") if path.name.endswith(".part")]
    for path in found:
        if path.suffix == ".pdf":
            pypdfium2.PdfDocument(path).close()
    return found


def test_issuing(year) -> None:
    chosen = year.participations()[:CERTIFICATES]

    def job(_: int) -> Job[object]:
        return issuing.issue(year.office, year.campaign_id, year.keys, chosen)

    def nothing(_: int) -> None:
        assert register.count(year.office, CertificateFilter()) == 0

    assert at_every_step(job, nothing) == 2 * CERTIFICATES
    numbers = [row.number for row in register.page(year.office, CertificateFilter())]
    assert [int(number[-6:]) for number in numbers] == list(range(1, CERTIFICATES + 1))


@pytest.fixture
def printed(year, tmp_path):
    """The office, its numbers, and the folder that holds a folder for every cancelled run."""
    year.issue(year.participations()[:CERTIFICATES])
    (tmp_path / "out").mkdir()
    return year.office, printing.live_numbers(year.office, year.campaign_id), tmp_path / "out"


def test_one_file(printed) -> None:
    office, numbers, out = printed

    def nothing(_: int) -> None:
        assert (left(out), logged(office)) == ([], 0)

    steps = at_every_step(lambda _: printing.print_one_file(office, numbers, out / "全部.pdf"), nothing)
    assert steps == 2 * CERTIFICATES
    assert (len(left(out)), logged(office)) == (1, CERTIFICATES)


def test_a_folder(printed) -> None:
    cancelled_groups(printed, printing.print_folder, files=1)


def test_packages_in_folders(printed) -> None:
    cancelled_groups(printed, in_form(PackageForm.FOLDERS), files=4)


def test_packages_as_zips(printed) -> None:
    cancelled_groups(printed, in_form(PackageForm.ZIPS), files=1)


def test_packages_in_one_zip(printed) -> None:
    office, numbers, out = printed

    def nothing(_: int) -> None:
        assert (left(out), logged(office)) == ([], 0)

    at_every_step(lambda _: packaging.package(office, numbers, out / "全部.zip", PackageForm.ONE_ZIP), nothing)
    assert (len(left(out)), logged(office)) == (1, CERTIFICATES)


def in_form(form: PackageForm) -> Callable[..., Job[object]]:
    return lambda office, numbers, folder: packaging.package(office, numbers, folder, form)


def cancelled_groups(printed, job: Callable[..., Job[object]], files: int) -> None:
    """What lies there after each cancel was logged, nothing else was, and the next run makes what is missing."""
    office, numbers, out = printed
    before = logged(office)

    def look(steps: int) -> None:
        nonlocal before
        folder = out / str(steps)
        there = left(folder) if folder.exists() else []
        assert len(there) == files * (logged(office) - before)
        finish(job(office, numbers, folder))
        assert len(left(folder)) == files * CERTIFICATES
        assert logged(office) - before == CERTIFICATES
        assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []
        before += CERTIFICATES

    assert at_every_step(lambda steps: job(office, numbers, out / str(steps)), look) >= CERTIFICATES


def test_issuing_labels(year) -> None:
    agreement = an_agreement(year.office)

    def nothing(_: int) -> None:
        assert batches.count(year.office, BatchFilter()) == 0

    assert at_every_step(lambda _: label_issuing.issue(year.office, agreement, LABELS, year.keys), nothing)
    assert [row.number for row in batches.page(year.office, BatchFilter())] == [1]


def test_printing_labels(year, tmp_path) -> None:
    agreement = an_agreement(year.office)

    def job(steps: int) -> Job[object]:
        finish(label_issuing.issue(year.office, agreement, LABELS, year.keys))
        return label_printing.print_labels(
            year.office, str(steps), LABEL_SHEETS, tmp_path / f"标识{steps}", year.signer
        )

    def look(steps: int) -> None:
        folder = tmp_path / f"标识{steps}"
        whole = {path: path.read_bytes() for path in left(folder)}
        finish(label_printing.print_labels(year.office, str(steps), LABEL_SHEETS, folder, year.signer))
        assert all(path.read_bytes() == content for path, content in whole.items())
        assert noted(year.office, str(steps)) == LABELS.count

    assert at_every_step(job, look) >= 3


def noted(office, batch: str) -> int:
    """How many labels of ``batch`` the ledger says are printed."""
    return sum(row.count for row in ledger.lines(office, batch) if row.kind is LabelEventKind.PRINTED)


@contextmanager
def in_place(path: Path) -> Iterator[Path]:
    """The broken control: a file under its own name while it is made."""
    yield path


def test_a_file_under_its_name_while_it_is_made_is_caught(printed, monkeypatch) -> None:
    office, numbers, out = printed
    monkeypatch.setattr(printing, "workplace", in_place)
    with pytest.raises((AssertionError, pypdfium2.PdfiumError)):
        at_every_step(lambda _: printing.print_one_file(office, numbers, out / "全部.pdf"), lambda _: left_nothing(out))


def left_nothing(folder: Path) -> None:
    assert left(folder) == []


def test_a_log_before_the_work_is_caught(printed) -> None:
    office, numbers, _ = printed
    stock = printing.stock_of(office, numbers)

    def logs_first(*order) -> Job[object]:
        print_noting.log(office, stock, stock.sheets, checked=False)
        return printing.print_folder(*order)

    with pytest.raises(AssertionError):
        cancelled_groups(printed, logs_first, files=1)
