"""Names of documents in sentences."""

from __future__ import annotations


class DocumentName(str):
    """A kind of document (``announcement``) for a sentence, which says it as its reader calls it."""
