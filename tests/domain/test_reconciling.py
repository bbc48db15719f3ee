"""Where a certificate fell behind on its way, and why."""

from __future__ import annotations

import pytest

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.reconciling import Step, Trace, Why, behind

LIVE, VOID = CertificateState.LIVE, CertificateState.VOID


@pytest.mark.parametrize(
    ("trace", "missing"),
    [
        (Trace(LIVE, True, {"sent"}, {"courier"}), None),
        (Trace(VOID, True, {"sent", "damaged"}, {"courier"}), None),
        (Trace(LIVE, True, (), {"email"}), None),
        (Trace(LIVE, False, (), {"email"}), (Step.RENDERED, Why.SENT_UNPRINTED)),
        (Trace(VOID, True, {"sent"}, {"courier"}, sent_late=True), (Step.DISPATCHED, Why.SENT_ENDED)),
        (Trace(LIVE, False, {"sent"}, {"courier"}), None),
        (Trace(LIVE, True, (), {"email", "courier"}), (Step.PRINTED, Why.SENT_UNPRINTED)),
        (Trace(LIVE, True, {"damaged"}, {"courier"}), (Step.PRINTED, Why.SENT_UNPRINTED)),
        (Trace(LIVE, False, (), ()), (Step.RENDERED, Why.NOT_RENDERED)),
        (Trace(LIVE, False, {"waiting"}, ()), (Step.RENDERED, Why.WAITING)),
        (Trace(LIVE, False, {"withheld"}, ()), (Step.RENDERED, Why.WITHHELD)),
        (Trace(LIVE, False, {"sending"}, ()), (Step.RENDERED, Why.UNSURE)),
        (Trace(LIVE, True, (), ()), (Step.PRINTED, Why.FILE_ONLY)),
        (Trace(LIVE, True, {"damaged", "dropped"}, ()), (Step.PRINTED, Why.DAMAGED)),
        (Trace(LIVE, True, {"damaged", "withheld"}, ()), (Step.PRINTED, Why.WITHHELD)),
        (Trace(LIVE, True, {"sent"}, ()), (Step.DISPATCHED, Why.NOT_SENT)),
        (Trace(VOID, True, {"sent"}, ()), (Step.DISPATCHED, Why.ENDED)),
        (Trace(VOID, False, (), ()), (Step.RENDERED, Why.ENDED)),
    ],
)
def test_where_it_fell_behind(trace, missing):
    assert behind(trace) == missing


def test_what_misses_a_step_is_counted_at_none_behind_it_but_what_went_out_went_out():
    assert Trace(LIVE, False, (), ()).reached() == [Step.SELECTED, Step.NUMBERED]
    assert Trace(LIVE, False, (), {"courier"}).reached() == [Step.SELECTED, Step.NUMBERED, Step.DISPATCHED]
    assert Trace(LIVE, False, (), {"courier"}, sent_late=True).reached() == [Step.SELECTED, Step.NUMBERED]
    assert Trace(LIVE, True, (), {"email"}).reached() == list(Step)
