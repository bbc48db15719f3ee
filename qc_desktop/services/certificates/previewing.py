"""A certificate's page as a picture for the screen: as it would be issued, or as it was. No number is taken."""

from __future__ import annotations

import re
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.preview import page_png
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.sheets import DRAFT, Appearance, Sheet
from qc_desktop.domain.certificates import CertificateKind
from qc_desktop.domain.dates import last_valid_day
from qc_desktop.domain.records import RecordValue
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.certificates.candidates import candidates
from qc_desktop.services.certificates.printing import appearance, colours, frozen_layout, sheets_of
from qc_desktop.services.layouts.choosing import in_use_by
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Campaign, Certificate
from qc_desktop.trust.links import check_prefix

KIND = CertificateKind.PLEDGE_DISPLAY
PLACEHOLDER_DIGITS = str(3**830)[:396]
"""Fills a draft's QR to about its usual density; it says nothing, and no check finds it genuine."""

_SEQUENCE = re.compile(r"\{seq(?::0([1-9]))?\}")


def draft_page(office: Office, campaign_id: str, participation_id: str, dpi: float = 96.0) -> bytes:
    """The page that the participation's company would be issued today, its number blanked out, as a PNG.

    Raises UserError where the link prefix or the association's name is missing, or a value cannot be printed.
    """
    with office.store.reading() as session:
        layout = in_use_by(office, session, KIND.value)
        record = _draft(office, session, campaign_id, participation_id, layout)
    sheet = Sheet(record, check_prefix(preferences.get(office, "verification_prefix")), PLACEHOLDER_DIGITS)
    return _picture(sheet, layout, dpi, replace(appearance(office), mark=DRAFT))


def issued_page(office: Office, number: str, dpi: float = 96.0) -> bytes:
    """The page of certificate ``number`` as it was frozen, whatever became of it since, as a PNG.

    Raises UserError for an unknown number.
    """
    with office.store.reading() as session:
        certificate = session.scalars(select(Certificate).where(Certificate.number == number)).first()
        if certificate is None:
            raise UserError("certificate.unknown", number=number)
        layout = frozen_layout(office, session, certificate.template_sha256)
        (sheet,) = sheets_of(office, session, [certificate])
    return _picture(sheet, layout, dpi, colours(office))


def blank_number(pattern: str, year: int) -> str:
    """What stands for the number on a draft: ``QC-2026-315-××××××`` for ``QC-{year}-315-{seq:06}``."""
    blanked = _SEQUENCE.sub(lambda found: "×" * int(found.group(1) or 4), pattern)
    return blanked.format(year=year)


def _draft(
    office: Office, session: Session, campaign_id: str, participation_id: str, layout: Layout
) -> dict[str, RecordValue]:
    campaign = session.get_one(Campaign, campaign_id)
    issuer = preferences.demanded_issuer(office)
    (candidate,) = candidates(session, campaign, [participation_id], layout, issuer)
    today = office.today
    return {
        **candidate.fields,
        "number": blank_number(preferences.get(office, "certificate_number_pattern"), today.year),
        "issued": today.isoformat(),
        "expires": last_valid_day(today, campaign.validity_years).isoformat(),
        "template": layout.sha256,
    }


def _picture(sheet: Sheet, layout: Layout, dpi: float, look: Appearance) -> bytes:
    pdf = render_bytes(sheet, {layout.sha256: layout}, replace(look, preview=True))
    return page_png(pdf, dpi=dpi)
