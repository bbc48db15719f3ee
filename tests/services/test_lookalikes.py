"""Companies that may be the one that is typed, each with its reason."""

from __future__ import annotations

import pytest

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.likeness import Likeness
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, distinct, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.lookalikes import lookalikes
from tests.samples import add, code, refused

D = CompanyDraft


def why(office, draft, besides="", different=()):
    return [(one.name, one.why) for one in lookalikes(office, draft, besides, different)]


@pytest.mark.parametrize(
    ("typed", "known", "reason"),
    [
        ("示例别名有限公司", "示例远山电器有限公司", None),
        ("示例 远山电器 有限公司", "示例远山电器有限公司", Likeness.SAME_NAME),
        ("远山电器股份有限公司", "远山电器有限公司", Likeness.SAME_CORE),
        ("北京远山电器有限公司", "远山电器有限责任公司", Likeness.SAME_CORE),
        ("北京市远山电器有限公司", "远山电器（北京）有限公司", Likeness.SAME_CORE),
        ("南通远山电器（集团）有限公司", "江苏远山电器股份有限公司", Likeness.SAME_CORE),
        ("北京远山电器有限公司", "上海远山电器有限公司", None),
        ("远杉电器有限公司", "远山电器有限公司", Likeness.SAME_SOUND),
        ("北京园珊电器有限公司", "远山电器有限公司", Likeness.SAME_SOUND),
        ("远山精密机械有限公司", "远山精密机电有限公司", Likeness.NEAR_NAME),
        ("远山精密机械有限公司", "远山精机械有限公司", Likeness.NEAR_NAME),
        ("远山精密械机有限公司", "远山精密机械有限公司", Likeness.NEAR_NAME),
        ("远山精密第一机械厂", "远山精密第二机械厂", None),
        ("远山电器", "青禾食品有限公司", None),
        ("远山电器有限公司南京分公司", "远山电器有限公司", None),
    ],
)
def test_names_are_alike_for_a_reason(office, typed, known, reason):
    add(office, known)
    assert why(office, D(typed)) == ([(known, reason)] if reason else [])


def test_the_code_finds_also_where_it_is_mistyped(office):
    add(office, "示例甲有限公司", code(1))
    good = code(1)
    assert why(office, D("青禾", f" {good.lower()} ")) == [("示例甲有限公司", Likeness.SAME_USCC)]
    slips = [good[:-1] + ("0" if good[-1] != "0" else "1"), good[:9] + good[10:], good[:4] + good[4] + good[4:]]
    slips.append(good[1] + good[0] + good[2:])
    for slip in slips:
        assert why(office, D("青禾", slip)) == [("示例甲有限公司", Likeness.NEAR_USCC)], slip
    assert why(office, D("青禾", code(2))) == []


def test_former_and_short_names_count(office):
    made = add(office, "示例（乙）有限公司", short_name="青禾")
    editing.save(office, D("示例（丙）有限公司", short_name="青禾"), made.id, made.row_version)
    assert why(office, D("示例(乙)有限公司")) == [("示例（丙）有限公司", Likeness.FORMER_NAME)]
    assert why(office, D("青禾有限公司")) == [("示例（丙）有限公司", Likeness.SHORT_NAME)]


def test_two_sound_codes_are_two_companies_unless_they_have_one_name(office):
    add(office, "远山电器有限公司", code(1))
    assert why(office, D("远杉电器有限公司", code(2))) == []
    assert why(office, D("远山电器有限公司", code(2))) == [("远山电器有限公司", Likeness.SAME_NAME)]


def test_the_company_itself_and_what_is_known_to_differ_are_passed_over(office):
    one, other = add(office, "远山电器有限公司"), add(office, "远山电器有限公司", code(1))
    draft = D("远山电器有限公司")
    assert {found.id for found in lookalikes(office, draft)} == {one.id, other.id}
    assert [found.id for found in lookalikes(office, draft, besides=one.id)] == [other.id]
    assert lookalikes(office, draft, different=(one.id, other.id)) == []
    command = distinct.mark(office, other.id, one.id)
    assert lookalikes(office, draft, besides=one.id) == []
    assert distinct.mark(office, one.id, other.id) == 0
    history.undo(office, command)
    assert [found.id for found in lookalikes(office, draft, besides=one.id)] == [other.id]


def test_a_company_is_not_different_from_itself_or_from_one_that_is_gone(office):
    one = add(office)
    with refused("merge.same"):
        distinct.mark(office, one.id, one.id)
    with refused("company.gone"):
        distinct.mark(office, one.id, "gone")


def test_looking_never_stops_saving(office):
    add(office, "远山电器有限公司")
    add(office, "远山电器有限公司")
    assert browsing.count(office, CompanyFilter()) == 2


@pytest.mark.parametrize("typed", ["", " ", "（）", "有限公司", "公司", '"', "*", "OR", "示例" * 60])
def test_whatever_is_typed_is_no_question_to_stumble_over(office, typed):
    add(office, "远山电器有限公司")
    assert lookalikes(office, D(typed)) == []
