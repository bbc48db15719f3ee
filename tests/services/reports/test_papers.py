"""What leaves the office: the briefing, the workbook, pictures, the archive; opened again and read."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image

from benchmarks.databases import LAST_YEAR
from qc_desktop.domain import dates
from qc_desktop.domain.progress import finish
from qc_desktop.exchange.writing import briefing_docx
from qc_desktop.messages import messages
from qc_desktop.services import rosters
from qc_desktop.services.certificates import register
from qc_desktop.services.office import Office
from qc_desktop.services.reports import archive, briefing, charts, pictures, wording, workbook
from qc_desktop.services.reports.overview import Numbers, numbers
from tests.samples import Year, add, refused


def of_year(year: Year) -> Numbers:
    found = finish(numbers(year.office, 2026))
    assert found is not None
    return found


def test_the_briefing_says_what_was_counted(years_office: Office, counted: Numbers, tmp_path: Path) -> None:
    about = briefing.subject(years_office, counted)
    briefing.write(about, tmp_path / "简报.docx")
    document = docx.Document(str(tmp_path / "简报.docx"))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert text[0] == "工作简报"
    assert text[1] == f"示例质量检验协会\t{dates.chinese(years_office.today)}"
    assert text[2] == f"{about.title}情况"
    assert tuple(text[3:6]) == wording.sentences(about)
    assert text[-1] == wording.SCOPE
    figures = document.tables[-1]
    assert [cell.text for cell in figures.rows[-1].cells][:4] == [
        str(LAST_YEAR),
        *(f"{number:,}" for number in (counted.now.took_part, counted.now.announced, counted.now.issued)),
    ]


def test_the_pictures_of_a_briefing_are_sharp(years_office: Office, counted: Numbers, tmp_path: Path) -> None:
    briefing.write(briefing.subject(years_office, counted), tmp_path / "简报.docx")
    document = docx.Document(str(tmp_path / "简报.docx"))
    parts = [part for part in document.part.package.iter_parts() if part.partname.startswith("/word/media/")]
    assert len(parts) == 4
    for part in parts:
        with Image.open(io.BytesIO(part.blob)) as picture:
            assert picture.width / (briefing_docx.PICTURE_MM / 25.4) > 300  # dots an inch
            assert len(picture.convert("RGB").getcolors(1 << 24)) > 3  # not blank


def test_a_briefing_fits_one_page(years_office: Office, counted: Numbers, year: Year) -> None:
    for office, found in ((years_office, counted), (year.office, of_year(year))):
        made = briefing.content(briefing.subject(office, found))
        assert briefing_docx.height_mm(made) <= briefing_docx.room_mm()
        assert len(made.pictures) == 4
    document = docx.Document(io.BytesIO(briefing_docx.to_bytes(made)))
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)


def test_a_long_briefing_gives_years_up(
    years_office: Office, counted: Numbers, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = briefing.content(briefing.subject(years_office, counted))
    monkeypatch.setattr(briefing_docx, "room_mm", lambda: briefing_docx.height_mm(whole) - 1)
    assert len(briefing.content(briefing.subject(years_office, counted)).rows) == len(whole.rows) - 1


def test_the_same_numbers_give_the_same_document(years_office: Office, counted: Numbers) -> None:
    made = briefing.content(briefing.subject(years_office, counted))
    assert briefing_docx.to_bytes(made) == briefing_docx.to_bytes(made)


def test_the_workbook_holds_every_number(counted: Numbers, tmp_path: Path) -> None:
    workbook.write(counted, tmp_path / "统计.xlsx")
    book = openpyxl.load_workbook(tmp_path / "统计.xlsx")
    assert book.sheetnames == ["历年", "阶段", "省份", "行业门类", "行业大类", "会员级别", "审核进度"]
    rows = list(book["历年"].iter_rows(min_row=4, values_only=True))
    assert [row[0] for row in rows] == [str(known.year) for known in counted.years]
    assert rows[-1][1:4] == (counted.now.took_part, counted.now.announced, counted.now.issued)
    assert rows[0][4:] == ("–", "–", "–")
    provinces = {row[0]: row[1] for row in book["省份"].iter_rows(min_row=4, values_only=True)}
    assert provinces == {group.name: group.count for group in counted.provinces}
    for sheet in book.worksheets:
        assert sheet["A2"].value == wording.SCOPE
        assert len(sheet._charts) == 1
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_every_chart_is_a_picture_twice_as_fine_as_a_screen(counted: Numbers, tmp_path: Path) -> None:
    for chart in (*charts.charts(counted, messages("zh_CN")), charts.divisions(counted, "C", messages("zh_CN"))):
        path = pictures.save(counted, chart.id, tmp_path / f"{chart.id.replace(':', '')}.png")
        with Image.open(path) as picture:
            assert picture.width == 1280
            assert picture.info["dpi"] == pytest.approx((192, 192), abs=0.1)


def test_pictures_speak_chinese_whatever_the_window_does(counted: Numbers) -> None:
    for chart in charts.charts(counted, messages("en")):
        again = charts.again(counted, chart.id, messages("zh_CN"))
        assert again.id == chart.id
        assert again.title != chart.title
        assert [mark.value for mark in again.marks] == [mark.value for mark in chart.marks]


def test_what_is_left_out_of_a_short_chart_is_said(counted: Numbers) -> None:
    words = messages("zh_CN")
    whole = charts.provinces(counted, words)
    short = charts.shortened(whole, 5, words)
    rest = whole.marks[5:]
    assert short.marks == whole.marks[:5]
    assert short.title == f"{whole.title}（其余{len(rest)}个共{sum(mark.value for mark in rest)}家）"
    assert charts.shortened(whole, 100, words) == whole


def test_the_archive_holds_the_year_and_its_checksums(year: Year, tmp_path: Path) -> None:
    year.issue()
    rosters.publish(year.office, year.campaign_id)
    packed = finish(archive.pack(year.office, of_year(year), tmp_path / "2026.zip"))
    with zipfile.ZipFile(packed.path) as opened:
        names = set(opened.namelist())
        assert names == set(packed.files)
        assert opened.testzip() is None
        listed = opened.read(archive.CONTENTS).decode("utf-8-sig").splitlines()
        sums = dict(reversed(line.split("  ", 1)) for line in listed)  # type: ignore[arg-type]
        assert set(sums) == names - {archive.CONTENTS}
        for name, digest in sums.items():
            assert hashlib.sha256(opened.read(name)).hexdigest() == digest
        assert "不是备份" in opened.read(archive.ABOUT).decode("utf-8-sig")
        book = openpyxl.load_workbook(io.BytesIO(opened.read("4_登记/2026年证书登记表.xlsx")))
    numbered = [row[0] for row in book.active.iter_rows(min_row=4, values_only=True)]
    assert numbered == register.numbers(year.office, register.CertificateFilter(campaign_id=year.campaign_id))
    for kind in ("工作简报.docx", "统计表.xlsx", "名单.xlsx", "名单.csv", "名单.docx", "名单.pdf", "操作记录.xlsx"):
        assert any(name.endswith(kind) for name in names), kind
    assert "5_查验/keys.json" in names


def test_nobodys_data_is_in_the_archive(year: Year, tmp_path: Path) -> None:
    year.issue()
    add(year.office, "示例丁有限公司", contact_person="示例联系人", contact_phone="13800000000")
    packed = finish(archive.pack(year.office, of_year(year), tmp_path / "2026.zip"))
    with zipfile.ZipFile(packed.path) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            if name.endswith((".xlsx", ".docx")):
                with zipfile.ZipFile(io.BytesIO(content)) as inner:
                    content = b"".join(inner.read(part) for part in inner.namelist())
            for personal in ("示例联系人", "13800000000", "示例签署人"):
                assert personal.encode() not in content, name


def test_a_stopped_archive_leaves_nothing(year: Year, tmp_path: Path) -> None:
    (tmp_path / "old.zip").write_bytes(b"before")
    job = archive.pack(year.office, of_year(year), tmp_path / "old.zip")
    for _ in range(6):
        next(job)
    job.close()
    assert [path.name for path in tmp_path.glob("*.zip*")] == ["old.zip"]
    assert (tmp_path / "old.zip").read_bytes() == b"before"


def test_a_year_without_announcements_is_packed_without_roster(years_office: Office, tmp_path: Path) -> None:
    from dataclasses import replace

    found = finish(numbers(years_office, LAST_YEAR))
    assert found is not None
    packed = finish(archive.pack(years_office, replace(found, stages={}), tmp_path / "a.zip"))
    assert not any("名单" in name for name in packed.files)


def test_nothing_is_reported_of_nothing(office: Office) -> None:
    from qc_desktop.services.campaigns import years

    with refused("report.not_open"):
        briefing.counted(None, 2026)
    years.open_year(office, years.suggestion(office, 2026))
    with refused("report.nobody"):
        briefing.counted(finish(numbers(office, 2026)), 2026)
