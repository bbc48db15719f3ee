"""A company's website: a page of http or https, or the bare name of a host; nothing else is ever kept as one."""

from __future__ import annotations

import re

from qc_desktop.domain.findings import Finding, error

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):(?!\d{1,5}(?:[/?#]|$))", re.I)
"""What stands before a colon, unless a port follows."""
_LABEL = r"[^\W_](?:[^\W_]|-)*"
_HOST = rf"(?:(?:{_LABEL}\.)+[^\W\d_][^\W_]+|\d{{1,3}}(?:\.\d{{1,3}}){{3}})"
_SITE = re.compile(rf"(?:https?://)?{_HOST}(?::\d{{1,5}})?(?:[/?#][^\s<>\"'\\^`{{|}}]*)?", re.I)


def check_website(text: str) -> list[Finding]:
    """What stops ``text`` from being kept as a website; nothing stops an empty one."""
    site = text.strip()
    scheme = _SCHEME.match(site)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return [error("company.website_scheme", "website", text, scheme=scheme[1])]
    return [] if not site or _SITE.fullmatch(site) else [error("company.website_odd", "website", text)]
