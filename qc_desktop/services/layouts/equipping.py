"""Layouts made able to draw what they only name: pictures, and fonts that the office added."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Layout, Resources
from qc_desktop.services import fonts
from qc_desktop.services.layouts import pictures
from qc_desktop.services.office import Office


def equipped(office: Office, session: Session, layout: Layout) -> Layout:
    """``layout`` with its pictures, as far as they are there, and with the office's fonts behind the shipped ones."""
    return layout.with_resources(Resources(pictures.kept(session, pictures.named(layout)), fonts.specs(office)))
