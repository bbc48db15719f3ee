"""What can be seen in the window, scene by scene: brought forward as a person would, for the manual and for eyes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sample

from qc_desktop.services.companies.filtering import CompanyFilter

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.window import Window

PASTED = """名称：示例新来食品有限公司
税号：91350100M000100Y44
地址、电话：福建省厦门市示例路1号 0592-5550000
联系人：示例联系人 13800000000"""
TYPED = "示例松涛仪器有限公司"


class Stage:
    """The window of the sample, and the ways about it."""

    def __init__(self, window: Window, forms: Path) -> None:
        self.window = window
        self.forms = forms

    @property
    def shell(self) -> Any:
        """The window that is shown."""
        return self.window.shell

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.shell.page

    def rest(self) -> None:
        """Waits until nothing is asked, done or still to be laid out."""
        from PySide6.QtWidgets import QApplication

        from qc_desktop.gui.screenshots import wait_until

        jobs = self.shell.context.jobs
        for _ in range(3):
            wait_until(lambda: not jobs.is_asking and not jobs.is_busy)
        QApplication.sendPostedEvents()

    def go(self, page_id: str, key: str = "") -> Any:
        """Opens a page, at an item of it."""
        self.shell.go(page_id, key)
        self.rest()
        return self.page

    def company(self, place: int = 6) -> str:
        """The id of the company at ``place`` in the list by name."""
        from qc_desktop.services.companies import browsing

        return browsing.page(self.window.desk.office, CompanyFilter(), place, 1)[0].id

    def grab(self, part: QWidget | None = None) -> QPixmap:
        """The window, or a part of it, with the menu that is open."""
        from PySide6.QtWidgets import QApplication

        from qc_desktop.gui.screenshots import grab

        self.rest()
        picture = grab(self.shell)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._paint(picture, popup)
            popup.close()
        if part is None:
            return picture
        ratio = picture.devicePixelRatio()
        at = part.mapTo(self.shell, part.rect().topLeft())
        return picture.copy(*(round(each * ratio) for each in (at.x(), at.y(), part.width(), part.height())))

    def _paint(self, picture: QPixmap, popup: QWidget) -> None:
        from PySide6.QtGui import QPainter

        at = self.shell.mapFromGlobal(popup.mapToGlobal(popup.rect().topLeft()))
        at.setY(max(0, min(at.y(), self.shell.height() - popup.height())))  # as on a screen of the window's size
        with QPainter(picture) as painter:
            painter.drawPixmap(at, popup.grab())


Scene = Callable[[Stage], "QWidget | None"]
"""Brings something forward; gives the part of the window to look at, None for all of it."""


def _page(page_id: str, key: str = "") -> Scene:
    def show(stage: Stage) -> None:
        stage.go(page_id, key)

    return show


def _settings(section: str) -> Scene:
    return _page("settings", section)


def overview(stage: Stage) -> None:
    """The year in numbers."""
    stage.go("home", "overview")


def overview_below(stage: Stage) -> None:
    """Its lower half."""
    page = stage.go("home", "overview")
    bar = page.findChild(_scroll_area(), "").verticalScrollBar()
    bar.setValue(bar.maximum())


def _scroll_area() -> type:
    from PySide6.QtWidgets import QScrollArea

    return QScrollArea


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

    wanted = CompanyFilter(stages=("material_review",), campaign_id=_campaign(stage))
    page = stage.go("companies", browsing.page(stage.window.desk.office, wanted, 0, 1)[0].id)
    page.aspects.go(list(page.aspects.chips._buttons)[-1])


def _campaign(stage: Stage) -> str:
    from qc_desktop.services.campaigns import years

    return next(r.id for r in years.campaigns(stage.window.desk.office) if r.values.campaign_year == sample.YEAR)


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


def bulk_edit(stage: Stage) -> None:
    """Changing several companies, before it is written."""
    selection(stage)
    page = stage.page
    page.start_bulk()
    stage.rest()
    combo = page.bulk.lines[0].findChildren(_combo())[-1]
    combo.setCurrentIndex(min(2, combo.count() - 1))
    page.bulk.preview()


def _combo() -> type:
    from PySide6.QtWidgets import QComboBox

    return QComboBox


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
    page.editor._paster.paste()
    return _beside(page)


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
    page.importing.look_at(path)
    stage.rest()
    page.importing.preview.chips.choose("all")


def duplicates(stage: Stage) -> None:
    """Pairs that may be one company."""
    stage.go("companies", "duplicates")


def merging(stage: Stage) -> None:
    """Two companies beside each other."""
    page = stage.go("companies", "duplicates")
    page.duplicates.pairs.table.choose_place(0)
    stage.rest()
    page.duplicates._compare()


def opening(stage: Stage) -> None:
    """The form of a new year."""
    stage.go("campaign", "opening")


def returns_preview(stage: Stage) -> None:
    """Forms that came back."""
    from qc_desktop.gui.pages.campaign.returns import drops

    page = stage.go("campaign", drops.key_of([stage.forms]))
    page.returns.preview.table.choose_place(0)


def rolling(stage: Stage) -> None:
    """What changed with the companies of last year."""
    page = stage.go("campaign", "rolling")
    page.rolling.chips.choose("industry")
    stage.rest()
    page.rolling.table.choose_place(0)


def review_reasons(stage: Stage) -> None:
    """Sending back."""
    page = stage.go("campaign", "review")
    page.review.ask_reason()


def chase(stage: Stage) -> None:
    """Who has not answered, and the text for one of them."""
    page = stage.go("campaign", "chase")
    page.chase.listing.table.choose_place(0)


def certificate(stage: Stage) -> None:
    """A certificate beside the register."""
    page = stage.go("certificates")
    page.show_register()
    page.register.table.choose_place(3)


def revoking(stage: Stage) -> None:
    """Asking before a certificate is revoked."""
    from qc_desktop.domain.certificates import CertificateState

    certificate(stage)
    stage.rest()
    stage.page.register.detail.begin_ending(CertificateState.REVOKED, known=True, unlocked=False)


def issue_choose(stage: Stage) -> None:
    """A batch, first step."""
    page = stage.go("certificates")
    page.begin_batch()


def issue_preview(stage: Stage) -> None:
    """A batch, before anything is numbered."""
    issue_choose(stage)
    stage.rest()
    for _ in range(2):
        if stage.page.batch.step < 2:
            stage.page.batch.go_on()
            stage.rest()


def packages(stage: Stage) -> QWidget:
    """Files to be sent to companies."""
    page = stage.go("certificates", "make")
    page.make.mode.choose("package")
    made: QWidget = page.make
    return made


def start_printing(stage: Stage) -> None:
    """Choosing what to print, and where."""
    from qc_desktop.gui.pages.certificates.printing import acts
    from tests.printing.queues import KeepingQueue, system_of

    queue = KeepingQueue(stage.forms.parent, sample.PRINTER)
    acts.print_system = lambda: system_of(queue)
    stage.go("certificates", "print")


def print_desk(stage: Stage) -> None:
    """Print batches and their sheets."""
    page = stage.go("certificates")
    page.show_batches()
    stage.rest()
    page.printing.table.choose_place(0)


def desk_answer(stage: Stage) -> None:
    """A certificate found at the verification desk, with the sentence to read."""
    stage.go("desk", "QC-2026-315-000005")


def desk_choice(stage: Stage) -> None:
    """Several that were found."""
    page = stage.go("desk")
    _type(page.field, "远山")
    page.asking.ask_live("远山")


def _type(field: Any, text: str) -> None:
    field.blockSignals(True)
    field.setText(text)
    field.blockSignals(False)


def history_detail(stage: Stage) -> None:
    """A change and what it changed."""
    page = stage.go("history")
    page.table.choose_place(9)
    page.table.verticalScrollBar().setValue(0)


def commands(stage: Stage) -> None:
    """The search over everything."""
    stage.go("home")
    stage.shell.activateWindow()
    stage.rest()
    search = stage.shell._search
    _type(search, "远山")
    search._look("远山")


def draft_recovered(stage: Stage) -> QWidget:
    """What was typed before the window closed, offered again."""
    from qc_desktop.services.drafts import Draft

    values = {"company": {}, "pledge": {}, "submit": False, "contacts": None}
    stage.shell.context.drafts.keep(Draft("company", "", TYPED, values, sample.YEAR))
    stage.go("home", "today")
    stage.shell.recovery.offer()
    bar: QWidget = stage.shell._messages
    return bar


SCENES: dict[str, Scene] = {
    "home": _page("home", "today"),
    "overview": overview,
    "overview_below": overview_below,
    "commands": commands,
    "companies": companies,
    "membership": aspect(1),
    "timeline": aspect(2),
    "scan_of_company": scan_of_company,
    "filters": filter_panel,
    "columns": column_chooser,
    "selection": selection,
    "bulk_edit": bulk_edit,
    "new_company": new_company,
    "paste": paste_card,
    "import": import_choose,
    "import_preview": import_preview,
    "duplicates": duplicates,
    "merging": merging,
    "campaign": _page("campaign", "standing"),
    "campaign_details": _page("campaign", "details"),
    "clauses": _page("campaign", "clauses"),
    "opening": opening,
    "rolling": rolling,
    "chase": chase,
    "returns": _page("campaign", "returns"),
    "returns_preview": returns_preview,
    "review": _page("campaign", "review"),
    "review_reasons": review_reasons,
    "certificates": certificate,
    "revoking": revoking,
    "issue": issue_choose,
    "issue_preview": issue_preview,
    "packages": packages,
    "print": start_printing,
    "print_desk": print_desk,
    "desk": _page("desk"),
    "desk_answer": desk_answer,
    "desk_choice": desk_choice,
    "settings_office": _settings("office"),
    "settings_members": _settings("members"),
    "settings_texts": _settings("texts"),
    "settings_pc": _settings("pc"),
    "settings_backup": _settings("backup"),
    "settings_moving": _settings("moving"),
    "settings_passphrase": _settings("passphrase"),
    "settings_health": _settings("health"),
    "settings_about": _settings("about"),
    "history": history_detail,
    "help": _page("help", "begin"),
    "draft_recovered": draft_recovered,
}
"""By the names of their pictures. Each is shown in a window of its own, so that none leaves traces in the next."""

EMPTY = ("home", "companies", "campaign", "certificates", "desk", "history")
"""Pages that are also worth seeing before anything was entered."""


@contextmanager
def stage(app: Any, profile_folder: Path, forms: Path, lang: str, size: tuple[int, int]) -> Iterator[Stage]:
    """The window on the records in ``profile_folder``."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from qc_desktop.app import opened
    from qc_desktop.paths import Profile

    with opened(app, Profile(profile_folder), lang) as window:
        window.shell.resize(*size)
        window.shell.show()
        made = Stage(window, forms)
        made.rest()
        yield made
        window.shell.leave()
        window.shell.deleteLater()
    shutil.rmtree(Profile(profile_folder).drafts, ignore_errors=True)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def first_run(profile_folder: Path, lang: str, theme_name: str, size: tuple[int, int]) -> Iterator[tuple[str, QPixmap]]:
    """The window that asks how to begin, step by step."""
    from PySide6.QtWidgets import QApplication

    from qc_desktop.app import application
    from qc_desktop.gui import theme
    from qc_desktop.gui.first_run.window import FirstRun
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.language import Language
    from qc_desktop.gui.screenshots import grab, wait_until
    from qc_desktop.gui.tokens import DARK, LIGHT
    from qc_desktop.messages import messages
    from qc_desktop.paths import Profile

    language = Language(application(on_screen=False))
    language.use(lang)
    theme.apply(QApplication.instance(), theme.Theme(DARK if theme_name == "dark" else LIGHT))
    jobs = Jobs(profile_folder / "logs")
    window = FirstRun(Profile(profile_folder), jobs, messages(lang))
    window.resize(min(size[0], 880), min(size[1], 560))
    window.show()
    for name, act in (("ways", None), ("set_up", window.ways.begun), ("bring", window.ways.moved)):
        if act is not None:
            act.emit()
        wait_until(lambda: not jobs.is_asking)
        yield name, grab(window)
    window.close()
    window.deleteLater()
    language.clear()
