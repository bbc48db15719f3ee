"""Forms made for companies: whole or not at all, and what is printed on them."""

from __future__ import annotations

import openpyxl
import pytest

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.returns import making
from tests.returned import fill, forms
from tests.samples import add, code, refused

from .returning import campaign

__all__ = ["campaign"]


def test_forms_stand_whole_or_not_at_all(office, campaign, tmp_path):
    ids = browsing.ids(office, CompanyFilter())
    job = making.make(office, campaign.id, ids, tmp_path / "回表")
    next(job)
    job.close()
    assert list(tmp_path.glob("回表*")) == []
    job = making.make(office, campaign.id, ids, tmp_path / "回表.zip")
    next(job)
    job.close()
    assert list(tmp_path.glob("回表*")) == []


def test_what_stands_is_not_touched_and_names_that_clash_are_numbered(office, campaign, tmp_path):
    twin = add(office, "示例第0电器有限公司 ", code(60)).id
    ids = [*browsing.ids(office, CompanyFilter()), twin]
    folder = tmp_path / "回表"
    first = finish(making.make(office, campaign.id, ids, folder))
    assert (first.made, first.skipped) == (4, 0)
    assert "示例第0电器有限公司_回表_2026(2).xlsx" in {path.name for path in folder.iterdir()}
    filled = fill(folder / "示例第1电器有限公司_回表_2026.xlsx").read_bytes()
    (folder / "示例第2电器有限公司_回表_2026.xlsx").write_bytes(b"another thing")
    again = finish(making.make(office, campaign.id, ids, folder))
    assert (again.made, again.skipped) == (1, 3)
    assert (folder / "示例第1电器有限公司_回表_2026.xlsx").read_bytes() == filled
    assert (folder / "示例第2电器有限公司_回表_2026.xlsx").read_bytes() == b"another thing"


def test_contacts_are_printed_only_on_request_and_that_is_noted(office, campaign, tmp_path):
    company = browsing.page(office, CompanyFilter())[0].id
    known = details.detail(office, company)
    draft = CompanyDraft(known.values["name"], known.values["uscc"], contact_phone="13800000000")
    people = [ContactRow("示例人", "13800000000", "")]
    editing.save(office, draft, company, known.row_version, None, people)
    for contacts in (False, True):
        path = forms(office, campaign, tmp_path / str(contacts), contacts=contacts)[0]
        cells = [cell.value for row in openpyxl.load_workbook(path)["回表"].iter_rows() for cell in row]
        assert ("13800000000" in cells) is contacts
        command = history.commands(office)[0]
        assert (command.name, command.params["contacts"]) == ("returns_make", contacts)


@pytest.mark.parametrize("place", ["没有/回表", "file"])
def test_a_place_that_cannot_be_written_is_refused(office, campaign, tmp_path, place):
    (tmp_path / "file").write_bytes(b"")
    ids = browsing.ids(office, CompanyFilter())
    with refused("returns.out_is_file" if place == "file" else "file.folder_missing"):
        finish(making.make(office, campaign.id, ids, tmp_path / place))
    with refused("returns.nobody"):
        finish(making.make(office, campaign.id, [], tmp_path / "回表"))
