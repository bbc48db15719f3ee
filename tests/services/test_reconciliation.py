"""对账: the five counts agree, or every difference has a name and a reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import openpyxl
import pytest

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.dispatch import DispatchDraft, Way
from qc_desktop.domain.findings import error
from qc_desktop.domain.printing import BatchState
from qc_desktop.domain.progress import finish
from qc_desktop.domain.reconciling import Step, Why
from qc_desktop.domain.slots import SlotName
from qc_desktop.messages import messages
from qc_desktop.services import history
from qc_desktop.services.certificates import (
    dispatches,
    print_batches,
    print_elsewhere,
    print_lists,
    print_mending,
    print_sending,
    printing,
    reconciliation,
    register,
)
from qc_desktop.services.certificates.issuing import Stopped
from qc_desktop.services.certificates.kept_stopped import stopped_as_kept
from qc_desktop.services.companies import details, editing
from tests.printing.queues import KeepingQueue
from tests.samples import refused
from tests.services.test_withholding import failing

N = "QC-2026-315-{:06}".format
ALL = [N(place) for place in range(1, 5)]
SENT = DispatchDraft(Way.COURIER, "示例快递", "SF1")


@pytest.fixture
def printed(tmp_path, issued):
    def send(numbers, **more):
        batch_id = print_batches.create(issued.office, numbers, "示例打印机", **more)
        queue = KeepingQueue(tmp_path / "paper")
        finish(print_sending.send(issued.office, batch_id, queue, pause=lambda seconds: None))
        return batch_id

    return send


def counts(year, batch_id=""):
    found = reconciliation.reconcile(year.office, year.campaign_id, batch_id)
    return list(found.counts.values()), [(row.step, row.why, row.number[-1:]) for row in found.rows]


def test_when_everything_went_out_all_five_agree(issued, printed):
    printed(ALL)
    dispatches.note(issued.office, ALL, SENT)
    assert counts(issued) == ([4, 4, 4, 4, 4], [])


def test_what_was_printed_from_a_file_elsewhere_is_noted_once(issued, tmp_path):
    finish(printing.print_one_file(issued.office, ALL, tmp_path / "证书.pdf"))
    dispatches.note(issued.office, ALL[:1], SENT)
    told = reconciliation.reconcile(issued.office, issued.campaign_id).rows
    assert [(row.why, row.may_lie_elsewhere) for row in told[:2]] == [(Why.SENT_UNPRINTED, True), (Why.FILE_ONLY, True)]
    assert print_elsewhere.note(issued.office, ALL[:3]) == 3
    assert counts(issued)[0] == [4, 4, 4, 3, 1]
    assert reconciliation.reconcile(issued.office, issued.campaign_id).elsewhere == 0  # their files were made here
    assert counts(issued)[1][2] == (Step.PRINTED, Why.FILE_ONLY, "4")
    (batch,) = print_lists.page(issued.office, 0, 5)
    assert (batch.state, batch.printer, batch.elsewhere) == (BatchState.DONE, "", True)
    logged = print_lists.print_log(issued.office, N(1))
    assert [(row.elsewhere, row.printer, row.state) for row in logged] == [(True, "", "sent"), (False, "", "")]
    assert history.commands(issued.office, 1)[0].name == "print_elsewhere"  # and no batch of its own before it
    with refused("print.elsewhere_known") as caught:
        print_elsewhere.note(issued.office, ALL)
    assert caught.value.params == {"count": 3, "number": N(1)}


def test_what_was_never_made_here_is_told_apart_and_what_went_out_counts_as_sent(issued):
    dispatches.note(issued.office, ALL, SENT)
    found = reconciliation.reconcile(issued.office, issued.campaign_id)
    assert list(found.counts.values()) == [4, 4, 0, 0, 4]
    assert {(row.step, row.why) for row in found.rows} == {(Step.RENDERED, Why.SENT_UNPRINTED)}
    assert (found.unprinted, found.elsewhere) == (4, 0)
    print_elsewhere.note(issued.office, ALL[:3])
    found = reconciliation.reconcile(issued.office, issued.campaign_id)
    assert (found.unprinted, found.elsewhere) == (1, 3)
    told = "".join(reconciliation.told(found, messages("zh_CN")))
    assert "“已生成”里有 3 张是登记在别处打印的" in told
    assert "“已寄出”里有 1 张没有打印好的记录" in told


def test_every_difference_is_listed_with_its_reason(issued, printed, monkeypatch, tmp_path):
    failing(monkeypatch, [N(2)], 2)
    batch_id = printed(ALL[:3])
    monkeypatch.undo()
    finish(printing.print_one_file(issued.office, [N(4)], tmp_path / "a.pdf"))
    dispatches.note(issued.office, [N(3), N(4)], SENT)
    print_mending.damage(issued.office, batch_id, [N(3)], "墨污")
    print_batches.cancel(issued.office, batch_id)
    found = reconciliation.reconcile(issued.office, issued.campaign_id)
    assert list(found.counts.values()) == [4, 4, 3, 1, 2]
    assert [(row.step, row.why, row.number) for row in found.rows] == [
        (Step.DISPATCHED, Why.NOT_SENT, N(1)),
        (Step.RENDERED, Why.NOT_RENDERED, N(2)),
        (Step.PRINTED, Why.SENT_UNPRINTED, N(3)),
        (Step.PRINTED, Why.SENT_UNPRINTED, N(4)),
    ]
    assert [row.number for row in found.at(Step.PRINTED)] == [N(3), N(4)]
    assert [row.number for row in found.rows if row.may_lie_elsewhere] == [N(4)]


def test_a_withheld_page_says_what_is_wrong_with_it(issued, printed, monkeypatch):
    failing(monkeypatch, [N(2)], 2)
    printed(ALL)
    rows = reconciliation.reconcile(issued.office, issued.campaign_id).at(Step.RENDERED)
    assert [(row.why, row.findings[0].code) for row in rows] == [(Why.WITHHELD, "pagecheck.signature")]
    assert all(len(reconciliation.in_words(rows[0], messages(lang))) > 12 for lang in ("zh_CN", "en"))


def test_what_ended_since_is_told_with_its_reason(issued, printed):
    printed(ALL)
    register.end(issued.office, N(1), CertificateState.REVOKED, "示例原因")
    (first, *_) = reconciliation.reconcile(issued.office, issued.campaign_id).rows
    assert (first.step, first.why, first.remark) == (Step.DISPATCHED, Why.ENDED, "示例原因")


def test_a_replaced_one_counts_nowhere_and_is_told_where_it_went_out_later(issued, printed):
    printed(ALL)
    dispatches.note(issued.office, [N(1)], SENT)
    for old in (N(1), N(2)):
        register.end(issued.office, old, CertificateState.VOID, "示例原因")
    issued.issue()
    dispatches.note(issued.office, [N(2)], SENT, ended_too=True)
    found = reconciliation.reconcile(issued.office, issued.campaign_id)
    steps = list(found.counts.items())
    assert steps[0][1] == found.counts[Step.NUMBERED] + len(found.at(Step.NUMBERED))
    for (_, before), (step, count) in pairwise(steps):
        assert count + len(found.at(step)) == before
    assert found.apart == 2
    assert [(row.number, row.why, row.remark) for row in found.at(None)] == [(N(2), Why.SENT_ENDED, "示例原因")]
    assert "2 张" in "".join(reconciliation.told(found, messages("zh_CN")))


def test_every_difference_counts_once_over_any_mix(issued, printed, tmp_path):
    printed(ALL[:3])
    register.end(issued.office, N(1), CertificateState.VOID, "示例原因")
    _, new = register.replace(issued.office, N(2), "示例原因", issued.keys)
    printed([new.number])
    for number, instead in ((N(1), "dispatch.none_in_force"), (N(2), "dispatch.now_in_force")):
        with refused("dispatch.not_in_force") as caught:
            dispatches.note(issued.office, [number], SENT)
        assert caught.value.params["now"].code == instead
        with refused("dispatch.not_in_force") as caught:  # years later nothing is in force any more
            dispatches.note(replace(issued.office, fixed_day=dt.date(2030, 1, 1)), [number], SENT)
        assert caught.value.params["now"].code == "dispatch.none_in_force"
        dispatches.note(issued.office, [number], SENT, ended_too=True)
    dispatches.note(issued.office, [N(3)], SENT)
    finish(printing.print_one_file(issued.office, [N(4)], tmp_path / "a.pdf"))
    found = reconciliation.reconcile(issued.office, issued.campaign_id)
    steps = list(found.counts.items())
    assert [count for _, count in steps] == [4, 4, 4, 3, 1]
    for (_, before), (step, count) in pairwise(steps):
        assert count + len(found.at(step)) == before
    assert found.counts[Step.SELECTED] == found.counts[Step.DISPATCHED] + len(found.missing)
    assert [row.number for row in found.at(None)] == [N(2)]


def test_what_went_out_before_it_was_replaced_is_noted_by_its_day(issued, monkeypatch):
    monkeypatch.setattr(dates, "now", lambda: dt.datetime(2026, 3, 25, 4, tzinfo=dt.UTC))
    later = replace(issued.office, fixed_day=dt.date(2026, 3, 26))
    register.replace(later, N(1), "示例：企业更名", issued.keys)
    same_day = replace(later, fixed_day=dt.date(2026, 3, 25))
    for office, day in ((later, 26), (same_day, 25)):
        with refused("dispatch.not_in_force"):
            dispatches.note(office, [N(1)], DispatchDraft(Way.POST, sent_on=dt.date(2026, 3, day)))
    for day in (24, 25):
        sent = DispatchDraft(Way.POST, tracking_no=f"XA{day}", sent_on=dt.date(2026, 3, day))
        assert dispatches.note(later, [N(1)], sent) == 1


def test_who_was_stopped_at_the_check_is_kept_with_what_was_found(year):
    row = next(row for row in year.companies() if row.uscc)
    known = details.detail(year.office, row.id)
    editing.save(year.office, CompanyDraft(row.name, ""), row.id, known.row_version)
    done = year.issue()
    found = reconciliation.reconcile(year.office, year.campaign_id)
    assert [found.counts[step] for step in (Step.SELECTED, Step.NUMBERED)] == [12, 11]
    (stopped,) = found.at(Step.NUMBERED)
    assert (stopped.holder, stopped.why, stopped.findings[0].code) == (
        row.name,
        Why.STOPPED,
        "certificate.uscc_missing",
    )
    batch_id = done.batch_id
    known = details.detail(year.office, row.id)
    editing.save(year.office, CompanyDraft(row.name, row.uscc), row.id, known.row_version)
    year.issue()
    assert reconciliation.reconcile(year.office, year.campaign_id).at(Step.NUMBERED) == ()
    assert [
        one.holder for one in reconciliation.reconcile(year.office, year.campaign_id, batch_id).at(Step.NUMBERED)
    ] == [row.name]
    assert [one.size for one in reconciliation.batches(year.office, year.campaign_id)] == [1, 11]


def test_batches_that_kept_nothing_or_little_are_told_and_what_was_found_is_said_as_it_was(issued):
    from qc_desktop.storage.tables import IssueBatch

    def keep(stopped):
        with issued.office.writing("certificates_issue", undoable=False) as work:
            for batch in work.session.query(IssueBatch):
                batch.selected, batch.stopped = None, stopped

    keep(None)
    assert counts(issued)[0][:2] == [4, 4]
    about = {"participation": "p", "company": "c", "name": "示例公司"}
    keep([about | {"findings": [{"code": "preflight.missing", "params": {}}]}])  # as version 0.3 kept it
    (row,) = reconciliation.reconcile(issued.office, issued.campaign_id).at(Step.NUMBERED)
    assert "必须有的一项内容还是空的" in reconciliation.in_words(row, messages("zh_CN"))
    found = [
        error("preflight.missing", "uscc", what=SlotName("uscc")),
        error("preflight.glyph", character=["䶮", "㙍"], point=["U+4DAE", "U+3657"], text="䶮㙍"),
    ]
    keep(stopped_as_kept([Stopped("p", "示例公司", tuple(found), "c")]))
    (row,) = reconciliation.reconcile(issued.office, issued.campaign_id).at(Step.NUMBERED)
    for lang in ("zh_CN", "en"):
        words = messages(lang)
        assert [words.of(one) for one in row.findings] == [words.of(one) for one in found]
    with refused("reconcile.unknown_batch"):
        reconciliation.reconcile(issued.office, issued.campaign_id, "nobody")


def test_a_batch_of_issue_is_named_by_the_end_of_its_id_and_the_others_are_said(year):
    with refused("reconcile.unknown_batch"):
        reconciliation.batch_named(year.office, year.campaign_id, "x")
    ids = year.participations()
    made = [year.issue(ids[:1]).batch_id, year.issue(ids[1:2]).batch_id]
    assert [reconciliation.batch_named(year.office, year.campaign_id, one[-8:]) for one in made] == made
    with refused("reconcile.which_batch") as caught:
        reconciliation.batch_named(year.office, year.campaign_id, "nobody")
    assert set(caught.value.params["known"]) == {one[-8:] for one in made}


def test_it_is_written_for_the_file(issued, tmp_path):
    words = messages("zh_CN")
    found = reconciliation.reconcile(issued.office, issued.campaign_id)
    reconciliation.write(found, "2026 年证书对账", tmp_path / "对账.xlsx", words)
    rows = [[cell for cell in row if cell] for row in openpyxl.load_workbook(tmp_path / "对账.xlsx").active.values]
    assert rows[0] == ["2026 年证书对账"]
    assert rows[1] == ["选中 4、已编号 4、已生成 0、已打印 0、已寄出 0"]
    assert rows[3][:2] == ["已生成", N(1)]
    with refused("exchange.unknown_format"):
        reconciliation.write(found, "", tmp_path / "对账.odt", words)
