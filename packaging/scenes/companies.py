"""The list of companies, and a company beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sample

from .stage import Scene, Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PASTED = """名称：示例新来食品有限公司
税号：91350100M000100Y44
地址、电话：福建省厦门市示例路1号 0592-5550000
联系人：示例联系人 13800000000"""


def companies(stage: Stage) -> None:
    """The list with a company beside it."""
    page = stage.go("companies", stage.company())
    page.listing.choose(stage.company())


def aspect(number: int) -> Scene:
    """One of what stands beside the form."""

    def show(stage: Stage) -> QWidget:
        page = stage.go("companies", stage.company())
        stage.rest()
        names = list(page.aspects.chips._buttons)
        page.aspects.go(names[number])
        return _beside(page)

    return show


def _beside(page: Any) -> QWidget:
    """The company beside the list, with the buttons above it."""
    beside: QWidget = page.split._side
    return beside


def scan_of_company(stage: Stage) -> None:
    """What came on paper from a company."""
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter

    wanted = CompanyFilter(stages=("material_review",), campaign_id=campaign_of(stage))
    page = stage.go("companies", browsing.page(stage.window.desk.office, wanted, 0, 1)[0].id)
    page.aspects.go(list(page.aspects.chips._buttons)[-1])


def campaign_of(stage: Stage) -> str:
    """The id of the sample's year."""
    from qc_desktop.services.campaigns import years

    return next(r.id for r in years.campaigns(stage.window.desk.office) if r.values.campaign_year == sample.YEAR)


def new_company(stage: Stage) -> QWidget:
    """The form of a company that is not saved yet, with one like it."""
    page = stage.go("companies", "new")
    page.editor.company.form.name.setText("示例白鹿朝路食品公司")
    page.editor._lookalikes._ask()
    return _beside(page)


def paste_card(stage: Stage) -> QWidget:
    """What was understood of a message."""
    from PySide6.QtGui import QGuiApplication

    page = stage.go("companies", "new")
    QGuiApplication.clipboard().setText(PASTED)
    page.editor.paster.paste()
    return _beside(page)


def nothing_found(stage: Stage) -> None:
    """A search that finds nobody."""
    listing = stage.go("companies", "all").listing
    listing.search.setText("没有这家")
    listing.search.returnPressed.emit()


SCENES: dict[str, Scene] = {
    "companies": companies,
    "nothing_found": nothing_found,
    "membership": aspect(1),
    "timeline": aspect(2),
    "scan_of_company": scan_of_company,
    "new_company": new_company,
    "paste": paste_card,
}
