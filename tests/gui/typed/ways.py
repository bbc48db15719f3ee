"""Windows whose drafts outlive them, and the ways to the fields that stand in no form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.window import Window
from qc_desktop.services.campaigns import chasing, stages
from qc_desktop.services.members import fields as own_fields
from qc_desktop.services.office import Office
from tests.gui.real import rest
from tests.gui.views import VIEWS, Ground
from tests.samples import Year, add, code

TYPED = "zqx"


@dataclass
class Windows:
    """Makes windows whose drafts outlive them, and turns them."""

    qtbot: QtBot
    jobs: Jobs
    language: Language
    made: list[Window]

    def __call__(self, office: Office, page_id: str = "home", lang: str = "zh_CN") -> Shell:
        window = Window(Desk(office), self.jobs, DraftKeeper(office.profile.drafts), self.language, lang)
        self.made.append(window)
        window.shell.resize(1366, 728)
        window.shell.show()
        window.shell.activateWindow()
        self.qtbot.waitUntil(window.shell.isActiveWindow)
        window.shell.go(page_id)
        self.rest()
        return window.shell

    @property
    def window(self) -> Window:
        return self.made[-1]

    @property
    def shell(self) -> Shell:
        return self.window.shell

    @property
    def page(self) -> Any:
        return self.shell.page

    def rest(self) -> None:
        rest(self.qtbot, self.shell)

    def turn(self, lang: str) -> None:
        before = self.shell
        before.speaker.speak(lang)
        self.qtbot.waitUntil(lambda: self.shell is not before, timeout=20_000)
        self.rest()

    def held(self, lang: str = "en") -> str:
        """What is said where the language may not change."""
        before = self.shell
        before.speaker.hush()
        before.speaker.speak(lang)
        self.qtbot.waitUntil(lambda: bool(before._messages.text), timeout=20_000)
        assert self.shell is before
        return before._messages.text


def ground_of(windows: Windows, year: Year, folder: Path) -> Ground:
    return Ground(windows.qtbot, windows(year.office), year, folder)


def waiting(ground: Ground, to: Stage = Stage.DRAFT) -> None:
    """Two companies take part and are not announced yet."""
    ground.rest()  # nobody reads while this thread writes
    office = ground.year.office
    ids = [add(office, f"示例待办{place}有限公司", code(60 + place)).id for place in range(2)]
    stages.take_in(office, ground.year.campaign_id, ids)
    stages.bring_forward(office, chasing.ids(office, chasing.ChaseFilter(ground.year.campaign_id)), to)


def chased(ground: Ground) -> None:
    waiting(ground)
    ground.shell.go("campaign", "chase")
    ground.rest()


def announced(ground: Ground) -> None:
    waiting(ground, Stage.ANNOUNCEMENT_PENDING)
    ground.shell.go("campaign", "standing")
    ground.rest()


def answered(ground: Ground) -> None:
    ground.shell.go("desk", "QC-2026-315-000001")


def renamed(ground: Ground) -> None:
    ground.rest()
    own_fields.add(ground.year.office, "示例字段", FieldKind.CHOICE, ("甲", "乙"))
    ground.shell.go("settings", "members")
    ground.rest()
    ground.page.sections["members"].own._rows[0].start()


def returned(ground: Ground) -> None:
    ground.shell.go("companies")
    ground.rest()
    scope = ground.page.listing.scope()
    ground.page.reason.ask(scope, scope.count)


def new_operator(ground: Ground) -> QWidget:
    ground.shell.go("settings", "pc")
    ground.rest()
    return ground.page.sections["pc"].people.name


def new_field(ground: Ground) -> QWidget:
    ground.shell.go("settings", "members")
    ground.rest()
    return ground.page.sections["members"].own.name


def field_renamed(ground: Ground) -> QWidget:
    renamed(ground)
    return ground.page.sections["members"].own._rows[0].name


def forms_contact(ground: Ground) -> QWidget:
    ground.shell.go("campaign", "returns")
    ground.rest()
    ground.page.rooms.returns.make._scope.setCurrentIndex(2)
    return ground.page.rooms.returns.make._contact


def name_of_filter(ground: Ground) -> QWidget:
    ground.shell.go("companies")
    ground.rest()
    VIEWS["naming"].act(ground)
    return ground.page.listing.naming.name


def own_reason(ground: Ground) -> QWidget:
    returned(ground)
    return ground.page.reason.reason.editor


def chase_text(ground: Ground) -> Any:
    chased(ground)
    return ground.page.rooms.chase.letter.text


def chase_remark(ground: Ground) -> Any:
    chased(ground)
    return ground.page.rooms.chase.letter.remark


def announcement(ground: Ground) -> Any:
    announced(ground)
    return ground.page.rooms.standing.steps._announcing.number


def desk_remark(ground: Ground) -> Any:
    answered(ground)
    ground.rest()
    return ground.page.results.entry.remark


def reason_of_return(ground: Ground) -> Any:
    ground.shell.go("campaign", "review")
    ground.rest()
    VIEWS["reasons"].act(ground)
    return ground.page.rooms.review.reasons.own


def reason_of_ending(ground: Ground) -> Any:
    ground.shell.go("certificates")
    ground.rest()
    VIEWS["ending"].act(ground)
    return ground.page.register.detail.ending.reason


def letter_card(ground: Ground) -> Any:
    chased(ground)
    return ground.page.rooms.chase.letter
