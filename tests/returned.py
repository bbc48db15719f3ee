"""Forms as companies send them back: filled in with openpyxl, by the labels that people see."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from qc_desktop.domain.campaigns import CampaignKind, Stage
from qc_desktop.domain.progress import finish
from qc_desktop.exchange import return_form as form
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.campaigns.years import CampaignDraft, CampaignRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.services.returns import making, planning
from qc_desktop.services.returns.planning import FormPlan, ReturnPlan
from tests.samples import add, code

AGREES = {"consent": "同意", "signatory": "示例签署人", "signed_on": "2026年3月1日"}


def entry(sheet: Worksheet, field: str) -> Any:
    """The cell right of the label of ``field``."""
    wanted = form.label(field)
    return next(
        sheet.cell(cell.row, cell.column + 1) for row in sheet.iter_rows() for cell in row if cell.value == wanted
    )


def column(sheet: Worksheet, field: str) -> Sequence[Any]:
    """The cells of products or standards."""
    heading = next(
        cell
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == form.label("product" if field == "products" else "standard")
    )
    rows = range(heading.row + 1, sheet.max_row)
    numbered = [row for row in rows if isinstance(sheet.cell(row, 1).value, int | float)]
    return [sheet.cell(row, heading.column) for row in numbered]


def fill(
    path: Path,
    values: Mapping[str, Any] = AGREES,
    products: Sequence[str] | None = ("示例产品",),
    standards: Sequence[str] | None = None,
    to: Path | None = None,
    also: Callable[[openpyxl.Workbook], None] | None = None,
) -> Path:
    """Fills in the form at ``path`` and saves it there, or at ``to``."""
    book = openpyxl.load_workbook(path)
    sheet = book[form.SHEET]
    for field, value in values.items():
        entry(sheet, field).value = value
    for field, items in (("products", products), ("standards", standards)):
        for cell, item in zip(column(sheet, field), items or (), strict=False):
            cell.value = item
    if also:
        also(book)
    book.save(to or path)
    return to or path


def age(path: Path, seconds: int) -> None:
    """Makes ``path`` look ``seconds`` older than it is."""
    moment = path.stat().st_mtime - seconds
    os.utime(path, (moment, moment))


def forget(book: openpyxl.Workbook) -> None:
    """Takes the hidden sheet away, as copying the sheet to another file does."""
    del book[form.INFO_SHEET]


def open_year(office: Office, count: int, year: int = 2026, stage: Stage = Stage.INVITED) -> CampaignRow:
    """Opens ``year`` with ``count`` invented companies."""
    campaign = years.open_year(office, CampaignDraft(campaign_year=year, kind=CampaignKind.INTEGRITY_PLEDGE))
    known = browsing.ids(office, CompanyFilter())
    ids = known or [add(office, f"示例第{place}电器有限公司", code(place)).id for place in range(count)]
    stages.take_in(office, campaign.id, ids, stage)
    return campaign


def forms(office: Office, campaign: CampaignRow, folder: Path, **options: Any) -> list[Path]:
    """Makes the form of every company, in the companies' order."""
    ids = browsing.ids(office, CompanyFilter(campaign_id=campaign.id))
    finish(making.make(office, campaign.id, ids, folder, **options))
    names = {row.id: row.name for row in browsing.page(office, CompanyFilter(), limit=10_000)}
    return [folder / f"{names[company]}_回表_{campaign.values.campaign_year}.xlsx" for company in ids]


def planned(office: Office, campaign: CampaignRow, *paths: Path) -> ReturnPlan:
    """What bringing ``paths`` in would do."""
    return finish(planning.plan(office, campaign.id, paths))


def only(plan: ReturnPlan) -> FormPlan:
    """The one form of ``plan``."""
    (found,) = plan.forms
    return found
