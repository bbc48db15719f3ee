"""An id is read by its end; what answers to several is none of them."""

from __future__ import annotations

from qc_desktop.domain.short_ids import names, only_one, short_id
from tests.samples import refused

FIRST, SECOND = "01a22c83-343f-7197-af06-ca744a71fedf", "01a22c83-343f-7198-8f4a-5d892e10b7c4"


def test_the_end_names_one_and_the_beginning_of_a_minute_several():
    assert [names(short_id(FIRST), row_id) for row_id in (FIRST, SECOND)] == [True, False]
    assert names(f" {short_id(FIRST).upper()}", FIRST)
    assert not names(" ", FIRST)


def test_only_one_is_meant_or_those_in_question_are_said():
    said = {"unknown": "print.unknown_batch", "several": "print.several_batches"}
    with refused("print.several_batches") as caught:
        only_one("01a22c83", [FIRST, SECOND], **said)
    assert caught.value.params["known"] == ["4a71fedf", "2e10b7c4"]
    with refused("print.unknown_batch"):
        only_one("ffffffff", [FIRST], **said)
    assert only_one(short_id(FIRST), [FIRST, SECOND], **said) == FIRST
