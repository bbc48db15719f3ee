"""停用通知: as text and as a page, in the words of the layout in use."""

from __future__ import annotations

import pytest

from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences
from qc_desktop.services.labels import ledger, printing, stop_notice, stopping
from qc_desktop.services.labels.ledger import Labels as Which
from qc_desktop.services.labels.runs import PrintOrder
from tests.documents.test_roster import pages_of
from tests.samples import refused
from tests.services.layout_use import use_words


@pytest.fixture
def stopped(labels):
    labels.issue()
    ledger.note(labels.office, "1", LabelEventKind.APPLIED, Which(40))
    stopping.stop(labels.office, "1", "示例：抽查发现批号不符。")
    return labels


def test_the_page_says_what_the_text_says(stopped, tmp_path):
    made = stop_notice.notice(stopped.office, "1")
    (page,) = pages_of(stop_notice.save(made, tmp_path / "通知.pdf"))
    text = stop_notice.save(made, tmp_path / "通知.txt").read_text(encoding="utf-8-sig")
    lines = ["".join(line.split()) for line in text.splitlines() if line.strip()]
    assert len(lines) == 8
    assert all(line in page for line in lines)
    assert "未印出100枚，不再印制" in page
    assert "不符。。" not in page


def test_it_is_made_from_the_layout_in_use(stopped, tmp_path):
    use_words(
        stopped.office,
        "label_stop_notice",
        title="示例通知",
        phrases={"paragraphs": ("示例：{product}{lot}的{first}至{last}停用，{reason}。",)},
    )
    made = stop_notice.notice(stopped.office, "1")
    (page,) = pages_of(stop_notice.save(made, tmp_path / "通知.pdf"))
    for said in (page, made.text):
        assert "示例通知" in said
        assert "加贴" not in said


def test_a_company_with_a_character_that_no_font_has_gets_text_but_no_page(stopped, tmp_path):
    preferences.change(stopped.office, {"issuer_line": "示例\U0003ffffd协会"})
    made = stop_notice.notice(stopped.office, "1")
    with refused("paper.glyph"):
        stop_notice.save(made, tmp_path / "通知.pdf")
    assert list(tmp_path.glob("通知*")) == []
    stop_notice.save(made, tmp_path / "通知.txt")


def test_what_keeps_a_notice_from_its_place_is_said_before(labels, tmp_path):
    labels.issue()
    stop_notice.demand_ready(labels.office, "1", "示例", tmp_path / "通知.pdf")
    for path, reason, code in (
        ("通知.doc", "示例", "label.notice_suffix"),
        ("没有/通知.pdf", "示例", "file.folder_missing"),
        ("通知.pdf", "示例\U0003ffff", "preflight.glyph"),
    ):
        with refused(code):
            stop_notice.demand_ready(labels.office, "1", reason, tmp_path / path)
    preferences.change(labels.office, {"association_name": "", "issuer_line": ""})
    with refused("certificate.no_association"):
        stop_notice.demand_ready(labels.office, "1", "示例", tmp_path / "通知.pdf")


def test_it_asks_for_what_was_printed_and_is_not_settled(labels, tmp_path):
    labels.issue()
    order = PrintOrder("A4-40", dpi=300, last=70, checked=False)
    finish(printing.print_labels(labels.office, "1", order, tmp_path / "印", labels.signer))
    ledger.note(labels.office, "1", LabelEventKind.APPLIED, Which(40))
    ledger.note(labels.office, "1", LabelEventKind.DESTROYED, Which(5), "示例销毁")
    stopping.stop(labels.office, "1", "示例")
    said = stop_notice.notice(labels.office, "1").text
    for part in ("去向未登记 25 枚", "已销毁 5 枚", "未印出 30 枚"):
        assert part in said


def test_another_ending_is_refused(stopped, tmp_path):
    with refused("label.notice_suffix"):
        stop_notice.save(stop_notice.notice(stopped.office, "1"), tmp_path / "通知.doc")
