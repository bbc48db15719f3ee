from __future__ import annotations

from qc_desktop.services import history, preferences, staff
from tests.samples import add, refused


def test_staff_are_listed_as_they_are_spoken(office):
    for name in ("示例周", "示例安", "示例 李"):
        staff.add(office, name)
    assert staff.names(office) == ["示例安", "示例 李", "示例周"]


def test_who_retires_is_off_the_list_and_stays_in_the_history(office):
    staff.add(office, "示例周")
    add(office.acting("示例周"))
    staff.retire(office, "示例周")
    assert staff.names(office) == []
    assert "示例周" in {row.staff for row in history.commands(office)}
    staff.add(office, "示例周")
    assert staff.names(office) == ["示例周"]


def test_picking_an_operator_is_remembered_on_this_pc(office):
    acting = staff.pick(office, "示例新")
    assert acting.author.staff == "示例新"
    assert staff.names(office) == ["示例新"]
    assert preferences.get(office, "operator") == "示例新"


def test_no_name_and_an_unknown_name_are_refused(office):
    with refused("staff.no_name"):
        staff.add(office, " \n")
    with refused("staff.unknown"):
        staff.retire(office, "示例无此人")
