"""Scans: taken only when sound, kept under their SHA-256, removed with undo, and lost ones said in words."""

from __future__ import annotations

import hashlib

import pytest

from qc_desktop.documents.outside.scan_pages import MOST_SHOWN, render
from qc_desktop.documents.outside.scans import ScanCheck
from qc_desktop.domain.progress import finish
from qc_desktop.domain.scans import MediaType
from qc_desktop.services import history, scans
from qc_desktop.services.scans import Paper
from tests.papers import jpeg, pdf, png
from tests.samples import Year, refused


def attach(year: Year, *papers: Paper, place: int = 0) -> scans.Added:
    return finish(scans.add(year.office, year.companies()[place].id, papers, year.campaign_id))


def test_files_are_kept_under_their_hash_and_listed(year: Year, tmp_path):
    path = tmp_path / "承诺书.pdf"
    path.write_bytes(pdf(2))
    done = attach(year, scans.paper(path), Paper("照片.jpg", content=jpeg()), Paper("扫描.png", content=png()))
    assert (len(done.rows), done.already, done.refused) == (3, (), ())
    company = year.companies()[0]
    rows = scans.of_participation(year.office, company.participation_id)
    assert [row.file_name for row in rows] == ["承诺书.pdf", "照片.jpg", "扫描.png"]
    assert {row.year for row in rows} == {2026}
    digest = hashlib.sha256(pdf(2)).hexdigest()
    assert (year.office.profile.scans / digest).read_bytes() == pdf(2) == scans.content(year.office, rows[0])
    again = attach(year, scans.paper(path))
    assert (again.rows, again.already) == ((), ("承诺书.pdf",))


def test_removing_and_adding_are_taken_back(year: Year):
    done = attach(year, Paper("照片.jpg", content=jpeg()))
    company = year.companies()[0].id
    assert scans.remove(year.office, [done.rows[0].id]) == 1
    assert scans.of_company(year.office, company) == []
    history.undo(year.office)
    (row,) = scans.of_company(year.office, company)
    assert scans.content(year.office, row) == jpeg()
    history.undo(year.office)
    assert scans.of_company(year.office, company) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "scan.kind"),
        (b"GIF89a and so on", "scan.kind"),
        (b"%PDF-1.7 and nothing else", "scan.not_readable"),
        (jpeg()[:300], "scan.not_readable"),
        (png()[:-40], "scan.not_readable"),
    ],
)
def test_what_is_not_sound_is_refused_and_leaves_nothing(year: Year, content: bytes, code: str):
    done = attach(year, Paper("坏.pdf", content=content), Paper("好.png", content=png()))
    ((name, problem),) = done.refused
    assert (name, problem.code) == ("坏.pdf", code)
    assert [row.file_name for row in done.rows] == ["好.png"]
    assert [path.name for path in year.office.profile.scans.iterdir()] == [done.rows[0].sha256]


def test_too_large_and_missing_files_are_refused_in_words(year: Year, tmp_path, monkeypatch):
    monkeypatch.setattr(scans, "SIZE_LIMIT", 1000)
    done = attach(year, Paper("大.jpg", content=jpeg()), scans.paper(tmp_path / "没有.pdf"))
    assert [problem.code for _, problem in done.refused] == ["scan.too_large", "scan.no_file"]


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_looked_at(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(png())
    with ScanCheck(seconds=0.0) as check, refused("scan.too_slow"):
        check.pages(path, MediaType.PNG, "a.png")
    with ScanCheck() as check:
        assert check.pages(path, MediaType.PNG, "a.png") == 1
        path.write_bytes(pdf(3))
        assert check.pages(path, MediaType.PDF, "a.pdf") == 3


def test_a_lost_and_a_changed_file_are_said_and_adding_it_again_mends_it(year: Year):
    (row,) = attach(year, Paper("照片.jpg", content=jpeg())).rows
    path = year.office.profile.scans / row.sha256
    path.write_bytes(b"something else")
    with refused("scan.changed"):
        scans.content(year.office, row)
    path.unlink()
    with refused("scan.lost"):
        scans.content(year.office, row)
    attach(year, Paper("照片.jpg", content=jpeg()))
    assert scans.content(year.office, row) == jpeg()


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_page_is_as_wide_as_asked_and_turned(turn: int):
    for content, kind in ((pdf(1), MediaType.PDF), (jpeg(), MediaType.JPEG), (png(), MediaType.PNG)):
        shown = render(content, kind, 0, 420, turn)
        assert abs(shown.width - 420) <= 1
        assert len(shown.rgb) == shown.width * shown.height * 3
        assert (shown.height > shown.width) == (turn % 2 == 0)


def test_turning_goes_clockwise():
    upright, turned = render(png(), MediaType.PNG, 0, 300), render(png(), MediaType.PNG, 0, 300, 1)

    def dark(picture, x: float, y: float) -> bool:
        place = (round(y * (picture.height - 1)) * picture.width + round(x * (picture.width - 1))) * 3
        return picture.rgb[place] < 100

    assert dark(upright, 0.05, 0.05)
    assert not dark(upright, 0.95, 0.05)
    assert dark(turned, 0.95, 0.05)
    assert not dark(turned, 0.05, 0.05)


def test_no_wish_makes_more_pixels_than_the_limit():
    shown = render(pdf(1), MediaType.PDF, 0, 100_000)
    assert shown.width * shown.height <= MOST_SHOWN * 1.01
    with refused("scan.damaged"):
        render(pdf(1), MediaType.PDF, 5, 300)
