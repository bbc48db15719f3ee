"""Numbering: certificates that were found ready are numbered, signed and frozen, within one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Layout
from qc_desktop.domain.certificates import (
    SEQUENCE_LIMIT,
    SERIES,
    CertificateKind,
    CertificateState,
    Serial,
    format_number,
)
from qc_desktop.domain.dates import last_valid_day
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.records import canonical, written_hash
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.certificates import seals
from qc_desktop.services.certificates.candidates import Candidate, announced_without
from qc_desktop.services.certificates.kept_stopped import stopped_as_kept
from qc_desktop.services.layouts.choosing import in_use_by
from qc_desktop.services.office import Office
from qc_desktop.services.withdrawing import demand_good
from qc_desktop.storage.counters import take
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Campaign, Certificate, IssueBatch, Template
from qc_desktop.storage.types import new_id
from qc_desktop.trust.digits import to_digits
from qc_desktop.trust.fields import cut_name
from qc_desktop.trust.keys import OpenKeys, Signer
from qc_desktop.trust.links import check_prefix, name_limit
from qc_desktop.trust.payload import RECORD_HASH_BYTES, CertificatePayload, sign

if TYPE_CHECKING:
    from qc_desktop.services.certificates.issuing import Stopped

KIND = CertificateKind.PLEDGE_DISPLAY
EVERY = 20
"""How many certificates pass between two looks at the progress."""


@dataclass(frozen=True)
class _Terms:
    """What is the same for a whole batch."""

    layout: Layout
    prefix: str
    pattern: str
    issued: dt.date
    expires: dt.date
    campaign: Campaign
    signer: Signer
    replaces_id: str | None


def prefix_of(office: Office) -> str:
    """What the link of every label begins with. Raises UserError where none is set."""
    return check_prefix(preferences.get(office, "verification_prefix"))


def write(
    office: Office,
    work: UnitOfWork,
    campaign_id: str,
    keys: OpenKeys,
    ready: Sequence[Candidate],
    layout_sha256: str,
    replaces_id: str | None = None,
    stopped: Sequence[Stopped] = (),
) -> Job[tuple[str, tuple[str, ...]]]:
    """Within ``work``, numbers, signs and freezes ``ready`` as one batch; returns its id and the numbers.

    Raises UserError where the layout or a company changed since the check, and where the clock went back.
    """
    demand_good(work.session, keys.payload.kid.hex())
    terms = _terms(office, work.session, campaign_id, keys.payload, replaces_id)
    if terms.layout.sha256 != layout_sha256:
        raise UserError("store.changed_meanwhile")
    _check_still_ready(work.session, campaign_id, ready)
    keep_template(work.session, terms.layout)
    stamped = seals.freeze(work.session, seals.for_issue(office))
    batch = IssueBatch(
        id=new_id(),
        campaign_id=campaign_id,
        kind=KIND.value,
        issued_at=work.command.at,
        staff=work.author.staff,
        size=len(ready),
        selected=len(ready) + len(stopped),
        stopped=stopped_as_kept(stopped),
    )
    work.session.add(batch)
    work.session.flush()
    first = _reserve(work.session, terms.issued.year, len(ready))
    numbers: list[str] = []
    for position, candidate in enumerate(ready):
        certificate = _certificate(terms, work, batch.id, position, candidate, first + position)
        numbers.append(_add(work, certificate, stamped))
        if (position + 1) % EVERY == 0 or position + 1 == len(ready):
            yield Progress("issue", position + 1, len(ready))
    return batch.id, tuple(numbers)


def _terms(office: Office, session: Session, campaign_id: str, signer: Signer, replaces_id: str | None) -> _Terms:
    campaign = session.get_one(Campaign, campaign_id)
    newest = session.scalar(select(func.max(Certificate.issued_on)))
    if newest and office.today < newest:
        raise UserError("certificate.clock_back", today=office.today.isoformat(), newest=newest.isoformat())
    return _Terms(
        layout=in_use_by(office, session, KIND.value),
        prefix=prefix_of(office),
        pattern=preferences.get(office, "certificate_number_pattern"),
        issued=office.today,
        expires=last_valid_day(office.today, campaign.validity_years),
        campaign=campaign,
        signer=signer,
        replaces_id=replaces_id,
    )


def _check_still_ready(session: Session, campaign_id: str, ready: Sequence[Candidate]) -> None:
    """Raises UserError where somebody issued or moved a company between the check and the transaction."""
    wanted = {candidate.participation_id for candidate in ready}
    if not wanted <= set(announced_without(session, campaign_id, revoked_too=True)):
        raise UserError("store.changed_meanwhile")


def keep_template(session: Session, layout: Layout) -> None:
    """Keeps the layout's text under its hash, so that its certificates can be printed for ever as they were."""
    if session.get(Template, layout.sha256) is None:
        session.add(Template(sha256=layout.sha256, kind=layout.kind, content=layout.text))
        session.flush()


def _reserve(session: Session, year: int, count: int) -> int:
    """Takes ``count`` numbers from the counter of this series and ``year``; returns the first."""
    last = take(session, SERIES[KIND], year, count)
    if last > SEQUENCE_LIMIT:
        raise UserError("certificate.series_full", year=year)
    return last - count + 1


def _certificate(
    terms: _Terms, work: UnitOfWork, batch_id: str, position: int, candidate: Candidate, sequence: int
) -> Certificate:
    serial = Serial(SERIES[KIND], terms.issued.year, sequence)
    number = format_number(terms.pattern, serial.year, sequence)
    record = {
        "number": number,
        **candidate.fields,
        "issued": terms.issued.isoformat(),
        "expires": terms.expires.isoformat(),
        "template": terms.layout.sha256,
    }
    written = canonical(record)
    digest = written_hash(written)
    payload = CertificatePayload(
        serial=serial,
        issued=terms.issued,
        expires=terms.expires,
        uscc=candidate.uscc,
        record_hash=digest[:RECORD_HASH_BYTES],
        holder=cut_name(candidate.name, name_limit(terms.prefix)),
    )
    return Certificate(
        number=number,
        serial=int(serial),
        kind=KIND.value,
        company_id=candidate.company_id,
        participation_id=candidate.participation_id,
        campaign_id=terms.campaign.id,
        batch_id=batch_id,
        position=position,
        holder=candidate.name,
        uscc=candidate.uscc,
        issued_on=terms.issued,
        expires_on=terms.expires,
        record=written.decode(),
        record_hash=digest.hex(),
        template_sha256=terms.layout.sha256,
        link_prefix=terms.prefix,
        payload=to_digits(sign(payload, terms.signer)),
        key_id=terms.signer.kid.hex(),
        replaces_id=terms.replaces_id,
        state=CertificateState.LIVE.value,
        state_since=work.command.at,
    )


def _add(work: UnitOfWork, certificate: Certificate, stamped: Mapping[str, Any]) -> str:
    work.session.add(certificate)
    what = {"record_hash": certificate.record_hash, "serial": certificate.serial, "batch": certificate.batch_id}
    what |= stamped
    work.register(EventKind.CERTIFICATE_ISSUED, certificate.number, what)
    return certificate.number
