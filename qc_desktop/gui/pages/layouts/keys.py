"""How the page of layouts is asked for one of them: ``KEY``, ``KEY:page``, ``KEY:list``."""

from __future__ import annotations

WORDING, PAGE, LIST = "wording", "page", "list"
