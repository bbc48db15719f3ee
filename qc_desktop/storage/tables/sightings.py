"""Where codes were seen, apart from the desk's own log. Of who looked nothing is kept: no address, no browser."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, WithId
from qc_desktop.storage.types import Moment


class SightingImport(WithId, Base):
    """A web server's log that was counted: which moments of ``server`` it tells of, both included."""

    __tablename__ = "sighting_import"

    server: Mapped[str] = mapped_column(String(60))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    first_at: Mapped[dt.datetime] = mapped_column(Moment)
    last_at: Mapped[dt.datetime] = mapped_column(Moment)
    lines: Mapped[int] = mapped_column(BigInteger)
    visits: Mapped[int] = mapped_column(BigInteger)
    staff: Mapped[str] = mapped_column(String(60))
    at: Mapped[dt.datetime] = mapped_column(Moment)


class Sighting(WithId, Base):
    """On ``day`` in Shanghai a certificate or label was seen so often by ``way``; a scratched code by staff, once.

    ``visitors`` and ``networks`` are how many different ones looked, as far as one import could tell.
    """

    __tablename__ = "sighting"

    day: Mapped[dt.date]
    way: Mapped[str] = mapped_column(String(10))
    certificate_id: Mapped[str | None] = mapped_column(ForeignKey("certificate.id"), index=True)
    label_serial: Mapped[str | None] = mapped_column(String(24), index=True)
    visits: Mapped[int] = mapped_column(BigInteger)
    visitors: Mapped[int] = mapped_column(BigInteger)
    networks: Mapped[int] = mapped_column(BigInteger)
    import_id: Mapped[str | None] = mapped_column(ForeignKey("sighting_import.id"), index=True)
