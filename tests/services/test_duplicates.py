"""Suspected pairs among all companies."""

from __future__ import annotations

from contextlib import closing

from qc_desktop.domain.likeness import Likeness
from qc_desktop.domain.progress import finish
from qc_desktop.services.companies import distinct
from qc_desktop.services.companies.duplicates import suspected
from tests.samples import add, code


def found(office):
    return {(frozenset((pair.first.name, pair.second.name)), pair.why) for pair in finish(suspected(office))}


def test_pairs_are_found_by_code_name_sound_and_one_slip(office):
    good = code(7)
    add(office, "示例甲有限公司", good)
    other_prefix = next(c for c in (code(7, "310000"),))
    add(office, "示例乙有限公司", other_prefix)
    add(office, "青禾食品有限公司", code(1))
    add(office, "青禾食品股份有限公司")
    add(office, "远山电器有限公司", code(2))
    add(office, "远杉电器有限公司")
    add(office, "明川精密机械有限公司")
    add(office, "明川精密机电有限公司", code(3))
    add(office, "长桥精密器械有限公司")
    add(office, "长桥精密械有限公司")
    add(office, "北辰纺织有限公司", code(4), former_names=())
    assert found(office) == {
        (frozenset(("示例甲有限公司", "示例乙有限公司")), Likeness.SAME_ORG_CODE),
        (frozenset(("青禾食品有限公司", "青禾食品股份有限公司")), Likeness.SAME_CORE),
        (frozenset(("远山电器有限公司", "远杉电器有限公司")), Likeness.SAME_SOUND),
        (frozenset(("明川精密机械有限公司", "明川精密机电有限公司")), Likeness.NEAR_NAME),
        (frozenset(("长桥精密器械有限公司", "长桥精密械有限公司")), Likeness.NEAR_NAME),
    }


def test_the_likeliest_come_first_and_different_ones_not_again(office):
    same = [add(office, "示例甲有限公司", code(1)), add(office, "示例甲有限公司", code(2))]
    add(office, "远山电器有限公司")
    add(office, "远杉电器有限公司")
    pairs = finish(suspected(office))
    assert [pair.why for pair in pairs] == [Likeness.SAME_NAME, Likeness.SAME_SOUND]
    assert pairs[0].first.id == same[0].id
    distinct.mark(office, same[1].id, same[0].id)
    assert [pair.why for pair in finish(suspected(office))] == [Likeness.SAME_SOUND]


def test_looking_can_be_stopped_at_any_point(office):
    for place in range(5):
        add(office, f"远山{place}电器有限公司")
    steps = len(list(suspected(office)))
    assert steps > 6
    for stop in range(steps):
        with closing(suspected(office)) as job:
            for _ in range(stop):
                next(job)


def test_no_companies_have_no_duplicates(office):
    assert finish(suspected(office)) == []
