"""公章 on a certificate: as the settings had it when it was issued, and so for ever, whatever they have today.

Which one it was stands in the register with the issue, its picture beside those of the layouts. What was issued before
that was noted follows the settings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from qc_desktop.documents.pictures import picture_file
from qc_desktop.documents.seals import check_seal, fineness
from qc_desktop.documents.sheets import SealPrint
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.findings import Finding, error, errors
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.layouts import pictures
from qc_desktop.storage.tables import Event

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from qc_desktop.services.office import Office

_PICTURE, _DIAMETER = "seal", "seal_mm"


def present(office: Office) -> SealPrint:
    """The seal as the settings have it. Raises UserError for a picture that is lost or shows no seal."""
    named, diameter = preferences.get(office, "seal_picture"), float(preferences.get(office, "seal_diameter_mm"))
    if not named:
        return SealPrint(diameter=diameter)
    try:
        picture = picture_file(Path(named))
        check_seal(picture)
    except UserError as problem:
        if problem.code == "settings.no_file":
            raise UserError("certificate.seal_lost", path=named) from problem
        raise UserError("certificate.seal_unusable", path=named, why=problem) from problem
    return SealPrint(picture, diameter)


def for_issue(office: Office) -> SealPrint:
    """As :func:`present`; raises UserError also for a picture that has too few pixels for its size."""
    seal = present(office)
    for finding in errors(_fineness(seal)):
        why = UserError(finding.code, **finding.params)
        raise UserError("certificate.seal_unusable", path=preferences.get(office, "seal_picture"), why=why)
    return seal


def findings(office: Office) -> list[Finding]:
    """What is said of the settings' seal, before anything is made with it."""
    try:
        return _fineness(present(office))
    except UserError as problem:
        return [error(problem.code, "seal_picture", "", **problem.params)]


def _fineness(seal: SealPrint) -> list[Finding]:
    return list(fineness(seal.picture, seal.diameter)) if seal.picture else []


def freeze(session: Session, seal: SealPrint) -> dict[str, Any]:
    """Keeps the picture of ``seal``; returns what the register says of it with each certificate issued so."""
    sha256 = hashlib.sha256(seal.picture).hexdigest() if seal.picture else ""
    if sha256:
        pictures.keep(session, {sha256: seal.picture})
    return {_PICTURE: sha256, _DIAMETER: seal.diameter}


def of_issued(office: Office, session: Session, numbers: Sequence[str]) -> dict[str, SealPrint]:
    """The seal of each of the certificates ``numbers``: its own, or the settings' for one too old to have that.

    Each sheet carries its seal itself: one old certificate in a run puts no seal into the files of the others. Raises
    UserError where a picture is not what was kept: nothing is printed with that.
    """
    own = _frozen(session, numbers)
    if len(own) == len(set(numbers)):
        return own
    return dict.fromkeys(numbers, present(office)) | own


def _frozen(session: Session, numbers: Sequence[str]) -> dict[str, SealPrint]:
    """The seals with which certificates ``numbers`` were issued; what is too old to have one is not there."""
    issued: dict[str, tuple[str, float]] = {}
    for part in in_chunks(numbers):
        query = select(Event.subject, Event.kind, Event.data).where(Event.subject.in_(part))
        for number, kind, data in session.execute(query):
            if kind == EventKind.CERTIFICATE_ISSUED and _PICTURE in data:
                issued[number] = data[_PICTURE], data[_DIAMETER]
    known = {"": b""} | pictures.kept(session, {sha256 for sha256, _ in issued.values() if sha256})
    if any(sha256 and hashlib.sha256(content).hexdigest() != sha256 for sha256, content in known.items()):
        raise UserError("certificate.seal_damaged")
    made = {seal: SealPrint(known[seal[0]], seal[1]) for seal in set(issued.values()) if seal[0] in known}
    if any(seal not in made for seal in issued.values()):
        raise UserError("certificate.seal_damaged")
    return {number: made[seal] for number, seal in issued.items()}
