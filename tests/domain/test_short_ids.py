"""An id is read by its end; what answers to several is none of them."""

from __future__ import annotations

from qc_desktop.domain.short_ids import names, only_one, short_id
from tests.samples import refused

FIRST, SECOND = "01a22c83-343f-7197-af06-ca744a71fedf", "01a22c83-343f-7198-8f4a-5d892e10b7c4"


def test_the_end_names_one_and_the_beginning_of_a_minute_several():
    assert [names(short_id(FIRST), row_id) for row_id in (FIRST, SECOND)] == [True, False]
    assert names(f" {short_id(FIRST).upper()}", FIRST)
    assert not names(" ", FIRST)
    found = [row_id for row_id in (FIRST, SECOND) if names("01a22c83", row_id)]
    with refused("print.several_batches") as caught:
        only_one("01a22c83", found)
    assert caught.value.params["known"] == ["4a71fedf", "2e10b7c4"]
    with refused("print.unknown_batch"):
        only_one("ffffffff", [])
    assert only_one(short_id(FIRST), [FIRST]) == FIRST
