"""Issued first, printed second: resumed after a stop, withheld where a page is not right."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from sqlalchemy.exc import OperationalError

from qc_desktop.domain.progress import finish
from qc_desktop.files import DiskFault
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.services.certificates import print_lists, print_noting, printing, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import details
from qc_desktop.storage.tables import Event
from tests.samples import refused

N = "QC-2026-315-{:06}".format


def one_file(year, path, numbers=None, **more):
    return finish(printing.print_one_file(year.office, numbers or year_numbers(year), path, **more))


def folder(year, path, numbers=None, **more):
    return finish(printing.print_folder(year.office, numbers or year_numbers(year), path, **more))


def year_numbers(year):
    return printing.live_numbers(year.office, year.campaign_id)


def copies(year):
    return [row.printed for row in register.page(year.office, CertificateFilter())]


def test_one_file_has_every_certificate_once_in_order_and_is_logged(issued, tmp_path):
    printed = one_file(issued, tmp_path / "证书.pdf")
    with pypdfium2.PdfDocument(printed.path) as document:
        texts = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    assert [N(place) in text for place, text in enumerate(texts, 1)] == [True] * 4
    assert (printed.numbers, printed.withheld) == (tuple(map(N, range(1, 5))), ())
    assert copies(issued) == [1, 1, 1, 1]
    assert [path.name for path in tmp_path.iterdir() if path.name != "profile"] == ["证书.pdf"]


def test_the_same_input_gives_the_same_bytes(issued, tmp_path):
    first, second = (one_file(issued, tmp_path / name).path.read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first == second


def test_a_certificate_looks_the_same_after_its_company_changed(issued, tmp_path):
    from qc_desktop.domain.companies import CompanyDraft
    from qc_desktop.services.companies import editing

    before = one_file(issued, tmp_path / "a.pdf", [N(1)]).path.read_bytes()
    row = register.page(issued.office, CertificateFilter())[0]
    known = details.detail(issued.office, row.company_id)
    editing.save(issued.office, CompanyDraft("示例改名有限公司", row.uscc), known.id, known.row_version)
    assert one_file(issued, tmp_path / "b.pdf", [N(1)]).path.read_bytes() == before


def test_a_stopped_folder_is_taken_up_where_it_stopped(issued, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "FOLDER_CHUNK", 2)
    job = printing.print_folder(issued.office, year_numbers(issued), tmp_path / "证书")
    for progress in job:
        if progress.done == 3:
            break
    job.close()
    assert len(list((tmp_path / "证书").iterdir())) == 2
    printed = folder(issued, tmp_path / "证书")
    assert (printed.skipped, printed.numbers) == (2, (N(3), N(4)))
    assert copies(issued) == [1, 1, 1, 1]
    assert {path.name for path in tmp_path.iterdir()} == {"profile", "证书"}


def test_files_that_a_crash_kept_from_the_log_are_noted_when_it_is_taken_up(issued, tmp_path, monkeypatch):
    def crash(_office: object, _stock: object, sheets: list[object], **_: object) -> None:
        if sheets:
            raise KeyboardInterrupt

    monkeypatch.setattr(printing, "FOLDER_CHUNK", 2)
    monkeypatch.setattr(printing, "log", crash)
    with pytest.raises(KeyboardInterrupt):
        folder(issued, tmp_path / "证书")
    monkeypatch.undo()
    assert (len(list((tmp_path / "证书").iterdir())), copies(issued)) == (2, [0] * 4)
    taken_up = folder(issued, tmp_path / "证书")
    assert (len(taken_up.numbers), taken_up.skipped, copies(issued)) == (2, 2, [1] * 4)
    folder(issued, tmp_path / "证书")
    assert copies(issued) == [1] * 4


def test_what_was_made_before_is_noted_with_its_reason(issued, tmp_path):
    one_file(issued, tmp_path / "a.pdf", [N(1)])
    one_file(issued, tmp_path / "b.pdf", [N(1), N(2)], reason="示例：企业遗失")
    with issued.office.store.reading() as session:
        first, second = session.query(Event).filter_by(kind="certificate_rendered").order_by(Event.seq)
    assert "copies" not in first.data
    assert (second.data["copies"], second.data["reasons"]) == ({N(1): 2}, ["示例：企业遗失"])
    told = {number: print_lists.print_log(issued.office, number)[0] for number in (N(1), N(2))}
    assert [(row.copy, row.reason) for row in told.values()] == [(2, "示例：企业遗失"), (1, "")]


def test_single_files_carry_their_record(issued, tmp_path):
    folder(issued, tmp_path / "a" / "b", [N(2)])
    (path,) = (tmp_path / "a" / "b").iterdir()
    with pikepdf.open(path) as opened:
        attached = opened.attachments["record.json"].get_file().read_bytes()
    with issued.office.store.reading() as session:
        assert session.query(printing.Certificate).filter_by(number=N(2)).one().record.encode() == attached


@pytest.mark.parametrize("make", [printing.print_folder, printing.print_one_file])
def test_two_runs_never_write_into_one_place(issued, tmp_path, make):
    path = tmp_path / "证书.pdf"
    job = make(issued.office, [N(1)], path)
    next(job)
    with refused("file.being_written"):
        finish(make(issued.office, [N(1)], path))
    assert finish(job).numbers == (N(1),)


def test_cancelling_leaves_no_file_and_no_log(issued, tmp_path):
    job = printing.print_one_file(issued.office, year_numbers(issued), tmp_path / "a.pdf")
    next(job)
    job.close()
    assert [path.name for path in tmp_path.iterdir()] == ["profile"]
    assert copies(issued) == [0] * 4


def test_what_is_not_live_or_not_there_is_not_printed(issued, tmp_path):
    register.end(issued.office, N(1), register.CertificateState.VOID, "示例")
    with refused("certificate.ended") as caught:
        one_file(issued, tmp_path / "a.pdf", [N(1)])
    assert "已作废" in messages("zh_CN").of(caught.value)
    with refused("certificate.unknown"):
        one_file(issued, tmp_path / "a.pdf", [N(99)])
    with refused("certificate.nothing_selected"):
        finish(printing.print_one_file(issued.office, [], tmp_path / "a.pdf"))


@pytest.mark.parametrize(
    ("name", "code"),
    [("no/such/a.pdf", "file.folder_missing"), ("folder.pdf", "file.is_folder"), ("file", "certificate.out_is_file")],
)
def test_a_place_that_will_not_do_is_refused_before_the_work(issued, tmp_path, name, code):
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "file").touch()
    with refused(code):
        (one_file if name.endswith(".pdf") else folder)(issued, tmp_path / name)


def test_what_a_crash_left_is_swept_away(issued, tmp_path):
    left = tmp_path / ".证书.part"
    left.mkdir()
    (left / "half.pdf").touch()
    folder(issued, tmp_path / "证书", [N(1)])
    assert [path.name[:18] for path in (tmp_path / "证书").iterdir()] == [N(1)]
    assert not left.exists()


@pytest.mark.parametrize("make", [one_file, folder])
def test_what_the_full_disk_does_not_let_be_noted_is_taken_away(issued, tmp_path, monkeypatch, make):
    place = tmp_path / ("a.pdf" if make is one_file else "a")
    if make is folder:
        folder(issued, place, [N(1)])

    def full():
        raise OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(print_noting, "new_id", full)
    with refused("certificate.not_noted") as caught:
        make(issued, place)
    assert caught.value.params == {"count": 1 if make is one_file else 3, "reason": DiskFault.FULL}
    assert [path.name[:18] for path in tmp_path.glob("a/*")] == ([] if make is one_file else [N(1)])
    monkeypatch.undo()
    assert len(make(issued, place).numbers) == (4 if make is one_file else 3)
    assert copies(issued) == [1, 1, 1, 1]


def test_colours_come_from_the_settings(issued, tmp_path: Path):
    plain = one_file(issued, tmp_path / "a.pdf", [N(1)]).path.read_bytes()
    preferences.change(issued.office, {"certificate_scheme": "red"})
    assert one_file(issued, tmp_path / "b.pdf", [N(1)]).path.read_bytes() != plain


def test_taking_a_folder_up_again_mends_what_does_not_hold(issued, tmp_path):
    place = tmp_path / "out"
    folder(issued, place)
    first, second, third, *_ = sorted(place.iterdir())
    whole = {file.name: file.read_bytes() for file in place.iterdir()}
    first.write_bytes(b"")
    second.write_bytes(third.read_bytes())
    third.unlink()
    again = folder(issued, place)
    assert again.numbers == (N(1), N(2), N(3))
    assert again.skipped == len(whole) - 3
    assert {file.name: file.read_bytes() for file in place.iterdir()} == whole
