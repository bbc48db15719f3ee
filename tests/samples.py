"""Invented offices and lists; no such company exists."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.uscc import check_character, org_code_is_regular
from qc_desktop.errors import UserError
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.paths import Profile
from qc_desktop.services.certificates import issuing
from qc_desktop.services.certificates.issuing import Issued
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.details import CompanyDetail
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.office import Office, open_office
from qc_desktop.trust.keys import OpenKeys, Signer

DAY = dt.date(2026, 3, 15)
STAFF = "示例员"
COMPANIES = 12
HEADERS = ["企业名称", "统一社会信用代码", "省份", "联系人", "承诺产品"]


@dataclasses.dataclass(frozen=True)
class Year:
    """An office with one announced sample year of COMPANIES companies, and keys."""

    office: Office
    campaign_id: str
    keys: OpenKeys

    @property
    def signer(self) -> Signer:
        """The key of certificates and labels."""
        return self.keys.payload

    def issue(self, participations: Sequence[str] | None = None) -> Issued:
        """Issues to ``participations``, by default to everyone announced."""
        return finish(issuing.issue(self.office, self.campaign_id, self.keys, participations))

    def companies(self) -> list[CompanyRow]:
        """All companies with where they stand, by name."""
        return browsing.page(self.office, CompanyFilter(campaign_id=self.campaign_id))

    def participations(self) -> list[str]:
        """All participations, by name."""
        return browsing.participation_ids(self.office, CompanyFilter(campaign_id=self.campaign_id))


def reopened(stored: tuple[Path, str], root: Path, keys: OpenKeys) -> Year:
    """A copy of a stored year at ``root``, opened on the sample day; to be closed by who asked for it."""
    office = dataclasses.replace(open_office(Profile(Path(shutil.copytree(stored[0], root))), STAFF), fixed_day=DAY)
    return Year(office, stored[1], keys)


@contextmanager
def refused(code: str) -> Iterator[pytest.ExceptionInfo[UserError]]:
    """Passes where exactly UserError ``code`` is raised, and its sentence can be said in both languages."""
    with pytest.raises(UserError) as caught:
        yield caught
    assert caught.value.code == code
    assert all(messages(lang).of(caught.value) for lang in LANGUAGES)


def code(place: int, division: str = "110000") -> str:
    """An invented code that checks."""
    head = f"91{division}Y{place:07}"
    head += next(last for last in "0123456789X" if org_code_is_regular((head + last)[8:17]))
    return head + check_character(head)


def rows(count: int, first: int = 0) -> list[list[Any]]:
    """``count`` good rows under HEADERS."""
    return [
        [f"示例第{place}电器有限公司", code(place), "北京市", "示例联系人", f"示例产品{place}"]
        for place in range(first, first + count)
    ]


def write_list(path: Path, body: Sequence[Sequence[Any]], headers: Sequence[str] = HEADERS) -> Path:
    """An .xlsx with a title block above ``headers`` and ``body``."""
    book = openpyxl.Workbook()
    for row in (["示例协会 2026年承诺企业名单"], [], list(headers), *body):
        book.active.append(list(row))
    book.save(path)
    return path


def add(office: Office, name: str = "示例甲有限公司", uscc: str = "", **more: Any) -> CompanyDetail:
    """Saves a new company."""
    return editing.save(office, CompanyDraft(name, uscc, **more))
