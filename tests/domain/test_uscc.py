from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop import reference
from qc_desktop.domain import uscc
from qc_desktop.domain.findings import Severity
from tests.samples import code

VALID = "91350100M000100Y43"
heads = st.text(uscc.ALPHABET, min_size=17, max_size=17)


def codes(text):
    return [finding.code for finding in uscc.check(text)[1]]


def test_the_example_of_the_standard_is_valid_and_the_copied_wrong_one_is_not():
    assert codes(VALID) == []
    assert codes("91350100M000100Y4Z") == ["uscc.character"]


@settings(deadline=None, max_examples=200)
@given(heads)
def test_exactly_one_check_character_fits(head):
    good = [last for last in uscc.ALPHABET if uscc.is_valid(head + last)]
    assert good == [uscc.check_character(head)]


@settings(deadline=None, max_examples=200)
@given(heads, st.integers(0, 16), st.sampled_from(uscc.ALPHABET))
def test_one_miscopied_character_is_always_noticed(head, place, other):
    whole = head + uscc.check_character(head)
    copied = whole[:place] + other + whole[place + 1 :]
    assert uscc.is_valid(copied) == (copied == whole)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=30))
def test_any_text_is_answered_with_words(text):
    code, findings = uscc.check(text)
    assert bool([one for one in findings if one.severity is Severity.ERROR]) != uscc.is_valid(code)


@pytest.mark.parametrize("prefix", ["11", "51", "91", "92", "93", "A1", "N1", "N2", "Y1"])
def test_every_registration_prefix_exists(prefix):
    head = prefix + "110000MA00000XX"
    assert uscc.is_valid(head + uscc.check_character(head))


@pytest.mark.parametrize(
    "typed", ["９１３５０１００Ｍ０００１００Ｙ４３", " 9135 0100 M000 100Y43 ", VALID.lower(), VALID + "\n"]
)
def test_other_spellings_of_the_same_code(typed):
    assert uscc.check(typed) == (VALID, [])


def test_the_length_is_said():
    (found,) = uscc.check(VALID[:-1])[1]
    assert (found.code, found.params) == ("uscc.length", {"length": 17})


@pytest.mark.parametrize("letter", "IOSVZ")
def test_letters_that_do_not_occur(letter):
    (found,) = uscc.check(VALID[:-2] + letter + "3")[1]
    assert (found.code, found.params) == ("uscc.character", {"characters": letter})


def test_an_odd_organisation_code_is_only_a_warning():
    head = "91350100" + "M000100Y5"
    (found,) = uscc.check(head + uscc.check_character(head))[1]
    assert (found.code, found.severity) == ("uscc.org_code", Severity.WARNING)


def test_the_parts_of_a_code():
    assert (uscc.org_code(VALID), uscc.admin_division_code(VALID)) == ("M000100Y4", "350100")


@pytest.mark.parametrize(
    ("division", "warned"),
    [
        ("110101", False),  # 东城区
        ("100000", False),  # the national register
        ("440101", False),  # 市辖区 of 广州
        ("429000", False),  # 省直辖 of 湖北
        ("330103", True),  # 下城区, merged in 2021
        ("990000", True),
    ],
)
def test_a_division_that_is_no_more_is_remarked_on(division, warned):
    found = uscc.check_division(code(1, division), reference.admin_divisions())
    assert [finding.code for finding in found] == (["uscc.division"] if warned else [])
    assert all(finding.severity is Severity.WARNING for finding in found)


def test_of_a_wrong_code_nothing_is_said_about_its_division():
    assert uscc.check_division("91990000Y00000000Z", reference.admin_divisions()) == []
