"""The layout of labels that is in use, and the one that a batch was issued from."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qc_desktop.documents.labels.layout import LabelLayout, label_of
from qc_desktop.domain.labels import KIND
from qc_desktop.services.layouts.choosing import design_in_use
from qc_desktop.services.layouts.equipping import equipped, kept_design
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Template


def layout_in_use(office: Office) -> LabelLayout:
    """The one that the next batch is issued from. Raises UserError for one that was damaged."""
    with office.store.reading() as session:
        return label_of(design_in_use(office, session, KIND))


def frozen_layout(office: Office, session: Session, sha256: str) -> LabelLayout:
    """The one that a batch was issued from. Raises UserError for one that was damaged."""
    return equipped(office, session, label_of(kept_design(session.get_one(Template, sha256).content, sha256)))
