"""After a year's work with the keys open, no file that was written holds a private key or the passphrase."""

from __future__ import annotations

import base64
import json
import logging
import traceback
from pathlib import Path

import pytest

from qc_desktop.crash import write_report
from qc_desktop.domain.progress import finish
from qc_desktop.services import (
    backups,
    demo,
    document_signing,
    drafts,
    keys,
    preferences,
    recovery,
    rosters,
    second_copy,
    vault,
    withdrawing,
)
from qc_desktop.services.certificates import packaging, printing
from qc_desktop.services.document_signing import Way
from qc_desktop.services.labels import printing as label_printing
from qc_desktop.services.labels.runs import PrintOrder
from qc_desktop.services.moving import packing
from qc_desktop.services.office import Office
from qc_desktop.trust import document_keys, signing
from qc_desktop.trust.key_files import key_files, unlock
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, Signer
from tests.authority import PASSWORD, certified
from tests.labelled import labelled
from tests.samples import Year
from tests.secrets_in import forms, leaks

OTHER = "第二份备份用的口令"


def worked(year: Year, out: Path) -> Office:
    """A little of everything that writes files, with the keys open."""
    office, passphrase = year.office, demo.PASSPHRASE
    (number, *_) = year.issue(year.participations()[:2]).numbers
    labelled(year)
    finish(printing.print_folder(office, [number], out / "证书", reason=""))
    document_signing.choose(office, Way.OWN)
    stamp = document_signing.signer(office, lambda: year.keys, str)
    finish(packaging.package(office, [number], out / "包", packaging.PackageForm.ZIPS, stamp))
    document_signing.choose(office, Way.FILE, certified(out)[0])
    stamp = document_signing.signer(office, lambda: year.keys, lambda: PASSWORD)
    finish(printing.print_one_file(office, [number], out / "证书.pdf", reason="示例", signer=stamp))
    finish(label_printing.print_labels(office, "1", PrintOrder("A4-24", last=24), out / "标识", year.signer))
    rosters.publish(office, year.campaign_id)
    finish(rosters.export(office, year.campaign_id, "xlsx", out / "名录.xlsx"))
    root = recovery.root_of(office, passphrase=passphrase)
    withdrawing.rotate(office, [KeyUse.PAYLOAD], root, passphrase)
    withdrawing.revoke(office, year.signer.kid.hex(), "示例：电脑失窃", root, passphrase)
    (out / "keys.json").write_bytes(keys.public(office).document)
    preferences.remember_on_pc(office.profile, {"printer": "示例"})
    drafts.keep(office.profile.drafts, drafts.Draft("company", "", "示例", {"name": "示例企业"}))
    backups.make(office)
    (out / "U盘").mkdir()
    second_copy.set_up(office, out / "U盘", OTHER)
    finish(second_copy.write(office))
    recovery.write_stick(office, out / "U盘")
    finish(packing.pack(office, out / "搬家.qcmove", second_copy._sealing(office.profile)))
    recovery.prove(office, recovery.root_of(office, typed=recovery.typed(root)))
    return office


def crashed(office: Office) -> Path:
    """A defect in the middle of unlocking, with everything at hand; also logged, as a library might."""
    passphrase = demo.PASSPHRASE
    typed, opened = Passphrase(passphrase), vault.unlock(office, passphrase)
    try:
        raise RuntimeError(f"示例 {typed!r} {opened!r} {opened.payload}")
    except RuntimeError as error:
        logging.getLogger("qc_desktop").info("%s", opened, exc_info=True)
        return write_report(office.profile.root / "logs", error)


@pytest.fixture
def looked_for(year: Year) -> dict[str, bytes]:
    typed = Passphrase(demo.PASSPHRASE)
    signers = [unlock(info.path, typed) for info in key_files(year.office.profile.keys)]
    assert {signer.use for signer in signers} == set(KeyUse)
    documents = Signer(document_keys.document_key(year.keys.payload), KeyUse.PAYLOAD)
    of_files = {f"documents {name}": form for name, form in forms([documents], PASSWORD).items()}
    return {**forms(signers, demo.PASSPHRASE), **of_files}


def test_no_file_that_the_program_writes_holds_a_secret(
    year: Year, looked_for: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    office = worked(year, out)
    log = logging.FileHandler(office.profile.root / "app.log", encoding="utf-8")
    logging.getLogger("qc_desktop").addHandler(log)
    try:
        report = crashed(office)
    finally:
        logging.getLogger("qc_desktop").removeHandler(log)
        log.close()
    assert "示例 <Passphrase> OpenKeys(payload=<Signer payload" in report.read_text(encoding="utf-8")
    written = [path for path in (*office.profile.root.rglob("*"), *out.rglob("*")) if path.is_file()]
    assert {path.suffix for path in written} >= {".sqlite3", ".json", ".pdf", ".xlsx", ".zip", ".txt", ".qcmove"}
    new = [info for info in key_files(office.profile.keys) if info.use is KeyUse.PAYLOAD]
    later = forms([unlock(info.path, Passphrase(demo.PASSPHRASE)) for info in new], demo.PASSPHRASE)
    assert leaks((office.profile.root, out), {**looked_for, **later}) == []


def shown_with_variables(year: Year) -> str:
    """What a debugger or a library that prints variables would show of an unlocked session."""
    opened, typed = year.keys, Passphrase(demo.PASSPHRASE)
    typed.key_for(typed.kdf())
    root = recovery.root_of(year.office, passphrase=demo.PASSPHRASE)
    try:
        raise RuntimeError((opened, typed, root))
    except RuntimeError as error:
        return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


def test_a_traceback_with_its_variables_shows_none(year: Year, looked_for: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "shown.txt").write_text(shown := shown_with_variables(year), encoding="utf-8")
    assert "opened = OpenKeys(" in shown
    assert leaks((tmp_path / "shown.txt",), looked_for) == []


def test_the_sheet_alone_holds_the_root(year: Year, looked_for: dict[str, bytes], tmp_path: Path) -> None:
    sheet = recovery.write_sheet(
        year.office, recovery.root_of(year.office, passphrase=demo.PASSPHRASE), tmp_path / "恢复单.pdf"
    )
    assert recovery.root_of(year.office, file=sheet).use is KeyUse.ROOT
    assert leaks((year.office.profile.root,), looked_for) == []


WAYS = {
    "raw": signing.scalar_of,
    "hex": lambda key: b'{"key": "' + signing.scalar_of(key).hex().upper().encode() + b'"}',
    "decimal": lambda key: str(int.from_bytes(signing.scalar_of(key))).encode(),
    "der": signing.written,
    "base64": lambda key: base64.b64encode(signing.written(key)),
    "pem": lambda key: base64.encodebytes(b"x" + signing.written(key)),
    "url": lambda key: base64.urlsafe_b64encode(b"xx" + signing.scalar_of(key)),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_key_that_was_written_would_be_found(
    year: Year, looked_for: dict[str, bytes], tmp_path: Path, way: str
) -> None:
    for signer in (year.keys.payload, year.keys.ledger):
        (tmp_path / f"{signer.use}.bin").write_bytes(b"before " + WAYS[way](signer._key) + b" after")
        found = leaks((tmp_path / f"{signer.use}.bin",), looked_for)
        assert found
        assert all(name.startswith(signer.use.value) for _, name in found)


def test_a_passphrase_that_was_written_would_be_found(year: Year, looked_for: dict[str, bytes]) -> None:
    place = year.office.profile.root / "planted"
    place.mkdir()
    for number, text in enumerate((demo.PASSPHRASE, json.dumps(demo.PASSPHRASE))):
        (place / str(number)).write_text(f"before {text} after", encoding="utf-8")
    (place / "2").write_text(demo.PASSPHRASE, encoding="utf-16")
    assert {name for name, _ in leaks((place,), looked_for)} == {"0", "1", "2"}
    with year.office.writing("test") as work:  # in the records
        work.session.connection().exec_driver_sql("CREATE TABLE planted (word TEXT)")
        work.session.connection().exec_driver_sql("INSERT INTO planted VALUES (?)", (demo.PASSPHRASE,))
    assert "records.sqlite3" in {name for name, _ in leaks((year.office.profile.root,), looked_for)}
