from __future__ import annotations

import pytest

from tests.samples import Year


@pytest.fixture
def issued(year: Year) -> Year:
    """A year with four certificates."""
    year.issue(year.participations()[:4])
    return year
