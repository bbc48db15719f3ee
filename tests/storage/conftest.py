from __future__ import annotations

import pytest

from qc_desktop.services import backups
from tests.samples import add


@pytest.fixture
def two(office):
    """An office with two companies, and a backup from when it had one."""
    add(office, "示例一有限公司")
    made = backups.make(office)
    add(office, "示例二有限公司")
    return office, made
