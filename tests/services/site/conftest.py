"""A year that is published into a folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.services.site.publishing import Published, publishing
from tests.samples import Year

Publish = Callable[..., Published]


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Publishes a year into ``site`` below the test's folder."""

    def run(year: Year, *, despite: bool = False) -> Published:
        return finish(publishing(year.office, tmp_path / "site", lambda: year.keys, despite=despite))

    return run


@pytest.fixture
def site(issued_year: Year, publish: Publish) -> tuple[Year, Path]:
    """The issued year, and the folder it was published into."""
    return issued_year, publish(issued_year).folder


@pytest.fixture
def tomorrow() -> Callable[[Year], Year]:
    """The same office on the next day."""

    def later(year: Year) -> Year:
        day = year.office.today.replace(day=year.office.today.day + 1)
        return dataclasses.replace(year, office=dataclasses.replace(year.office, fixed_day=day))

    return later
