"""What a roster says of each company: frozen with it, or joined when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from sys import intern
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.roster_columns import RosterColumn
from qc_desktop.services.campaigns.stages import CHUNK
from qc_desktop.services.certificates.candidates import ROSTER_ORDER, products_of, standards_of
from qc_desktop.storage.merged import not_merged, survivors
from qc_desktop.storage.tables import Certificate, Company, Participation

Entry = Mapping[str, Any]
"""A company on a roster: company_id, participation_id, and the facts of domain/roster_columns.FROZEN as texts.

One published before a column existed lacks its fact.
"""


def of_today(session: Session, campaign_id: str) -> Iterator[Entry]:
    """The announced companies in the order of GB/T 2260, then pinyin; unknown provinces last."""
    facts = (Company.name, Company.uscc, Company.province, Company.city, Company.industry_name, Company.website)
    query = _announced(campaign_id).with_only_columns(Participation.id, Company.id, *facts)
    ordered = query.order_by(Company.province_code == "", *ROSTER_ORDER).execution_options(yield_per=CHUNK)
    for rows in session.execute(ordered).partitions():
        ids = [row[0] for row in rows]
        products, standards = products_of(session, ids), standards_of(session, ids)
        for participation_id, company_id, name, uscc, province, city, industry, website in rows:
            yield {
                "company_id": company_id,
                "participation_id": participation_id,
                "company": name,
                "uscc": uscc or "",
                "province": intern(province),
                "city": intern(city),
                "industry": intern(industry),
                "products": "、".join(products.get(participation_id, [])),
                "standards": "、".join(standards.get(participation_id, [])),
                "website": website,
            }


def count_today(session: Session, campaign_id: str) -> int:
    """How many companies :func:`of_today` gives."""
    return session.scalar(select(func.count()).select_from(_announced(campaign_id).subquery())) or 0


def provinces_today(session: Session, campaign_id: str) -> tuple[str, ...]:
    """The provinces of those that :func:`of_today` gives, in its order."""
    query = _announced(campaign_id).with_only_columns(Company.province).where(Company.province != "")
    ordered = query.group_by(Company.province).order_by(func.min(Company.province_code) == "")
    return tuple(session.scalars(ordered.order_by(func.min(Company.province_code))))


def _announced(campaign_id: str) -> Select[Any]:
    return (
        select(Participation.id)
        .join(Company, Company.id == Participation.company_id)
        .where(Participation.campaign_id == campaign_id, Participation.stage == Stage.ANNOUNCED)
        .where(not_merged(Company.id))
    )


def by_standing(session: Session, entries: Sequence[Entry]) -> dict[str, Entry]:
    """Published entries by company; one that was merged since stands under the other, unless that was there too."""
    standing, listed = survivors(session), {entry["company_id"] for entry in entries}
    moved = {one: other for one, other in standing.items() if other not in listed}
    return {
        key: entry if key == entry["company_id"] else {**entry, "company_id": key}
        for entry in entries
        for key in [str(moved.get(entry["company_id"], entry["company_id"]))]
    }


def told(entry: Entry, columns: Sequence[RosterColumn]) -> tuple[object, ...]:
    """What ``columns`` say of ``entry`` that was frozen or would be: two entries of one company differ where this does.

    A fact that an entry lacks is other than an empty one.
    """
    sources = (column.source for column in columns if not column.is_joined)
    return entry["company_id"], entry["participation_id"], *(entry.get(source) for source in sources)


def lines(
    session: Session, campaign_id: str, entries: Sequence[Entry], columns: Sequence[RosterColumn]
) -> Iterator[tuple[str, ...]]:
    """``entries`` as ``columns`` show them, with the certificates that live now."""
    certified = _certified(session, campaign_id)
    for place, entry in enumerate(entries, 1):
        facts = {**entry, **certified.get(entry["participation_id"], {}), "sequence": str(place)}
        yield tuple(column.show(facts.get(column.source, "")) for column in columns)


def _certified(session: Session, campaign_id: str) -> Mapping[str, Mapping[str, str]]:
    """What is joined, by participation: the number of its live certificate and the last day that this holds."""
    live = select(Certificate.participation_id, Certificate.number, Certificate.expires_on).where(
        Certificate.campaign_id == campaign_id, Certificate.state == CertificateState.LIVE
    )
    return {
        participation_id: {"certificate_no": number, "valid_until": expires.isoformat() if expires else ""}
        for participation_id, number, expires in session.execute(live)
    }
