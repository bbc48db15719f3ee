"""Every view of the window by name, brought forward as its page does: also those that are made when first needed."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.domain.progress import finish
from qc_desktop.gui.pages.campaign.returns import drops
from qc_desktop.gui.pages.settings.page import _MAKERS
from qc_desktop.gui.shell import Shell
from qc_desktop.services import backups
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.certificates import register
from qc_desktop.services.labels import issuing, stopping
from qc_desktop.services.layouts import versions
from qc_desktop.services.verification import verify
from qc_desktop.storage.tables import Sighting
from tests.gui.real import Real, rest
from tests.labelled import ORDER, labelled
from tests.samples import Year, add, code

Act = Callable[["Ground"], None]


@dataclass
class Ground:
    """The window with a year in it, and a folder of the test's own."""

    qtbot: QtBot
    shell: Shell
    year: Year
    folder: Path

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.shell.page

    def rest(self) -> None:
        """Waits until nothing is asked or done."""
        rest(self.qtbot, self.shell)

    def bad_list(self) -> Path:
        """A list with a good row and a bad one."""
        path = self.folder / "示例名单.csv"
        rows = ["企业名称,统一社会信用代码,示例未知栏", "示例坏码有限公司,91350100M000100Y4Z,示例", f"示例,{code(77)},"]
        path.write_text("\n".join(rows), encoding="utf-8")
        return path


@dataclass(frozen=True)
class View:
    """Where a view is: a page, the item that leads there, the article that F1 opens, and what is done to see it."""

    page_id: str
    key: str = ""
    article: str = ""
    act: Act = lambda ground: None


def _bulk(ground: Ground) -> None:
    ground.page.listing.choose_everyone()
    ground.page.ways.changing.start()


def _naming(ground: Ground) -> None:
    ground.page.listing.panel.pickers["stages"].choose("announced")
    ground.rest()
    ground.page.saved.ask_filter()


def _preview(ground: Ground) -> None:
    ground.page.rooms.importing.look_at(ground.bad_list())
    ground.rest()
    ground.page.rooms.importing.check_again()


def _message(ground: Ground) -> None:
    QGuiApplication.clipboard().setText("示例新来有限公司 电话13800000000")
    ground.page.ways.paste_message()


def _merging(ground: Ground) -> None:
    first, second = ground.year.companies()[:2]
    ground.page.ways._merge(first.id, second.id)


def _aspect(name: str) -> Act:
    def show(ground: Ground) -> None:
        ground.page.open_item(ground.year.companies()[0].id)
        ground.rest()
        ground.page.aspects.go(name)

    return show


def _reviewed(ground: Ground) -> None:
    """One company is in review; those of the year are announced already."""
    company = add(ground.year.office, "示例待审有限公司", code(88))
    with ground.year.office.writing("pledge_enter") as work:
        enter_many(work, ground.year.campaign_id, {company.id: PledgeDraft(products=("示例产品",))})
    ground.page.refresh()


def _reasons(ground: Ground) -> None:
    _reviewed(ground)
    ground.rest()
    ground.page.rooms.review.ask_reason()


def _answers(ground: Ground) -> None:
    forms = ground.folder / "forms"
    forms.mkdir()
    (forms / "示例回表.xlsx").write_bytes(b"no form")
    ground.page.open_item(drops.key_of([forms]))


def _certificate(ground: Ground) -> None:
    ground.page.show_register()
    ground.page.register.table.selectRow(0)
    ground.page.register.split.open_detail()


def _ending(ground: Ground) -> None:
    _certificate(ground)
    ground.rest()
    ground.page.register.detail.begin_ending(CertificateState.REVOKED, known=True, unlocked=False)


def _enlarged(ground: Ground) -> None:
    _certificate(ground)
    ground.rest()
    ground.page.register.detail._enlarge.click()


def _layout(view: str) -> Act:
    """A copy of the layout that ships, at work."""

    def act(ground: Ground) -> None:
        ground.page.overview.open_wanted.emit(view)
        ground.rest()
        ground.page.bench.making.choose(["title"])

    return act


def _label_layout(view: str) -> Act:
    """A copy of the layout of labels that ships, at work."""

    def act(ground: Ground) -> None:
        row = versions.create(ground.year.office, load_design("verification_label"), "示例标识")
        ground.shell.go("layouts", f"{row.id}:{view}")
        ground.rest()

    return act


def _columns(ground: Ground) -> None:
    ground.page.rooms.standing.roster.begin_choosing()


def _opening(ground: Ground) -> None:
    ground.page.begin_opening()


def _dispatching(ground: Ground) -> None:
    rows = ["证书编号\t快递单号\t快递公司", "QC-2026-315-000001\tSF1\t示例快递", "QC-2026-315-009999\tSF2\t示例快递"]
    ground.page.rooms.sending.look_at_text("\n".join(rows))


def _calibrating(ground: Ground) -> None:
    ground.page.calibrate("")


def _labels(key: str, act: Act = lambda ground: None) -> Act:
    """An agreement and a batch under it; then the page at ``key``."""

    def show(ground: Ground) -> None:
        labelled(ground.year)
        ground.shell.go("labels", key)
        ground.rest()
        act(ground)

    return show


def _company_labels(ground: Ground) -> None:
    labelled(ground.year)
    _aspect("labels")(ground)


def _stopped(ground: Ground) -> None:
    labelled(ground.year)
    stopping.stop(ground.year.office, "1", "示例抽检不合格")
    ground.shell.go("labels", "batch:00001")


def _seen(ground: Ground) -> None:
    """A label that was seen very often, and one that was never issued."""
    labelled(ground.year)
    with ground.year.office.writing("sighting_import", undoable=False) as work:
        for serial in ("00001-000007", "00001-000101"):
            counts = {"visits": 70, "visitors": 40, "networks": 4}
            work.session.add(Sighting(day=dt.date(2026, 3, 15), way="phone", label_serial=serial, **counts))
    ground.shell.go("labels", "seen")
    ground.rest()
    ground.page.seen.split.open_detail()


def _hidden(ground: Ground) -> None:
    """A label with a code to scratch off, and the passphrase asked for it."""
    agreement = labelled(ground.year)
    finish(issuing.issue(ground.year.office, agreement.id, replace(ORDER, hidden_codes=True), ground.year.keys))
    (answer,) = verify(ground.year.office, "00002-000007")
    ground.page.results._show_one("00002-000007", answer, remember=False)
    ground.page.results.code.field.setText("0" * 20)
    ground.page.results.code.field.setModified(False)
    ground.page.results.code.check()


def _behind(ground: Ground) -> None:
    """The records are older than what was confirmed: an old database stands in their place."""
    office = ground.year.office
    made = backups.make(office)
    register.replace(office, "QC-2026-315-000001", "示例", ground.year.keys)
    office.close()
    shutil.copy(made.path, office.profile.database)
    ground.shell.go("settings", "health:register")


def _typed_order(ground: Ground) -> None:
    form = ground.page.order.form
    for field, text in ((form.lot, "示例批号"), (form.count, "100")):
        field.setText(text)
        field.setModified(False)
    ground.page.order.look_wanted.emit()
    ground.rest()


VIEWS: Mapping[str, View] = {
    "home": View("home", "today", "home"),
    "overview": View("home", "overview", "overview"),
    "companies": View("companies", "", "companies"),
    "filters": View("companies", "filters", "companies"),
    "naming": View("companies", "", "companies", _naming),
    "new": View("companies", "new", "pledge"),
    "message": View("companies", "", "paste", _message),
    "import": View("companies", "import", "import"),
    "preview": View("companies", "import", "import", _preview),
    "duplicates": View("companies", "duplicates", "duplicates"),
    "merging": View("companies", "duplicates", "duplicates", _merging),
    "bulk": View("companies", "", "companies", _bulk),
    "papers": View("companies", "", "companies", lambda ground: ground.page.many.papers.ask("envelope_dl")),
    "membership": View("companies", "", "members", _aspect("membership")),
    "timeline": View("companies", "", "timeline", _aspect("timeline")),
    "company_labels": View("companies", "", "labels", _company_labels),
    "scans": View("companies", "", "timeline", _aspect("scans")),
    "standing": View("campaign", "standing", "campaign"),
    "columns": View("campaign", "standing", "campaign", _columns),
    "rolling": View("campaign", "rolling", "rolling"),
    "chase": View("campaign", "chase", "chase"),
    "returns": View("campaign", "returns", "returns"),
    "answers": View("campaign", "returns", "returns", _answers),
    "review": View("campaign", "review", "review", _reviewed),
    "notices": View("campaign", "review", "review", lambda ground: ground.page.rooms.review.make_notices()),
    "reasons": View("campaign", "review", "review", _reasons),
    "details": View("campaign", "details", "campaign"),
    "clauses": View("campaign", "clauses", "campaign"),
    "opening": View("campaign", "", "campaign", _opening),
    "register": View("certificates", "", "certificates"),
    "certificate": View("certificates", "", "certificates", _certificate),
    "ending": View("certificates", "", "certificates", _ending),
    "enlarged": View("certificates", "", "certificates", _enlarged),
    "files": View("certificates", "make", "packages"),
    "packages": View("certificates", "packages", "packages"),
    "print": View("certificates", "print", "printing"),
    "batches": View("certificates", "batches", "printing"),
    "sending": View("certificates", "sending", "dispatch"),
    "dispatching": View("certificates", "sending", "dispatch", _dispatching),
    "reconcile": View("certificates", "reconcile", "dispatch"),
    "calibration": View("certificates", "", "calibration", _calibrating),
    "desk": View("desk", "", "desk"),
    "desk_code": View("desk", "", "desk", _hidden),
    "history": View("history", "", "history"),
    "layouts": View("layouts", "", "layouts"),
    "layout_wording": View("layouts", "", "layouts", _layout("wording")),
    "layout_page": View("layouts", "", "layouts", _layout("page")),
    "label_wording": View("layouts", "", "layouts", _label_layout("wording")),
    "label_lines": View("layouts", "", "layouts", _label_layout("page")),
    "label_agreements": View("labels", "", "labels", _labels("agreements")),
    "label_agreement": View("labels", "", "labels", _labels("agreement")),
    "label_batches": View("labels", "", "labels", _labels("batches")),
    "label_batch": View("labels", "", "labels", _labels("batch:00001")),
    "label_order": View("labels", "", "labels", _labels("new", _typed_order)),
    "label_noting": View("labels", "", "labels", _labels("note:00001")),
    "label_stopping": View("labels", "", "labels", _labels("stop:00001")),
    "label_stopped": View("labels", "", "labels", _stopped),
    "label_sheets": View("labels", "", "labels", _labels("sheets")),
    "label_seen": View("labels", "", "labels", _seen),
    "label_visits": View("labels", "", "labels", _labels("visits")),
    "label_print": View("labels", "", "labels", _labels("print:00001")),
    "register_behind": View("settings", "health", "settings", _behind),
    "help": View("help", "begin", "begin"),
    **{
        f"settings_{key}": View(
            "settings", key, key if key in ("backup", "moving", "members", "passphrase", "site") else "settings"
        )
        for key in _MAKERS
    },
}
"""The batch of new certificates is no part of it: it needs a year in which nobody has one yet."""


def opened(qtbot: QtBot, real: Real, year: Year, folder: Path, wanted: str | View, lang: str = "zh_CN") -> Ground:
    """The window at a view, one of VIEWS by its name; some of them need a ``year`` in which everybody is issued."""
    view = wanted if isinstance(wanted, View) else VIEWS[wanted]
    ground = Ground(qtbot, real(year.office, view.page_id, lang), year, folder)
    if view.key:
        ground.shell.go(view.page_id, view.key)
        ground.rest()
    view.act(ground)
    ground.rest()
    return ground
