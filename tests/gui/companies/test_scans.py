"""The scans of a company beside its form, and the texts in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import finish
from qc_desktop.gui.pages.companies.aspects.scans import ScansView
from qc_desktop.gui.pages.settings.texts import TextsSection
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.services import preferences, scans
from qc_desktop.services.scans import Paper
from tests.papers import jpeg, pdf

from ..real import faults
from .conftest import Open, Window


def aspect(window: Window) -> ScansView:
    row = window.rows()[0]
    window.page.open_item(row.id)
    window.idle()
    window.page.aspects.go("scans")
    window.idle()
    view = window.page.aspects.view
    assert isinstance(view, ScansView)
    return view


def test_papers_of_all_years_are_shown_and_added_by_kind(opened: Open, tmp_path: Path) -> None:
    window = opened()
    row = window.rows()[0]
    finish(scans.add(window.office, row.id, [Paper("旧.jpg", content=jpeg())]))
    view = aspect(window)
    assert [one.file_name for one in view.viewer.rows] == ["旧.jpg"]
    view.kind.setCurrentIndex(1)
    view.kind.activated.emit(1)
    path = tmp_path / "执照.pdf"
    path.write_bytes(pdf(1))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    view.viewer.paste()
    window.idle()
    kept = {one.file_name: (one.kind, one.year) for one in scans.of_company(window.office, row.id)}
    assert kept["执照.pdf"] == (scans.ScanKind.LICENCE, window.campaign.values.campaign_year)


def test_a_file_of_another_kind_is_refused_by_name(opened: Open, tmp_path: Path) -> None:
    window = opened()
    view = aspect(window)
    path = tmp_path / "承诺书.pdf"
    path.write_text("not a pdf", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    view.viewer.paste()
    window.idle()
    assert view.viewer.rows == []
    assert any("承诺书.pdf" in bar.text for bar in window.shell.findChildren(MessageBar))


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_aspect_passes_every_check(opened: Open, qtbot: QtBot, lang: str) -> None:
    window = opened(lang)
    row = window.rows()[0]
    finish(scans.add(window.office, row.id, [Paper("旧.jpg", content=jpeg()), Paper("新.pdf", content=pdf(2))]))
    aspect(window)
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)


def test_texts_are_saved_refused_and_given_back(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    window.shell.go("settings", "texts")
    window.idle()
    section = window.shell.page.sections["texts"]
    assert isinstance(section, TextsSection)
    assert faults(qtbot, window.shell) == []
    window.idle()
    assert not window.shell.page.is_unsaved
    section._fields["return_reasons"].setPlainText("缺公章\n\n 缺签字 ")
    assert window.shell.page.is_unsaved
    section.save()
    window.idle()
    assert preferences.get(window.office, "return_reasons") == "缺公章\n缺签字"
    assert section._fields["return_reasons"].toPlainText() == "缺公章\n缺签字"
    section._fields["chase_text"].setPlainText("{联系人}您好")
    section.save()
    window.idle()
    assert "联系人" in section.trouble.text
    assert section._fields["chase_text"].toPlainText() == "{联系人}您好"
    section.revert()
    assert not window.shell.page.is_unsaved
