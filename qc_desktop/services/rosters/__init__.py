"""名单: who took part, as published and from then on frozen; exported with certificate numbers joined.

Publishing freezes every fact a column can show. Which columns are shown, and how much of a code, is a setting: it says
what an export looks like, and what counts as a difference, and never touches what was published.
"""

from qc_desktop.services.rosters.announcing import FORMATS, Announced, announce
from qc_desktop.services.rosters.comparing import NO_DIFFERENCES, RosterStanding, differences, standing
from qc_desktop.services.rosters.exporting import export, formats
from qc_desktop.services.rosters.freezing import Published, publish, publishing
from qc_desktop.services.rosters.frozen import SHOWN, shown_columns
from qc_desktop.services.rosters.viewing import RosterView, view

__all__ = [
    "FORMATS",
    "NO_DIFFERENCES",
    "SHOWN",
    "Announced",
    "Published",
    "RosterStanding",
    "RosterView",
    "announce",
    "differences",
    "export",
    "formats",
    "publish",
    "publishing",
    "shown_columns",
    "standing",
    "view",
]
