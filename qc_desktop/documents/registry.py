"""Every kind of document that carries a number."""

from __future__ import annotations

from qc_desktop.documents.types import DocumentType
from qc_desktop.documents.types.pledge_display_certificate import PLEDGE_DISPLAY_CERTIFICATE

DOCUMENT_TYPES: tuple[DocumentType, ...] = (PLEDGE_DISPLAY_CERTIFICATE,)


def document_type(kind: str) -> DocumentType:
    """The document type named ``kind``. Raises KeyError where there is none."""
    return {known.kind: known for known in DOCUMENT_TYPES}[kind]
