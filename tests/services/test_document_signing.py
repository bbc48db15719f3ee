"""PDF签名: off by default; with the own key or an authority's file, valid for two readers that are not ours."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from qc_desktop.domain.progress import finish
from qc_desktop.services import demo, document_signing, keys, preferences, vault
from qc_desktop.services.certificates import printing
from qc_desktop.services.certificates.packaging import PackageForm, package
from qc_desktop.services.certificates.printing import print_folder, print_one_file
from qc_desktop.services.document_signing import Way
from qc_desktop.services.verification import verify_file
from qc_desktop.trust import document_keys, pdf_signatures
from tests.authority import PASSWORD, certified
from tests.samples import DAY, refused

N = "QC-2026-315-{:06}".format
ALL = [N(place) for place in range(1, 5)]


def own(year):
    document_signing.choose(year.office, Way.OWN)
    return signer(year)


def signer(year):
    return document_signing.signer(year.office, lambda: year.keys, lambda: PASSWORD)


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf"))


def checked(path: Path, root: bytes):
    """What pyHanko says of the file's only signature, with the certificate ``root`` (DER) trusted."""
    trust = ValidationContext(trust_roots=[asn1.Certificate.load(root)], moment=dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
    with path.open("rb") as stream:
        (signature,) = PdfFileReader(stream).embedded_signatures
        with ThreadPoolExecutor(1) as apart:  # tests of the page leave an event loop in this thread
            return apart.submit(validate_pdf_signature, signature, signer_validation_context=trust).result()


def test_files_are_not_signed_unless_the_office_asks_for_it(issued, tmp_path):
    assert signer(issued) is None
    finish(print_folder(issued.office, ALL[:1], tmp_path / "out"))
    assert not pdf_signatures.is_signed(files(tmp_path / "out")[0])


def test_every_file_is_signed_with_the_own_key_and_pyhanko_finds_it_whole(issued, tmp_path):
    finish(print_folder(issued.office, ALL, tmp_path / "out", signer=own(issued)))
    root = document_signing.certificate(issued.office, issued.keys)
    for path in files(tmp_path / "out"):
        found = checked(path, root)
        assert (found.intact, found.valid, found.trusted, found.bottom_line) == (True, True, True, True)
        assert (found.coverage, found.modification_level) == (
            SignatureCoverageLevel.ENTIRE_FILE,
            ModificationLevel.NONE,
        )
        assert (found.md_algorithm, found.signing_cert.public_key.curve[1]) == ("sha256", "secp256r1")
        with pikepdf.open(path) as opened:
            assert set(opened.attachments) == {"record.json", "receipt.tlog-proof"}
            assert opened.Root.AcroForm.Fields[0].V.SubFilter == "/ETSI.CAdES.detached"
    assert len(files(tmp_path / "out")) == 4


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler-utils is not installed")
def test_poppler_finds_it_valid_over_the_whole_file_and_a_changed_byte_spoils_it(issued, tmp_path):
    finish(print_one_file(issued.office, ALL[:1], tmp_path / "a.pdf", signer=own(issued)))

    def said(path: Path) -> str:
        return subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, encoding="utf-8").stdout

    assert "Signature is Valid." in said(tmp_path / "a.pdf")
    assert "Total document signed" in said(tmp_path / "a.pdf")
    assert "示例质量检验协会" in said(tmp_path / "a.pdf")
    data = bytearray((tmp_path / "a.pdf").read_bytes())
    place = data.index(b"endstream") - 20
    data[place] ^= 1
    (tmp_path / "changed.pdf").write_bytes(data)
    assert "Signature is Valid." not in said(tmp_path / "changed.pdf")
    assert not checked(tmp_path / "changed.pdf", document_signing.certificate(issued.office, issued.keys)).intact


def test_a_signed_file_still_verifies_by_its_code_and_its_record(issued, tmp_path):
    finish(print_one_file(issued.office, ALL[:1], tmp_path / "a.pdf", signer=own(issued)))
    answers = verify_file(tmp_path / "a.pdf", keys.key_list(issued.office), office=issued.office)
    assert [answer.verdict for answer in answers] == ["valid"]


def test_the_file_of_an_authority_signs_and_its_chain_is_trusted(issued, tmp_path):
    path, root = certified(tmp_path)
    document_signing.choose(issued.office, Way.FILE, path)
    finish(print_one_file(issued.office, ALL[:1], tmp_path / "a.pdf", signer=signer(issued)))
    found = checked(tmp_path / "a.pdf", root)
    assert (found.bottom_line, found.signing_cert.subject.native["common_name"]) == (True, "示例质量检验协会")


def test_what_is_wrong_with_a_file_of_an_authority_is_said_before_anything_is_made(issued, tmp_path):
    with refused("pdf_signature.no_file"):
        document_signing.choose(issued.office, Way.FILE)
    path, _ = certified(tmp_path)
    document_signing.choose(issued.office, Way.FILE, path)
    with refused("pdf_signature.wrong_password"):
        document_signing.signer(issued.office, lambda: issued.keys, lambda: "别的密码")
    certified(tmp_path, until=DAY - dt.timedelta(1))
    with refused("pdf_signature.over"):
        signer(issued)
    for content in (b"", b"%PDF-1.7", bytes(pdf_signatures.LARGEST_FILE + 1)):
        path.write_bytes(content)
        with refused("pdf_signature.not_pkcs12"):
            signer(issued)
    path.write_bytes(_keyless(tmp_path))
    with refused("pdf_signature.no_key"):
        signer(issued)
    path.unlink()
    with refused("pdf_signature.unreadable"):
        signer(issued)


def _keyless(tmp_path: Path) -> bytes:
    """A file that holds nothing but an authority's certificate."""
    (tmp_path / "another").mkdir()
    authority = x509.load_der_x509_certificate(certified(tmp_path / "another")[1])
    sealing = BestAvailableEncryption(PASSWORD.encode())
    return pkcs12.serialize_key_and_certificates(None, None, None, [authority], sealing)


def test_where_the_extra_is_not_installed_it_is_said_and_nothing_is_chosen(issued, monkeypatch):
    monkeypatch.setattr(pdf_signatures, "is_installed", lambda: False)
    with refused("pdf_signature.not_installed"):
        document_signing.choose(issued.office, Way.OWN)
    assert document_signing.way(issued.office) is Way.OFF
    preferences.change(issued.office, {"pdf_signature": "own"})
    with refused("pdf_signature.not_installed"):
        signer(issued)


def test_a_stopped_folder_goes_on_and_what_lies_there_unsigned_is_made_again(issued, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "FOLDER_CHUNK", 2)
    target = tmp_path / "out"
    finish(print_folder(issued.office, ALL[:1], target))
    stamp = own(issued)
    job = print_folder(issued.office, ALL, target, signer=stamp)
    for step in job:
        if step.step == "render" and step.done == 3:
            break
    job.close()
    there = {path: path.read_bytes() for path in files(target)}
    assert [path.name[:18] for path in there] == ALL[:2]
    assert all(map(pdf_signatures.is_signed, there))
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("out")) == ["out"]
    done = finish(print_folder(issued.office, ALL, target, signer=stamp))
    assert (done.skipped, list(done.numbers)) == (2, ALL[2:])
    assert all(path.read_bytes() == data for path, data in there.items())
    assert all(map(pdf_signatures.is_signed, files(target)))


def test_stopped_while_signing_leaves_nothing_unsigned(issued, tmp_path):
    job = print_folder(issued.office, ALL, tmp_path / "out", signer=own(issued))
    for step in job:
        if (step.step, step.done) == ("sign", 2):
            break
    job.close()
    assert not files(tmp_path / "out")


def test_one_file_of_several_is_not_signed_and_packages_are(issued, tmp_path):
    stamp = own(issued)
    finish(print_one_file(issued.office, ALL, tmp_path / "a.pdf", signer=stamp))
    assert not pdf_signatures.is_signed(tmp_path / "a.pdf")
    finish(package(issued.office, ALL[:1], tmp_path / "电子版", PackageForm.FOLDERS, stamp))
    (made,) = (tmp_path / "电子版").rglob("承诺展示公告证明*.pdf")
    assert checked(made, document_signing.certificate(issued.office, issued.keys)).bottom_line


def test_the_own_key_is_the_same_every_time_and_another_than_that_of_certificates(issued):
    first, again = (document_keys.document_key(issued.keys.payload) for _ in range(2))
    assert first.private_numbers() == again.private_numbers()
    assert first.public_key() != issued.keys.payload._key.public_key()
    made = [document_signing.certificate(issued.office, vault.unlock(issued.office, demo.PASSPHRASE)) for _ in range(2)]
    assert made[0] == made[1]
    assert x509.load_der_x509_certificate(made[0]).not_valid_before_utc < dt.datetime.now(dt.UTC)


def test_a_signer_is_neither_printed_nor_pickled(issued):
    stamp = own(issued)
    assert repr(stamp) == "<DocumentSigner 示例质量检验协会>"
    with pytest.raises(TypeError, match="not copied or pickled"):
        __import__("pickle").dumps(stamp)
