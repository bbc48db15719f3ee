"""What is done with many companies: filters, columns, changes to several, the import, duplicates."""

from __future__ import annotations

from .stage import Scene, Stage


def filter_panel(stage: Stage) -> None:
    """The conditions above the list."""
    listing = stage.go("companies", "all").listing
    listing.more.setChecked(True)


def column_chooser(stage: Stage) -> None:
    """The menu of columns."""
    listing = stage.go("companies", "all").listing
    listing.head.button.click()


def selection(stage: Stage) -> None:
    """What can be done with several companies."""
    page = stage.go("companies", "all")
    page.listing.choose_everyone()


def papers(stage: Stage) -> None:
    """What is to be made for several companies, and who would get none."""
    selection(stage)
    stage.page.many.papers.ask("envelope_dl")


def bulk_edit(stage: Stage) -> None:
    """Changing several companies, before it is written."""
    from PySide6.QtWidgets import QComboBox

    selection(stage)
    page = stage.page
    page.ways.changing.start()
    stage.rest()
    combo = page.rooms.bulk.lines[0].findChildren(QComboBox)[-1]
    combo.setCurrentIndex(min(2, combo.count() - 1))
    page.rooms.bulk.preview()


def import_choose(stage: Stage) -> None:
    """The import, first step."""
    stage.go("companies", "import")


def import_preview(stage: Stage) -> None:
    """The import, what would be written."""
    page = stage.go("companies", "import")
    path = stage.forms.parent / "名单.csv"
    rows = [
        f"示例新增{place}食品有限公司,{'厦门市' if place % 3 else '福建省厦门市'},400-000-{place:04}"
        for place in range(12)
    ]
    path.write_text("\n".join(["企业名称,地址,服务热线", *rows, ",无名称,", rows[2]]), encoding="utf-8")
    page.rooms.importing.look_at(path)
    stage.rest()
    page.rooms.importing.preview.chips.choose("all")


def import_renamed(stage: Stage) -> None:
    """The import of a list in which known companies have another name."""
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter

    page = stage.go("companies", "import")
    path = stage.forms.parent / "更名.csv"
    known = [row for row in browsing.page(stage.window.desk.office, CompanyFilter(), 0, 9) if row.uscc]
    rows = [f"示例更名{place}集团股份有限公司,{row.uscc}" for place, row in enumerate(known, 1)]
    path.write_text("\n".join(["企业名称,统一社会信用代码", *rows, "示例新来有限公司,"]), encoding="utf-8")
    page.rooms.importing.look_at(path)
    stage.rest()
    page.rooms.importing.preview.table.choose_place(0)


def duplicates(stage: Stage) -> None:
    """Pairs that may be one company."""
    stage.go("companies", "duplicates")


def merging(stage: Stage) -> None:
    """Two companies beside each other."""
    page = stage.go("companies", "duplicates")
    page.rooms.duplicates.pairs.table.choose_place(0)
    stage.rest()
    page.rooms.duplicates._compare()


SCENES: dict[str, Scene] = {
    "filters": filter_panel,
    "columns": column_chooser,
    "selection": selection,
    "bulk_edit": bulk_edit,
    "import": import_choose,
    "import_preview": import_preview,
    "import_renamed": import_renamed,
    "duplicates": duplicates,
    "merging": merging,
    "papers": papers,
}
