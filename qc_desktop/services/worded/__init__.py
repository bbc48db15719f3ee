"""What is printed from the records in the association's own words, and why a word that claims too much stands there."""

from qc_desktop.services.worded.reasons import (
    KEPT,
    NONE,
    Known,
    Reasons,
    accept,
    demand,
    known,
    missing,
)
from qc_desktop.services.worded.sentences import (
    OF_OFFICE,
    clauses,
    earlier,
    of_campaign,
    of_office,
    of_roster,
    of_year,
    on_announcement,
    on_certificates,
    on_letter,
)

__all__ = [
    "KEPT",
    "NONE",
    "OF_OFFICE",
    "Known",
    "Reasons",
    "accept",
    "clauses",
    "demand",
    "earlier",
    "known",
    "missing",
    "of_campaign",
    "of_office",
    "of_roster",
    "of_year",
    "on_announcement",
    "on_certificates",
    "on_letter",
]
