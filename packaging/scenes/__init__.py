"""What can be seen in the window, scene by scene: brought forward as a person would, for the manual and for eyes."""

from __future__ import annotations

from . import campaign, certificates, companies, company_lists, desk, frame, home, labels, layouts, web
from .first_run import STEPS, first_run
from .stage import Scene, Stage, page, stage

__all__ = ["EMPTY", "SCENES", "STEPS", "Scene", "Stage", "first_run", "stage", "web"]

SCENES: dict[str, Scene] = {
    name: scene
    for part in (home, companies, company_lists, campaign, certificates, layouts, labels, desk, frame)
    for name, scene in part.SCENES.items()
}
"""By the names of their pictures. Each is shown in a window of its own, so that none leaves traces in the next."""

PAGES = ("home", "companies", "campaign", "certificates", "desk", "history")
EMPTY: dict[str, Scene] = {f"empty_{name}": page(name) for name in PAGES}
"""Pages before anything was entered."""
