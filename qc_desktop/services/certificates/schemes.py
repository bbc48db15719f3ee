"""The colour schemes that a certificate can wear, for people to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from qc_desktop.domain.certificates import CertificateKind


@dataclass(frozen=True)
class Scheme:
    """A colour scheme: the colours of border, ornament and ground, each ``#RRGGBB``."""

    id: str
    main: str
    accent: str
    pale: str


def schemes() -> tuple[Scheme, ...]:
    """The schemes of the pledge display certificate."""
    from qc_desktop.documents.layout import load_layout

    layout = load_layout(CertificateKind.PLEDGE_DISPLAY.value)
    return tuple(
        Scheme(name, colours["main"], colours["accent"], colours["pale"]) for name, colours in layout.schemes.items()
    )
