"""A page that is not right is rendered again under its number, then withheld."""

from __future__ import annotations

import pypdfium2
import pytest

from qc_desktop.services.certificates import printing
from qc_desktop.storage.tables import PrintLog
from tests.samples import refused
from tests.services.test_printing import N, copies, folder, one_file, year_numbers


def failing(monkeypatch, numbers, times):
    """Lets the signatures of ``numbers`` fail ``times`` times each."""
    left = dict.fromkeys(numbers, times)

    def verifier(office):
        with office.store.reading() as session:
            number_of = {}
            for certificate in session.query(printing.Certificate):
                number_of[certificate.link_prefix + certificate.payload] = certificate.number

        def verify(text):
            number = number_of[text]
            left[number] = left.get(number, 0) - 1
            return left[number] < 0

        return verify

    monkeypatch.setattr(printing, "_verifier", verifier)


@pytest.mark.parametrize("make", [one_file, folder])
def test_a_page_that_fails_once_is_rendered_again_under_its_number(issued, tmp_path, monkeypatch, make):
    failing(monkeypatch, [N(2)], 1)
    printed = make(issued, tmp_path / ("a.pdf" if make is one_file else "a"))
    assert (len(printed.numbers), printed.withheld) == (4, ())


@pytest.mark.parametrize("make", [one_file, folder])
def test_a_page_that_fails_again_is_withheld_and_the_others_are_there(issued, tmp_path, monkeypatch, make):
    failing(monkeypatch, [N(2)], 99)
    printed = make(issued, tmp_path / ("a.pdf" if make is one_file else "a"))
    assert printed.numbers == (N(1), N(3), N(4))
    assert {(one.number, one.finding.code) for one in printed.withheld} == {(N(2), "pagecheck.signature")}
    assert copies(issued) == [1, 0, 1, 1]
    if make is one_file:
        with pypdfium2.PdfDocument(printed.path) as document:
            assert len(document) == 3
    else:
        assert [path.name[:18] for path in sorted(printed.path.iterdir())] == [N(1), N(3), N(4)]


def test_where_every_page_fails_there_is_no_file(issued, tmp_path, monkeypatch):
    failing(monkeypatch, year_numbers(issued), 99)
    with refused("certificate.all_withheld"):
        one_file(issued, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
    assert folder(issued, tmp_path / "a").numbers == ()
    assert copies(issued) == [0] * 4


def test_without_the_check_nothing_is_withheld_and_the_log_says_so(issued, tmp_path, monkeypatch):
    failing(monkeypatch, year_numbers(issued), 99)
    assert len(one_file(issued, tmp_path / "a.pdf", checked=False).numbers) == 4
    with issued.office.store.reading() as session:
        assert {row.checked for row in session.query(PrintLog)} == {False}
