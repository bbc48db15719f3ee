"""``returns``: from the folder of forms to the records, on the command line."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from qc_desktop.paths import Profile
from qc_desktop.services.office import open_office
from tests import returned
from tests.returned import AGREES, fill

from .conftest import Cli


@pytest.fixture
def forms(cli: Cli, tmp_path: Path) -> Path:
    office = open_office(Profile(tmp_path / "profile"), "示例员")
    returned.open_year(office, 4)
    office.close()
    cli("returns", "make", "--out", tmp_path / "回表", "--stage", "invited")
    return tmp_path / "回表"


def test_forms_go_out_come_back_and_come_back_again(cli: Cli, forms: Path, tmp_path: Path) -> None:
    names = sorted(forms.iterdir())
    assert len(names) == 4
    assert cli("returns", "make", "--out", forms, "--json").json["skipped"] == 4
    fill(names[0], {**AGREES, "contact_phone": "13800000000"})
    fill(names[1], {**AGREES, "uscc": "91530000000000000X"})
    listed = tmp_path / "问题.xlsx"
    looked = cli("returns", "read", forms, "--problems", listed, "--json", status=1).json
    assert (looked["changed"], looked["problem"]) == (1, 3)
    assert "13800000000" not in str(looked)
    assert openpyxl.load_workbook(listed).active.max_row == 6
    done = cli("returns", "read", forms, "--apply", "--json", status=1).json
    assert (done["companies"], done["pledges"]) == (1, 1)
    again = cli("returns", "read", forms, "--apply", "--json", status=1).json
    assert (again["changed"], again["companies"], again["pledges"]) == (0, 0, 0)
    assert cli("history", "undo").status == 0
    assert cli("returns", "read", forms, "--json", status=1).json["changed"] == 1


def test_changes_that_only_a_person_takes_are_said(cli: Cli, forms: Path) -> None:
    """What somebody wants changed in a pledge that was approved already."""
    form = min(forms.iterdir())
    fill(form, products=["示例风扇"])
    assert cli("returns", "read", form, "--apply", "--json").json["pledges"] == 1
    cli("pledge", "approve", "--all")
    fill(form, products=["示例空调"])
    again = cli("returns", "read", form, "--apply")
    assert "有变化1份" in again.out
    assert "更新企业0家" in again.out
    assert "其中 1 份有要逐项看过的改动，默认不勾选" in again.out
    assert cli("returns", "read", form, "--json").json["held"] == 1


def test_a_packed_file_is_made_and_read(cli: Cli, forms: Path, tmp_path: Path) -> None:
    cli("returns", "make", "示例第0电器有限公司", "--out", tmp_path / "全部", "--zip", "--contacts")
    said = cli("returns", "read", tmp_path / "全部.zip", status=1)
    assert "有问题1份" in said.out
    assert "没有填写" in said.out


@pytest.mark.parametrize("arguments", [["read", "没有的"], ["make", "没有这家", "--out", "x"]])
def test_what_is_not_there_is_refused_in_words(cli: Cli, forms: Path, arguments: list[str]) -> None:
    assert cli("returns", *arguments, status=1).said
