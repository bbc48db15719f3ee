from __future__ import annotations

from dataclasses import replace

import pytest

from qc_desktop.documents.pagecheck import PageProblem, check_file, check_folder
from qc_desktop.documents.rendering import render_file, render_folder
from qc_desktop.documents.sheets import Sheet, file_name
from qc_desktop.domain.progress import Progress, finish
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from tests.documents.samples import make_sheet


def accept(text: str) -> bool:
    return text.startswith("https://example.org/v/#")


def problems(found) -> list[tuple[int, str]]:
    return [(one.page, one.finding.code) for one in found if isinstance(one, PageProblem)]


def test_good_pages_pass(tmp_path, sheets, layouts) -> None:
    path = finish(render_file(sheets, tmp_path / "a.pdf", layouts))
    found = list(check_file(path, sheets, layouts, accept))
    assert found == [Progress("check", done, len(sheets)) for done in range(1, len(sheets) + 1)]


@pytest.mark.parametrize("scheme", ["navy", "red"])
def test_folder_passes_and_missing_and_foreign_files_are_named(tmp_path, sheets, layouts, scheme: str) -> None:
    from qc_desktop.documents.sheets import Appearance

    finish(render_folder(sheets, tmp_path / "all", layouts, Appearance(scheme)))
    assert problems(check_folder(tmp_path / "all", sheets, layouts, accept)) == []
    (tmp_path / "all" / file_name(sheets[0])).unlink()
    (tmp_path / "all" / file_name(sheets[1])).write_bytes(b"%PDF-1.7 broken")
    found = [one for one in check_folder(tmp_path / "all", sheets, layouts, accept) if isinstance(one, PageProblem)]
    assert [(one.place, one.finding.code) for one in found] == [
        (0, "pagecheck.not_readable"),
        (1, "pagecheck.not_readable"),
    ]
    assert messages("zh_CN").of(found[0].finding)


def test_a_wrong_symbol_a_wrong_text_and_a_wrong_signature_are_each_caught(tmp_path, layouts) -> None:
    sheets = [make_sheet(number) for number in (1, 2, 3, 4)]
    other = Sheet(sheets[1].record, sheets[1].qr_prefix, sheets[0].qr_digits)
    renamed = Sheet(make_sheet(3, "示例另一家有限公司").record, sheets[2].qr_prefix, sheets[2].qr_digits)
    path = finish(render_file([sheets[0], other, renamed, sheets[3]], tmp_path / "a.pdf", layouts))
    found = problems(check_file(path, sheets, layouts, lambda text: text != sheets[3].qr_text))
    assert found == [(2, "pagecheck.other_symbol"), (3, "pagecheck.text"), (4, "pagecheck.signature")]


def test_a_spoiled_symbol_is_caught(tmp_path, layouts, layout) -> None:
    import pikepdf

    sheet = make_sheet(1)
    path = finish(render_file([sheet], tmp_path / "a.pdf", layouts))
    with pikepdf.open(path) as opened:
        blot = pikepdf.Stream(opened, b"1 g 70 60 60 60 re f")
        opened.pages[0].contents_add(blot)
        opened.save(tmp_path / "spoiled.pdf")
    assert problems(check_file(tmp_path / "spoiled.pdf", [sheet], layouts, accept)) == [(1, "pagecheck.no_symbol")]


def test_every_wanted_text_is_looked_for(tmp_path, layouts) -> None:
    sheet = make_sheet(1)
    path = finish(render_file([sheet], tmp_path / "a.pdf", layouts))
    changed = {
        "title": "示例另一证明",
        "number": "QC-2026-315-999999",
        "holder": "示例另一家公司",
        "uscc": "91350100M000100Y44",
        "issued": "2026-03-21",
        "expires": "2028-03-19",
    }
    for key, value in changed.items():
        wanted = Sheet({**sheet.record, key: value}, sheet.qr_prefix, sheet.qr_digits)
        found = [one.finding for one in check_file(path, [wanted], layouts, accept) if isinstance(one, PageProblem)]
        assert [(finding.code, finding.field) for finding in found] == [("pagecheck.text", key)]


def test_another_number_of_pages_is_refused(tmp_path, sheets, layouts) -> None:
    path = finish(render_file(sheets[:2], tmp_path / "a.pdf", layouts))
    with pytest.raises(UserError) as refused:
        list(check_file(path, sheets, layouts, accept))
    assert refused.value.code == "pagecheck.page_count"


def test_a_number_on_two_pages_is_found_and_further_copies_are_none(tmp_path, layouts) -> None:
    first, other = make_sheet(1), make_sheet(2)
    doubled = replace(other, record={**other.record, "number": first.value("number")})
    pages = [first, replace(first, copy=2), other, other, doubled]
    path = finish(render_file(pages, tmp_path / "a.pdf", layouts))
    assert problems(check_file(path, pages, layouts, accept)) == [(4, "pagecheck.repeated"), (5, "pagecheck.repeated")]
