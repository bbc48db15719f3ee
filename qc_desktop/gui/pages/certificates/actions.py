"""What the page has done on other threads; what draws and prints is imported there, not with the page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.certificates import issuing, register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.certificates.issuing import Issued
    from qc_desktop.services.certificates.packaging import Packaged
    from qc_desktop.services.certificates.printing import Printed
    from qc_desktop.services.certificates.register import CertificateRow
    from qc_desktop.services.office import Office
    from qc_desktop.trust.keys import Signer

FOLDER, BEGUN = "certificate_folder", "certificate_folder_begun"
ONE_FILE, MANY_FILES = "one_file", "many_files"
FOLDERS, ZIPS, ONE_ZIP = "folders", "zips", "one_zip"
"""Electronic packages, as ``services.certificates.packaging.PackageForm`` names them."""
PACKAGES = (FOLDERS, ZIPS, ONE_ZIP)
SUFFIXES = {ONE_FILE: ".pdf", ONE_ZIP: ".zip"}
"""What is one file, by its ending; everything else is a folder."""


@dataclass(frozen=True)
class Ended:
    """A certificate that was ended, and its replacement's number if there is one."""

    row: CertificateRow
    replacement: str = ""


def _signer(desk: Desk, passphrase: str) -> Signer:
    return desk.signer or desk.unlock(passphrase)


def issue(desk: Desk, campaign_id: str, ids: Sequence[str], passphrase: str) -> Job[Issued]:
    """Unlocks the key if need be and issues to the participations ``ids``, all or none."""
    signer = _signer(desk, passphrase)
    return (yield from issuing.issue(desk.office, campaign_id, signer, ids))


def end(desk: Desk, number: str, to: CertificateState, reason: str, passphrase: str) -> Ended:
    """Voids, revokes or replaces certificate ``number``."""
    if to is CertificateState.REPLACED:
        old, new = register.replace(desk.office, number, reason, _signer(desk, passphrase))
        return Ended(old, new.number)
    return Ended(register.end(desk.office, number, to, reason))


def make(desk: Desk, numbers: Sequence[str], mode: str, path: Path, *, checked: bool, on_stock: bool) -> Job[Printed]:
    """Writes the certificates to ``path``, a file or a folder, and remembers where; ``on_stock`` (套打) in a file."""
    from qc_desktop.services.certificates import printing

    if mode == ONE_FILE:
        made = yield from printing.print_one_file(desk.office, numbers, path, checked=checked, on_stock=on_stock)
        desk.remember(**{FOLDER: str(path.parent)})
        return made
    if not path.parent.is_dir():
        raise UserError("file.folder_missing", path=path, folder=path.parent)
    desk.remember(**{FOLDER: str(path.parent), BEGUN: str(path)})
    return (yield from printing.print_folder(desk.office, numbers, path, checked=checked))


def package(desk: Desk, numbers: Sequence[str], mode: str, path: Path) -> Job[Packaged]:
    """Makes the electronic packages of ``numbers`` and remembers where."""
    from qc_desktop.services.certificates import packaging

    desk.remember(**{FOLDER: str(path.parent)})
    return (yield from packaging.package(desk.office, numbers, path, packaging.PackageForm(mode)))


def remembered_folder(desk: Desk) -> str:
    """Where certificates went last, empty the first time."""
    return preferences.remembered(desk.office.profile, FOLDER)


def begun_folder(desk: Desk, numbers: Sequence[str]) -> str:
    """The folder that single files were last made in, where some of ``numbers`` lie: to go on there. Else empty."""
    folder = preferences.remembered(desk.office.profile, BEGUN)
    if not folder or not Path(folder).is_dir():
        return ""
    made = {path.stem.rsplit("_", 1)[-1] for path in Path(folder).glob("*.pdf")}
    return folder if made & set(numbers) else ""


def draft_page(office: Office, campaign_id: str, participation_id: str, dpi: float) -> QImage:
    """The page that would be issued to the participation's company, ready to be shown."""
    from qc_desktop.services.certificates import previewing

    return QImage.fromData(previewing.draft_page(office, campaign_id, participation_id, dpi))


def issued_page(office: Office, number: str, dpi: float) -> QImage:
    """The page of certificate ``number``, ready to be shown: unpacking it would hold the window up."""
    from qc_desktop.services.certificates import previewing

    return QImage.fromData(previewing.issued_page(office, number, dpi))
