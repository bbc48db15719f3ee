"""Signed files from the window: the passphrase is asked for where files are signed, once, and only there."""

from __future__ import annotations

from pathlib import Path

from qc_desktop.gui.desk import Desk
from qc_desktop.gui.pages.certificates.actions import MANY_FILES, ONE_FILE
from qc_desktop.gui.pages.certificates.make_view import ON_STOCK, PACKAGE, WHOLE, MakeView
from qc_desktop.services import demo, document_signing
from qc_desktop.services.document_signing import Way
from qc_desktop.services.office import Office
from qc_desktop.trust.pdf_signatures import is_signed
from tests.authority import PASSWORD, certified

from .conftest import COMPANIES, Open, Window


def at_files(window: Window) -> MakeView:
    window.page._make_files.click()
    window.rest()
    return window.page.rooms.make


def test_nothing_is_asked_where_nothing_is_signed(opened: Open, issued: Office) -> None:
    view = at_files(opened(issued))
    view.mode.choose(MANY_FILES)
    assert not view.signing.isVisible()


def test_the_passphrase_is_asked_where_files_are_signed(opened: Open, issued: Office, tmp_path: Path) -> None:
    document_signing.choose(issued, Way.OWN)
    window = opened(issued)
    view = at_files(window)
    shown = {}
    for mode, content in ((ONE_FILE, WHOLE), (MANY_FILES, ON_STOCK), (PACKAGE, ON_STOCK), (MANY_FILES, WHOLE)):
        view.content.choose(content)
        view.mode.choose(mode)
        shown[mode, content] = view.signing.isVisible()
    assert [key for key, is_shown in shown.items() if is_shown] == [(PACKAGE, ON_STOCK), (MANY_FILES, WHOLE)]
    view.place.setText(str(tmp_path / "证书"))
    asked = view.signing.asked[Way.OWN]
    for typed, count in (("", 0), ("别的口令别的口令", 0), (demo.PASSPHRASE, COMPANIES)):
        asked._one.setText(typed)
        view.start_button.click()
        window.rest()
        assert len(list(tmp_path.glob("证书/*.pdf"))) == count
    assert all(map(is_signed, (tmp_path / "证书").iterdir()))
    assert "今天已输入" in asked._about.text()
    assert not asked._one.isVisible()


def test_another_file_of_an_authority_asks_for_its_password(issued: Office, tmp_path: Path) -> None:
    desk = Desk(issued)
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        document_signing.choose(issued, Way.FILE, certified(tmp_path / name)[0])
        assert desk.signing_way() == (Way.FILE, False)
        stamp = desk.document_signer(PASSWORD)
        assert desk.signing_way() == (Way.FILE, True)
        assert desk.document_signer("") is stamp
    desk.lock()
    assert desk.signing_way() == (Way.FILE, False)
