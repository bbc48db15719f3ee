from __future__ import annotations

import hashlib
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain.progress import Progress, finish, within
from qc_desktop.domain.records import canonical, compact, record_hash

values = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
records = st.dictionaries(values, values | st.lists(values, max_size=4), max_size=8)


@settings(deadline=None, max_examples=200)
@given(records)
def test_a_record_is_read_back_and_hashes_the_same_in_any_order(record):
    written = canonical(record)
    assert json.loads(written) == record
    turned = dict(reversed(record.items()))
    assert record_hash(turned) == record_hash(record) == hashlib.sha256(written).digest()


def test_chinese_is_written_as_it_is_and_keys_are_sorted():
    assert canonical({"b": "示例", "a": ("x", "y")}) == '{"a":["x","y"],"b":"示例"}'.encode()


def test_what_is_absent_is_left_out():
    assert compact({"a": "", "b": None, "c": [], "d": "x", "e": ["y"]}) == {"d": "x", "e": ["y"]}


def _job(steps, result):
    for done in range(1, steps + 1):
        yield Progress("issue", done, steps)
    return result


def test_a_job_runs_to_its_result():
    assert finish(_job(3, "示例")) == "示例"


def test_a_part_of_a_job_counts_on():
    part = within(_job(2, "x"), 5, 9)
    assert [next(part), next(part)] == [Progress("issue", 6, 9), Progress("issue", 7, 9)]


def test_closing_the_whole_closes_the_part():
    closed = []

    def inner():
        try:
            yield Progress("issue", 1, 2)
        finally:
            closed.append(True)

    whole = within(inner(), 0, 2)
    next(whole)
    whole.close()
    assert closed == [True]
