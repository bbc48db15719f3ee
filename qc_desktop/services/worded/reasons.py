"""Why a word that claims too much may stand in such a sentence.

A reason is kept as a setting of its own, under the place and the wording that it was given for: another wording asks
anew. It goes into the history with the command that saved the wording, and out of it with that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.claims import canonical, is_national
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.lengths import REASON, bound, check_reason, is_reason
from qc_desktop.domain.text import clean
from qc_desktop.domain.worded import BRACE, Place, Worded
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.services.worded.sentences import earlier, name_of
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Campaign, SettingRow

_QUOTED = 40
"""Characters of a sentence that is named among others."""
_AMONG_OTHERS = {
    "worded.blank": ("worded.blank_shortly", "worded.write"),
    "worded.brace": ("worded.brace_shortly", "worded.take_out"),
    "worded.claims": ("worded.claims_shortly", "worded.give_reasons"),
    "worded.brace_signed": ("worded.brace_signed_shortly", "worded.give_reasons"),
    "worded.approval": ("worded.approval_shortly", "worded.give_approval"),
}
"""How each is said where several are told, and what is to be done about it."""
KEPT = "worded:"
"""What the setting of a reason is called, before the key of its wording."""


@dataclass(frozen=True)
class Reasons:
    """Why marked words stand, by word, and the document that approves a national title.

    What is ``spare`` may be for nothing: a form knows the records as they were.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    approval: str = ""
    spare: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.approval)


NONE = Reasons()


@dataclass(frozen=True)
class Known:
    """The association's own name, and all reasons that were written down, by the key of their wording.

    ``earlier`` are clauses of a year that pledges were signed on before it got others, and that want a reason.
    """

    name: str = ""
    kept: Mapping[str, Reasons] = field(default_factory=dict)
    earlier: tuple[str, ...] = ()


def lacking(session: Session, sentences: Iterable[Worded]) -> list[Worded]:
    """Those of which :func:`missing` says something."""
    return [one for one in sentences if any(missing(session, [one]))]


def missing(session: Session, sentences: Iterable[Worded], given: Reasons = NONE) -> Iterator[Finding]:
    """What is said of each sentence that cannot be printed: empty, with a brace, or for a word that claims too much in
    it nobody wrote down why, nor will with ``given``."""
    for one in sentences:
        place = error("worded.of_year", year=one.year, place=one.place) if one.year else one.place
        if one.is_blank:
            yield error("worded.blank", one.place, place=place)
        if one.brace and not one.signed:
            yield error("worded.brace", one.place, one.brace, place=place, text=one.brace)
        if one.words or one.is_national:
            yield from _unreasoned(session, one, place, given)


def _unreasoned(session: Session, one: Worded, place: Finding | Place, given: Reasons) -> Iterator[Finding]:
    reasons, approval = _kept(session, one)
    written = {**reasons, **given.words}
    wanted = [word for word in one.words if not is_reason(written.get(word, ""))]
    if claimed := [word for word in wanted if word != BRACE]:
        yield error("worded.claims", one.place, one.text, place=place, text=one.text, words=claimed)
    if BRACE in wanted:
        yield error("worded.brace_signed", one.place, one.brace, place=place, text=one.brace)
    if one.is_national and not is_reason(approval or given.approval):
        yield error("worded.approval", one.place, one.text, place=place, text=one.text)


def demand(session: Session, sentences: Iterable[Worded], given: Reasons = NONE) -> None:
    """Raises UserError for all of :func:`missing`: who settles one need not come back for each of the others."""
    found = list(missing(session, sentences, given))
    if len(found) == 1:
        raise UserError(found[0].code, **found[0].params)
    if found:
        wanted = (error(code) for code in dict.fromkeys(_AMONG_OTHERS[one.code][1] for one in found))
        to_do = reduce(lambda first, then: error("worded.both", first=first, then=then), wanted)
        raise UserError("worded.several", count=len(found), problems=[_shortly(one) for one in found], to_do=to_do)


def _shortly(finding: Finding) -> Finding:
    text = finding.value if len(finding.value) <= _QUOTED else f"{finding.value[:_QUOTED]}…"
    return replace(finding, code=_AMONG_OTHERS[finding.code][0], params={**finding.params, "text": text})


def known(office: Office, campaign_id: str = "") -> Known:
    """What is needed to look through wording that is being typed, of a campaign where one is named."""
    with office.store.reading() as session:
        rows = session.scalars(select(SettingRow).where(SettingRow.id.startswith(KEPT, autoescape=True)))
        kept = {row.id.removeprefix(KEPT): Reasons(row.value["words"], row.value["approval"]) for row in rows}
        others = earlier(session, session.get_one(Campaign, campaign_id)) if campaign_id else []
        return Known(name_of(session), kept, tuple(one.text for one in lacking(session, others)))


def accept(work: UnitOfWork, sentences: Iterable[Worded], reasons: Reasons) -> None:
    """Keeps each of ``reasons`` for those ``sentences`` that lack it; where none does, it is another for all of them.

    Raises UserError for one that says nothing; for a word that none of them has, naming those that they have, and for
    an approval of nothing, unless they are spare.
    """
    if not reasons:
        return
    asking = [one for one in sentences if one.words or one.is_national]
    given = {canonical(word): clean(reason) for word, reason in reasons.words.items()}
    _refuse_empty_talk(given, reasons.approval)
    if not reasons.spare:
        _refuse_needless(asking, given, reasons.approval)
    having = {word: _needy(work.session, asking, word) for word in given}
    titles = _needy(work.session, asking) if reasons.approval else []
    for one in asking:  # each once: the history says of a row what one writing made of it
        words = {word: reason for word, reason in given.items() if one in having[word]}
        _keep(work, one, words, clean(reasons.approval) if one in titles else "")


def _refuse_empty_talk(given: Mapping[str, str], approval: str) -> None:
    for word, reason in given.items():
        check_reason(word, reason)
    bound(approval, REASON)
    if approval and not is_reason(approval):
        raise UserError("worded.no_approval", approval=approval)


def _needy(session: Session, asking: Sequence[Worded], word: str = "") -> list[Worded]:
    """Those of ``asking`` with ``word``, or with a national title, that lack what is wanted; all, where none does."""
    having = [one for one in asking if (word in one.words if word else one.is_national)]
    kept = {one: _kept(session, one) for one in having}
    return [one for one in having if not is_reason(kept[one][0].get(word, "") if word else kept[one][1])] or having


def _refuse_needless(asking: Sequence[Worded], given: Iterable[str], approval: str) -> None:
    marked = list(dict.fromkeys(word for one in asking for word in one.words))
    claims_all = any(one.is_national for one in asking)
    for word in given:
        if word not in marked:
            if claims_all and is_national(word):
                raise UserError("worded.wants_approval", word=word)
            raise UserError("worded.not_marked" if marked else "worded.none_marked", word=word, known=marked)
    if approval and not claims_all:
        raise UserError("worded.not_national")


def _keep(work: UnitOfWork, one: Worded, given: Mapping[str, str], approval: str = "") -> None:
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
