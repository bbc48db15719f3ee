"""Names without place and legal form, and whether two of them may be one company's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop import reference
from qc_desktop.domain import uscc
from qc_desktop.domain.company_names import name_parts, places_differ
from qc_desktop.domain.likeness import Likeness, identity, likeness

PLACES = reference.place_names()
CODE = "91350100M000100Y43"


@pytest.mark.parametrize(
    ("name", "core", "place"),
    [
        ("南通市启东市远山电器有限公司", "远山电器", "320681"),
        ("北京远山电器股份有限公司", "远山电器", "110000"),
        ("远山（集团）股份有限公司", "远山", ""),
        ("远山(上海)电器集团有限公司", "远山电器", "310000"),
        ("浙江省杭州市远山厂", "远山", "330100"),
        ("远山电器有限公司南京分公司", "远山电器有限公司南京分公司", ""),
        ("恩施土家族苗族自治州远山茶业有限公司", "远山茶业", "422800"),
        ("公司", "公司", ""),
        ("朝阳", "朝阳", ""),
        ("", "", ""),
    ],
)
def test_place_and_form_are_taken_off(name, core, place):
    parts = name_parts(name, PLACES)
    assert (parts.core, parts.place) == (core, place)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("110000", "310000", True), ("320600", "320500", True), ("320000", "320600", False), ("", "110000", False),
     ("320600", "320681", False)],
)  # fmt: skip
def test_places_of_one_company_lie_in_one_another(one, other, differ):
    assert places_differ(one, other) is differ


@settings(deadline=None)
@given(st.text(max_size=40))
def test_something_always_stays_of_a_name(name):
    core = name_parts(name, PLACES).core
    assert core or not any(character.isalnum() for character in name_parts(f"甲乙{name}", PLACES).core[2:])


names = st.text(st.sampled_from("远山杉青禾电器北京有限公司第一二"), max_size=10)


@settings(deadline=None)
@given(names, names, st.sampled_from(["", CODE]), st.sampled_from(["", CODE]))
def test_likeness_is_the_same_from_both_sides_and_a_company_is_like_itself(one, other, code, second):
    a, b = identity(one, code, "", (), PLACES), identity(other, second, "", (), PLACES)
    assert likeness(a, b) == likeness(b, a)
    if a.key:
        assert likeness(a, a) in (Likeness.SAME_USCC, Likeness.SAME_NAME)


slips = st.integers(0, 17).flatmap(
    lambda place: st.sampled_from(
        [
            CODE[:place] + CODE[place + 1 :],
            CODE[:place] + CODE[place : place + 2][::-1] + CODE[place + 2 :],
            *(CODE[:place] + letter + CODE[place + 1 :] for letter in uscc.ALPHABET),
            *(CODE[:place] + letter + CODE[place:] for letter in uscc.ALPHABET),
        ]
    )
)


@settings(deadline=None)
@given(slips)
def test_every_slip_leads_back_to_the_code(typed):
    if typed != CODE:
        assert uscc.is_one_slip(typed, CODE)
        assert uscc.is_one_slip(CODE, typed)
        assert CODE in uscc.neighbours(typed)
    assert not uscc.is_one_slip(CODE, CODE)
    assert all(uscc.is_valid(found) for found in uscc.neighbours(typed))


def test_two_slips_are_no_slip():
    assert not uscc.is_one_slip("A1350100M000100Y4A", CODE)
    assert not uscc.is_one_slip(CODE[2:], CODE)
    assert uscc.neighbours("123") == []
