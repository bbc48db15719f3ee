"""The workflows of a year as steps at the real window, for the watchdog: what each does, and nothing about figures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtWidgets import QLineEdit

from benchmarks.databases import LAST_YEAR

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window

Step: TypeAlias = tuple[str, Callable[[], object]]
PAGES = ("home", "companies", "campaign", "certificates", "desk", "history", "settings", "help")
SECTIONS = ("members", "texts", "pc", "backup", "moving", "passphrase", "health", "about", "office")
PASSPHRASE = "correct-horse-315"


def steps(window: Window, folder: Path) -> Iterator[Step]:
    """Every workflow in turn, each step after the one before has come to rest; ``folder`` has room for files."""
    yield from _first_visits(window)
    yield from _home(window)
    yield from _companies(window)
    yield from _company(window, folder)
    yield from _lists_in(window, folder)
    yield from _campaign(window)
    yield from _returns(window, folder)
    yield from _roster(window, folder)
    yield from _acts(window)
    yield from _certificates(window)
    yield from _issuing(window, folder)
    yield from _desk_and_history(window, folder)
    yield from _settings(window)
    yield from _look(window)
    yield from _large_commands(window)


def _first_visits(window: Window) -> Iterator[Step]:
    for page_id in PAGES:
        yield f"first visit: {page_id}", partial(window.shell.go, page_id)
    for page_id in PAGES:
        yield f"again: {page_id}", partial(window.shell.go, page_id)


def _home(window: Window) -> Iterator[Step]:
    shell = window.shell
    yield "home: overview", partial(shell.go, "home", "overview")
    overview = _page(window).overview
    yield "home: overview again", partial(overview.ask, LAST_YEAR)
    for key in ("province:44", "movement:joined", "state:took_part"):
        yield f"home: {key} opens its list", partial(overview.view.list_wanted.emit, LAST_YEAR, key)
    yield "home: today", partial(shell.go, "home", "today")
    for text in ("青", "青禾", "qh", "QC-2026-315-0001"):
        yield f"search above: {text}", partial(shell._search.setText, text)
    yield "search above: put away", shell._search.clear


def _companies(window: Window) -> Iterator[Step]:
    window.shell.go("companies")
    page = _page(window)
    listing = page.listing
    for text in ("青", "青禾", "青禾电器", "qhdq", "公司", "91500"):
        yield f"companies: search {text}", partial(listing.search.setText, text)
    yield "companies: all again", listing.show_everything
    for key in ("review", "awaited", "returned", "outside", "all"):
        if listing.chips.offers(key):
            yield f"companies: filter {key}", partial(listing.chips.choose, key)
    yield "companies: filters unfold", listing.more.toggle
    yield "companies: filters fold", listing.more.toggle
    for column in listing.model.columns:
        if column.sortable:
            yield f"companies: sort {column.id}", partial(listing._sort, column.id, descending=True)
    yield "companies: sort name", partial(listing._sort, "name", descending=False)
    yield "companies: columns", listing.head._drop_down
    yield "companies: columns away", listing.head._menu.close
    bar = listing.table.verticalScrollBar()
    for share in (4, 2, 1):
        yield f"companies: scroll to 1/{share}", lambda share=share: bar.setValue(bar.maximum() // share)
    yield "companies: select all", listing.choose_everyone
    yield "companies: start to change all", page.start_bulk
    yield "companies: preview of changing all", page.rooms.bulk.preview
    yield "companies: leave", page.rooms.bulk.leave
    yield "companies: let go", listing.let_go
    yield "companies: duplicates", page.find_duplicates
    yield "companies: leave duplicates", page.rooms.duplicates.go_back


def _company(window: Window, folder: Path) -> Iterator[Step]:
    window.shell.go("companies")
    page = _page(window)
    listing = page.listing
    yield "company: first row", partial(listing.table.choose_place, 0)
    yield "company: next row", partial(listing.table.choose_place, 1)
    yield "company: open", lambda: listing.opened.emit(listing.model.key_of(1))
    for aspect in ("membership", "timeline", "scans", "form"):
        yield f"company: {aspect}", partial(page.aspects.go, aspect)
    yield "company: new", page.start_new
    for text in ("示", "示例青禾", "示例青禾电器有限公司"):
        yield f"company: new, name {text}", partial(page.editor.company.form.name.setText, text)
    yield "company: name taken away", partial(page.editor.company.form.name.setText, "")
    message = "开票信息\n名称：示例青禾电器有限公司\n税号：91350100M000100Y43\n电话：0591-12345678"
    yield "company: a message pasted", partial(_paste, message, page.editor.paste_button.click)
    yield "company: form left", partial(listing.table.choose_place, 0)


def _lists_in(window: Window, folder: Path) -> Iterator[Step]:
    page = _page(window)
    path = folder / "list.xlsx"
    command = f"from benchmarks.reading import write_sample; write_sample(Path({str(path)!r}), 2000)"
    subprocess.run([sys.executable, "-c", f"from pathlib import Path; {command}"], check=True)  # its memory is not ours
    yield "import: start", page.start_import
    yield "import: preview of 2,000", partial(page.rooms.importing.look_at, path)
    yield "import: imported", page.rooms.importing.run
    yield "import: taken back", window.shell.undo
    yield "import: begun again", page.start_import
    yield "import: left", page.rooms.importing.left.emit
    rows = "企业名称\t联系人\n" + "\n".join(f"示例粘贴{number}有限公司\t示例人" for number in range(200))
    yield "import: 200 rows pasted", partial(_paste, rows, page.paste)
    yield "import: left again", page.rooms.importing.left.emit


def _campaign(window: Window) -> Iterator[Step]:
    window.shell.go("campaign")
    page = _page(window)
    for view in ("standing", "rolling", "chase", "returns", "review", "details", "clauses", "standing"):
        yield f"campaign: {view}", partial(page.tabs.choose, view)
    yield "campaign: chase again", partial(page.tabs.choose, "chase")
    for chip in tuple(page.rooms.chase.listing.chips._buttons):
        yield f"campaign: chase {chip}", partial(page.rooms.chase.listing.chips.choose, chip)
    yield "campaign: review again", partial(page.tabs.choose, "review")
    yield "campaign: a new year", page.begin_opening
    yield "campaign: no new year", page.end_opening


def _acts(window: Window) -> Iterator[Step]:
    """What is written down one by one: reviews, a reminder, a roster, a company, two companies made one."""
    from benchmarks.waiting import TWINS
    from qc_desktop.services.companies import browsing

    page = _page(window)
    yield "acts: review", partial(page.tabs.choose, "review")
    yield "acts: approved (F9)", page.rooms.review.approve
    yield "acts: a reason asked for (F10)", page.rooms.review.ask_reason
    yield "acts: sent back", partial(page.rooms.review._send_back, "示例原因")
    yield "acts: chase", partial(page.tabs.choose, "chase")
    yield "acts: noted as reminded", page.rooms.chase.mark
    yield "acts: roster published", page.work.publish
    window.shell.go("companies")
    companies = _page(window)
    rows = companies.listing.model
    yield "acts: a company", lambda: companies.listing.opened.emit(rows.key_of(2))
    yield "acts: typed", lambda: companies.editor.company.form.remark.setText("示例备注")
    yield "acts: saved", companies.editor.save
    twins = [browsing.find(window.desk.office, name)[0].id for name in TWINS]
    yield "acts: two compared", partial(companies._merge, *twins)
    yield "acts: made one", companies.rooms.duplicates._merge
    yield "acts: taken back", window.shell.undo
    window.shell.go("campaign")


def _returns(window: Window, folder: Path) -> Iterator[Step]:
    """Forms of 100 companies go out and come back as they went."""
    from qc_desktop.domain.progress import finish
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter
    from qc_desktop.services.returns import making

    page, office = _page(window), window.desk.office
    campaign_id = page.sight.row.id
    rows = browsing.page(office, CompanyFilter(campaign_id=campaign_id, taking_part=True), 0, 100)
    finish(making.make(office, campaign_id, [row.id for row in rows], folder / "forms"))
    yield "returns: shown", partial(page.tabs.choose, "returns")
    yield "returns: 100 forms read", lambda: page.rooms.returns.work.read([folder / "forms"])
    yield "returns: left", lambda: page.rooms.returns.leave()


def _roster(window: Window, folder: Path) -> Iterator[Step]:
    page = _page(window)
    yield "roster: shown", partial(page.tabs.choose, "standing")
    for form in ("xlsx", "csv"):
        path = folder / f"roster.{form}"
        yield f"roster: exported as {form}", partial(page.work._write_roster, page.sight.row.id, form, "", path)


def _certificates(window: Window) -> Iterator[Step]:
    shell = window.shell
    yield "certificates", partial(shell.go, "certificates")
    page = _page(window)
    register = page.register
    yield "certificates: first row", partial(register.table.choose_place, 0)
    for column in register.model.columns:
        if column.sortable:
            yield f"certificates: sort {column.id}", partial(register.head.sort_changed.emit, column.id, True)
    yield "certificates: search", partial(register.search.setText, "000123")
    yield "certificates: all again", register.search.clear
    yield "certificates: make files", partial(page.open_item, "make")
    yield "certificates: register", page.show_register
    yield "certificates: print", partial(page.open_item, "print")
    yield "certificates: print batches", page.show_batches
    yield "certificates: register again", page.show_register
    yield "certificates: issue, choose", partial(page.open_item, "issue")


def _issuing(window: Window, folder: Path) -> Iterator[Step]:
    from qc_desktop.domain.certificates import CertificateState
    from qc_desktop.gui.pages.certificates.make_view import PACKAGE

    page = _page(window)
    yield "issuing: begun", page.begin_batch
    yield "issuing: checked, a page previewed", page.batch.go_on
    yield "issuing: the passphrase asked for", page.batch.go_on
    for field in page.batch.issue.passphrase.findChildren(QLineEdit):
        field.setText(PASSPHRASE)
    yield "issuing: issued", page.batch.go_on
    yield "issuing: files made and checked", partial(_make, page.batch.make, folder / "all.pdf")
    yield "issuing: packages made", partial(_make, page.batch.make, folder / "packages", PACKAGE)
    number = page.batch.make.numbers[0]
    yield "issuing: back to the register", page.show_register
    yield "certificates: one of them", partial(page.open_item, number)
    yield "certificates: enlarged", partial(page._enlarge, number)
    yield "certificates: left", page.show_register
    yield "certificates: ending asked for", partial(page.work._start_ending, CertificateState.REVOKED)
    yield "certificates: revoked", partial(page.work._end, number, CertificateState.REVOKED, "示例原因", PASSPHRASE)


def _make(view: Any, path: Path, mode: str = "") -> None:
    if mode:
        view.mode.choose(mode)
    view.place.setText(str(path))
    view.start_button.click()


def _desk_and_history(window: Window, folder: Path) -> Iterator[Step]:
    shell = window.shell
    yield "desk", partial(shell.go, "desk")
    desk = _page(window)
    for text in ("QC-2026-315-000123", "000123", "青禾", "qhdq", ""):
        yield f"desk: {text or 'nothing'}", partial(desk.field.setText, text)
    yield "desk: a PDF", partial(desk.look_at_file, str(folder / "all.pdf"))
    yield "desk: a call entered", desk.enter
    yield "history", partial(shell.go, "history")
    history = _page(window)
    bar = history.table.verticalScrollBar()
    for share in (3, 2, 1):
        yield f"history: scroll to 1/{share}", lambda share=share: bar.setValue(bar.maximum() // share)
    yield "history: an action", partial(history.table.choose_place, 0)


def _settings(window: Window) -> Iterator[Step]:
    for key in SECTIONS:
        yield f"settings: {key}", partial(window.shell.go, "settings", key)
    window.shell.go("settings", "backup")
    yield "settings: backed up", lambda: _page(window).sections["backup"].make()
    yield "help: a chapter", partial(window.shell.go, "help", "whats-new")


def _look(window: Window) -> Iterator[Step]:
    window.shell.go("companies")
    for act in ("theme", "theme", "text_large", "text_standard", "language_en", "language_zh_CN"):
        yield f"look: {act}", lambda act=act: window.shell.run(act)


def _large_commands(window: Window) -> Iterator[Step]:
    from qc_desktop.services.campaigns import years

    shell, office = window.shell, window.desk.office
    draft = years.suggestion(office, LAST_YEAR + 1)
    yield "large: a year opened", lambda: shell.context.jobs.change(lambda: years.open_year(office, draft))
    yield "large: turned to it", partial(shell.context.turn_to, LAST_YEAR + 1)
    yield "large: plan to roll forward", partial(shell.go, "campaign", "rolling")
    yield "large: rolled forward", _page(window).rooms.rolling.roll
    yield "large: taken back", shell.undo
    yield "large: companies", partial(shell.go, "companies")
    page = _page(window)
    yield "large: select all", page.listing.choose_everyone
    yield "large: start to change all", page.start_bulk
    yield "large: a value", partial(_one_value, page.rooms.bulk)
    yield "large: preview", page.rooms.bulk.preview
    yield "large: changed", page.rooms.bulk.run
    yield "large: change taken back", shell.undo


def _one_value(bulk: Any) -> None:
    """The first thing that can be set and is words, or the last choice of it."""
    line = bulk.lines[0]
    editor = line._editor
    if hasattr(editor, "setText"):
        editor.setText("示例")
    else:
        editor.setCurrentIndex(editor.count() - 1)


def _paste(text: str, act: Callable[[], object]) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
    act()


def _page(window: Window) -> Any:
    if window.shell.page is None:
        raise RuntimeError("the page failed")
    return window.shell.page
