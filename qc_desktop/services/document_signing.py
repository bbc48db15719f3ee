"""PDF签名: whether files of certificates are signed, and with what: off unless an office asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError
from qc_desktop.services import keys, preferences
from qc_desktop.trust import document_keys, pdf_signatures

if TYPE_CHECKING:
    from qc_desktop.services.office import Office
    from qc_desktop.trust.keys import OpenKeys
    from qc_desktop.trust.pdf_signatures import DocumentSigner

WAY, FILE = "pdf_signature", "pdf_signature_file"


class Way(StrEnum):
    """Not at all, with the association's own key, or with the file that an authority handed out."""

    OFF = "off"
    OWN = "own"
    FILE = "file"


@dataclass(frozen=True)
class Standing:
    """How files are signed now: ``file`` is where this PC has the certificate file, if it does."""

    way: Way = Way.OFF
    file: str = ""
    is_there: bool = False
    is_installed: bool = True


def standing(office: Office) -> Standing:
    """How it stands now."""
    file = str(preferences.get(office, FILE))
    return Standing(way(office), file, bool(file) and Path(file).is_file(), pdf_signatures.is_installed())


def way(office: Office) -> Way:
    """What the office chose."""
    return Way(preferences.get(office, WAY))


def choose(office: Office, chosen: Way, file: Path | None = None) -> Way:
    """Signs in the way ``chosen`` from now on, on this PC with ``file``. Raises UserError where that cannot work."""
    if chosen is not Way.OFF:
        pdf_signatures.demand_installed()
    if chosen is Way.FILE and not (file or preferences.get(office, FILE)):
        raise UserError("pdf_signature.no_file")
    typed = {WAY: chosen.value} | ({FILE: str(file)} if file else {})
    preferences.change(office, typed)
    return chosen


def signer(office: Office, unlock: Callable[[], OpenKeys], password: Callable[[], str]) -> DocumentSigner | None:
    """What files are signed with now, None where they are not; of ``unlock`` and ``password`` only what the office's
    way needs is asked.

    Raises UserError: pyHanko is not installed, the file is missing, is none or has another password, or is over.
    """
    match way(office):
        case Way.OFF:
            return None
        case Way.OWN:
            pdf_signatures.demand_installed()
            opened = unlock()
            return pdf_signatures.of_key(document_keys.document_key(opened.payload), certificate(office, opened))
        case Way.FILE:
            return of_file(office, password())


def of_file(office: Office, password: str) -> DocumentSigner:
    """The key in the file that this PC has. Raises UserError as :func:`signer` does."""
    path = str(preferences.get(office, FILE))
    if not path:
        raise UserError("pdf_signature.no_file")
    held = pdf_signatures.of_pkcs12(Path(path), password)
    if held.valid_until < office.today:
        raise UserError("pdf_signature.over", name=Path(path).name, day=held.valid_until.isoformat())
    return held


def certificate(office: Office, opened: OpenKeys) -> bytes:
    """The certificate (DER) of the office's own key, in its name. Raises UserError where it has none."""
    name = preferences.demanded_issuer(office)
    made = next(day for day, data in keys.known(office).made if data["spki"] == opened.payload.spki.hex())
    return document_keys.own_certificate(document_keys.document_key(opened.payload), name, made)
