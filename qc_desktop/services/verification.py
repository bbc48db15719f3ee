"""查验: is it genuine? By number, last digits, name, scanned text, picture or PDF."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import CertificateState, Serial, is_expired
from qc_desktop.domain.dates import local
from qc_desktop.domain.labels import parse_serial, serial_text
from qc_desktop.domain.verification import Particulars, Reason, Verdict, spoken, verdict_of
from qc_desktop.errors import UserError
from qc_desktop.services import attached, beside, keys, label_answers, register_lookup, scanned_text, withdrawing
from qc_desktop.services.answers import Answer, iso
from qc_desktop.services.certificates.dispatches import newest
from qc_desktop.services.labels.code_check import demanded
from qc_desktop.services.office import Office
from qc_desktop.services.site_copy import SiteCopy
from qc_desktop.storage.tables import Certificate
from qc_desktop.trust import links
from qc_desktop.trust.keylist import parse, pin
from qc_desktop.trust.published import KeyList
from qc_desktop.trust.verify import SHORTEST_DIGITS, Checked, Kept, check

MOST_KEY_BYTES = 1_000_000
"""A key list has a few kilobytes."""
FILES = (".pdf", ".png", ".jpg", ".jpeg")


def verify(office: Office, typed: str) -> list[Answer]:
    """The answers for a number, its last digits, a name, a scanned text or the path of a file.

    Several where a file has several labels, or a name several certificates (the newest first).
    """
    if _is_file(typed):
        published = _keys_here(office)
        return verify_file(Path(typed), published, withdrawing.kept(office, published), office)
    plain = scanned_text.plain(typed)
    return [verify_text(office, plain)] if _is_scan(plain) else _by_register(office, plain)


def _is_file(typed: str) -> bool:
    """Whether ``typed`` names a file: by its ending, or because there is one."""
    try:
        return Path(typed).suffix.lower() in FILES or Path(typed).is_file()
    except (OSError, ValueError):  # longer than a path can be, or with a NUL
        return False


def _keys_here(office: Office) -> KeyList:
    """The key list of this office. Raises UserError where it has none: then nobody's label can be judged here."""
    if keys.are_lost(office):
        raise UserError("keys.lost")
    published = keys.key_list(office)
    if not published.keys:
        raise UserError("verify.no_keys")
    return published


def _is_scan(typed: str) -> bool:
    """Whether ``typed`` came out of a label: a link, or as many digits as only a payload has."""
    found = links.find(typed, ())
    return found.foreign or len(found.digits) >= SHORTEST_DIGITS


def verify_text(office: Office, text: str) -> Answer:
    """The answer for what a scanner read: the signature first, then what became of the certificate."""
    published = _keys_here(office)
    return _with_register(office, check(text, published, office.today, withdrawing.kept(office, published)))


def verify_file(path: Path, published: KeyList, kept: Kept | None = None, office: Office | None = None) -> list[Answer]:
    """The answers for every label in a picture or PDF; without ``office`` the state stays unknown (signed).

    What is attached to a PDF must be what was signed (:func:`attached.judged`). Raises UserError for a file that
    cannot be read, and ``verify.no_label`` where it has no label.
    """
    from qc_desktop.domain.dates import today

    return [
        replace(_with_register(office, checked) if office else _answer(checked), page=page, ledger_place=place)
        for checked, page, place in _in_file(path, published, kept, office.today if office else today())
    ]


def _in_file(path: Path, published: KeyList, kept: Kept | None, day: dt.date) -> Iterator[tuple[Checked, int, int]]:
    """Every label of a file, the page it stands on, and where in the ledger."""
    from qc_desktop.documents.outside.codes import read

    brought = read(path)
    if not brought.symbols:
        raise UserError("verify.no_label", name=path.name)
    for page, text in brought.symbols:
        checked, place = attached.judged(check(text, published, day, kept), brought, published)
        yield checked, page, place


def load_key_list(path: Path, root: str) -> KeyList:
    """A published keys.json, trusted because the root key with fingerprint ``root`` signed it. Raises UserError."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_KEY_BYTES + 1)
    except OSError as problem:
        raise UserError("settings.no_file", path=path) from problem
    if len(content) > MOST_KEY_BYTES:
        raise UserError("verify.keys_too_large", path=path)
    return parse(content, pin(root))


def verify_with(copy: SiteCopy, text: str, kept: Kept | None = None, code: str = "") -> list[Answer]:
    """As :func:`verify` without any records: what the signature says, and the lists that stand beside the keys.

    ``code`` is the one below the coating of the label. Raises UserError ``label.code_form`` for what no code can be.
    """
    from qc_desktop.domain.dates import today

    plain = demanded(code) if code else ""
    if _is_file(text):
        found = list(_in_file(Path(text), copy.keys, kept, today()))
    else:
        found = [(check(scanned_text.plain(text), copy.keys, today(), kept), 0, 0)]
    return [
        replace(beside.completed(_answer(checked), checked, copy, plain), page=page, ledger_place=place)
        for checked, page, place in found
    ]


def _answer(checked: Checked) -> Answer:
    return Answer(
        verdict=checked.verdict,
        reason=checked.reason,
        number=checked.number or _serial(checked),
        title=checked.title_zh,
        holder=checked.holder,
        uscc=checked.uscc,
        issued=iso(checked.issued),
        expires=iso(checked.expires),
        spoken=spoken(checked.verdict, checked.particulars),
        is_label=checked.batch is not None,
    )


def _serial(checked: Checked) -> str:
    """The number of an item label, as it is printed; empty for anything else."""
    return serial_text(checked.batch, checked.index) if checked.batch is not None and checked.index is not None else ""


def _with_register(office: Office, checked: Checked) -> Answer:
    """The answer of a good signature, with what the register says of that serial."""
    if checked.batch is not None and checked.index is not None:
        with office.store.reading() as session:
            label = label_answers.answer(office, session, checked.batch, checked.index, checked.kid.hex())
        return label or _answer(checked)
    if checked.serial is None or checked.verdict not in (Verdict.SIGNED, Verdict.EXPIRED):
        return _answer(checked)
    with office.store.reading() as session:
        certificate = _by_serial(session, checked.serial)
        if certificate is None:
            return _answer(checked)
        if not certificate.record_hash.startswith(checked.record_hash.hex()):
            return _answer(Checked(verdict_of(Reason.REGISTER_DIFFERS), Reason.REGISTER_DIFFERS))
        return _registered(office, session, certificate, checked.reason)


def _by_serial(session: Session, serial: Serial) -> Certificate | None:
    return session.scalars(select(Certificate).where(Certificate.serial == int(serial))).first()


def _by_register(office: Office, typed: str) -> list[Answer]:
    with office.store.reading() as session:
        label = _label(office, session, typed)
        if label is not None:  # a certificate may be numbered so too
            exact = register_lookup.by_number(session, typed)
            return [*([_registered(office, session, exact, Reason.OK)] if exact else []), label]
        found = register_lookup.find(session, typed)
        if not found:
            return [Answer(Verdict.UNKNOWN, Reason.NO_PAYLOAD, spoken=spoken(Verdict.UNKNOWN))]
        return [_registered(office, session, certificate, Reason.OK) for certificate in found]


def _label(office: Office, session: Session, typed: str) -> Answer | None:
    """The answer for the number of an item label, if ``typed`` is one of a batch that there is."""
    serial = parse_serial(typed)
    return label_answers.answer(office, session, *serial) if serial else None


_ENDED = {
    CertificateState.VOID: Verdict.VOID,
    CertificateState.REVOKED: Verdict.REVOKED,
    CertificateState.REPLACED: Verdict.REPLACED,
}


def _registered(office: Office, session: Session, certificate: Certificate, reason: Reason) -> Answer:
    """The answer for a certificate in the register, read from its frozen record."""
    record = json.loads(certificate.record)
    state = CertificateState(certificate.state)
    expired = is_expired(certificate.expires_on, office.today)
    verdict = _ENDED.get(state, Verdict.EXPIRED if expired else Verdict.VALID)
    successor = register_lookup.successor_of(session, certificate)
    about = Particulars(
        title=record["title"],
        holder=certificate.holder,
        issued=certificate.issued_on,
        expires=certificate.expires_on,
        ended=None if state is CertificateState.LIVE else local(certificate.state_since).date(),
        replacement=successor,
        reason=reason,
    )
    return Answer(
        verdict=verdict,
        reason=reason,
        number=certificate.number,
        title=record["title"],
        holder=certificate.holder,
        uscc=certificate.uscc,
        issued=iso(certificate.issued_on),
        expires=iso(certificate.expires_on),
        state_reason=certificate.state_reason,
        replaced_by=successor,
        spoken=spoken(verdict, about),
        dispatch=newest(session, [certificate.id]).get(certificate.id),
    )
