"""How the page of layouts is asked for one of them: ``KEY``, ``KEY:page``, ``KEY:list``."""

from __future__ import annotations

WORDING, PAGE, LIST = "wording", "page", "list"
REASONED = ("layout.claims", "layout.approval", "preflight.text_covered", "preflight.texts_crossed")
"""What a written reason puts right: asked for beside the words."""
