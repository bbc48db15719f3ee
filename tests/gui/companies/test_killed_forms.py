"""kill -9 with something typed in every form that has drafts: the next window offers all of it, and it is right."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.frame.draft_words import name_of
from qc_desktop.services import drafts as files
from qc_desktop.services import preferences
from qc_desktop.services.members import fields
from qc_desktop.services.office import Office

from .conftest import COMPANIES, Open, Window
from .kept_list import choose

TYPED = "示例😀𠀀输入"
CLAIM = "本会推荐"
REASON = "quoted from the charter"
KINDS = {
    *("bulk", "campaign_clauses", "campaign_details", "campaign_opening", "company", "membership"),
    *("settings_members", "settings_office", "settings_texts"),
}
CHILD = f"""
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from qc_desktop.app import application, opened
from qc_desktop.gui import drafts
from qc_desktop.paths import Profile

TYPED, CLAIM, REASON = "{TYPED}", "{CLAIM}", "{REASON}"
app = application(on_screen=False)
if sys.argv[2] == "broken":
    drafts.PAUSE_MS = 3_600_000
with opened(app, Profile(Path(sys.argv[1])), "zh_CN") as window:
    shell, jobs = window.shell, window.jobs

    def rest(until=lambda: True):
        end = time.monotonic() + 60
        QTest.qWait(1)
        while (jobs.is_asking or jobs.is_busy or not until()) and time.monotonic() < end:
            QTest.qWait(5)

    shell.show()
    shell.go("companies")
    rest()
    page = shell.page
    first, second = page.listing.model.key_of(0), page.listing.model.key_of(20)
    page.open_item(first)
    rest()
    page.editor.pledge.form.products.setPlainText(TYPED)
    page.editor.pledge.form.signed_on.setText("２０２６年３月１日")
    page.open_item(second)
    rest()
    page.aspects.go("membership")
    rest()
    view = page.aspects.view
    for part in (view.terms, view.dues):
        part._start_new()
        part.form.ui.remark.setText(TYPED)
    next(iter(view.fields._inputs.values())).setText(TYPED)
    page.listing.table.selectAll()
    page.ways.changing.start()
    page.rooms.bulk.lines[0].put("remark", TYPED)
    shell.go("campaign", "details")
    rest()
    page = shell.page
    page.rooms.details._form._values["theme"].setText(TYPED)
    page.tabs.choose("clauses")
    page.rooms.clauses._lines[0]._short.setPlainText(CLAIM)
    QTest.keyClicks(page.rooms.clauses.reasons.reasons["推荐"], REASON)
    page.begin_opening()
    rest()
    page.rooms.opening._form._values["theme"].setText(TYPED)
    for name in ("office", "members", "texts"):
        shell.go("settings", name)
        rest()
        section = shell.page.sections[name]
        if name == "texts":
            section._fields["return_reasons"].setPlainText(TYPED)
        else:
            section.values["issuer_line" if name == "office" else "member_no_prefix"].setText(TYPED)
    keeper = shell.context.drafts
    if sys.argv[2] != "broken":
        rest(lambda: len(keeper.everything) == {len(KINDS)})
        keeper._pool.submit(lambda: None).result()
    print("typed", flush=True)
    app.exec()
"""


def killed(office: Office, autosave: str) -> None:
    """Types into every form in a process of its own, and kills it."""
    command = [sys.executable, "-c", CHILD, str(office.profile.root), autosave]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        said = child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        assert said == "typed\n", child.stderr.read()


def shown_in(window: Window, kind: str) -> Any:
    """What stands in the form of ``kind``, of the page that is shown."""
    page: Any = window.shell.page
    if kind == "company":
        return page.editor.pledge.form.products.toPlainText(), page.editor.pledge.form.signed_on.text()
    if kind == "membership":
        view = page.aspects.view
        own = next(iter(view.fields._inputs.values())).text()
        return view.terms.form.ui.remark.text(), view.dues.form.ui.remark.text(), own
    if kind == "campaign_clauses":
        clauses = page.rooms.clauses
        return clauses._lines[0]._short.toPlainText(), clauses.reasons.reasons["推荐"].text()
    if kind in ("campaign_details", "campaign_opening"):
        form = page.rooms.details if kind == "campaign_details" else page.rooms.opening
        return form._form.values()["theme"]
    if kind == "bulk":
        bulk = page.rooms.bulk
        return [line.typed() for line in bulk.lines], bulk.isVisible(), bulk._scope.count
    section = page.sections[kind.removeprefix("settings_")]
    if kind == "settings_texts":
        return section._fields["return_reasons"].toPlainText()
    return section.values["issuer_line" if kind == "settings_office" else "member_no_prefix"].text()


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_whatever_was_typed_is_offered_and_right(
    opened: Open, office: Office, keeper: Callable[[], DraftKeeper]
) -> None:
    fields.add(office, "示例字段", FieldKind.TEXT)
    preferences.change(office, {"dues_ledger": "on"})
    killed(office, "works")
    found = {draft.kind: draft for draft in files.kept(office.profile.drafts)}
    assert set(found) == KINDS
    window = opened(drafts=keeper(), start="home")
    assert f"{len(KINDS)} 份" in window.shell._messages.text
    assert name_of(files.kept(office.profile.drafts)[-1]) in window.shell._messages.text
    expected = {
        "company": (TYPED, "２０２６年３月１日"),
        "membership": (TYPED,) * 3,
        "campaign_clauses": (CLAIM, REASON),
        "bulk": ([("remark", TYPED)], True, COMPANIES),
    }
    for kind, draft in found.items():
        choose(window, name_of(draft))
        window.idle()
        window.idle()
        assert shown_in(window, kind) == expected.get(kind, TYPED), kind


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_without_autosave_nothing_is_found(office: Office) -> None:
    """The control: the test above can fail. What was left for another company is on the disk already."""
    fields.add(office, "示例字段", FieldKind.TEXT)
    preferences.change(office, {"dues_ledger": "on"})
    killed(office, "broken")
    assert [draft.kind for draft in files.kept(office.profile.drafts)] == ["company"]
