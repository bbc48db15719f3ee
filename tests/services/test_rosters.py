from __future__ import annotations

import csv

import docx
import openpyxl
import pypdfium2
import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import history, rosters
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.certificates import register
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.samples import refused
from tests.services.test_preflight import announced


def read(path):
    """All the text in ``path``, by its format."""
    if path.suffix == ".xlsx":
        return "\n".join(str(cell) for row in openpyxl.load_workbook(path).active.values for cell in row if cell)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return "\n".join(cell for row in csv.reader(stream) for cell in row)
    if path.suffix == ".docx":
        document = docx.Document(path)
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_format_that_the_name_contradicts_is_refused(year, tmp_path):
    with refused("roster.format_differs"):
        finish(rosters.export(year.office, year.campaign_id, "csv", tmp_path / "示例名单.xlsx"))
    assert not list(tmp_path.glob("示例名单*"))


@pytest.mark.parametrize("form", rosters.formats())
def test_every_format_says_the_same(year, tmp_path, form):
    numbers = year.issue().numbers
    rosters.publish(year.office, year.campaign_id)
    path = tmp_path / f"示例名单.{form}"
    shown = finish(rosters.export(year.office, year.campaign_id, form, path))
    text = "".join(read(path).split())
    for row in shown.rows:
        for cell in row:
            assert "".join(cell.split()) in text
    assert "排名不分先后" in text
    if form != "csv":  # a table for other programs has no title
        assert "公告2026年第12号" in text
    assert set(numbers) == {row[-1] for row in shown.rows}
    assert "示例联系人" not in text
    assert "13800000000" not in text
    assert "示例签署人" not in text


@pytest.mark.parametrize("form", rosters.formats())
def test_progress_is_the_roster_s(year, tmp_path, form):
    steps = list(rosters.export(year.office, year.campaign_id, form, tmp_path / "示例"))
    assert {step.step for step in steps} == {"roster"}
    assert all(step.total > 0 for step in steps)


def test_the_order_is_that_of_the_divisions_then_pinyin_and_unknown_places_last(year):
    announced(year, "示例阿无处有限公司", "")
    shown = rosters.view(year.office, year.campaign_id)
    provinces = [row[2] for row in shown.rows]
    codes = [browsing.page(year.office, CompanyFilter(text=row[1]))[0] for row in shown.rows[:-1]]
    assert provinces[-1] == ""
    assert shown.rows[-1][1] == "示例阿无处有限公司"
    known = [details.detail(year.office, row.id).values["province_code"] for row in codes]
    assert known == sorted(known)
    assert [row[0] for row in shown.rows] == [str(place) for place in range(1, 14)]


def test_a_published_roster_is_frozen_but_for_certificate_numbers(year):
    rosters.publish(year.office, year.campaign_id)
    before = rosters.view(year.office, year.campaign_id)
    row = year.companies()[0]
    known = details.detail(year.office, row.id)
    editing.save(year.office, CompanyDraft("示例改名有限公司", row.uscc), known.id, known.row_version)
    stages.move(year.office, [year.companies()[1].participation_id], Stage.WITHDRAWN, "示例")
    announced(year, "示例新来有限公司")
    after = rosters.view(year.office, year.campaign_id)
    assert (after.version, after.rows) == (1, before.rows)
    changed = rosters.differences(year.office, year.campaign_id)
    assert changed["added"] == ["示例新来有限公司"]
    assert changed["changed"] == ["示例改名有限公司"]
    assert len(changed["removed"]) == 1
    again = rosters.publish(year.office, year.campaign_id)
    assert (again.version, again.rows) == (2, 12)
    assert rosters.differences(year.office, year.campaign_id) == {"added": [], "removed": [], "changed": []}


def test_an_ended_certificate_is_not_on_it(year):
    number = year.issue().numbers[0]
    rosters.publish(year.office, year.campaign_id)
    register.end(year.office, number, register.CertificateState.VOID, "示例")
    assert number not in {row[-1] for row in rosters.view(year.office, year.campaign_id).rows}


def test_before_it_is_published_it_says_so(year):
    shown = rosters.view(year.office, year.campaign_id)
    assert shown.version == 0
    assert "未公布稿" in shown.subtitle


def test_the_same_roster_is_not_published_twice(year):
    rosters.publish(year.office, year.campaign_id)
    with refused("roster.unchanged"):
        rosters.publish(year.office, year.campaign_id)


def test_an_empty_roster_is_refused(year, tmp_path):
    stages.move(year.office, year.participations(), Stage.WITHDRAWN, "示例")
    for action in (rosters.publish, rosters.view):
        with refused("roster.empty"):
            action(year.office, year.campaign_id)


def test_an_unknown_format_is_named(year, tmp_path):
    with refused("roster.format"):
        finish(rosters.export(year.office, year.campaign_id, "ods", tmp_path / "示例.ods"))


def test_formula_like_names_stay_text(year, tmp_path):
    announced(year, "=示例公式有限公司")
    for form in ("xlsx", "csv"):
        finish(rosters.export(year.office, year.campaign_id, form, tmp_path / f"示例.{form}"))
    book = openpyxl.load_workbook(tmp_path / "示例.xlsx")
    (cell,) = [cell for row in book.active for cell in row if "公式" in str(cell.value)]
    assert cell.data_type == "s"
    assert "'=示例公式有限公司" in (tmp_path / "示例.csv").read_text(encoding="utf-8-sig")


def test_how_it_stands_agrees_with_the_roster_itself_before_and_after_publishing(year):
    def agree():
        shown, known = rosters.view(year.office, year.campaign_id), rosters.standing(year.office, year.campaign_id)
        assert (known.version, known.rows, known.columns) == (shown.version, len(shown.rows), shown.columns)
        assert (known.provinces, known.lacking) == (shown.provinces, shown.lacking)
        return known

    assert agree().version == 0
    rosters.publish(year.office, year.campaign_id)
    assert agree().version == 1


def test_where_nobody_is_announced_there_is_no_roster_to_stand(office):
    campaign = years.open_year(office, years.suggestion(office, 2026))
    assert rosters.standing(office, campaign.id) is None


def test_publishing_that_is_stopped_publishes_nothing(year):
    before = len(history.commands(year.office))
    job = rosters.publishing(year.office, year.campaign_id)
    told = next(job)
    job.close()
    assert (told.done, told.total) == (1, len(year.companies()))
    assert rosters.standing(year.office, year.campaign_id).version == 0
    assert len(history.commands(year.office)) == before
