"""What the association words itself and prints from its records: sentence by sentence, by the paper it stands on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.worded import Place, Worded, worded_text
from qc_desktop.services.stored_settings import stored
from qc_desktop.storage.tables import Campaign, ClauseSet, Participation, Pledge

OF_OFFICE = (Place.ISSUER_LINE, Place.ROSTER_TITLE)
_OF_YEAR = (Place.THEME, Place.INVITATION_NOTICE, Place.ANNOUNCEMENT_NO)
_SHORT, _FULL = slice(1), slice(1, None)
"""Of a clause."""
_LEFT = (Stage.DECLINED, Stage.WITHDRAWN, Stage.REVOKED)
"""Nothing is printed any more of what was signed there."""


def of_office(session: Session) -> list[Worded]:
    """Sentences of the settings; in the place of an issuer line that is not set stands the association's name."""
    name = name_of(session)
    issuer = worded_text(str(stored(session, Place.ISSUER_LINE))) or name
    title = Worded(Place.ROSTER_TITLE, str(stored(session, Place.ROSTER_TITLE)), name)
    return [Worded(Place.ISSUER_LINE, issuer, name), title] if issuer else [title]


def name_of(session: Session) -> str:
    """The association's own name: it claims nothing."""
    return str(stored(session, "association_name"))


def of_campaign(session: Session, campaign: Campaign) -> list[Worded]:
    """Sentences of a year: its own, its clauses, and earlier ones that a pledge in it was signed on."""
    return [*of_year(session, campaign), *_present(session, campaign), *earlier(session, campaign)]


def earlier(session: Session, campaign: Campaign) -> list[Worded]:
    """Clauses that only earlier versions have, which pledges were signed on that can still be printed."""
    present, year = set(_present(session, campaign)), _year(session, campaign)
    signed = clauses(session, _signed(session, campaign), year, signed=True)
    return [one for one in signed if one not in present]


def _present(session: Session, campaign: Campaign, part: slice = slice(None)) -> list[Worded]:
    """The clauses of today, of short and full text that ``part``."""
    present = session.get_one(ClauseSet, campaign.clause_set_id).clauses
    return clauses(session, (pair[part] for pair in present), _year(session, campaign))


def _signed(session: Session, campaign: Campaign) -> list[list[str]]:
    """Clauses of earlier versions that pledges stand on."""
    signed = (
        select(Pledge.clause_set_id)
        .join(Participation, Participation.id == Pledge.participation_id)
        .where(Participation.campaign_id == campaign.id, Participation.stage.not_in(_LEFT))
        .distinct()
    )
    others = set(session.scalars(signed)) - {campaign.clause_set_id}
    return [pair for one in sorted(others) for pair in session.get_one(ClauseSet, one).clauses]


def on_certificates(session: Session, campaign: Campaign) -> list[Worded]:
    """What a certificate prints of these sentences: of clauses the short texts."""
    said = [one for one in of_year(session, campaign) if one.place is not Place.INVITATION_NOTICE]
    present = _present(session, campaign, _SHORT)
    shorts = ([short] for short, _ in _signed(session, campaign))
    signed = clauses(session, shorts, _year(session, campaign), signed=True)
    return [*said, *dict.fromkeys([*present, *signed]), *_issuer(session)]


def on_announcement(session: Session, campaign: Campaign, title: str) -> list[Worded]:
    """What an announcement prints below the ``title`` that its roster was published with."""
    said = [one for one in of_year(session, campaign) if one.place is not Place.INVITATION_NOTICE]
    return [*said, *of_published(session, campaign, title), *_issuer(session)]


def of_published(session: Session, campaign: Campaign, title: str) -> list[Worded]:
    """The ``title`` that a roster of ``campaign`` was published with."""
    return of_roster(session, title.removeprefix(f"{campaign.campaign_year}年"))


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
        said += _present(session, campaign, _FULL)
    return said + _issuer(session)


def of_products(session: Session, products: Iterable[str]) -> list[Worded]:
    """Names of products that labels are agreed for."""
    name = name_of(session)
    return [Worded(Place.PRODUCT, product, name) for product in products]


def on_label(session: Session, product: str, lot: str) -> list[Worded]:
    """What a label of a product says in a company's words, below the association's heading."""
    return [*of_products(session, [product]), Worded(Place.LOT, lot, name_of(session))]


def _issuer(session: Session) -> list[Worded]:
    return [one for one in of_office(session) if one.place is Place.ISSUER_LINE]


def of_year(session: Session, campaign: Campaign) -> list[Worded]:
    """The sentences of a year without clauses: those that are there, and those that have to be."""
    name, year = name_of(session), _year(session, campaign)
    found = (Worded(place, str(getattr(campaign, place)), name, year) for place in _OF_YEAR)
    return [one for one in found if one.text or one.is_blank]


def _year(session: Session, campaign: Campaign) -> int:
    """The year of ``campaign``, 0 where it is the newest, which goes without saying."""
    newest = session.scalar(select(func.max(Campaign.campaign_year)))
    return 0 if campaign.campaign_year == newest else campaign.campaign_year


def clauses(session: Session, pairs: Iterable[Iterable[str]], year: int = 0, *, signed: bool = False) -> list[Worded]:
    """The sentences of clauses, short and full; ``signed``: of earlier ones, which nobody can reword."""
    name = name_of(session)
    return list(dict.fromkeys(Worded(Place.CLAUSE, text, name, year, signed) for pair in pairs for text in pair))
