"""电子版: four files for each company, as folders, zips or one zip; stopped, taken up, withheld."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from qc_desktop.documents.pagecheck import decode
from qc_desktop.documents.sheets import Sheet, package_name
from qc_desktop.domain.progress import finish
from qc_desktop.services.certificates import packaging, print_lists, register
from qc_desktop.services.certificates.packaging import PackageForm, package
from qc_desktop.services.layouts import versions
from qc_desktop.storage.tables import Certificate
from tests.documents.test_roster import pages_of
from tests.samples import refused
from tests.services.layout_use import use_words
from tests.services.test_withholding import failing

N = "QC-2026-315-{:06}".format
ALL = [N(place) for place in range(1, 5)]


def made(year, target, form=PackageForm.FOLDERS, numbers=ALL):
    return finish(package(year.office, numbers, target, form))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def files_of(number: str) -> list[str]:
    return sorted(
        [
            f"承诺展示公告证明_{number}.jpg",
            f"承诺展示公告证明_{number}.pdf",
            f"查验标签_{number}.png",
            f"使用须知_{number}.pdf",
        ]
    )


def test_a_folder_for_each_company_with_its_four_files(issued, tmp_path):
    done = made(issued, tmp_path / "电子版")
    holders = {number: register.row(issued.office, number).holder for number in ALL}
    assert names(tmp_path / "电子版") == sorted(f"{holders[number]}_{number}" for number in ALL)
    assert [path.name.rpartition("_")[2] for path in done.made] == ALL
    assert all(names(path) == files_of(number) for path, number in zip(done.made, ALL, strict=True))
    assert [row.copy for row in print_lists.print_log(issued.office, N(1))] == [1]
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "profile", tmp_path / "电子版"])


def test_picture_and_label_can_be_read_and_are_small_enough_to_send(issued, tmp_path):
    (folder,) = made(issued, tmp_path / "out", numbers=[N(1)]).made
    with issued.office.store.reading() as session:
        row = session.query(Certificate).filter_by(number=N(1)).one()
        wanted = row.link_prefix + row.payload
    for name in (f"承诺展示公告证明_{N(1)}.jpg", f"查验标签_{N(1)}.png"):
        assert (folder / name).stat().st_size < 2_000_000
        with Image.open(folder / name) as picture:
            assert decode(np.asarray(picture.convert("L"))) == wanted


def test_the_notice_is_made_from_the_layout_in_use(issued, tmp_path):
    use_words(issued.office, "usage_notice", title="示例须知", heading_use="二、示例标题")
    (folder,) = made(issued, tmp_path / "out", numbers=[N(1)]).made
    (page,) = pages_of(folder / f"使用须知_{N(1)}.pdf")
    holder = register.row(issued.office, N(1)).holder
    assert all(words in page for words in ("示例须知", "二、示例标题", N(1), holder))
    assert "二、可以怎样用" not in page


@pytest.mark.parametrize("form", [PackageForm.FOLDERS, PackageForm.ONE_ZIP])
def test_a_notice_that_does_not_hold_one_name_keeps_no_other_company_waiting(issued, tmp_path, monkeypatch, form):
    make = packaging.paper_bytes

    def with_a_long_name(record, layout, *about):
        if record["number"] == N(2):
            record = {**record, "holder": "示例" * 600}
        return make(record, layout, *about)

    monkeypatch.setattr(packaging, "paper_bytes", with_a_long_name)
    target = tmp_path / ("全部.zip" if form is PackageForm.ONE_ZIP else "out")
    done = made(issued, target, form)
    (problem,) = done.withheld
    assert (problem.number, problem.finding.code) == (N(2), "paper.overfull")
    there = names(target) if target.is_dir() else {name.split("/")[0] for name in zipfile.ZipFile(target).namelist()}
    assert {name.rpartition("_")[2] for name in there} == {N(1), N(3), N(4)}
    assert [len(print_lists.print_log(issued.office, number)) for number in ALL] == [1, 0, 1, 1]


def test_a_notice_that_one_page_does_not_hold_is_refused_and_names_the_company(issued, tmp_path, monkeypatch):
    long = {"use": ("示例内容说明文字。" * 20,) * 12}
    with refused("layout.no_room"):
        use_words(issued.office, "usage_notice", phrases=long)
    monkeypatch.setattr(versions, "demand", lambda layout: None)  # taken into use before anybody looked at that
    versions.use(issued.office, versions.row_of(issued.office, "示例版式"))
    with refused("paper.overfull") as told:
        made(issued, tmp_path / "out", numbers=[N(1)])
    assert told.value.params["name"] == register.row(issued.office, N(1)).holder
    assert names(tmp_path / "out") == []


def test_zips_hold_the_same_and_one_zip_holds_all(issued, tmp_path):
    made(issued, tmp_path / "a", PackageForm.ZIPS)
    assert len(names(tmp_path / "a")) == 4
    first = next(path for path in (tmp_path / "a").iterdir() if N(1) in path.name)
    with zipfile.ZipFile(first) as packed:
        assert sorted(packed.namelist()) == files_of(N(1))
        assert packed.testzip() is None
        Image.open(io.BytesIO(packed.read(f"查验标签_{N(1)}.png"))).verify()
    made(issued, tmp_path / "全部.zip", PackageForm.ONE_ZIP)
    with zipfile.ZipFile(tmp_path / "全部.zip") as packed:
        assert len(packed.namelist()) == 16
        assert {name.rpartition("_")[0].partition("/")[0].rpartition("_")[2] for name in packed.namelist()} == set(ALL)


@pytest.mark.parametrize("form", [PackageForm.FOLDERS, PackageForm.ZIPS])
def test_what_was_stopped_is_taken_up_and_nothing_half_is_left(issued, tmp_path, monkeypatch, form):
    monkeypatch.setattr(packaging, "GROUP", 2)
    job = package(issued.office, ALL, tmp_path / "out", form)
    for progress in job:
        if progress.done == 3:
            break
    job.close()
    assert len(names(tmp_path / "out")) == 2
    done = made(issued, tmp_path / "out", form)
    assert (done.skipped, len(done.made)) == (2, 4)
    assert len(names(tmp_path / "out")) == 4
    assert [register.row(issued.office, number).printed for number in ALL] == [1] * 4


def test_a_stopped_zip_leaves_nothing(issued, tmp_path, monkeypatch):
    monkeypatch.setattr(packaging, "GROUP", 2)
    job = package(issued.office, ALL, tmp_path / "全部.zip", PackageForm.ONE_ZIP)
    for progress in job:
        if progress.done == 3:
            break
    job.close()
    assert [path.name for path in tmp_path.iterdir()] == ["profile"]
    assert register.row(issued.office, N(1)).printed == 0


def test_a_page_that_fails_is_withheld_and_the_others_are_there(issued, tmp_path, monkeypatch):
    failing(monkeypatch, [N(2)], 99)
    done = made(issued, tmp_path / "out")
    assert {problem.number for problem in done.withheld} == {N(2)}
    assert len(names(tmp_path / "out")) == 3
    assert register.row(issued.office, N(2)).printed == 0


def test_a_place_that_will_not_do_is_refused(issued, tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "a.zip").mkdir()
    for target, form, code in (
        ("no/such", PackageForm.FOLDERS, "file.folder_missing"),
        ("file", PackageForm.ZIPS, "certificate.package_is_file"),
        ("a.zip", PackageForm.ONE_ZIP, "file.is_folder"),
    ):
        with refused(code):
            made(issued, tmp_path / target, form)


@pytest.mark.parametrize(
    ("holder", "number", "name"),
    [
        ("示例甲", "QC-1", "示例甲_QC-1"),
        ('示例<甲>:"乙"', "2026/1", "示例－甲－－－乙－_2026－1"),
        ("示例. ", "QC_1", "示例_QC_1"),
        ("示" * 90, "QC-2026-315-000001", "示" * 43 + "_QC-2026-315-000001"),
    ],
)
def test_names_are_safe_on_every_system_and_never_alike(holder, number, name):
    made = package_name(Sheet({"holder": holder, "number": number}, "", ""))
    assert made == name
    assert len(made.encode()) <= 150
