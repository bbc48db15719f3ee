"""The parts of the page by themselves: the picture, the passphrase, the preview's service, running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.certificates.picture import SHAPE, PagePicture
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import previewing, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Counter

Shown = Callable[[QWidget], QWidget]


def picture(png: bytes) -> QImage:
    image = QImage.fromData(png)
    assert not image.isNull()
    return image


def test_a_draft_takes_no_number(waiting: Office) -> None:
    campaign = years.campaign(waiting)
    ids = browsing.participation_ids(waiting, CompanyFilter(campaign_id=campaign.id))
    first = picture(previewing.draft_page(waiting, campaign.id, ids[0]))
    assert abs(first.width() / first.height() - SHAPE) < 0.01
    assert first != picture(previewing.draft_page(waiting, campaign.id, ids[1]))
    with waiting.store.reading() as session:
        assert session.query(Counter).count() == 0
    assert register.count(waiting, CertificateFilter()) == 0


def test_an_issued_page_is_drawn_as_it_was_frozen(issued: Office) -> None:
    number = register.numbers(issued, CertificateFilter())[0]
    before = previewing.issued_page(issued, number)
    campaign = years.campaign(issued)
    years.change_clauses(issued, campaign.id, campaign.clauses[:1])
    assert previewing.issued_page(issued, number) == before
    with pytest.raises(UserError, match=r"certificate\.unknown"):
        previewing.issued_page(issued, "QC-0000")


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("QC-{year}-315-{seq:06}", "QC-2026-315-××××××"),
        ("{year}第{seq}号", "2026第××××号"),
        ("{seq:03}/{year}", "×××/2026"),
    ],
)
def test_the_number_of_a_draft_is_blanked_out(pattern: str, shown: str) -> None:
    assert previewing.blank_number(pattern, 2026) == shown


def test_a_picture_keeps_the_shape_of_the_page(shown: Shown, issued: Office) -> None:
    page = PagePicture()
    assert page.is_blank
    page.show_image(picture(previewing.issued_page(issued, register.numbers(issued, CertificateFilter())[0])), "示例")
    page.resize(594, page.heightForWidth(594))
    assert page.height() == 420
    shown(page)
    assert page.accessibleName() == "示例"
    drawn = page.grab().toImage()
    assert drawn.pixelColor(300, 3).name() == "#ffffff"
    colours = {drawn.pixelColor(x, 60).name() for x in range(0, 594, 3)}
    assert len(colours) > 10
    page.clear()
    assert page.is_blank


def test_a_new_passphrase_is_asked_twice(shown: Shown) -> None:
    asked = Passphrase()
    asked.show_state(known=False, unlocked=False)
    shown(asked)
    assert "找不回来" in asked._about.text() or "recover" in asked._about.text()
    asked.take_focus()
    QTest.keyClicks(asked._one, "one two three")
    QTest.keyClick(asked._one, Qt.Key.Key_Return)
    assert asked._two.hasFocus()
    assert asked.read() is None
    assert asked._note.text
    QTest.keyClicks(asked._two, "one two three")
    assert asked.read() == "one two three"
    assert not asked._note.text
    asked.clear()
    assert asked.read() is None


def test_return_submits_a_known_passphrase(qtbot: QtBot, shown: Shown) -> None:
    asked = Passphrase()
    shown(asked)
    asked._one.setText("示例口令")
    with qtbot.waitSignal(asked.submitted):
        QTest.keyClick(asked._one, Qt.Key.Key_Return)
    asked.refuse("不对")
    assert asked._note.text == "不对"
    assert asked._one.selectedText()


def test_what_is_typed_can_be_looked_at(shown: Shown) -> None:
    asked = Passphrase()
    shown(asked)
    (look,) = asked._one.actions()
    assert asked._one.echoMode() is QLineEdit.EchoMode.Password
    look.setChecked(True)
    assert asked._one.echoMode() is QLineEdit.EchoMode.Normal
    look.setChecked(False)
    assert asked._one.echoMode() is QLineEdit.EchoMode.Password


def test_nothing_is_asked_while_unlocked(shown: Shown) -> None:
    asked = Passphrase()
    asked.show_state(known=True, unlocked=True)
    shown(asked)
    assert asked.read() == ""
    assert not asked._one.isVisible()


def test_sentences_are_joined_as_their_language_does() -> None:
    assert joined("甲。", "", "乙。") == "甲。乙。"
    assert joined("One.", "Two.") == "One. Two."
