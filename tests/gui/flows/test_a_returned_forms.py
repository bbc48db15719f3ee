"""a. A folder of forms as companies send them back: dropped, looked at, brought in with a click, and taken back."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.campaign.page import CampaignPage
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.campaigns import years
from qc_desktop.services.companies import browsing, details
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.services.returns.planning import FormState
from tests import returned
from tests.gui.flows.recorder import Recorder, button, click, drop
from tests.gui.real import Real, rest
from tests.returned import AGREES, fill
from tests.samples import DAY, rows, write_list

FORMS = 96
"""How many companies send one back; the window was driven by hand with 500."""
CLICKS = 4
WRONG_CODE = "91530000000000000X"
PERSON, PHONE, STREET = "示例新联系人", "13800000000", "示例新路8号"


def _moved(path: Path) -> None:
    fill(path, {**AGREES, "address": STREET})


def _has_somebody_new(path: Path) -> None:
    fill(path, {**AGREES, "contact_person": PERSON, "contact_phone": PHONE})


def _mistyped_its_code(path: Path) -> None:
    fill(path, {**AGREES, "uscc": WRONG_CODE})


def _left_the_pledge_empty(path: Path) -> None:
    fill(path, {"address": STREET}, None)


def _sent_it_back_as_it_came(path: Path) -> None:
    assert path.is_file()


def _sent_it_twice(path: Path) -> None:
    _moved(path)
    shutil.copy(path, path.with_name(f"{path.stem} - 副本.xlsx"))


KINDS: tuple[tuple[Callable[[Path], None], tuple[FormState, ...]], ...] = (
    (_moved, (FormState.CHANGED,)),
    (_has_somebody_new, (FormState.CHANGED,)),
    (_mistyped_its_code, (FormState.PROBLEM,)),
    (_left_the_pledge_empty, (FormState.CHANGED,)),
    (_sent_it_back_as_it_came, (FormState.PROBLEM,)),
    (_sent_it_twice, (FormState.CHANGED, FormState.DUPLICATE)),
)
"""What companies do with their form in turn, and what becomes of the files."""
STRANGERS = 2


@pytest.fixture
def folder(office: Office, tmp_path: Path) -> Path:
    """The forms of the year as they came back, and two files that are none."""
    campaign = returned.open_year(office, FORMS, DAY.year)
    place = tmp_path / "收回"
    for number, path in enumerate(returned.forms(office, campaign, place)):
        KINDS[number % len(KINDS)][0](path)
    docx.Document().save(place / "承诺书.docx")
    write_list(place / "别的名单.xlsx", rows(3))
    return place


def expected() -> dict[FormState, int]:
    found = Counter(state for number in range(FORMS) for state in KINDS[number % len(KINDS)][1])
    found[FormState.UNKNOWN] += STRANGERS
    return dict(found)


def everything(office: Office) -> list[object]:
    """All that a form could have changed."""
    campaign = years.campaign(office, DAY.year)
    found: list[object] = [campaign.stages]
    for row in browsing.page(office, CompanyFilter(campaign_id=campaign.id), limit=10 * FORMS):
        known = details.detail(office, row.id)
        found.append((row.stage, known.values, known.contacts))
    return found


def test_a_folder_of_returned_forms(qtbot: QtBot, real: Real, office: Office, folder: Path, recorder: Recorder) -> None:
    before = everything(office)
    shell = real(office, "campaign")
    page = shell.page
    assert isinstance(page, CampaignPage)

    recorder.begin()
    drop(page, folder)
    rest(qtbot, shell)
    preview = page.rooms.returns.preview
    assert preview.plan is not None
    states = expected()
    assert {state: count for state, count in preview.plan.counted().items() if count} == states
    assert everything(office) == before, "nothing is written before it is said"
    preview.chips.choose(FormState.PROBLEM)
    rest(qtbot, shell)
    assert preview.model.rowCount() == states[FormState.PROBLEM]
    differing = next(form for form in preview.plan.forms if any(each.after == PERSON for each in form.differences))
    assert {each.field for each in differing.differences} >= {"contact_person", "contact_phone", "pledge"}

    click(button(page, f"导入 {states[FormState.CHANGED]} 份"))
    rest(qtbot, shell)
    after = [str(one) for one in everything(office)]
    assert sum(STREET in one for one in after) == 3 * FORMS // len(KINDS)
    assert sum(PERSON in one and PHONE in one for one in after) == FORMS // len(KINDS)
    assert not any(WRONG_CODE in one for one in after)
    pledged = years.campaign(office, DAY.year).stages[Stage.MATERIAL_REVIEW]
    assert pledged == states[FormState.CHANGED] - FORMS // len(KINDS), "who left the pledge empty is still awaited"

    (toast,) = shell.findChildren(Toast)
    click(button(toast, "撤回"))
    rest(qtbot, shell)
    assert everything(office) == before
    assert 0 < recorder.clicks <= CLICKS
    assert recorder.keys == 0
