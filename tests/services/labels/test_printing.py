"""From a batch to sheets: chunked, checked, noted, taken up again; nothing half done."""

from __future__ import annotations

import dataclasses
import errno
import re

import pypdfium2
import pytest
import zxingcpp

from qc_desktop.documents.labels import rendering
from qc_desktop.documents.labels.presets import shipped_presets
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.progress import finish
from qc_desktop.services import demo, preferences
from qc_desktop.services.labels import batches, hidden, ledger, presets, printed, printing, stopping
from qc_desktop.services.labels.runs import PrintOrder
from qc_desktop.storage.tables import Event
from qc_desktop.trust.item_labels import hidden_secret, is_hidden_code
from qc_desktop.trust.key_files import create
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse
from tests.samples import refused

ORDER = PrintOrder("A4-40", dpi=300, sheets_a_file=2)
UNCHECKED = dataclasses.replace(ORDER, checked=False)


@pytest.fixture
def batch(labels):
    """A batch of 100 labels with hidden codes."""
    labels.issue(hidden_codes=True)
    return labels


def make(batch, folder, order=ORDER):
    return finish(printing.print_labels(batch.office, "1", order, folder, batch.signer))


def decoded(page):
    picture = page.render(scale=300 / 72).to_pil()
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)


def codes(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [found.text for page in pdf for found in decoded(page)]


def memory(batch, key="A4-40"):
    return presets.memory(batch.office, presets.preset(batch.office, key))


def names(folder):
    return sorted(path.name for path in folder.glob("*"))


def test_a_batch_is_printed_checked_and_noted(batch, tmp_path):
    made = make(batch, tmp_path / "out")
    assert (made.labels, made.sheets, made.skipped, made.withheld) == (100, 3, 0, ())
    assert [re.sub("_[0-9a-f]{6}[.]", ".", name) for name in names(tmp_path / "out")] == [
        "标识_00001_0000001-0000080.pdf",
        "标识_00001_0000081-0000100.pdf",
    ]
    assert len(set(codes(made.files[0]))) == 80
    row = batches.row(batch.office, "1")
    assert row.balance.of(LabelEventKind.PRINTED) == 100
    assert row.balance.remaining == 100
    assert memory(batch) == SheetMemory(21)


def test_what_lies_there_whole_is_not_made_again(batch, tmp_path):
    folder = tmp_path / "out"
    first = make(batch, folder)
    presets.remember(batch.office, presets.preset(batch.office, "A4-40"), SheetMemory())
    stamps = [path.stat().st_mtime_ns for path in first.files]
    again = make(batch, folder)
    assert (again.labels, again.skipped) == (0, 100)
    assert [path.stat().st_mtime_ns for path in again.files] == stamps
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 100


@pytest.mark.parametrize("order", [ORDER, UNCHECKED], ids=["checked", "unchecked"])
def test_cancelled_at_any_point_it_leaves_whole_files_and_goes_on(batch, tmp_path, order):
    steps = len(list(printing.print_labels(batch.office, "1", order, tmp_path / "whole", batch.signer)))
    whole = [path.read_bytes() for path in sorted((tmp_path / "whole").iterdir())]
    presets.remember(batch.office, presets.preset(batch.office, "A4-40"), SheetMemory())
    preferences.change(batch.office, {"reprint_quota": "20"})
    order = dataclasses.replace(order, again="示例重印")
    for stop in range(1, steps + 1):
        folder = tmp_path / f"stopped{stop}"
        job = printing.print_labels(batch.office, "1", order, folder, batch.signer)
        for _ in range(stop):
            next(job)
        job.close()
        assert all(name.endswith(".pdf") for name in names(folder))
        made = len(names(folder))
        assert memory(batch) == SheetMemory(21 if made == 2 else 1), "whole files have used their sheets"
        finish(printing.print_labels(batch.office, "1", order, folder, batch.signer))
        assert [path.read_bytes() for path in sorted(folder.iterdir())] == whole
        presets.remember(batch.office, presets.preset(batch.office, "A4-40"), SheetMemory())


def test_a_run_that_was_stopped_goes_on_on_the_sheet_on_which_it_began(batch, tmp_path):
    kept = presets.preset(batch.office, "A4-40")
    presets.remember(batch.office, kept, SheetMemory(5))
    order = dataclasses.replace(UNCHECKED, sheets_a_file=1)
    job = printing.print_labels(batch.office, "1", order, tmp_path, batch.signer)
    while sum(name.endswith(".pdf") for name in names(tmp_path)) < 2:
        next(job)
    job.close()
    assert memory(batch) == SheetMemory(1), "two sheets are full"
    presets.remember(batch.office, kept, SheetMemory(9))
    made = make(batch, tmp_path, order)
    assert (made.skipped, made.labels, made.sheets) == (76, 24, 3)
    assert memory(batch) == SheetMemory(25)
    again = make(batch, tmp_path, order)
    assert (again.labels, memory(batch)) == (0, SheetMemory(25)), "what makes nothing uses no sheet"


def test_labels_printed_before_want_a_reason(batch, tmp_path):
    make(batch, tmp_path / "one", dataclasses.replace(UNCHECKED, first=1, last=30))
    with refused("label.printed_before") as caught:
        make(batch, tmp_path / "two", dataclasses.replace(UNCHECKED, first=25, last=60))
    assert (caught.value.params["first"], caught.value.params["last"]) == ("00001-000025", "00001-000030")
    assert not (tmp_path / "two").exists()
    made = make(batch, tmp_path / "two", dataclasses.replace(UNCHECKED, first=25, last=60, again="示例：卡纸"))
    assert made.labels == 36
    again, first_time, before, _, _ = ledger.lines(batch.office, "1")
    assert (first_time.count, first_time.remark, first_time.copy) == (30, "", 1)
    assert (again.first_serial, again.count, again.remark, again.copy) == ("00001-000025", 6, "示例：卡纸", 2)
    balance = batches.row(batch.office, "1").balance
    assert (before.kind, before.count, before.remark) == (LabelEventKind.SPOILED, 6, "示例：卡纸")
    assert before.first_serial == again.first_serial
    assert made.spoiled == 6
    assert (balance.further, balance.remaining, balance.unprinted, balance.outstanding) == (6, 100, 40, 60)
    with batch.office.store.reading() as session:
        (event,) = session.query(Event).filter_by(kind="labels_reprinted")
    assert event.data == {"batch": 1, "first": 25, "last": 30, "copy": 2, "reason": "示例：卡纸"}


def test_further_copies_have_a_quota(batch, tmp_path):
    preferences.change(batch.office, {"reprint_quota": "1"})
    order = dataclasses.replace(UNCHECKED, last=3, again="示例：卡纸")
    for folder in ("a", "b"):
        make(batch, tmp_path / folder, order)
    with refused("label.quota") as caught:
        make(batch, tmp_path / "c", dataclasses.replace(order, first=3, last=5))
    assert (caught.value.params["first"], caught.value.params["used"]) == ("00001-000003", 2)
    assert names(tmp_path / "c") == []
    preferences.change(batch.office, {"reprint_quota": "2"})
    make(batch, tmp_path / "c", order)
    printed = [line for line in ledger.lines(batch.office, "1") if line.kind is LabelEventKind.PRINTED]
    assert [line.copy for line in printed] == [3, 2, 1]


def test_what_was_noted_as_spoiled_is_not_noted_again_when_it_is_printed_anew(batch, tmp_path):
    make(batch, tmp_path / "a", dataclasses.replace(UNCHECKED, last=10))
    ledger.note(batch.office, "1", LabelEventKind.SPOILED, ledger.Labels(first=6, last=8), "示例墨污")
    ledger.note(batch.office, "1", LabelEventKind.LOST, ledger.Labels(1), "示例丢失")
    made = make(batch, tmp_path / "b", dataclasses.replace(UNCHECKED, first=6, last=10, again="示例墨污"))
    assert made.spoiled == 1
    made = make(batch, tmp_path / "c", dataclasses.replace(UNCHECKED, first=2, last=3, again="示例墨污"))
    assert made.spoiled == 2, "the lost one stands for a label printed anew before"
    balance = batches.row(batch.office, "1").balance
    assert (balance.further, balance.remaining, balance.outstanding) == (7, 100, 10)


@pytest.mark.parametrize(
    ("applied", "code"),
    [(ledger.Labels(first=3, last=4), "label.applied_before"), (ledger.Labels(8), "label.too_many_again")],
)
def test_what_is_on_a_product_is_not_printed_anew(batch, tmp_path, applied, code):
    make(batch, tmp_path / "a", dataclasses.replace(UNCHECKED, last=10))
    ledger.note(batch.office, "1", LabelEventKind.APPLIED, applied)
    with refused(code):
        make(batch, tmp_path / "b", dataclasses.replace(UNCHECKED, first=1, last=3, again="示例墨污"))
    assert not (tmp_path / "b").exists() or names(tmp_path / "b") == []
    assert make(batch, tmp_path / "c", dataclasses.replace(UNCHECKED, first=1, last=2, again="示例")).spoiled == 2


def test_a_further_copy_is_settled_too(batch, tmp_path):
    make(batch, tmp_path / "a", dataclasses.replace(UNCHECKED, last=10))
    make(batch, tmp_path / "b", dataclasses.replace(UNCHECKED, first=6, last=10, again="示例墨污"))
    row = ledger.note(batch.office, "1", LabelEventKind.APPLIED, ledger.Labels(first=1, last=10))
    assert (row.balance.outstanding, row.balance.remaining) == (0, 90)
    with refused("label.noted_before") as caught:
        ledger.note(batch.office, "1", LabelEventKind.APPLIED, ledger.Labels(first=10, last=11))
    assert caught.value.params["serials"] == "00001-000010"


def test_who_printed_the_same_labels_meanwhile_is_not_joined(batch, tmp_path):
    job = printing.print_labels(batch.office, "1", UNCHECKED, tmp_path / "a", batch.signer)
    next(job)
    make(batch, tmp_path / "b", UNCHECKED)
    with refused("label.printed_before"):
        finish(job)
    assert names(tmp_path / "a") == []
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 100


def test_two_runs_never_write_into_one_folder(batch, tmp_path):
    job = printing.print_labels(batch.office, "1", UNCHECKED, tmp_path / "a", batch.signer)
    next(job)
    with refused("file.being_written"):
        make(batch, tmp_path / "a", UNCHECKED)
    job.close()
    assert make(batch, tmp_path / "a", UNCHECKED).labels == 100


@pytest.mark.parametrize("harm", ["cut", "bit", "swapped", "empty"])
def test_a_damaged_file_is_made_again_without_being_a_further_copy(batch, tmp_path, harm):
    folder, order = tmp_path / "out", dataclasses.replace(UNCHECKED, sheets_a_file=1)
    made = make(batch, folder, order)
    whole = [path.read_bytes() for path in made.files]
    path, content = made.files[0], whole[0]
    middle = len(content) // 2
    path.write_bytes(
        {
            "cut": content[:-2000] + content[-40:],
            "bit": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "swapped": whole[1],
            "empty": b"",
        }[harm]
    )
    again = make(batch, folder, order)
    assert (again.labels, again.mended, again.skipped) == (40, 40, 60)
    assert [path.read_bytes() for path in again.files] == whole
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 100


def test_a_file_that_was_never_made_there_excuses_no_further_copy(batch, tmp_path):
    preferences.change(batch.office, {"reprint_quota": "0"})
    (made,) = make(batch, tmp_path / "out", dataclasses.replace(UNCHECKED, last=10, start=SheetMemory())).files
    (tmp_path / "elsewhere").mkdir()
    again = dataclasses.replace(UNCHECKED, last=10, start=SheetMemory())
    (tmp_path / "elsewhere" / made.name).touch()
    with refused("label.printed_before"):
        make(batch, tmp_path / "elsewhere", again)
    with refused("label.quota"):
        make(batch, tmp_path / "elsewhere", dataclasses.replace(again, again="墨污"))
    made.write_bytes(b"")
    assert make(batch, tmp_path / "out" / ".." / "out", again).mended == 10
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 10


def test_a_part_used_sheet_goes_on_where_it_stopped(batch, tmp_path):
    make(batch, tmp_path / "a", dataclasses.replace(UNCHECKED, last=10))
    assert memory(batch) == SheetMemory(11)
    presets.remember(batch.office, presets.preset(batch.office, "A4-40"), SheetMemory(11, (12,)))
    made = make(batch, tmp_path / "b", dataclasses.replace(ORDER, first=11, last=12))
    with pypdfium2.PdfDocument(made.files[0]) as pdf:
        found = decoded(pdf[0])
    places = sorted(each.position.top_left.x for each in found)
    assert len(places) == 2
    assert places[1] < 210 / 25.4 * 300
    assert memory(batch) == SheetMemory(14)
    by_hand = dataclasses.replace(UNCHECKED, first=13, last=13, start=SheetMemory(40))
    make(batch, tmp_path / "c", by_hand)
    assert memory(batch) == SheetMemory()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"preset": "A4-41"}, "label.unknown_preset"),
        ({"preset": "A4-65", "hidden": False}, "label.needs_600"),
        ({"dpi": 299}, "label.dpi"),
        ({"first": 0}, "label.range"),
        ({"last": 101}, "label.range"),
        ({"first": 9, "last": 3}, "label.backwards"),
        ({"start": SheetMemory(41)}, "label.position"),
        ({"sheets_a_file": 0}, "label.sheets_a_file"),
        ({"preset": "A4-65", "dpi": 600, "hidden": True}, "label.no_room_for_hidden"),
        ({"again": "长" * 501}, "text.too_long"),
    ],
)
def test_what_would_go_wrong_on_paper_is_said_first(batch, tmp_path, change, code):
    with refused(code):
        make(batch, tmp_path / "out", dataclasses.replace(ORDER, **change))
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 0


def test_a_stopped_batch_is_not_printed(batch, tmp_path):
    stopping.stop(batch.office, "1", "示例停用")
    with refused("label.stopped"):
        make(batch, tmp_path)


def test_hidden_codes_are_printed_only_where_they_were_ordered(batch, tmp_path):
    made = make(batch, tmp_path, dataclasses.replace(ORDER, last=2))
    with pypdfium2.PdfDocument(made.files[0]) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    groups = [word for word in text.split() if re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-Z]{5}", word)]
    secret = hidden_secret(1, batch.signer)
    assert is_hidden_code(groups[0] + groups[2], secret, 1)
    assert is_hidden_code(groups[1] + groups[3], secret, 2)
    assert hidden.fits(batch.office, "1-2", (groups[1] + groups[3]).lower(), batch.signer)
    assert not hidden.fits(batch.office, "1-1", groups[1] + groups[3], batch.signer)
    for serial in ("1-101", "1"):
        with refused("label.no_such_label"):
            hidden.fits(batch.office, serial, groups[0], batch.signer)
    batch.issue()
    with refused("label.no_hidden_codes"):
        finish(
            printing.print_labels(
                batch.office, "2", dataclasses.replace(ORDER, hidden=True), tmp_path / "n", batch.signer
            )
        )


def test_only_the_key_of_its_issue_makes_a_batch(batch, tmp_path):
    assert printing.signer_for(batch.office, "1", demo.PASSPHRASE).kid == batch.signer.kid
    other = create(tmp_path / "other", KeyUse.PAYLOAD, Passphrase("another passphrase"))
    with refused("label.other_key"):
        finish(printing.print_labels(batch.office, "1", ORDER, tmp_path / "out", other))


def test_a_full_disk_in_the_middle_leaves_whole_files_only(batch, tmp_path, monkeypatch):
    written = []

    def full(self, data):
        written.append(len(data))
        if len(written) > 40:
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(self, data)

    original = rendering.PdfWriter._write
    monkeypatch.setattr(rendering.PdfWriter, "_write", full)
    folder = tmp_path / "out"
    order = dataclasses.replace(UNCHECKED, sheets_a_file=1)
    with refused("label.broke_off") as caught:
        make(batch, folder, order)
    left = names(folder)
    assert caught.value.params["count"] == 40 * len(left)
    assert all(name.endswith(".pdf") for name in left)
    assert 0 < len(left) < 3
    monkeypatch.undo()
    made = make(batch, folder, order)
    assert made.skipped == 40 * len(left)
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 100


def test_what_a_full_disk_leaves_unnoted_is_not_said_to_be_noted(batch, tmp_path, monkeypatch):
    folder, order = tmp_path / "out", dataclasses.replace(UNCHECKED, sheets_a_file=1)

    def crash(office, run, file, *rest, **more):
        if file.last == 100:
            raise RuntimeError
        return original(office, run, file, *rest, **more)

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    original = printing.note
    monkeypatch.setattr(printing, "note", crash)
    with pytest.raises(RuntimeError):
        make(batch, folder, order)
    monkeypatch.setattr(printed, "note", full)
    with refused("label.broke_off") as caught:
        make(batch, folder, order)
    assert (caught.value.params["count"], len(names(folder))) == (80, 3)
    monkeypatch.undo()
    assert make(batch, folder, order).skipped == 100
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 100


def spoil(monkeypatch, times, what):
    """Lets ``what`` be wrong on the second sheet the first ``times`` times that it is made."""
    masks = rendering._masks
    made = []

    def wrong(job, digits):
        found = list(masks(job, digits))
        if len(digits) > 80 and len(made) < times:
            made.append(1)
            found[45] = what(found)
        return iter(found)

    monkeypatch.setattr(rendering, "_masks", wrong)


def test_a_sheet_that_failed_once_is_made_again(batch, tmp_path, monkeypatch):
    spoil(monkeypatch, 1, lambda masks: bytes(len(masks[0])))
    made = make(batch, tmp_path, dataclasses.replace(ORDER, sheets_a_file=3))
    assert (made.withheld, made.labels) == ((), 100)
    assert len(set(codes(made.files[0]))) == 100


@pytest.mark.parametrize(
    ("what", "code"),
    [
        (lambda masks: bytes(len(masks[0])), "label.no_symbol"),
        (lambda masks: masks[44], "label.twice"),
        (lambda masks: masks[99], "label.other_symbol"),
    ],
    ids=["empty", "twice", "another"],
)
def test_a_sheet_that_fails_again_is_withheld(batch, tmp_path, monkeypatch, what, code):
    spoil(monkeypatch, 2, what)
    made = make(batch, tmp_path, dataclasses.replace(ORDER, sheets_a_file=3))
    assert {problem.sheet for problem in made.withheld} >= {2}
    assert code in {problem.finding.code for problem in made.withheld}
    assert "00001-000046" in {problem.serial for problem in made.withheld}
    printed = codes(made.files[0])
    assert len(set(printed)) == len(printed) <= 60
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == len(printed)


def test_what_was_withheld_is_noted_where_its_damaged_file_is_made_again(batch, tmp_path, monkeypatch):
    spoil(monkeypatch, 2, lambda masks: bytes(len(masks[0])))
    order = dataclasses.replace(ORDER, sheets_a_file=3)
    (made,) = make(batch, tmp_path, order).files
    monkeypatch.undo()
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) < 100
    made.write_bytes(b"")
    assert make(batch, tmp_path, dataclasses.replace(order, checked=False)).mended == 100
    assert batches.row(batch.office, "1").balance.of(LabelEventKind.PRINTED) == 100


def test_a_wrong_serial_is_found(batch, tmp_path, monkeypatch):
    row = rendering._row

    def wrong(font, slot, corners, texts):
        return row(font, slot, corners, [text.replace("000007", "000008") for text in texts])

    monkeypatch.setattr(rendering, "_row", wrong)
    with refused("label.all_withheld"):
        make(batch, tmp_path / "out", dataclasses.replace(ORDER, last=40))
    assert names(tmp_path / "out") == []


def test_the_office_adds_sheets_of_its_own(batch, tmp_path):
    path = tmp_path / "纸.toml"
    shipped = shipped_presets()[0]
    values = {field.name: getattr(shipped, field.name) for field in dataclasses.fields(shipped)} | {"key": "示例纸"}
    lines = [f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}" for name, value in values.items()]
    path.write_text("[[presets]]\n" + "\n".join(lines), encoding="utf-8")
    (added,) = presets.add(batch.office, path)
    assert presets.preset(batch.office, "示例纸") == added == dataclasses.replace(shipped, key="示例纸")
    assert make(batch, tmp_path / "out", dataclasses.replace(ORDER, preset="示例纸", last=1)).labels == 1
    presets.remove(batch.office, "示例纸")
    with refused("label.unknown_preset"):
        presets.preset(batch.office, "示例纸")
    with refused("label.preset_not_own"):
        presets.remove(batch.office, "示例纸")
    with refused("label.preset_taken"):
        presets.save(batch.office, shipped)
    path.write_bytes(b"\xff\xfe")
    with refused("label.presets_damaged"):
        presets.add(batch.office, path)
    with refused("settings.no_file"):
        presets.add(batch.office, tmp_path / "none")


@pytest.mark.parametrize("kept", [3, {"first": 99, "spoiled": []}, {"first": "x"}, {"first": 40, "spoiled": [40]}])
def test_nonsense_remembered_is_a_new_sheet(batch, kept):
    from qc_desktop.services import preferences

    preferences.remember_on_pc(batch.office.profile, {presets.PRODUCTS: {"A4-40": kept}})
    assert memory(batch) == SheetMemory()
    preferences.remember_on_pc(batch.office.profile, {presets.PRODUCTS: 5})
    assert memory(batch) == SheetMemory()
