"""Which article F1 opens: by page, and by what stands open on it."""

from __future__ import annotations

from collections.abc import Mapping

ARTICLES: Mapping[tuple[str, str], str] = {
    ("home", "overview"): "overview",
    ("companies", "import"): "import",
    ("companies", "duplicates"): "duplicates",
    ("companies", "form"): "pledge",
    ("companies", "message"): "paste",
    ("companies", "membership"): "members",
    ("companies", "timeline"): "timeline",
    ("companies", "scans"): "timeline",
    ("companies", "labels"): "labels",
    ("campaign", "rolling"): "rolling",
    ("campaign", "chase"): "chase",
    ("campaign", "returns"): "returns",
    ("campaign", "review"): "review",
    ("certificates", "make"): "packages",
    ("certificates", "packages"): "packages",
    ("certificates", "print"): "printing",
    ("certificates", "batches"): "printing",
    ("certificates", "calibration"): "calibration",
    ("certificates", "sending"): "dispatch",
    ("certificates", "reconcile"): "dispatch",
    ("settings", "members"): "members",
    ("settings", "backup"): "backup",
    ("settings", "moving"): "moving",
    ("settings", "passphrase"): "passphrase",
    ("settings", "site"): "site",
}
"""Articles by the id of a page and its topic; what is not here has the article with the id of its page."""


def article_about(page_id: str, topic: str) -> str:
    """The id of the article about what is shown."""
    return ARTICLES.get((page_id, topic), page_id)
