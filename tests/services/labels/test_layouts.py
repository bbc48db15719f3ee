"""The office's own layouts of labels: what is in use is frozen into a batch, and a batch is printed as it was."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qc_desktop.documents.labels import editing
from qc_desktop.documents.labels.shipped import label_layout
from qc_desktop.documents.layout.editing import changed
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.labels import KIND
from qc_desktop.domain.progress import finish
from qc_desktop.services.labels import previewing as labels_previewing
from qc_desktop.services.labels import printing
from qc_desktop.services.labels.ordering import preflight
from qc_desktop.services.labels.runs import PrintOrder
from qc_desktop.services.layouts import carrying, previewing, versions
from qc_desktop.storage.tables import LabelBatch, Template
from tests.labelled import ORDER
from tests.samples import refused
from tests.services.layout_use import spoil_words

SHIPPED = label_layout()
PLAIN = changed(SHIPPED, words={**SHIPPED.words, "heading": "质量诚信|溯源标识"})


def used(labels, layout=PLAIN, name="示例标识"):
    row = versions.create(labels.office, layout, name)
    versions.use(labels.office, row)
    return row


def sheet(labels, batch, folder: Path) -> bytes:
    made = finish(printing.print_labels(labels.office, str(batch.number), PrintOrder("A4-24"), folder, labels.signer))
    (file,) = made.files
    return file.read_bytes()


def frozen(labels, batch) -> tuple[str, str, str]:
    """The hash, the frozen text's, and the title of a batch."""
    with labels.office.store.reading() as session:
        row = session.get_one(LabelBatch, batch.id)
        kept = session.get_one(Template, row.layout_sha256)
        return row.layout_sha256, kept.content, json.loads(row.record)["title"]


def test_what_is_in_use_is_frozen_into_a_batch_and_stays(labels, tmp_path) -> None:
    old = labels.issue()
    row = used(labels)
    new = labels.issue(lot="示例第二批")
    assert frozen(labels, old) == (SHIPPED.sha256, SHIPPED.text, "质量诚信溯源和防伪验证专用标识")
    assert frozen(labels, new) == (PLAIN.sha256, PLAIN.text, "质量诚信溯源标识")
    versions.save(labels.office, row, changed(PLAIN, words={**PLAIN.words, "complaint": "举报　12315"}))
    third = labels.issue(lot="示例第三批")
    assert "举报　12315" in frozen(labels, third)[1]
    assert frozen(labels, new)[1] == PLAIN.text
    versions.use(labels.office, versions.row_of(labels.office, KIND))
    assert frozen(labels, labels.issue(lot="示例第四批"))[0] == SHIPPED.sha256


def test_a_batch_is_printed_as_it_was_whatever_is_in_use(labels, tmp_path) -> None:
    batch = labels.issue(count=10)
    before = labels_previewing.of_batch(labels.office, str(batch.number), "A4-24", 600, hidden=False, scale=200)
    first = sheet(labels, batch, tmp_path / "一")
    other = used(labels)
    after = labels_previewing.of_batch(labels.office, str(batch.number), "A4-24", 600, hidden=False, scale=200)
    assert before.png == after.png
    order = PrintOrder("A4-24", again="示例补印", start=SheetMemory())
    again = finish(printing.print_labels(labels.office, str(batch.number), order, tmp_path / "二", labels.signer))
    assert again.files[0].read_bytes() == first
    look = labels_previewing.of_order(labels.office, labels.agreement.id, ORDER, "A4-24", 600, 200)
    assert look.png != before.png
    assert other.version == 1


def test_a_frozen_layout_that_was_changed_prints_nothing(labels, tmp_path) -> None:
    batch = labels.issue(count=10)
    with closing(sqlite3.connect(labels.office.profile.database)) as database:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'document_template'"
        ).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE document_template SET content = replace(content, '12315', '12315 ')")
        database.commit()
    with refused("layout.damaged"):
        sheet(labels, batch, tmp_path / "一")
    assert not (tmp_path / "一").exists()


def test_words_that_claim_too_much_are_not_taken_into_use(labels) -> None:
    row = versions.create(labels.office, changed(SHIPPED, words={**SHIPPED.words, "heading": "放心|标识"}), "示例")
    with refused("layout.claims"):
        versions.use(labels.office, row)
    national = changed(SHIPPED, words={**SHIPPED.words, "heading": "中国|诚信标识"})
    with refused("layout.approval"):
        versions.use(labels.office, versions.create(labels.office, national, "示例二"))
    assert frozen(labels, labels.issue())[0] == SHIPPED.sha256


def test_an_order_is_measured_by_the_layout_in_use(labels) -> None:
    assert "A4-65" in preflight(labels.office, labels.agreement.id, ORDER)
    lines = editing.class_called(SHIPPED, "small").lines
    large = editing.with_line(SHIPPED, "small", [line.word for line in lines].index("heading"), size=9.0, least=9.0)
    used(labels, large)
    assert "A4-65" not in preflight(labels.office, labels.agreement.id, ORDER)


def test_a_layout_travels_as_one_file(labels, tmp_path) -> None:
    row = versions.create(labels.office, PLAIN, "示例标识")
    for name in ("示例.qclayout", "示例.toml"):
        path = carrying.carry_out(labels.office, row, tmp_path / name)
        assert carrying.read_in(path).sha256 == PLAIN.sha256
    assert carrying.carry_in(labels.office, tmp_path / "示例.toml", "带来的").kind == KIND


@pytest.mark.parametrize("company", ["", "longest"])
def test_a_label_is_looked_at_before_it_is_in_use(labels, year, company) -> None:
    holders = previewing.holders(labels.office, 2026)
    holder = holders[previewing.Whose.LONGEST] if company else ""
    shown = previewing.label(labels.office, PLAIN, holder, "A4-40", hidden=False, dpi=300)
    assert shown.problem is None
    assert shown.png.startswith(b"\x89PNG")
    tight = previewing.label(labels.office, PLAIN, holder, "A4-65", hidden=True, dpi=300)
    assert tight.problem is not None
    assert tight.problem.code == "label.no_room_for_hidden"
    assert any(str(problem.params["preset"]).startswith("A4 65格") for problem in tight.without_room)
    broken = changed(PLAIN, words={**PLAIN.words, "complaint": "投诉"})
    shown = previewing.label(labels.office, broken, "", "A4-40", hidden=False, dpi=300)
    assert shown.problem is not None
    assert shown.without_room is None
    spoiled = changed(PLAIN, words={**PLAIN.words, "lot": "批号{lot"})
    shown = previewing.label(labels.office, spoiled, holder, "A4-40", hidden=False, dpi=300)
    assert [one.field for one in shown.found] == ["words.lot"]
    assert previewing.page(labels.office, PLAIN).png


def test_no_batch_is_numbered_with_a_spoiled_variable(labels) -> None:
    spoil_words(labels.office, KIND, lot="批号{lot")
    with refused("layout.brace"):
        labels.issue()
