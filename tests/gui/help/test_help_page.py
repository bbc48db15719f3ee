"""The manual in the window."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.help import manual, topics
from qc_desktop.gui.pages.help.page import HelpPage
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.theme import TextSize, Theme
from tests.gui.real import Real, faults, rest
from tests.gui.views import VIEWS, Ground, opened
from tests.samples import Year


@pytest.fixture
def shell(real: Real, year: Year) -> Shell:
    return real(year.office, "settings")


def test_escape_leads_back_from_the_manual(qtbot: QtBot, shell: Shell) -> None:
    before = shell.page
    shell._acts.do("help")
    assert isinstance(shell.page, HelpPage)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert shell.page is before


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> HelpPage:
    shell.go("help")
    rest(qtbot, shell)
    assert isinstance(shell.page, HelpPage)
    return shell.page


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_interface(qtbot: QtBot, real: Real, year: Year, lang: str) -> None:
    shell = real(year.office, "help", lang)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []


def test_extra_large_text_fits(qtbot: QtBot, shell: Shell, page: HelpPage, look: Callable[[Theme], None]) -> None:
    look(Theme(size=TextSize.EXTRA_LARGE))
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []


def test_f1_opens_the_manual_from_anywhere(qtbot: QtBot, shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F1)
    rest(qtbot, shell)
    assert isinstance(shell.page, HelpPage)


def test_an_article_is_found_by_its_words_and_by_pinyin(qtbot: QtBot, shell: Shell, page: HelpPage) -> None:
    page.search.setText("恢复")
    qtbot.waitUntil(lambda: page.contents.count() < len(manual.articles()))
    assert "备份与恢复" in {page.contents.item(row).text() for row in range(page.contents.count())}
    page.search.setText("hxdn")
    qtbot.waitUntil(lambda: page.place == "moving")
    page.search.setText("没有这样的词")
    qtbot.waitUntil(page.nothing.isVisible)
    assert not page.contents.isVisible()


def test_a_link_leads_to_its_article_and_the_keyboard_into_it(qtbot: QtBot, shell: Shell, page: HelpPage) -> None:
    page.open_item("begin")
    page.reader.anchorClicked.emit(QUrl("moving"))
    assert page.place == "moving"
    assert "换机文件" in page.reader.toPlainText()
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.contents.hasFocus()
    QTest.keyClick(page.contents, Qt.Key.Key_Return)
    assert page.reader.hasFocus()


def test_a_picture_is_never_wider_than_the_article(qtbot: QtBot, shell: Shell, page: HelpPage) -> None:
    page.reader.show_text("# 图\n\n![](pictures/companies.png)\n")
    shell.resize(911, 440)
    page.split.open_detail()
    qtbot.waitUntil(lambda: page.reader.document().size().width() <= page.reader.viewport().width())
    drawn = page.reader.loadResource(2, QUrl("pictures/companies.png"))
    assert 0 < drawn.width() / drawn.devicePixelRatio() <= page.reader.viewport().width()
    assert page.reader.loadResource(2, QUrl("pictures/none.png")).isNull()


SIGNS = {"↑": "Up", "↓": "Down", "PageUp": "PgUp", "PageDown": "PgDown"}
SAME = {"Ctrl+Return": "Ctrl+Enter", "Ctrl++": "Ctrl+="}
"""Keys that do what another does, which stands in the article."""


@cache
def known_keys() -> frozenset[str]:
    """The keys that the article about them names."""
    text = next(article.text for article in manual.articles() if article.id == "keys")
    said = "、".join(re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE))
    said = said.replace("Alt+1 至 Alt+5", "Alt+1、Alt+2、Alt+3、Alt+4、Alt+5")
    for sign, name in SIGNS.items():
        said = said.replace(sign, name)
    return frozenset(said.split("、"))


def shortcuts(window: QWidget) -> set[str]:
    """The keys that mean something in ``window``."""
    found = {key.key().toString(QKeySequence.SequenceFormat.PortableText) for key in window.findChildren(QShortcut)}
    return {SAME.get(keys, keys) for keys in found}


def test_a_key_that_no_article_names_is_caught(qtbot: QtBot, shell: Shell) -> None:
    QShortcut(QKeySequence("Ctrl+F12"), shell)
    assert shortcuts(shell) - known_keys() == {"Ctrl+F12"}


def check_help(ground: Ground, article: str) -> None:
    """Every key that means something is in the manual, and F1 opens ``article``. Asked of every view that is opened
    in `test_low_window`."""
    assert shortcuts(ground.shell) - known_keys() == set()
    QTest.keyClick(QApplication.focusWidget() or ground.shell, Qt.Key.Key_F1)
    ground.rest()
    assert isinstance(ground.page, HelpPage)
    assert ground.page.place == article


def test_another_article_is_caught(qtbot: QtBot, real: Real, issued_year: Year, tmp_path: Path) -> None:
    ground = opened(qtbot, real, issued_year, tmp_path, "certificate")
    with pytest.raises(AssertionError):
        check_help(ground, VIEWS["companies"].article)


def test_every_article_that_a_view_leads_to_exists() -> None:
    known = {article.id for article in manual.articles()}
    assert set(topics.ARTICLES.values()) <= known
    assert {view.article for view in VIEWS.values()} <= known
    assert set(topics.ARTICLES.values()) <= {view.article for view in VIEWS.values()}, "each is tried above"
