"""The index follows every change of a name, however it came about."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import text

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.search import readings
from qc_desktop.services import doctor, history
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.details import FormerNameRow
from qc_desktop.services.companies.editing import fill
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.storage import search_index
from qc_desktop.storage.tables import Company
from qc_desktop.storage.types import new_id
from tests.samples import add


def found(office, typed):
    return [row.name for row in browsing.find(office, typed)]


def test_a_new_company_is_found_by_everything_known_of_it(office):
    add(office, "示例重庆银行有限公司", "91350100M000100Y43", short_name="渝示", member_no="HY-0012")
    for typed in (
        "重庆",
        "cqyh",
        "chongqing",
        "zhongqing",
        "渝示",
        "ys",
        "91350100m000100y43",
        "0100Y",
        "hy-0012",
        "0012",
    ):
        assert found(office, typed) == ["示例重庆银行有限公司"], typed


def test_after_a_change_of_name_both_names_find_it_and_the_former_one_can_be_taken_away(office):
    made = add(office, "示例红柿有限公司")
    made = editing.save(office, CompanyDraft("示例青禾有限公司"), made.id, made.row_version)
    assert found(office, "红柿") == found(office, "qinghe") == ["示例青禾有限公司"]
    editing.save(office, CompanyDraft("示例青禾有限公司"), made.id, made.row_version, former_names=[])
    assert found(office, "红柿") == []


def test_undo_brings_the_old_words_back(office):
    made = add(office, "示例红柿有限公司")
    editing.save(office, CompanyDraft("示例青禾有限公司"), made.id, made.row_version)
    history.undo(office)
    assert found(office, "青禾") == []
    assert found(office, "红柿") == ["示例红柿有限公司"]


def test_undo_of_a_new_former_name(office):
    made = add(office, "示例红柿有限公司")
    names = [FormerNameRow("示例木言有限公司")]
    editing.save(office, CompanyDraft("示例红柿有限公司"), made.id, made.row_version, names)
    assert found(office, "木言") == ["示例红柿有限公司"]
    history.undo(office)
    assert found(office, "木言") == []


def test_undo_of_a_removed_former_name(office):
    made = add(office, "示例红柿有限公司")
    names = [FormerNameRow("示例木言有限公司")]
    made = editing.save(office, CompanyDraft("示例红柿有限公司"), made.id, made.row_version, names)
    editing.save(office, CompanyDraft("示例红柿有限公司"), made.id, made.row_version, [])
    assert found(office, "木言") == []
    history.undo(office)
    assert found(office, "木言") == ["示例红柿有限公司"]


def test_a_deleted_company_leaves_nothing_behind(office):
    made = add(office, "示例红柿有限公司")
    with office.writing("company_remove") as work:
        work.session.delete(work.session.get(Company, made.id))
    assert found(office, "红柿") == []
    with office.store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM company_search_index")).scalar_one() == 0


def test_a_stale_index_is_noticed_and_mended(office):
    add(office, "示例红柿有限公司")
    with office.store.engine.begin() as connection:
        connection.execute(text("DELETE FROM company_search"))
    assert found(office, "红柿") == []
    assert "search_stale" in {one.code for one in doctor.examine(office)}
    finish(doctor.rebuilding_search(office))
    assert found(office, "红柿") == ["示例红柿有限公司"]
    assert "search" in {one.code for one in doctor.examine(office)}


@pytest.mark.parametrize("rare", [1, 10**9], ids=["all are common", "all are rare"])
def test_counts_and_pages_are_what_a_plain_comparison_finds(office, monkeypatch, rare):
    """Both ways of bringing a page, over names that share most of what they have."""
    monkeypatch.setattr(search_index, "MANY", 10**9 // rare)
    chance = random.Random(20260315)
    names = ["示例" + "".join(chance.choices("重庆青禾西安欧电器", k=5)) + "有限公司" for _ in range(40)]
    with office.writing("import", file="示例", rows=len(names)) as work:
        for name in names:
            company = Company(id=new_id(), name="", name_key="", former_names=[], contacts=[])
            fill(company, CompanyDraft(name), overwrite=False)
            work.session.add(company)
    for typed in [
        *_parts_of(names, chance),
        *_spellings_of(names, chance),
        "gongsi",
        "youxiangongsi",
        "zhongq",
        "ongsi",
    ]:
        wanted = CompanyFilter(text=typed)
        plainly = sorted(name for name in names if _has(name, typed))
        assert sorted(row.name for row in browsing.page(office, wanted)) == plainly, typed
        assert browsing.count(office, wanted) == len(plainly), typed
        assert browsing.count(office, CompanyFilter(text=typed, missing=("uscc",))) == len(plainly), typed


def _parts_of(names, chance):
    for _ in range(40):
        name, start = chance.choice(names), chance.randrange(8)
        yield name[start : start + chance.randrange(1, 9)]


def _spellings_of(names, chance):
    for _ in range(60):
        syllables = [chance.choice(readings(c)) for c in chance.choice(names)[chance.randrange(8) :]]
        whole = "".join(s if chance.random() < 0.7 else s[0] for s in syllables)
        yield whole[: chance.randrange(1, 19)]


def _has(name, typed):
    return typed in name or any(_spells(name[start:], typed) for start in range(len(name)))


def _spells(name, typed):
    """Whether ``typed`` is used up by the readings of ``name`` from its first character on, whole or by initial."""
    if not typed:
        return True
    return bool(name) and any(
        part.startswith(typed) or (typed.startswith(part) and _spells(name[1:], typed[len(part) :]))
        for reading in readings(name[0])
        for part in (reading, reading[0])
    )


@pytest.mark.parametrize("typed", ["%", "_", "？？", "（）", '"', "*", "'"])
def test_signs_alone_find_nothing(office, typed):
    add(office)
    assert found(office, typed) == []


@pytest.mark.parametrize(
    "typed", ['示例"甲', "示例 AND 甲", "NEAR(示例)", "示例*", "words:示例", "-示例甲", "{示例}", "示^例"]
)
def test_signs_of_the_query_language_are_only_signs(office, typed):
    add(office, "示例甲AND有限公司")
    found(office, typed)
