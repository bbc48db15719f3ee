"""What the association words itself and prints from its records: sentence by sentence, by the paper it stands on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.worded import Place, Worded
from qc_desktop.services.stored_settings import stored
from qc_desktop.storage.tables import Campaign, ClauseSet, Participation, Pledge

OF_OFFICE = (Place.ISSUER_LINE, Place.ROSTER_TITLE)
_OF_YEAR = (Place.THEME, Place.INVITATION_NOTICE, Place.ANNOUNCEMENT_NO)
_LEFT = (Stage.DECLINED, Stage.WITHDRAWN, Stage.REVOKED)
"""Nothing is printed any more of what was signed there."""


def of_office(session: Session) -> list[Worded]:
    """Sentences of the settings."""
    name = name_of(session)
    found = (Worded(place, str(stored(session, place)), name) for place in OF_OFFICE)
    return [one for one in found if one.text]


def name_of(session: Session) -> str:
    """The association's own name: it claims nothing."""
    return str(stored(session, "association_name"))


def of_campaign(session: Session, campaign: Campaign) -> list[Worded]:
    """Sentences of a year: its own, its clauses, and earlier ones that a pledge in it was signed on."""
    return [*of_year(session, campaign), *clauses(session, _pairs(session, campaign), _year(session, campaign))]


def earlier(session: Session, campaign: Campaign) -> list[Worded]:
    """Clauses that only earlier versions have, which pledges were signed on that can still be printed."""
    present = set(clauses(session, session.get_one(ClauseSet, campaign.clause_set_id).clauses))
    return [one for one in clauses(session, _pairs(session, campaign)) if one not in present]


def _pairs(session: Session, campaign: Campaign) -> list[list[str]]:
    signed = (
        select(Pledge.clause_set_id)
        .join(Participation, Participation.id == Pledge.participation_id)
        .where(Participation.campaign_id == campaign.id, Participation.stage.not_in(_LEFT))
        .distinct()
    )
    others = set(session.scalars(signed)) - {campaign.clause_set_id}
    sets = [session.get_one(ClauseSet, one) for one in (campaign.clause_set_id, *sorted(others))]
    return [pair for one in sets for pair in one.clauses]


def on_certificates(session: Session, campaign: Campaign) -> list[Worded]:
    """What a certificate prints of these sentences: of clauses the short texts."""
    said = [one for one in of_year(session, campaign) if one.place is not Place.INVITATION_NOTICE]
    said += clauses(session, ([short] for short, _ in _pairs(session, campaign)), _year(session, campaign))
    return said + _issuer(session)


def on_announcement(session: Session, campaign: Campaign, title: str) -> list[Worded]:
    """What an announcement prints below the ``title`` that its roster was published with."""
    said = [one for one in of_year(session, campaign) if one.place is not Place.INVITATION_NOTICE]
    return [*said, *of_roster(session, title.removeprefix(f"{campaign.campaign_year}年")), *_issuer(session)]


def of_roster(session: Session, title: str) -> list[Worded]:
    """The title of a roster, without its year."""
    return [Worded(Place.ROSTER_TITLE, title, name_of(session))]


def on_letter(session: Session, campaign_id: str, *, notice: bool = False, pledged: bool = False) -> list[Worded]:
    """What a letter prints; ``notice``: also the number of the invitation, ``pledged``: also the full clauses."""
    if not campaign_id:
        return _issuer(session)
    campaign = session.get_one(Campaign, campaign_id)
    places = (Place.THEME, Place.INVITATION_NOTICE) if notice else (Place.THEME,)
    said = [one for one in of_year(session, campaign) if one.place in places]
    if pledged:
        present = session.get_one(ClauseSet, campaign.clause_set_id).clauses
        said += clauses(session, ([full] for _, full in present), _year(session, campaign))
    return said + _issuer(session)


def _issuer(session: Session) -> list[Worded]:
    return [one for one in of_office(session) if one.place is Place.ISSUER_LINE]


def of_year(session: Session, campaign: Campaign) -> list[Worded]:
    """The sentences of a year without clauses."""
    name, year = name_of(session), _year(session, campaign)
    return [Worded(place, text, name, year) for place in _OF_YEAR if (text := str(getattr(campaign, place)))]


def _year(session: Session, campaign: Campaign) -> int:
    """The year of ``campaign``, 0 where it is the newest, which goes without saying."""
    newest = session.scalar(select(func.max(Campaign.campaign_year)))
    return 0 if campaign.campaign_year == newest else campaign.campaign_year


def clauses(session: Session, pairs: Iterable[Iterable[str]], year: int = 0) -> list[Worded]:
    """The sentences of clauses, short and full."""
    name = name_of(session)
    return list(dict.fromkeys(Worded(Place.CLAUSE, text, name, year) for pair in pairs for text in pair))
