"""Issuing: checked before anything is numbered, then numbered, signed and frozen in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.preflight import check_sheet
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.findings import Finding, error, errors
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.domain.records import RecordValue
from qc_desktop.errors import UserError
from qc_desktop.services import preferences, worded
from qc_desktop.services.certificates import seals
from qc_desktop.services.certificates.candidates import Candidate, announced_without, candidates
from qc_desktop.services.certificates.numbering import EVERY, KIND, prefix_of, write
from qc_desktop.services.layouts import checking as layout_checking
from qc_desktop.services.layouts.choosing import in_use, in_use_by
from qc_desktop.services.layouts.versions import demand_words
from qc_desktop.services.ledger import heads
from qc_desktop.services.office import Office
from qc_desktop.services.site import display
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Campaign, Certificate, Participation
from qc_desktop.trust.keys import OpenKeys


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

    ``noted`` are those of the ready whose page deserves a look. ``undisplayed`` counts those whose pledge no
    publication showed so far, although the certificate says so.
    """

    ready: tuple[Candidate, ...]
    stopped: tuple[Stopped, ...]
    layout: tuple[Finding, ...] = ()
    layout_sha256: str = ""
    noted: tuple[Stopped, ...] = ()
    undisplayed: int = 0


@dataclass(frozen=True)
class Issued:
    """One finished batch."""

    batch_id: str
    numbers: tuple[str, ...]
    stopped: tuple[Stopped, ...] = field(default=())


def preflight(office: Office, campaign_id: str, participation_ids: Sequence[str] | None = None) -> Job[Preflight]:
    """Checks everything that could go wrong on paper, before any number is given out.

    ``participation_ids`` None means every announced company that waits for a certificate; one whose certificate was
    revoked gets another only where it is named. Raises UserError where no link prefix or association name is set, and
    where the layout, the year's wording or the seal's picture would spoil every certificate.
    """
    layout, prefix, issuer = in_use(office, KIND.value), prefix_of(office), preferences.demanded_issuer(office)
    about_layout = _layout_findings(layout)
    seals.for_issue(office)
    about_layout += tuple(seals.findings(office))
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        worded.demand(session, worded.on_certificates(session, campaign))
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
    with office.store.reading() as session:
        undisplayed = len(display.never_shown(session, [candidate.participation_id for candidate in ready]))
    return Preflight(tuple(ready), tuple(stopped), about_layout, layout.sha256, tuple(noted), undisplayed)


def _layout_findings(layout: Layout) -> tuple[Finding, ...]:
    """What is said of the layout. Raises UserError for the first thing that would spoil every certificate."""
    demand_words(layout)
    found = layout_checking.findings(layout)
    for finding in errors(found):
        raise UserError(finding.code, **finding.params)
    return tuple(found)


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
    office: Office, campaign_id: str, keys: OpenKeys, participation_ids: Sequence[str] | None = None
) -> Job[Issued]:
    """Issues a certificate to everyone whom :func:`preflight` finds ready, as one batch in one transaction.

    Numbers follow the roster's order without a gap. Closing the generator before its end leaves nothing. Raises
    UserError where nobody is ready, or as :func:`preflight` does.
    """
    checked = yield from checking(office, campaign_id, participation_ids)
    with heads.writing("certificates_issue", office, keys, count=len(checked.ready)) as work:
        about = (checked.ready, checked.layout_sha256)
        batch, numbers = yield from write(office, work, campaign_id, keys, *about, stopped=checked.stopped)
    return Issued(batch, numbers, checked.stopped)


def issue_replacement(office: Office, work: UnitOfWork, old: Certificate, keys: OpenKeys) -> str:
    """Within ``work``, issues to the holder of ``old`` (no longer live) a new certificate with today's data.

    Raises UserError where its company cannot be certified now.
    """
    session = work.session
    campaign = session.get_one(Campaign, old.campaign_id)
    worded.demand(session, worded.on_certificates(session, campaign))
    stage = Stage(session.get_one(Participation, old.participation_id).stage)
    if stage is not Stage.ANNOUNCED:
        raise UserError("certificate.not_announced", stage=stage)
    layout = in_use_by(office, session, KIND.value)
    (candidate,) = candidates(session, campaign, [old.participation_id], layout, preferences.demanded_issuer(office))
    bad = errors(_findings(candidate, layout, prefix_of(office)))
    if bad:
        raise UserError(bad[0].code, **bad[0].params)
    _layout_findings(layout)
    _, numbers = finish(write(office, work, campaign.id, keys, [candidate], layout.sha256, old.id))
    return numbers[0]
