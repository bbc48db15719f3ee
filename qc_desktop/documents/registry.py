"""Every kind of document that is made from a layout, group by group in the order of lists."""

from __future__ import annotations

from qc_desktop.documents.types import DocumentType
from qc_desktop.documents.types.address_label import ADDRESS_LABEL
from qc_desktop.documents.types.envelope_dl import ENVELOPE_DL
from qc_desktop.documents.types.envelope_zl import ENVELOPE_ZL
from qc_desktop.documents.types.invitation_letter import INVITATION_LETTER
from qc_desktop.documents.types.membership_certificate import MEMBERSHIP_CERTIFICATE
from qc_desktop.documents.types.pledge_display_certificate import PLEDGE_DISPLAY_CERTIFICATE
from qc_desktop.documents.types.pledge_letter import PLEDGE_LETTER
from qc_desktop.documents.types.return_notice import RETURN_NOTICE
from qc_desktop.documents.types.survey_certificate import SURVEY_CERTIFICATE
from qc_desktop.documents.types.verification_label import VERIFICATION_LABEL

DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    PLEDGE_DISPLAY_CERTIFICATE,
    SURVEY_CERTIFICATE,
    MEMBERSHIP_CERTIFICATE,
    INVITATION_LETTER,
    PLEDGE_LETTER,
    RETURN_NOTICE,
    ENVELOPE_DL,
    ENVELOPE_ZL,
    ADDRESS_LABEL,
    VERIFICATION_LABEL,
)


def document_type(kind: str) -> DocumentType:
    """The document type named ``kind``. Raises KeyError where there is none."""
    return {known.kind: known for known in DOCUMENT_TYPES}[kind]
