"""From the register to a printer: chunks, copies, jams, spoiled sheets, trials; nothing lost, nothing unlogged."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.printing.queue import Abilities, PrintOptions
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.printing import BatchState, Placing, SheetState
from qc_desktop.domain.progress import finish
from qc_desktop.domain.short_ids import short_id
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from qc_desktop.services import calibrations, preferences, print_choices
from qc_desktop.services.certificates import (
    print_batches,
    print_lists,
    print_mending,
    print_sending,
    print_standing,
    printing,
    register,
)
from qc_desktop.services.certificates.printing import print_folder, print_one_file
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.certificates.trial import trial
from qc_desktop.services.layouts import versions
from qc_desktop.storage.tables import Event, PrintLog, PrintSheet
from tests.printing.queues import KeepingQueue, paper, system_of, texts
from tests.samples import refused

N = "QC-2026-315-{:06}".format
ALL = [N(place) for place in range(1, 5)]


@pytest.fixture
def queue(tmp_path: Path) -> KeepingQueue:
    return KeepingQueue(tmp_path / "paper")


def batch(year, numbers=ALL, chunk=2, copies=1, reason=""):
    return print_batches.create(year.office, numbers, "示例打印机", chunk=chunk, copies=copies, reason=reason)


def send(year, batch_id, queue):
    return finish(print_sending.send(year.office, batch_id, queue, pause=lambda seconds: None))


def numbers_on(queue):
    return [re.search(r"QC-2026-315-\d{6}", text)[0] for text in paper(queue.out)]


def states(year, batch_id):
    return [(row.number[-1], row.copy, row.state.value) for row in print_lists.sheets(year.office, batch_id)]


def logged(year):
    with year.office.store.reading() as session:
        return sorted((row.id, row.copy) for row in session.query(PrintLog))


def test_a_batch_goes_out_in_chunks_in_order_and_every_sheet_is_logged(issued, queue):
    batch_id = batch(issued, [*reversed(ALL), N(1)])
    assert print_lists.batch(issued.office, batch_id).state is BatchState.WAITING
    sent = send(issued, batch_id, queue)
    assert (sent.sheets, sent.jobs, sent.withheld) == (4, 2, ())
    assert numbers_on(queue) == ALL
    assert queue.titles == [f"{N(1)}～{N(2)}", f"{N(3)}～{N(4)}"]
    assert states(issued, batch_id) == [(str(n), 1, "sent") for n in range(1, 5)]
    assert [row.chunk_no for row in print_lists.sheets(issued.office, batch_id)] == [1, 1, 2, 2]
    row = print_lists.batch(issued.office, batch_id[:8])
    assert (row.state, row.total, row.of(SheetState.SENT)) == (BatchState.DONE, 4, 4)
    assert [row.printed for row in register.page(issued.office, CertificateFilter())] == [1] * 4
    with issued.office.store.reading() as session:
        assert {row.id for row in session.query(PrintLog)} == {row.id for row in session.query(PrintSheet)}
        events = session.query(Event).filter_by(kind="certificate_rendered").all()
        assert [event.data["count"] for event in events] == [2, 2]


def test_on_pre_printed_paper_what_stands_there_is_left_out_and_the_page_is_checked(year, queue, tmp_path):
    office = year.office
    shipped = load_layout("pledge_display_certificate")
    elements = tuple(replace(one, stock=one.id in ("title", "border")) for one in shipped.elements)
    versions.use(office, versions.create(office, changed(shipped, elements=elements), "示例套打"))
    numbers = list(year.issue().numbers[:2])
    queued = print_batches.create(office, numbers[:1], queue.name, options=PrintOptions(placing=Placing.ON_STOCK))
    send(year, queued, queue)
    finish(trial(office, numbers[0], queue, PrintOptions(placing=Placing.ON_STOCK)))
    send(year, print_batches.create(office, numbers[1:], queue.name), queue)
    printed, tried, plain = paper(queue.out)
    title, scope = "承诺展示公告证明", "不是质量认证"
    assert [title in text for text in (printed, tried, plain)] == [False, False, True]
    assert [scope in text for text in (printed, tried, plain)] == [True, True, True]
    assert numbers[0] in printed
    file = finish(print_one_file(office, numbers[:1], tmp_path / "套打.pdf", on_stock=True)).path
    assert [word in texts(file)[0] for word in (title, scope)] == [False, True]
    for on_stock in (False, True):  # in one folder neither is taken for the other
        single = finish(print_folder(office, numbers[:1], tmp_path / "各家", on_stock=on_stock))
        assert (single.numbers, single.skipped) == ((numbers[0],), 0)
    whole, bare = sorted((tmp_path / "各家").iterdir(), key=lambda path: "套打" in path.name)
    assert [title in texts(one)[0] for one in (whole, bare)] == [True, False]
    assert finish(print_folder(office, numbers[:1], tmp_path / "各家", on_stock=True)).skipped == 1
    assert print_lists.batch(office, queued).placing is Placing.ON_STOCK


def test_copies_are_sheets_of_their_own_and_say_which_they_are(issued, queue):
    send(issued, batch(issued, ALL[:2], chunk=3, copies=2), queue)
    assert numbers_on(queue) == [N(1), N(1), N(2), N(2)]
    assert ["第2份" in text for text in paper(queue.out)] == [False, True, False, True]
    finish(printing.print_one_file(issued.office, [N(1)], queue.out.parent / "电子.pdf"))
    with refused("print.reason_needed"):
        batch(issued, [N(1)])
    send(issued, batch(issued, [N(1)], reason="企业遗失"), queue)
    assert "第3份" in paper(queue.out)[-1]


def test_stopping_between_chunks_keeps_what_was_sent_and_goes_on_behind_it(issued, queue):
    batch_id = batch(issued, chunk=1)
    job = print_sending.send(issued.office, batch_id, queue)
    for progress in job:
        if progress.step == "print" and progress.done == 2:
            break
    job.close()
    assert print_lists.batch(issued.office, batch_id).state is BatchState.PARTLY
    send(issued, batch_id, queue)
    assert numbers_on(queue) == ALL
    assert len(logged(issued)) == 4


def test_of_two_who_send_one_batch_the_second_hears_that_it_is_being_printed(issued, queue):
    batch_id = batch(issued)
    slow = print_sending.send(issued.office, batch_id, KeepingQueue(queue.out), pause=lambda seconds: None)
    next(slow)
    send(issued, batch_id, queue)
    with refused("print.being_printed"):
        finish(slow)
    assert numbers_on(queue) == ALL


@pytest.mark.parametrize("sent", [0, 2])
def test_a_batch_that_is_cancelled_elsewhere_says_so(issued, queue, sent):
    batch_id = batch(issued)
    slow = print_sending.send(issued.office, batch_id, queue, pause=lambda seconds: None)
    next(progress for progress in slow if not sent or (progress.step, progress.done) == ("print", sent))
    assert print_batches.cancel(issued.office, batch_id) == len(ALL) - sent
    with refused("print.cancelled_meanwhile"):
        finish(slow)
    assert numbers_on(queue) == ALL[:sent]


def test_after_a_jam_the_rest_goes_again_as_the_next_copy(issued, queue):
    batch_id = batch(issued)
    send(issued, batch_id, queue)
    assert print_mending.settle(issued.office, batch_id, N(3)) == 1
    assert states(issued, batch_id)[-2:] == [("4", 1, "damaged"), ("4", 2, "waiting")]
    send(issued, batch_id, queue)
    assert numbers_on(queue) == [*ALL, N(4)]
    assert "第2份" in paper(queue.out)[-1]
    assert print_mending.settle(issued.office, batch_id, "") == 4
    assert [copy for _, copy, state in states(issued, batch_id) if state == "waiting"] == [2, 2, 2, 3]


def test_what_was_on_its_way_when_it_broke_off_is_asked_for_and_never_sent_twice_silently(issued, queue, monkeypatch):
    batch_id = batch(issued)

    class Gone(BaseException):
        """The power went."""

    def submit_and_die(pdf, title, options):
        KeepingQueue.submit(queue, pdf, title, options)
        raise Gone

    monkeypatch.setattr(queue, "submit", submit_and_die)
    with pytest.raises(Gone):
        send(issued, batch_id, queue)
    monkeypatch.undo()
    assert print_lists.batch(issued.office, batch_id).state is BatchState.UNSURE
    assert logged(issued) == []
    with refused("print.unsure") as caught:
        send(issued, batch_id, queue)
    assert (caught.value.params["first"], caught.value.params["last"]) == (N(1), N(2))
    assert print_mending.settle(issued.office, batch_id, N(1)) == 1
    with issued.office.store.reading() as session:
        (event,) = session.query(Event).filter_by(kind="certificate_rendered")
    assert (event.data["count"], event.data["printer"]) == (2, "示例打印机")
    assert len(logged(issued)) == 2
    send(issued, batch_id, queue)
    assert numbers_on(queue) == [N(1), N(2), N(2), N(3), N(4)]
    assert states(issued, batch_id)[:3] == [("1", 1, "sent"), ("2", 1, "damaged"), ("2", 2, "sent")]
    assert len(logged(issued)) == 5


def test_records_that_are_gone_behind_the_printer_deny_no_paper(issued, queue, monkeypatch):
    gone = UserError("store.cannot_read")
    gone.__cause__ = OSError(errno.ENODEV, "away")

    def unreadable(*args):
        raise gone

    monkeypatch.setattr(print_sending, "log_sheets", unreadable)
    monkeypatch.setattr(print_standing, "batch_of", unreadable)
    with refused("print.broke_off") as caught:
        send(issued, batch(issued), queue)
    where = caught.value.params["standing"]
    assert (where.code, where.params) == (print_standing.LAST_MAY_LIE, {"first": N(1), "last": N(2), "count": 2})
    assert N(2) in messages("zh_CN").of(caught.value)


@pytest.mark.parametrize("missing", [False, True])
def test_a_printer_that_refuses_leaves_everything_waiting(issued, queue, monkeypatch, missing):
    batch_id = batch(issued)
    queue.refuses = True
    if missing:  # a cause of its own, which no fault of the disk hides
        refusal = UserError("print.no_cups", command="lp")
        refusal.__cause__ = FileNotFoundError(errno.ENOENT, "lp")
        monkeypatch.setattr(queue, "submit", Mock(side_effect=refusal))
    with refused("print.no_cups" if missing else "print.refused"):
        send(issued, batch_id, queue)
    assert states(issued, batch_id) == [(str(n), 1, "waiting") for n in range(1, 5)]
    assert logged(issued) == []


def test_no_more_than_two_jobs_stand_in_the_queue_and_one_that_stands_still_is_said(issued, queue):
    batch_id = batch(issued, chunk=1)
    queue.held = 4
    waits = []
    finish(print_sending.send(issued.office, batch_id, queue, pause=waits.append))
    assert len(waits) == 1  # two jobs stood there at the third chunk, and at the first look none was gone
    queue.stands_still = True
    print_mending.settle(issued.office, batch_id, "")
    with refused("print.stopped"):
        send(issued, batch_id, queue)
    assert print_lists.batch(issued.office, batch_id).of(SheetState.SENT) == 1


def test_a_printer_that_stops_with_the_last_sheets_is_said_too(issued, queue):
    batch_id = batch(issued, chunk=4)
    queue.stands_still = True
    with refused("print.stopped_at_end"):
        send(issued, batch_id, queue)
    known = print_lists.batch(issued.office, batch_id)
    assert (known.of(SheetState.SENT), known.state) == (4, BatchState.DONE)


def test_spoiled_sheets_are_noted_with_their_reason_and_printed_again(issued, queue):
    batch_id = batch(issued)
    with refused("print.nothing_sent"):
        print_mending.damage(issued.office, batch_id, [N(2)], "墨污")
    send(issued, batch_id, queue)
    with refused("print.reason_needed"):
        print_mending.damage(issued.office, batch_id, [N(2)], " ")
    assert print_mending.damage(issued.office, batch_id, [N(2)], "墨污") == 1
    assert print_lists.batch(issued.office, batch_id).state is BatchState.PARTLY
    send(issued, batch_id, queue)
    assert [(row.copy, row.state, row.remark) for row in print_lists.print_log(issued.office, N(2))] == [
        (2, "sent", ""),
        (1, "damaged", "墨污"),
    ]


def test_reprinting_from_a_number_on(issued, queue):
    batch_id = batch(issued)
    send(issued, batch_id, queue)
    assert print_mending.reprint(issued.office, batch_id, N(3), "卡纸") == 2
    send(issued, batch_id, queue)
    assert numbers_on(queue) == [*ALL, N(3), N(4)]
    with refused("print.not_among"):
        print_mending.reprint(issued.office, batch_id, N(99), "")
    with refused("print.reason_needed"):
        print_mending.reprint(issued.office, batch_id, N(3), " ")
    with issued.office.store.reading() as session:
        (event,) = session.query(Event).filter_by(kind="certificate_reprinted")
        assert (event.subject, event.data["count"], event.data["reason"]) == (N(3), 2, "卡纸")
        last = session.query(Event).filter_by(kind="certificate_rendered").order_by(Event.seq.desc()).first()
        assert last.data["reasons"] == ["卡纸"]
        assert {row.reason for row in session.query(PrintLog).filter_by(copy=2)} == {"卡纸"}


def test_a_cancelled_batch_prints_no_more(issued, queue):
    batch_id = batch(issued)
    assert print_batches.cancel(issued.office, batch_id) == 4
    assert send(issued, batch_id, queue).sheets == 0
    assert print_lists.batch(issued.office, batch_id).state is BatchState.CANCELLED


def test_a_page_that_fails_is_withheld_and_tried_again_and_what_ended_is_done_with(issued, queue, monkeypatch):
    from tests.services.test_withholding import failing

    batch_id = batch(issued)
    register.end(issued.office, N(1), CertificateState.VOID, "示例")
    failing(monkeypatch, [N(3)], 2)
    sent = send(issued, batch_id, queue)
    assert (sent.sheets, sent.withheld, sent.ended) == (2, (N(3),), (N(1),))
    assert numbers_on(queue) == [N(2), N(4)]
    assert states(issued, batch_id)[0] == ("1", 1, "ended")
    (held,) = print_lists.sheets(issued.office, batch_id, ("withheld",))
    assert (held.number, held.remark) == (N(3), "pagecheck.signature")
    assert print_lists.batch(issued.office, batch_id).state is BatchState.PARTLY
    send(issued, batch_id, queue)
    assert numbers_on(queue) == [N(2), N(4), N(3)]
    assert print_lists.batch(issued.office, batch_id).state is BatchState.DONE


def test_what_ended_is_not_printed_again_and_its_batch_comes_to_an_end(issued, queue):
    batch_id = batch(issued)
    send(issued, batch_id, queue)
    register.end(issued.office, N(4), CertificateState.VOID, "示例")
    with refused("print.all_ended"):
        print_mending.reprint(issued.office, batch_id, N(4), "卡纸")
    assert print_mending.reprint(issued.office, batch_id, N(3), "卡纸") == 1
    assert print_mending.damage(issued.office, batch_id, ["4"], "墨污") == 1
    assert states(issued, batch_id)[-1] == ("4", 1, "damaged")
    send(issued, batch_id, queue)
    register.end(issued.office, N(2), CertificateState.VOID, "示例")
    assert print_mending.settle(issued.office, batch_id, N(1)) == 1  # number 3; of number 2 there is no further copy
    register.end(issued.office, N(3), CertificateState.VOID, "示例")
    sent = send(issued, batch_id, queue)
    assert (sent.sheets, sent.ended) == (0, (N(3),))
    assert print_lists.batch(issued.office, batch_id).state is BatchState.DONE
    with issued.office.store.reading() as session:
        again = session.query(Event).filter_by(kind="certificate_reprinted").all()
    assert [event.data["first"] for event in again] == [N(3)]  # of number 4 there was no further copy


def test_what_was_withheld_and_ended_since_is_said_to_be_done_with(issued, queue, monkeypatch):
    from tests.services.test_withholding import failing

    batch_id = batch(issued)
    failing(monkeypatch, [N(3)], 2)
    send(issued, batch_id, queue)
    register.end(issued.office, N(3), CertificateState.VOID, "示例")
    sent = send(issued, batch_id, queue)
    assert (sent.sheets, sent.withheld, sent.ended) == (0, (), (N(3),))
    assert print_lists.batch(issued.office, batch_id).state is BatchState.DONE


def test_a_batch_of_which_nothing_came_to_paper_is_none(issued, queue):
    batch_id = batch(issued, [N(1)])
    register.end(issued.office, N(1), CertificateState.VOID, "示例")
    assert send(issued, batch_id, queue).ended == (N(1),)
    assert print_lists.batch(issued.office, batch_id).state is BatchState.CANCELLED


def test_a_trial_print_is_marked_and_counts_as_no_copy(issued, queue):
    finish(trial(issued.office, N(2), queue))
    (text,) = paper(queue.out)
    assert "样张" in text.replace("\u3000", "")
    assert N(2) in text
    (row,) = print_lists.print_log(issued.office, N(2))
    assert (row.is_trial, row.copy) == (True, 0)
    assert register.row(issued.office, N(2)).printed == 0
    assert register.numbers(issued.office, CertificateFilter(printed=False)) == ALL
    send(issued, batch(issued, [N(2)]), queue)
    assert "第" + "2份" not in paper(queue.out)[-1]
    assert register.row(issued.office, N(2)).printed == 1


def test_what_cannot_be_a_batch_is_refused(issued):
    with refused("certificate.nothing_selected"):
        batch(issued, [])
    with refused("certificate.unknown"):
        batch(issued, [N(99)])
    with refused("print.range"):
        batch(issued, chunk=0)
    with refused("print.unknown_batch"):
        print_lists.batch(issued.office, "nope")
    register.end(issued.office, N(1), CertificateState.VOID, "示例")
    with refused("certificate.ended"):
        batch(issued)
    assert print_lists.count(issued.office) == 0


def test_copies_beyond_the_quota_are_refused_with_how_many_there_were(issued, queue):
    preferences.change(issued.office, {"reprint_quota": "1"})
    batch_id = batch(issued)
    send(issued, batch_id, queue)
    print_mending.damage(issued.office, batch_id, ["2～3"], "墨污")
    send(issued, batch_id, queue)
    with refused("print.quota") as caught:
        print_mending.damage(issued.office, batch_id, [N(1), N(2)], "墨污")
    assert {key: caught.value.params[key] for key in ("number", "used", "more", "quota", "count")} == {
        "number": N(2),
        "used": 2,
        "more": 1,
        "quota": 1,
        "count": 1,
    }
    assert states(issued, batch_id)[0] == ("1", 1, "sent")  # nothing of the refused was done
    with refused("print.quota"):
        batch(issued, [N(4)], copies=2, reason="企业遗失")
    preferences.change(issued.office, {"reprint_quota": "2"})
    assert print_mending.damage(issued.office, batch_id, [N(2)], "墨污") == 1


def test_a_jam_never_stops_the_rest_and_what_is_beyond_the_quota_waits_for_it(issued, queue):
    preferences.change(issued.office, {"reprint_quota": "1"})
    batch_id = batch(issued)
    send(issued, batch_id, queue)
    print_mending.damage(issued.office, batch_id, [N(4)], "墨污")
    send(issued, batch_id, queue)
    assert print_mending.settle(issued.office, batch_id, N(2)) == 1  # number 4 has its two copies
    sent = send(issued, batch_id, queue)
    assert (sent.sheets, sent.withheld) == (1, (N(4),))
    (held,) = print_lists.sheets(issued.office, batch_id, ("withheld",))
    assert (held.number, held.copy, held.remark, held.reason) == (N(4), 3, "print.quota_reached", "没有印出来")
    assert print_lists.batch(issued.office, batch_id).state is BatchState.PARTLY
    assert print_mending.settle(issued.office, batch_id, N(4)) == 0
    preferences.change(issued.office, {"reprint_quota": "2"})
    assert print_mending.settle(issued.office, batch_id, N(4)) == 1
    send(issued, batch_id, queue)
    assert print_lists.batch(issued.office, batch_id).state is BatchState.DONE


def test_batches_made_before_any_of_them_is_sent_do_not_pass_the_quota_together(issued, queue):
    preferences.change(issued.office, {"reprint_quota": "1"})
    first, second = batch(issued, ALL[:2]), batch(issued, ALL[:2], reason="企业遗失")
    with refused("print.quota_waiting") as caught:
        batch(issued, ALL[1:], reason="企业遗失")
    assert {key: caught.value.params[key] for key in ("number", "used", "coming", "count")} == {
        "number": N(2),
        "used": 0,
        "coming": 2,
        "count": 1,
    }
    send(issued, first, queue)
    preferences.change(issued.office, {"reprint_quota": "0"})  # what was made in time is counted once more
    assert send(issued, second, queue).withheld == (N(1), N(2))
    assert numbers_on(queue) == ALL[:2]


def test_what_waits_in_one_batch_gets_no_second_one_without_a_reason(issued, queue):
    first = batch(issued, ALL[1:3])
    assert print_lists.printed_before(issued.office, ALL) == 2
    with refused("print.waits_already") as caught:
        batch(issued)
    assert (caught.value.params["number"], caught.value.params["count"]) == (N(2), 2)
    assert print_lists.batch(issued.office, caught.value.params["batch"]).id == first
    print_batches.cancel(issued.office, first)
    assert batch(issued)


def test_a_copy_that_nobody_explained_is_not_printed_beside_another_batch(issued, queue):
    first, second = batch(issued, ALL[:2]), batch(issued, ALL[:2], reason="打印机坏了")
    send(issued, second, queue)
    assert send(issued, first, queue).withheld == (N(1), N(2))
    assert {row.remark for row in print_lists.sheets(issued.office, first)} == {"print.unexplained"}
    assert print_mending.settle(issued.office, first, "") == 0
    assert len(paper(queue.out)) == 2


def test_a_batch_that_another_overtakes_while_it_is_rendered_counts_its_copies_anew(issued, queue):
    slow, fast = batch(issued, [N(1)]), batch(issued, [N(1)], reason="企业遗失")
    silent = print_sending.send(issued.office, slow, queue, pause=lambda seconds: None)
    late = print_sending.send(issued.office, fast, queue, pause=lambda seconds: None)
    next(late)
    assert finish(silent).sheets == 1
    assert finish(late).sheets == 1
    assert sorted(row.copy for row in print_lists.print_log(issued.office, N(1))) == [1, 2]
    assert ["第2份" in text for text in paper(queue.out)] == [False, True]


def test_a_batch_is_named_by_the_end_of_its_id_and_two_that_answer_are_both_said(issued, queue):
    made = [batch(issued, [number]) for number in ALL[:2]]
    assert made[0][:6] == made[1][:6]  # made within a minute
    for batch_id in made:
        assert print_lists.batch(issued.office, f" {short_id(batch_id).upper()}").id == batch_id
    with refused("print.several_batches") as caught:
        print_lists.batch(issued.office, made[0][:6])
    assert set(caught.value.params["known"]) == set(map(short_id, made))


def test_up_to_which_number_it_is_right_is_told_by_last_digits(issued, queue):
    batch_id = batch(issued, ALL[:3])
    send(issued, batch_id, queue)
    assert print_mending.settle(issued.office, batch_id, "2") == 1
    with refused("print.not_among"):
        print_mending.settle(issued.office, batch_id, "4")


def test_a_tray_that_vanishes_in_mid_batch_leaves_the_rest_waiting_and_another_takes_it(issued, queue):
    trays = (("InputSlot=Tray1", "Tray1"), ("InputSlot=Tray2", "Tray2"))
    queue.has = Abilities(("A4",), trays)
    system, profile = system_of(queue), issued.office.profile
    options = print_choices.options_of(Placing.AS_IS, "InputSlot=Tray2")
    batch_id = print_batches.create(issued.office, ALL, queue.name, chunk=2, options=options)
    to = calibrations.queue(profile, system, queue.name)
    job = print_sending.send(issued.office, batch_id, to, pause=lambda seconds: None)
    with refused("print.no_tray"):
        for progress in job:
            if progress.step == "print" and progress.done == 2:
                queue.has = Abilities(("A4",), trays[:1])
    assert [state for *_, state in states(issued, batch_id)] == ["sent", "sent", "waiting", "waiting"]
    print_batches.turn_to(issued.office, batch_id, queue.name, print_choices.options_of(Placing.AS_IS, trays[0][0]))
    finish(print_sending.send(issued.office, batch_id, to, pause=lambda seconds: None))
    assert numbers_on(queue) == ALL
    assert [one.tray for one in queue.options] == ["InputSlot=Tray2", "InputSlot=Tray1"]


def test_a_range_is_named_by_last_digits(issued):
    assert print_batches.within(issued.office, ALL, "2", "") == ALL[1:]
    assert print_batches.within(issued.office, [*reversed(ALL)], "", N(2)) == ALL[:2]
