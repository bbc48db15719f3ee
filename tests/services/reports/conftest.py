"""Six years of a hundred and twenty companies that come, go and come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.databases import LAST_YEAR, Size, build
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences
from qc_desktop.services.office import Office
from qc_desktop.services.reports.overview import Numbers, numbers

SIZE = Size(companies=120, years=6, share=0.7, certificate_years=2)


@pytest.fixture(scope="module")
def years_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office that only tests that read share."""
    made = build(Path(tmp_path_factory.mktemp("years")), SIZE)
    preferences.change(made, {"association_name": "示例质量检验协会"})
    yield made
    made.close()


@pytest.fixture
def counted(years_office: Office) -> Numbers:
    found = finish(numbers(years_office, LAST_YEAR))
    assert found is not None
    return found
