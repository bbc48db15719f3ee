"""The stages of product.md: what it allows is allowed, everything else is refused."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from qc_desktop.domain.campaigns import FORWARD, NEEDS_REASON, TRANSITIONS, Stage, check_transition, path_forward
from tests.samples import refused

ALLOWED = """
draft invited applied
invited applied declined
applied material_review
material_review pledged returned_for_correction
returned_for_correction material_review
pledged announcement_pending
announcement_pending announced
"""
"""product.md, Stages: the first may become each of the others."""
BEFORE_ANNOUNCED = {stage.value for stage in Stage} - {"announced", "declined", "withdrawn", "revoked"}


def _expected():
    pairs = {(first, other) for first, *others in map(str.split, ALLOWED.strip().splitlines()) for other in others}
    pairs |= {(stage, "withdrawn") for stage in BEFORE_ANNOUNCED}
    return pairs | {("announced", "withdrawn"), ("announced", "revoked")}


@pytest.mark.parametrize(("now", "to"), list(product(Stage, Stage)))
def test_every_pair_of_stages(now, to):
    if (now.value, to.value) in _expected():
        check_transition(now, to, "示例原因")
    else:
        with refused("stage.not_allowed"):
            check_transition(now, to, "示例原因")


@pytest.mark.parametrize("to", sorted(NEEDS_REASON))
def test_going_back_or_out_needs_a_reason(to):
    now = next(stage for stage in Stage if to in TRANSITIONS[stage])
    for reason in ("", "  "):
        with refused("stage.reason_needed"):
            check_transition(now, to, reason)


@pytest.mark.parametrize(("now", "to"), list(product(Stage, Stage)))
def test_a_way_forward_is_made_of_allowed_steps(now, to):
    way = path_forward(now, to)
    for before, after in pairwise((now, *way)):
        check_transition(before, after)
    assert not way or way[-1] is to
    assert Stage.RETURNED_FOR_CORRECTION not in way


def test_the_whole_way_leads_from_draft_to_announced():
    assert path_forward(Stage.DRAFT, Stage.ANNOUNCED) == FORWARD[1:]
    assert path_forward(Stage.INVITED, Stage.APPLIED) == (Stage.APPLIED,)
    assert path_forward(Stage.ANNOUNCED, Stage.DRAFT) == ()
    assert path_forward(Stage.WITHDRAWN, Stage.ANNOUNCED) == ()
