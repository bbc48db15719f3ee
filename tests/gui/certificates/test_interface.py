"""interface.md's checks over every view of the real page, in both languages at four sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.findings import error
from qc_desktop.gui.pages.certificates.choose_step import SOME
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import preferences
from qc_desktop.services.certificates.issuing import Preflight, Stopped
from qc_desktop.services.demo import PASSPHRASE
from qc_desktop.services.office import Office

from ..real import faults
from .conftest import Open, Window

OF_A_BATCH = ("choose", "some", "check", "preview", "issue", "refused", "made")
OF_THE_REGISTER = ("list", "detail", "replace", "make", "enlarged")
EMPTY = ("waiting", "blocked", "no_year")


def turn_batch(window: Window, view: str, tmp_path: Path) -> None:
    if view in ("choose", "some"):
        window.page.begin_batch()
        window.rest()
        if view == "some":
            window.batch.choose.scope.choose(SOME)
    elif view == "check":
        window.page.begin_batch()
        window.go_on()
        stopped = Stopped("p", "示例青禾电器有限公司", (error("certificate.uscc_missing", "uscc"),), "c")
        window.batch.show_checked(Preflight(window.batch._checked.ready, (stopped,)))
        window.rest()
        window.batch.check.table.selectRow(0)
    else:
        window.to_issue_step()
    if view == "preview":
        window.batch.bar._back.click()
    elif view == "refused":
        window.go_on()
    elif view == "made":
        window.type_passphrase(PASSPHRASE, PASSPHRASE)
        window.go_on()
        window.batch.make.place.setText(str(tmp_path / "a.pdf"))
        window.batch.make.start_button.click()
    window.rest()


def turn_register(window: Window, view: str) -> None:
    if view == "list":
        return
    window.register.table.selectRow(1)
    window.register.split.open_detail()
    window.rest()
    if view == "replace":
        window.register.detail._endings[CertificateState.REPLACED].click()
        window.rest()
        window.register.detail.ending._confirm.click()
        window.register.detail.ending.refuse("示例：企业现在是“已撤回”，不能换发证书。")
    elif view == "make":
        window.register.detail._make.click()
        window.page.rooms.make.outcome.say(Tone.BAD, "示例：没有权限写入这个文件夹。")
    elif view == "enlarged":
        window.register.detail._enlarge.click()
    window.rest()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("view", OF_A_BATCH)
def test_every_step_of_a_batch(
    qtbot: QtBot, opened: Open, waiting: Office, tmp_path: Path, lang: str, view: str
) -> None:
    window = opened(waiting, lang)
    turn_batch(window, view, tmp_path)
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("view", OF_THE_REGISTER)
def test_every_view_of_the_register(qtbot: QtBot, opened: Open, issued: Office, lang: str, view: str) -> None:
    window = opened(issued, lang)
    turn_register(window, view)
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("view", EMPTY)
def test_every_empty_state(qtbot: QtBot, opened: Open, waiting: Office, empty: Office, lang: str, view: str) -> None:
    if view == "blocked":
        preferences.change(waiting, {"association_name": "", "verification_prefix": ""})
    window = opened(empty if view == "no_year" else waiting, lang)
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)
