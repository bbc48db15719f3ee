"""What the association words itself and prints from its records, and why a word that claims too much may stand there.

A reason is kept as a setting of its own, under the place and the wording that it was given for: another wording asks
anew. It goes into the history with the command that saved the wording, and out of it with that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.claims import canonical
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.lengths import LEAST_REASON, REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.domain.worded import Place, Worded
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.settings import setting
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Campaign, ClauseSet, Participation, Pledge, SettingRow

KEPT = "worded:"
"""What the setting of a reason is called, before the key of its wording."""
OF_OFFICE = (Place.ISSUER_LINE, Place.ROSTER_TITLE)
_OF_YEAR = (Place.THEME, Place.INVITATION_NOTICE, Place.ANNOUNCEMENT_NO)


@dataclass(frozen=True)
class Reasons:
    """Why marked words stand, by word, and the document that approves a national title."""

    words: Mapping[str, str] = field(default_factory=dict)
    approval: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.approval)


NONE = Reasons()


@dataclass(frozen=True)
class Known:
    """The association's own name, and all reasons that were written down, by the key of their wording."""

    name: str = ""
    kept: Mapping[str, Reasons] = field(default_factory=dict)


def of_office(session: Session) -> list[Worded]:
    """Sentences of the settings."""
    name = _setting(session, "association_name")
    found = (Worded(place, _setting(session, place), name) for place in OF_OFFICE)
    return [one for one in found if one.text]


def _setting(session: Session, key: str) -> str:
    row = session.get(SettingRow, key)
    return str(setting(key).default if row is None else row.value)


def of_campaign(session: Session, campaign: Campaign) -> list[Worded]:
    """Sentences of a year: its own, its clauses, and clauses that a pledge in it was signed on."""
    signed = (
        select(Pledge.clause_set_id)
        .join(Participation, Participation.id == Pledge.participation_id)
        .where(Participation.campaign_id == campaign.id)
        .distinct()
    )
    others = set(session.scalars(signed)) - {campaign.clause_set_id}
    sets = [session.get_one(ClauseSet, one) for one in (campaign.clause_set_id, *sorted(others))]
    return [*of_year(session, campaign), *clauses(pair for one in sets for pair in one.clauses)]


def printed(session: Session, campaign_id: str = "") -> list[Worded]:
    """All that is printed on what is made for a campaign, or without one."""
    said = of_campaign(session, session.get_one(Campaign, campaign_id)) if campaign_id else []
    return [*said, *of_office(session)]


def of_year(session: Session, campaign: Campaign) -> list[Worded]:
    """The sentences of a year without clauses."""
    name = _setting(session, "association_name")
    return [Worded(place, text, name) for place in _OF_YEAR if (text := str(getattr(campaign, place)))]


def clauses(pairs: Iterable[Iterable[str]]) -> list[Worded]:
    """The sentences of clauses, short and full."""
    return list(dict.fromkeys(Worded(Place.CLAUSE, text) for pair in pairs for text in pair))


def lacking(session: Session, sentences: Iterable[Worded]) -> list[Worded]:
    """Those that say too much and for which something is not written down yet."""
    return [one for one in sentences if any(missing(session, [one]))]


def missing(session: Session, sentences: Iterable[Worded]) -> Iterator[Finding]:
    """What is said of each sentence that says too much, for which nobody wrote down why."""
    for one in sentences:
        if one.words or one.is_national:
            reasons, approval = _kept(session, one)
            wanted = [word for word in one.words if len(reasons.get(word, "")) < LEAST_REASON]
            if wanted:
                yield error("worded.claims", one.place, one.text, place=one.place, text=one.text, words=wanted)
            if one.is_national and len(approval) < LEAST_REASON:
                yield error("worded.approval", one.place, one.text, place=one.place, text=one.text)


def demand(session: Session, sentences: Iterable[Worded]) -> None:
    """Raises UserError for the first of :func:`missing`."""
    for finding in missing(session, sentences):
        raise UserError(finding.code, **finding.params)


def known(office: Office) -> Known:
    """What is needed to look through wording that is being typed."""
    with office.store.reading() as session:
        rows = session.scalars(select(SettingRow).where(SettingRow.id.startswith(KEPT, autoescape=True)))
        kept = {row.id.removeprefix(KEPT): Reasons(row.value["words"], row.value["approval"]) for row in rows}
        return Known(_setting(session, "association_name"), kept)


def accept(work: UnitOfWork, sentences: Iterable[Worded], reasons: Reasons) -> None:
    """Keeps ``reasons`` for those ``sentences`` that they are for; others keep theirs.

    Raises UserError for a word that none of them has, naming those that they have, and for an approval of nothing.
    """
    if not reasons:
        return
    asking = [one for one in sentences if one.words or one.is_national]
    given = {canonical(word): clean(reason) for word, reason in reasons.words.items()}
    for reason in (*given.values(), reasons.approval):
        bound(reason, REASON)
    marked = list(dict.fromkeys(word for one in asking for word in one.words))
    for word in given:
        if word not in marked:
            raise UserError("worded.not_marked" if marked else "worded.none_marked", word=word, known=marked)
    if reasons.approval and not any(one.is_national for one in asking):
        raise UserError("worded.not_national")
    for one in asking:
        _keep(work, one, {word: given[word] for word in one.words if word in given}, clean(reasons.approval))


def _keep(work: UnitOfWork, one: Worded, given: Mapping[str, str], approval: str) -> None:
    approval = approval if one.is_national else ""
    before, approved = _kept(work.session, one)
    if {**before, **given} == before and approval in ("", approved):
        return
    row = work.session.get(SettingRow, KEPT + one.key) or SettingRow(id=KEPT + one.key)
    row.value = {
        "place": one.place.value,
        "text": one.text,
        "words": {**before, **given},
        "approval": approval or approved,
        "staff": work.author.staff,
    }
    work.session.add(row)
    work.session.flush()


def _kept(session: Session, one: Worded) -> tuple[Mapping[str, str], str]:
    row = session.get(SettingRow, KEPT + one.key)
    return ({}, "") if row is None else (row.value["words"], row.value["approval"])
