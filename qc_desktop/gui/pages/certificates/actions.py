"""What the page has done on other threads; what draws and prints is imported there, not with the page."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    from qc_desktop.trust.keys import OpenKeys

FOLDER, BEGUN = "certificate_folder", "certificate_folder_begun"
ONE_FILE, MANY_FILES = "one_file", "many_files"
FOLDERS, ZIPS, ONE_ZIP = "folders", "zips", "one_zip"
"""Electronic packages, as ``services.certificates.packaging.PackageForm`` names them."""
PACKAGES = (FOLDERS, ZIPS, ONE_ZIP)
SUFFIXES = {ONE_FILE: ".pdf", ONE_ZIP: ".zip"}
"""What is one file, by its ending; everything else is a folder."""


@dataclass(frozen=True)
class FileOrder:
    """Files of ``numbers`` at ``path``, one or a folder; ``on_stock`` is 套打, ``reason`` why they are made again,
    ``secret`` what was typed so that they can be signed."""

    numbers: Sequence[str]
    mode: str
    path: Path
    checked: bool = True
    on_stock: bool = False
    reason: str = ""
    secret: str = field(default="", repr=False)

    @property
    def is_single(self) -> bool:
        """Whether each file is one whole certificate, as it is sent and signed."""
        return not self.on_stock and (self.mode != ONE_FILE or len(self.numbers) == 1)


@dataclass(frozen=True)
class Ended:
    """A certificate that was ended, and its replacement's number if there is one."""

    row: CertificateRow
    replacement: str = ""


def _keys(desk: Desk, passphrase: str) -> OpenKeys:
    return desk.keys or desk.unlock(passphrase)


def issue(desk: Desk, campaign_id: str, ids: Sequence[str], passphrase: str) -> Job[Issued]:
    """Unlocks the keys if need be and issues to the participations ``ids``, all or none."""
    keys = _keys(desk, passphrase)
    return (yield from issuing.issue(desk.office, campaign_id, keys, ids))


def end(desk: Desk, number: str, to: CertificateState, reason: str, passphrase: str) -> Ended:
    """Voids, revokes or replaces certificate ``number``."""
    if to is CertificateState.REPLACED:
        old, new = register.replace(desk.office, number, reason, _keys(desk, passphrase))
        return Ended(old, new.number)
    return Ended(register.end(desk.office, number, to, reason))


def make(desk: Desk, order: FileOrder) -> Job[Printed]:
    """Writes the certificates, and remembers where."""
    from qc_desktop.services.certificates import printing

    path, is_one = order.path, order.mode == ONE_FILE
    if not is_one and not path.parent.is_dir():
        raise UserError("file.folder_missing", path=path, folder=path.parent)
    if not is_one:
        desk.remember(**{BEGUN: str(path)})
    write = printing.print_one_file if is_one else printing.print_folder
    made = yield from write(
        desk.office,
        order.numbers,
        path,
        checked=order.checked,
        reason=order.reason,
        on_stock=order.on_stock,
        signer=desk.document_signer(order.secret) if order.is_single else None,
    )
    desk.remember(**{FOLDER: str(path.parent)})
    return made


def made_before(desk: Desk, numbers: Sequence[str]) -> int:
    """How many of ``numbers`` were made before, as a file or on paper."""
    from qc_desktop.services.certificates import print_noting

    return print_noting.made_before(desk.office, numbers)


def package(desk: Desk, order: FileOrder) -> Job[Packaged]:
    """Makes the electronic packages and remembers where."""
    from qc_desktop.services.certificates import packaging

    desk.remember(**{FOLDER: str(order.path.parent)})
    form, signer = packaging.PackageForm(order.mode), desk.document_signer(order.secret)
    return (yield from packaging.package(desk.office, order.numbers, order.path, form, signer))


def remembered_folder(desk: Desk) -> str:
    """Where certificates went last, empty the first time."""
    return preferences.remembered(desk.office.profile, FOLDER)


def begun_folder(desk: Desk, numbers: Sequence[str]) -> str:
    """The folder that single files were last made in, where some of ``numbers`` lie: to go on there. Else empty."""
    folder = preferences.remembered(desk.office.profile, BEGUN)
    if not folder or not Path(folder).is_dir():
        return ""
    names = tuple(f"{number}_" for number in numbers)
    return folder if any(path.name.startswith(names) for path in Path(folder).glob("*.pdf")) else ""


def draft_page(office: Office, campaign_id: str, participation_id: str, dpi: float) -> QImage:
    """The page that would be issued to the participation's company, ready to be shown."""
    from qc_desktop.services.certificates import previewing

    return QImage.fromData(previewing.draft_page(office, campaign_id, participation_id, dpi))


def issued_page(office: Office, number: str, dpi: float) -> QImage:
    """The page of certificate ``number``, ready to be shown: unpacking it would hold the window up."""
    from qc_desktop.services.certificates import previewing

    return QImage.fromData(previewing.issued_page(office, number, dpi))
