"""The text of the recovery sheet: spelled in any way it comes back, and a mistake is found in its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.errors import UserError
from qc_desktop.trust import recovery
from qc_desktop.trust.keys import Signer


def refusal(typed: str, root: Signer) -> tuple[str, object]:
    with pytest.raises(UserError) as caught:
        recovery.read(typed, root.spki)
    return caught.value.code, caught.value.params.get("line", caught.value.params.get("good"))


def test_the_form_stays_what_is_on_paper_by_now(root: Signer) -> None:
    assert recovery.lines(root) == (
        "0400-0000-0000-0KAN",
        "0000-0000-0000-1TKB",
        "0000-0000-0000-181X",
        "0000-0000-BVPG-06WN",
        "0D13-FM1Y-3YBC-WSZP",
    )
    assert recovery.symbol_text(root) == "QCR1:" + "".join(recovery.lines(root)).replace("-", "")


def test_it_comes_back_however_it_is_typed(root: Signer) -> None:
    lines = recovery.lines(root)
    whole = "".join(lines).replace("-", "")
    numbered = "\n\n".join(f" {number}. {line}" for number, line in enumerate(lines, 1))
    wide = "\n".join(lines).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"})
    misread = "\n".join(lines).replace("0", "O").replace("1", "l").lower()
    for typed in (
        "\n".join(lines),
        numbered,
        whole,
        whole.lower(),
        wide,
        misread,
        f"qcr1:{whole}\r\n",
        " ".join(lines),
    ):
        assert recovery.read(typed, root.spki).sign(b"example") == root.sign(b"example")


@settings(max_examples=60)
@given(line=st.integers(0, 4), place=st.integers(0, 15), other=st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZU*"))
def test_a_wrong_character_is_found_in_its_line(root: Signer, line: int, place: int, other: str) -> None:
    rows = [list(row.replace("-", "")) for row in recovery.lines(root)]
    if rows[line][place] != other:
        rows[line][place] = other
        assert refusal("\n".join(map("".join, rows)), root) == ("recovery.line", line + 1)


def test_lines_too_few_too_many_and_in_the_wrong_order(root: Signer) -> None:
    one, two, three, four, five = recovery.lines(root)
    assert refusal("\n".join((one, two, three, four)), root) == ("recovery.incomplete", 4)
    assert refusal("\n".join((one, two, three, four, five[:-1])), root) == ("recovery.line", 5)
    assert refusal("\n".join((one, two[:-1], three, four, five)), root) == ("recovery.line", 2)
    assert refusal("\n".join((one, three, two, four, five)), root) == ("recovery.line", 2)
    assert refusal("\n".join((one, two, three, four, five, five)), root) == ("recovery.line", 6)
    assert refusal(one[:5], root) == ("recovery.line", 1)
    assert refusal("", root) == ("recovery.incomplete", 0)


def test_another_root_s_sheet_is_told_from_a_mistake(root: Signer, stranger: Signer) -> None:
    assert refusal("\n".join(recovery.lines(stranger)), root)[0] == "recovery.other_root"


@given(st.text(max_size=120))
def test_noise_is_refused_in_words(root: Signer, typed: str) -> None:
    assert refusal(typed, root)[0] in ("recovery.line", "recovery.incomplete")
