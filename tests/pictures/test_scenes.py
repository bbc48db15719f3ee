"""Every picture of the contact sheets and of the manual can still be taken: a renamed part breaks its scene here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qc_desktop.paths import resource

pytestmark = pytest.mark.xdist_group("scenes")
ROOT = Path(__file__).parents[2]
OF_PAGES = {"web_pages"}
"""Taken with a browser; tests/web takes them."""
SECONDS = 300
"""Far above what the walk takes."""


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """What was seen on a walk through all scenes."""
    folder = tmp_path_factory.mktemp("scenes")
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "TMPDIR": str(folder)}
    command = [sys.executable, str(Path(__file__).with_name("walk.py")), str(folder / "sample")]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, list[object]] = json.loads(done.stdout)
    assert done.stderr == ""
    return seen


def test_every_scene_comes_about(walked: dict[str, list[object]]) -> None:
    assert walked["faults"] == []
    assert len(walked["shown"]) > 60
    assert len(set(map(str, walked["shown"]))) == len(walked["shown"])


def test_a_broken_scene_is_noticed(walked: dict[str, list[object]]) -> None:
    assert walked["caught"] == [True, True]


def test_every_picture_of_the_manual_is_a_scene_and_is_there(walked: dict[str, list[object]]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in resource("help").glob("*.md")]
    wanted = {name for text in texts for name in re.findall(r"\]\(pictures/([a-z_]+)\.png\)", text)}
    assert wanted
    assert wanted <= set(map(str, walked["shown"])) | OF_PAGES
    assert wanted <= {path.stem for path in (resource("help") / "pictures").glob("*.png")}
