"""Labels under a kill -9, two programs at once and a full disk: all or nothing, and the next run goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pypdfium2
import pytest

from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.progress import finish
from qc_desktop.services import demo, vault
from qc_desktop.services.labels import agreements, batches, issuing, printing
from qc_desktop.services.labels.agreements import AgreementFilter
from qc_desktop.services.labels.batches import BatchFilter
from tests.faults.labels import LABEL_SHEETS, LABELS, an_agreement
from tests.faults.test_full_disk import SAID, _fill, narrow, no_parts, run
from tests.faults.test_kill import assert_sound, kill_at

__all__ = ["narrow"]
START = "from qc_desktop.cli import main; main()"


@pytest.mark.parametrize(("point", "count"), [("label_issue 1", 0), ("label_issue 2", 0), ("issued", 1)])
def test_a_batch_is_numbered_whole_or_not_at_all(year, tmp_path, opened, point, count):
    an_agreement(year.office)
    year.office.close()
    kill_at(point, "issue_labels", year.office.profile.root, tmp_path)
    office = opened(year.office.profile.root)
    assert_sound(office)
    assert batches.count(office, BatchFilter()) == count
    opened = vault.unlock(office, demo.PASSPHRASE)
    again = finish(issuing.issue(office, an_agreement(office), LABELS, opened))
    assert again.number == count + 1


def printed(year, tmp_path, opened, point, action="print_labels"):
    """Kills a print run at ``point``, looks at the folder, and goes on. The office and what lay there."""
    finish(issuing.issue(year.office, an_agreement(year.office), LABELS, year.keys))
    year.office.close()
    folder = tmp_path / "out"
    kill_at(point, action, year.office.profile.root, folder)
    office = opened(year.office.profile.root)
    assert_sound(office)
    left = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    finish(printing.print_labels(office, "1", LABEL_SHEETS, folder, year.signer))
    return office, folder, left


@pytest.mark.parametrize(
    ("point", "files"),
    [("label_render 40", 0), ("label_check 40", 0), ("note", 1), ("label_render 80", 1), ("label_check 100", 2)],
)
def test_a_print_run_that_was_killed_is_taken_up(year, tmp_path, opened, point, files):
    office, folder, left = printed(year, tmp_path, opened, point)
    assert len(left) == files
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(after) == 3
    assert left.items() <= after.items(), "what lay there whole was made again"
    assert no_parts(folder)
    for content in after.values():
        pypdfium2.PdfDocument(content).close()
    assert batches.row(office, "1").balance.of(LabelEventKind.PRINTED) == 100


def test_files_written_in_place_are_caught(year, tmp_path, opened):
    _, _, left = printed(year, tmp_path, opened, "label_render 80", "print_labels_in_place")
    assert any(not content.endswith(b"%%EOF\n") for content in left.values())


def test_two_programs_number_apart_and_stay_within_the_agreement(year):
    an_agreement(year.office)
    company = agreements.page(year.office, AgreementFilter())[0].company
    year.office.close()
    line = ["label", "batch", "--company", company, "--product", LABELS.product, "--lot", "L", "--count", "400"]
    command = [sys.executable, "-c", START, "--json", "--profile", str(year.office.profile.root), *line]
    environment = {**os.environ, "QC_PASSPHRASE": demo.PASSPHRASE}
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(3)]
    said = [process.communicate(timeout=120)[0].decode() for process in both]
    assert sorted(process.returncode for process in both) == [0, 0, 1]
    assert sum("label.beyond_quantity" in each for each in said) == 1
    assert sum('"number": 1,' in each for each in said) == 1
    assert sum('"number": 2,' in each for each in said) == 1


def test_labels_that_do_not_fit_leave_no_half_file(narrow, year):
    folder, limit = narrow
    finish(issuing.issue(year.office, an_agreement(year.office), LABELS, year.keys))
    year.office.close()
    profile = shutil.copytree(year.office.profile.root, folder / "profile")
    _fill(folder, 24_576)
    out = folder / "标识"
    line = ["label", "print", "1", "--preset", "A4-40", "--out", out]
    status, told = run(profile, 9_000 if limit else 0, *line)
    assert (status, any(word in told for word in SAID)) == (1, True), told
    assert not list(out.glob("*.pdf"))
    assert no_parts(folder)
    (folder / "filler").unlink(missing_ok=True)
    status, told = run(profile, 0, *line)
    assert status == 0, told
