"""What the tests of returned forms begin with: an open year, its forms, and the way in for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.messages import messages
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import details
from qc_desktop.services.companies.details import CompanyDetail
from qc_desktop.services.office import Office
from qc_desktop.services.returns import applying
from qc_desktop.services.returns.planning import FormPlan, ReturnPlan
from tests import returned
from tests.returned import forms

WORDS = messages("zh_CN")


@pytest.fixture
def campaign(office: Office) -> CampaignRow:
    return returned.open_year(office, 3)


def made(office: Office, campaign: CampaignRow, folder: Path) -> list[Path]:
    return forms(office, campaign, folder / "回表")


def bring_in(office: Office, plan: ReturnPlan, choice: applying.Choice | None = None) -> applying.Applied:
    return finish(applying.apply(office, plan, choice))


def codes(form: FormPlan) -> list[str]:
    return [found.code for found in form.findings]


def company_of(office: Office, form: FormPlan) -> CompanyDetail:
    return details.detail(office, form.company_id)
