"""The verification desk on real records, worked by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import SIGNATURE_PROVES, Reason, Verdict
from qc_desktop.gui.pages.desk import results
from qc_desktop.gui.pages.desk.look import ICONS, TONES
from qc_desktop.gui.pages.desk.model import Check, tidy, with_check
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.gui.shell import Shell
from qc_desktop.paths import resource
from qc_desktop.services.answers import Answer
from qc_desktop.services.certificates import printing, register
from qc_desktop.services.verification import verify
from tests.conftest import Copied
from tests.gui.real import Real, faults, rest
from tests.samples import Year

LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])


def type_in(qtbot: QtBot, page: DeskPage, text: str) -> None:
    """Types as a person does, Return at the end, and waits for the answer."""
    with qtbot.waitSignal(page.asking.answered, timeout=20_000, check_params_cb=lambda found: found.settled):
        page.field.insert(text)  # keyClicks knows no Chinese
        QTest.keyClick(page.field, Qt.Key.Key_Return)


@LANGS
def test_interface(qtbot: QtBot, real: Real, year: Year, numbers: tuple[str, ...], lang: str) -> None:
    shell = real(year.office, "desk", lang)
    assert faults(qtbot, shell) == []
    page = shell.page
    assert isinstance(page, DeskPage)
    type_in(qtbot, page, numbers[0])
    rest(qtbot, shell)
    assert page.results.card.isVisible()
    assert faults(qtbot, shell) == []
    page.open_item("示例")
    qtbot.waitUntil(page.results.matches.isVisible)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []


@LANGS
@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_fits(qtbot: QtBot, real: Real, year: Year, lang: str, verdict: Verdict) -> None:
    shell = real(year.office, "desk", lang)
    page = shell.page
    assert isinstance(page, DeskPage)
    answer = Answer(
        verdict,
        Reason.BAD_SIGNATURE if verdict is Verdict.FORGED else Reason.OK,
        number="QC-2026-315-000001",
        title="承诺展示公告证明",
        holder="示例" + "很长的名称" * 12 + "有限公司",
        uscc="91110000Y000000012",
        issued="2026-03-15",
        expires="2027-03-14",
        state_reason="示例原因" * 20,
        replaced_by="QC-2026-315-000002",
        spoken="您好，" + "示例" * 80,
        page=3,
    )
    page.results.card.show_answer(answer)
    page.results.card.show()
    assert faults(qtbot, shell) == []
    assert shell.context.words.text(f"verdict.{verdict}") in page.results.card.accessibleName()
    assert resource("icons", f"{ICONS[verdict]}.svg").is_file()
    assert verdict in TONES


def test_last_digits_give_a_verdict_and_the_sentence(
    qtbot: QtBot, page: DeskPage, year: Year, numbers: tuple[str, ...]
) -> None:
    type_in(qtbot, page, "3")
    (answer,) = verify(year.office, numbers[2])
    assert page.results.card.answer == answer
    assert page.results.card._verdict.text() == "有效"
    assert page.results.card._sentence.text() == answer.spoken
    assert page.results.card._proof.text() == SIGNATURE_PROVES["zh_CN"]


def test_it_answers_while_one_types(qtbot: QtBot, page: DeskPage, numbers: tuple[str, ...]) -> None:
    QTest.keyClicks(page.field, numbers[4])
    qtbot.waitUntil(page.results.card.isVisible)
    assert page.results.card.answer is not None
    assert page.results.card.answer.number == numbers[4]
    assert page.results.checks == ()  # nothing was settled yet


def test_what_is_half_typed_is_not_called_unknown(qtbot: QtBot, page: DeskPage) -> None:
    with qtbot.waitSignal(page.asking.answered):
        QTest.keyClicks(page.field, "QC-2026-9")
    assert not page.results.card.isVisible()
    assert page.results.hint.isVisible()
    with qtbot.waitSignal(page.asking.answered):
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.results.card.answer is not None
    assert page.results.card.answer.verdict is Verdict.UNKNOWN
    assert page.results.card._proof.text() == ""


def test_where_there_may_be_more_it_is_said(
    qtbot: QtBot, shell: Shell, page: DeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(qtbot, page, "示例")
    rest(qtbot, shell)
    assert "查到" in page.results.hint.text()
    monkeypatch.setattr(results, "MOST", page.results.matches.model.rowCount())
    page.field.clear()
    type_in(qtbot, page, "示")
    rest(qtbot, shell)
    assert "只列出最近的" in page.results.hint.text()


def test_several_are_chosen_with_the_arrows(qtbot: QtBot, shell: Shell, page: DeskPage) -> None:
    type_in(qtbot, page, "示例")
    rest(qtbot, shell)
    assert page.results.matches.isVisible()
    assert not page.results.card.isVisible()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    wanted = page.results.matches.model.row(1)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert wanted is not None
    assert page.results.card.answer == wanted[1]
    assert not page.results.matches.isVisible()
    page.results.back.click()
    assert page.results.matches.isVisible()
    rest(qtbot, shell)


def test_escape_clears_and_keeps_what_was_checked(
    qtbot: QtBot, shell: Shell, page: DeskPage, numbers: tuple[str, ...]
) -> None:
    type_in(qtbot, page, numbers[0])
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert not page.results.card.isVisible()
    assert [check.answer.number for check in page.results.checks] == [numbers[0]]
    rest(qtbot, shell)
    page.results.history.picked.emit(page.results.checks[0].at)
    assert page.results.card.isVisible()
    assert len(page.results.checks) == 1


def test_the_shortcut_brings_the_cursor_from_anywhere(qtbot: QtBot, shell: Shell, page: DeskPage) -> None:
    page.field.setText("123")
    shell.go("home")
    rest(qtbot, shell)
    for _ in range(2):  # also where the desk is shown already
        QTest.keyClick(shell, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
        assert shell.page is page
        assert page.field.hasFocus()
        assert page.field.selectedText() == "123"
        page.results.card.setFocus()
    rest(qtbot, shell)


def test_one_click_leads_to_the_certificate_in_the_register(
    qtbot: QtBot, shell: Shell, page: DeskPage, numbers: tuple[str, ...]
) -> None:
    type_in(qtbot, page, numbers[3])
    page.results.card._view.click()
    rest(qtbot, shell)
    assert shell.whereabouts[0] == "certificates"
    assert shell.page.register.detail.isVisible()
    assert shell.page.register.detail.row.number == numbers[3]


def test_the_sentence_is_copied(qtbot: QtBot, shell: Shell, page: DeskPage, numbers: tuple[str, ...]) -> None:
    type_in(qtbot, page, numbers[0])
    with qtbot.waitSignal(shell.speaker.toasted):
        page.results.card.copy()
    assert QGuiApplication.clipboard().text() == page.results.card._sentence.text()


@pytest.mark.parametrize(
    ("state", "verdict"),
    [(CertificateState.VOID, Verdict.VOID), (CertificateState.REVOKED, Verdict.REVOKED)],
)
def test_the_reason_of_an_end_is_said(
    qtbot: QtBot, page: DeskPage, year: Year, numbers: tuple[str, ...], state: CertificateState, verdict: Verdict
) -> None:
    register.end(year.office, numbers[1], state, "示例原因")
    type_in(qtbot, page, numbers[1])
    assert page.results.card.answer is not None
    assert page.results.card.answer.verdict is verdict
    assert page.results.card._why.text() == "原因：示例原因"


@pytest.fixture
def sheet(year: Year, numbers: tuple[str, ...], tmp_path: Path) -> Path:
    """A certificate's PDF."""
    path = tmp_path / "示例.pdf"
    finish(printing.print_one_file(year.office, numbers[:1], path))
    return path


def drop(page: DeskPage, data: QMimeData) -> QDropEvent:
    action = Qt.DropAction.CopyAction
    event = QDropEvent(QPoint(5, 5), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(event)
    return event


def test_a_dropped_pdf_is_checked(qtbot: QtBot, page: DeskPage, sheet: Path, numbers: tuple[str, ...]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    with qtbot.waitSignal(page.asking.answered, timeout=20_000):
        drop(page, data)
        assert page.results.hint.text() == "正在查验 示例.pdf…"
    assert page.results.card.answer is not None
    assert (page.results.card.answer.verdict, page.results.card.answer.number) == (Verdict.VALID, numbers[0])


def test_a_pasted_picture_is_checked(
    qtbot: QtBot, page: DeskPage, sheet: Path, numbers: tuple[str, ...], tmp_path: Path
) -> None:
    import pypdfium2

    png = tmp_path / "picture.png"
    document = pypdfium2.PdfDocument(sheet)
    document[0].render(scale=3).to_pil().save(png)
    document.close()
    QGuiApplication.clipboard().setImage(QImage(str(png)))
    with qtbot.waitSignal(page.asking.answered, timeout=20_000):
        QTest.keyClick(page.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.results.card.answer is not None
    assert page.results.card.answer.number == numbers[0]


def test_a_file_that_cannot_be_read_is_said_in_place(qtbot: QtBot, page: DeskPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.asking.answered, timeout=20_000):
        page.look_at_file(str(tmp_path / "没有.pdf"))
    assert "没有.pdf" in page.results.trouble.text
    assert not page.results.card.isVisible()


def test_a_path_is_not_asked_for_before_return(qtbot: QtBot, page: DeskPage) -> None:
    asked: list[object] = []
    page.asking.answered.connect(asked.append)
    page.field.setText("/nowhere/示例.pdf")
    with qtbot.waitSignal(page.field.searched):
        pass
    assert not page.context.jobs.is_asking
    assert asked == []


def test_lists_keep_to_qts_rules(qtbot: QtBot, shell: Shell, page: DeskPage, qtmodeltester: ModelTester) -> None:
    type_in(qtbot, page, "示例")
    rest(qtbot, shell)
    assert page.results.matches.model.rowCount() > 1
    qtmodeltester.check(page.results.matches.model)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (' "C:/示例/证书.pdf" ', "C:/示例/证书.pdf"),
        ("“/tmp/a b.png”", "/tmp/a b.png"),
        ("QC-2026-315-000001", "QC-2026-315-000001"),
    ],
)
def test_copied_paths_are_made_plain(typed: str, plain: str) -> None:
    assert tidy(typed) == plain


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "示例 1.pdf"
    assert Path(tidy(path.as_uri())) == path


def test_the_same_answer_twice_counts_once(year: Year) -> None:
    (answer,) = verify(year.office, "示例没有这个编号")
    checks: tuple[Check, ...] = with_check((), "1", answer)
    assert with_check(checks, "1", answer) is checks
    assert len(with_check(checks, "2", Answer(Verdict.FORGED, Reason.BAD_SIGNATURE))) == 2


def test_without_certificates_it_leads_to_where_they_are_issued(
    qtbot: QtBot, real: Real, copied: Copied, year_profile: tuple[Path, str]
) -> None:
    year = copied(year_profile)
    shell = real(year.office, "desk")
    page = shell.page
    nothing = page.results._nothing
    assert nothing.isVisible()
    assert page.field.hasFocus()
    page.open_item("示例")
    qtbot.waitUntil(lambda: not nothing.isVisible())
    rest(qtbot, shell)
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(nothing.isVisible)
    nothing.entrance.click()
    rest(qtbot, shell)
    assert shell.whereabouts[0] == "certificates"
    year.issue()
    shell.go("desk")
    shell.page.refresh()
    rest(qtbot, shell)
    assert not nothing.isVisible()
