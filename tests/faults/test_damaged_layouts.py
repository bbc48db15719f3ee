"""A layout that was damaged or changed in the database: said in words, nothing numbered, nothing printed from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from qc_desktop.documents.layout.editing import with_element
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.domain.progress import finish
from qc_desktop.services.certificates import issuing, packaging, previewing, printing, register
from qc_desktop.services.certificates.packaging import PackageForm
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.layouts import choosing, versions
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import PrintLog
from tests.samples import refused

KIND = "pledge_display_certificate"
SHIPPED = load_layout(KIND)
MOVED = with_element(SHIPPED, "title", replace(SHIPPED.element("title"), y=45.0))
DAMAGES: dict[str, Callable[[str], str]] = {
    "empty": lambda text: "",
    "cut off": lambda text: text[: len(text) // 2],
    "noise": lambda text: "\x01\x02" + text[::-1],
    "another number": lambda text: text.replace("y = 45.0", "y = 46.0").replace("y = 43.5", "y = 46.0"),
    "another word": lambda text: text.replace("不是质量认证", "就是质量认证"),
    "of another kind": lambda text: text.replace(KIND, "return_notice"),
}


def write_behind(office: Office, table: str, spoil: Callable[[str], str]) -> None:
    """Changes ``content`` in ``table`` as somebody with another program would, its guards taken away first."""
    with closing(sqlite3.connect(office.profile.database)) as database:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        for (name,) in database.execute(query, (table,)).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        for key, content in database.execute(f"SELECT rowid, content FROM {table}").fetchall():
            database.execute(f"UPDATE {table} SET content = ? WHERE rowid = ?", (spoil(content), key))
        database.commit()


def logged(office: Office) -> int:
    with office.store.reading() as session:
        return session.query(PrintLog).count()


@pytest.fixture
def own_layout(year):
    """A year whose certificates are made from a layout of the office's own."""
    versions.use(year.office, versions.create(year.office, MOVED, "示例版式"))
    return year


@pytest.mark.parametrize("damage", DAMAGES)
def test_of_a_damaged_layout_in_use_nothing_is_issued(own_layout, damage: str) -> None:
    office = own_layout.office
    write_behind(office, "layout_version", DAMAGES[damage])
    with refused("layout.damaged"):
        finish(issuing.issue(office, own_layout.campaign_id, own_layout.keys))
    with refused("layout.damaged"):
        previewing.draft_page(office, own_layout.campaign_id, own_layout.participations()[0])
    assert register.count(office, CertificateFilter()) == 0
    assert any(row.in_use for row in versions.listing(office))
    versions.use(office, versions.row_of(office, KIND))
    assert own_layout.issue().numbers[0].endswith("000001")


@pytest.mark.parametrize("damage", DAMAGES)
def test_of_a_damaged_frozen_layout_nothing_is_printed(issued, tmp_path, damage: str) -> None:
    office = issued.office
    numbers = printing.live_numbers(office, issued.campaign_id)
    write_behind(office, "document_template", DAMAGES[damage])
    for job in (
        lambda: printing.print_one_file(office, numbers, tmp_path / "全部.pdf"),
        lambda: printing.print_folder(office, numbers, tmp_path / "证书"),
        lambda: packaging.package(office, numbers, tmp_path / "电子版", PackageForm.FOLDERS),
    ):
        with refused("layout.damaged"):
            finish(job())
    with refused("layout.damaged"):
        previewing.issued_page(office, numbers[0])
    assert logged(office) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["profile"]


@pytest.fixture
def issued(year):
    year.issue(year.participations()[:2])
    return year


def test_what_is_written_back_is_good_again(issued, tmp_path) -> None:
    """The control: the same way of writing, without damage, is no damage."""
    office = issued.office
    write_behind(office, "document_template", lambda text: text)
    finish(printing.print_one_file(office, printing.live_numbers(office, issued.campaign_id), tmp_path / "全部.pdf"))
    assert logged(office) == 2
    assert choosing.in_use(office, KIND).sha256 == SHIPPED.sha256


def test_a_frozen_layout_is_kept_from_being_changed(issued) -> None:
    with closing(sqlite3.connect(issued.office.profile.database)) as database, pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE document_template SET content = ''")
