"""The colour schemes that a certificate can wear, for people to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from qc_desktop.domain.certificates import CertificateKind
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.office import Office


@dataclass(frozen=True)
class Scheme:
    """A colour scheme: the colours of border, ornament and ground, each ``#RRGGBB``."""

    id: str
    main: str
    accent: str
    pale: str


def schemes(office: Office) -> tuple[Scheme, ...]:
    """The schemes of the pledge display certificate, as its layout in use has them."""
    layout = in_use(office, CertificateKind.PLEDGE_DISPLAY.value)
    return tuple(
        Scheme(name, colours["main"], colours["accent"], colours["pale"]) for name, colours in layout.schemes.items()
    )
