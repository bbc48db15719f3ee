"""Certificates brought as pictures and PDF files."""

from __future__ import annotations

import json

import pikepdf
import pypdfium2
import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.services import verification
from qc_desktop.services.certificates import printing
from tests.samples import refused
from tests.services.test_verification import NUMBER


@pytest.fixture
def pdf(issued, tmp_path):
    """One certificate in a file of its own."""
    finish(printing.print_folder(issued.office, [NUMBER], tmp_path / "证书"))
    return next((tmp_path / "证书").iterdir())


def test_pdf_and_picture_are_read(issued, pdf, tmp_path):
    with pypdfium2.PdfDocument(pdf) as document:
        document[0].render(scale=3).to_pil().convert("RGB").save(tmp_path / "照片.jpg")
    for path in (pdf, tmp_path / "照片.jpg"):
        (answer,) = verification.verify(issued.office, str(path))
        assert (answer.verdict, answer.number, answer.page) == (Verdict.VALID, NUMBER, 1)


def test_several_pages_give_several_answers(issued, tmp_path):
    finish(printing.print_one_file(issued.office, [f"QC-2026-315-{n:06}" for n in (1, 2, 3)], tmp_path / "a.pdf"))
    answers = verification.verify(issued.office, str(tmp_path / "a.pdf"))
    assert [(answer.page, answer.number[-1]) for answer in answers] == [(1, "1"), (2, "2"), (3, "3")]


@pytest.mark.parametrize("content", [b"{}", b"not json", b"[1]", b'"x"', b"null", None])
def test_an_attached_record_that_was_changed_is_forged(issued, pdf, tmp_path, content):
    with pikepdf.open(pdf) as opened:
        record = json.loads(opened.attachments["record.json"].get_file().read_bytes())
        changed = json.dumps(record | {"holder": "示例冒名有限公司"}).encode() if content is None else content
        opened.attachments["record.json"] = pikepdf.AttachedFileSpec(opened, changed, filename="record.json")
        opened.save(tmp_path / "改.pdf")
    (answer,) = verification.verify(issued.office, str(tmp_path / "改.pdf"))
    assert (answer.verdict, answer.reason, answer.holder) == (Verdict.FORGED, Reason.BAD_RECORD, "")


def test_a_file_without_a_label_or_that_is_not_there_is_said(issued, tmp_path):
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.save(tmp_path / "白.pdf")
    with refused("verify.no_label"):
        verification.verify(issued.office, str(tmp_path / "白.pdf"))
    with refused("pagecheck.no_file"):
        verification.verify(issued.office, str(tmp_path / "没有.pdf"))
