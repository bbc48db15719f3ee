"""Issuing: checked before anything is numbered, then numbered, signed and frozen in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.preflight import check_sheet
from qc_desktop.domain.campaigns import Stage
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
from qc_desktop.domain.findings import Finding, error, errors
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.domain.records import RecordValue, canonical, written_hash
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.certificates.candidates import Candidate, announced_without, candidates
from qc_desktop.services.certificates.reconciliation import stopped_as_kept
from qc_desktop.services.layouts import checking as layout_checking
from qc_desktop.services.layouts.choosing import in_use, in_use_by
from qc_desktop.services.layouts.versions import demand_words
from qc_desktop.services.office import Office
from qc_desktop.storage.counters import take
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Campaign, Certificate, IssueBatch, Participation, Template
from qc_desktop.storage.types import new_id
from qc_desktop.trust.digits import to_digits
from qc_desktop.trust.fields import cut_name
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.links import check_prefix, name_limit
from qc_desktop.trust.payload import RECORD_HASH_BYTES, CertificatePayload, sign

KIND = CertificateKind.PLEDGE_DISPLAY
EVERY = 20
"""How many certificates pass between two looks at the progress."""


@dataclass(frozen=True)
class Stopped:
    """A company that gets no certificate yet, and why."""

    participation_id: str
    name: str
    findings: tuple[Finding, ...]
    company_id: str = ""


@dataclass(frozen=True)
class Preflight:
    """Who is ready, in the order of their numbers, who is stopped, and what is said of the layout that was used.

    ``noted`` are those of the ready whose page deserves a look.
    """

    ready: tuple[Candidate, ...]
    stopped: tuple[Stopped, ...]
    layout: tuple[Finding, ...] = ()
    layout_sha256: str = ""
    noted: tuple[Stopped, ...] = ()


@dataclass(frozen=True)
class Issued:
    """One finished batch."""

    batch_id: str
    numbers: tuple[str, ...]
    stopped: tuple[Stopped, ...] = field(default=())


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


def preflight(office: Office, campaign_id: str, participation_ids: Sequence[str] | None = None) -> Job[Preflight]:
    """Checks everything that could go wrong on paper, before any number is given out.

    ``participation_ids`` None means every announced company that waits for a certificate; one whose certificate was
    revoked gets another only where it is named. Raises UserError where no link prefix or association name is set.
    """
    layout, prefix, issuer = in_use(office, KIND.value), _prefix(office), preferences.demanded_issuer(office)
    about_layout = _layout_findings(layout)
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        issuable = announced_without(session, campaign_id, revoked_too=participation_ids is not None)
        ids, allowed = issuable if participation_ids is None else list(participation_ids), set(issuable)
        found = list(candidates(session, campaign, ids, layout, issuer))
    ready: list[Candidate] = []
    stopped: list[Stopped] = []
    noted: list[Stopped] = []
    for done, candidate in enumerate(found, 1):  # outside the reading: others may write meanwhile
        findings = _findings(candidate, layout, prefix)
        if candidate.participation_id not in allowed:
            findings = [error("certificate.not_issuable")]
        said = Stopped(candidate.participation_id, candidate.name, tuple(findings), candidate.company_id)
        if errors(findings):
            stopped.append(said)
        else:
            ready.append(candidate)
            noted += [said] if findings else []
        if done % EVERY == 0 or done == len(found):
            yield Progress("preflight", done, len(found))
    return Preflight(tuple(ready), tuple(stopped), about_layout, layout.sha256, tuple(noted))


def _layout_findings(layout: Layout) -> tuple[Finding, ...]:
    """What is said of the layout. Raises UserError for the first thing that would spoil every certificate."""
    demand_words(layout)
    found = layout_checking.findings(layout)
    for finding in errors(found):
        raise UserError(finding.code, **finding.params)
    return tuple(found)


def _prefix(office: Office) -> str:
    return check_prefix(preferences.get(office, "verification_prefix"))


def _findings(candidate: Candidate, layout: Layout, prefix: str) -> list[Finding]:
    if not candidate.uscc:
        return [error("certificate.uscc_missing", "uscc")]
    return check_sheet(_dated(candidate), layout, prefix)


def _dated(candidate: Candidate) -> dict[str, RecordValue]:
    """The fields with stand-ins for what is given at issue, as long as the real ones."""
    return {**candidate.fields, "issued": "2026-12-31", "expires": "2027-12-30", "template": "0" * 64}


def checking(office: Office, campaign_id: str, participation_ids: Sequence[str] | None = None) -> Job[Preflight]:
    """As :func:`preflight`; raises UserError also where nobody is ready."""
    checked = yield from preflight(office, campaign_id, participation_ids)
    if not checked.ready:
        raise UserError("certificate.nobody_ready", stopped=len(checked.stopped))
    return checked


def issue(
    office: Office, campaign_id: str, signer: Signer, participation_ids: Sequence[str] | None = None
) -> Job[Issued]:
    """Issues a certificate to everyone whom :func:`preflight` finds ready, as one batch in one transaction.

    Numbers follow the roster's order without a gap. Closing the generator before its end leaves nothing. Raises
    UserError where nobody is ready, or as :func:`preflight` does.
    """
    checked = yield from checking(office, campaign_id, participation_ids)
    with office.writing("certificates_issue", undoable=False, count=len(checked.ready)) as work:
        about = (checked.ready, checked.layout_sha256)
        batch, numbers = yield from _write(office, work, campaign_id, signer, *about, stopped=checked.stopped)
    return Issued(batch, numbers, checked.stopped)


def _write(
    office: Office,
    work: UnitOfWork,
    campaign_id: str,
    signer: Signer,
    ready: Sequence[Candidate],
    layout_sha256: str,
    replaces_id: str | None = None,
    stopped: Sequence[Stopped] = (),
) -> Job[tuple[str, tuple[str, ...]]]:
    terms = _terms(office, work.session, campaign_id, signer, replaces_id)
    if terms.layout.sha256 != layout_sha256:
        raise UserError("store.changed_meanwhile")
    _check_still_ready(work.session, campaign_id, ready)
    keep_template(work.session, terms.layout)
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
        numbers.append(_add(work, certificate))
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
        prefix=_prefix(office),
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


def _add(work: UnitOfWork, certificate: Certificate) -> str:
    work.session.add(certificate)
    what = {"record_hash": certificate.record_hash, "serial": certificate.serial, "batch": certificate.batch_id}
    work.register(EventKind.CERTIFICATE_ISSUED, certificate.number, what)
    return certificate.number


def issue_replacement(office: Office, work: UnitOfWork, old: Certificate, signer: Signer) -> str:
    """Within ``work``, issues to the holder of ``old`` (no longer live) a new certificate with today's data.

    Raises UserError where its company cannot be certified now.
    """
    session = work.session
    campaign = session.get_one(Campaign, old.campaign_id)
    stage = Stage(session.get_one(Participation, old.participation_id).stage)
    if stage is not Stage.ANNOUNCED:
        raise UserError("certificate.not_announced", stage=stage)
    layout = in_use_by(office, session, KIND.value)
    (candidate,) = candidates(session, campaign, [old.participation_id], layout, preferences.demanded_issuer(office))
    bad = errors(_findings(candidate, layout, _prefix(office)))
    if bad:
        raise UserError(bad[0].code, **bad[0].params)
    _layout_findings(layout)
    _, numbers = finish(_write(office, work, campaign.id, signer, [candidate], layout.sha256, old.id))
    return numbers[0]
