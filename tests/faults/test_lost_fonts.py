"""A font that is gone or damaged when it is time to print: words, no file, no line in the log; put back, it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qc_desktop.documents.fonts import glyphs as document_fonts
from qc_desktop.documents.layout.editing import with_element
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.domain.progress import Job, finish
from qc_desktop.paths import resource
from qc_desktop.services import fonts
from qc_desktop.services.certificates import issuing, packaging, printing, register
from qc_desktop.services.certificates.packaging import PackageForm
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.layouts import versions
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import PrintLog
from tests.fonts import font
from tests.samples import refused

SHIPPED = load_layout("pledge_display_certificate")
DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "overwritten": lambda path: path.write_bytes(b"x" * 5_000),
}


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """As after a start: fonts are read anew, before this test and after it."""
    forget()
    yield
    forget()


def forget() -> None:
    document_fonts.forget_faces()


def logged(office: Office) -> int:
    with office.store.reading() as session:
        return session.query(PrintLog).count()


def jobs(office: Office, numbers: list[str], out: Path) -> list[Job[object]]:
    return [
        printing.print_one_file(office, numbers, out / "全部.pdf"),
        printing.print_folder(office, numbers, out / "证书"),
        packaging.package(office, numbers, out / "电子版", PackageForm.ONE_ZIP),
    ]


def refused_everywhere(office: Office, numbers: list[str], out: Path, code: str) -> None:
    out.mkdir()
    for job in jobs(office, numbers, out):
        with refused(code):
            finish(job)
    assert (list(out.iterdir()), logged(office)) == ([], 0)


@pytest.fixture
def in_own_font(year, tmp_path):
    """A year with two certificates whose issuer stands in an added font, and that font's file."""
    source = tmp_path / "示例体.ttf"
    source.write_bytes(font("示例质量检验协会吉"))
    (row,) = finish(fonts.add(year.office, [source])).rows
    own = with_element(SHIPPED, "issuer", replace(SHIPPED.element("issuer"), font=row.layout_name))
    versions.use(year.office, versions.create(year.office, own, "示例版式"))
    year.issue(year.participations()[:2])
    return year, year.office.profile.fonts / f"{row.sha256}.ttf"


@pytest.mark.parametrize(
    ("damage", "code"), [("gone", "fonts.lost"), ("emptied", "fonts.changed"), ("overwritten", "fonts.changed")]
)
def test_an_added_font(in_own_font, tmp_path, damage: str, code: str) -> None:
    year, path = in_own_font
    content, office = path.read_bytes(), year.office
    numbers = printing.live_numbers(office, year.campaign_id)
    DAMAGES[damage](path)
    forget()
    refused_everywhere(office, numbers, tmp_path / "out", code)
    with refused(code):
        finish(issuing.issue(office, year.campaign_id, year.keys))
    assert register.count(office, CertificateFilter()) == 2
    path.write_bytes(content)
    forget()
    finish(printing.print_one_file(office, numbers, tmp_path / "全部.pdf"))
    assert logged(office) == 2


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_font_that_came_with_the_program(year, tmp_path, monkeypatch, damage: str) -> None:
    year.issue(year.participations()[:2])
    office, shipped = year.office, tmp_path / "fonts"
    numbers = printing.live_numbers(office, year.campaign_id)
    shipped.mkdir()
    for file in resource("fonts").glob("*.ttf"):
        (shipped / file.name).write_bytes(file.read_bytes())
    DAMAGES[damage](shipped / "NotoSerifSC-Bold.ttf")
    forget()
    with monkeypatch.context() as changed:
        changed.setattr(document_fonts, "resource", lambda _, name: shipped / name)
        refused_everywhere(office, numbers, tmp_path / "out", "fonts.shipped")
        forget()
    finish(printing.print_one_file(office, numbers, tmp_path / "全部.pdf"))
    assert logged(office) == 2
