"""Everything that could be wrong with a layout, before anything is made from it."""

from __future__ import annotations

from dataclasses import replace

from qc_desktop.documents.elements.seal import Seal
from qc_desktop.documents.layout import Design, Layout
from qc_desktop.documents.layout.braces import stray_braces
from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.wordlint import changed_lock, found_claims, lacks_approval, national_title, quoted
from qc_desktop.domain.findings import Finding, error
from qc_desktop.errors import UserError
from qc_desktop.services.certificates import seals
from qc_desktop.services.office import Office


def demand_variables(layout: Design) -> None:
    """Raises UserError for the first brace of ``layout`` that would be printed as it is."""
    for finding in stray_braces(layout):
        raise UserError(finding.code, **finding.params)


def findings(layout: Design, dpi: int = 300) -> list[Finding]:
    """What stops ``layout`` from being used on a printer of ``dpi`` dots to the inch, and what deserves a look."""
    words = [
        error("layout.claims", "wording", claim.text, words=[claim.word], text=quoted(layout, claim.text))
        for claim in found_claims(layout)
    ]
    title = quoted(layout, national_title(layout))
    approval = [error("layout.approval", "title", title=title)] if lacks_approval(layout) else []
    lock = changed_lock(layout)
    locked = [error("layout.locked", "scope", text=lock)] if lock else []
    return [*form_of(layout).on_paper(layout, dpi), *locked, *words, *approval]


def of_seal(office: Office, layout: Design) -> list[Finding]:
    """What is said of the office's seal where ``layout`` has a place for it, named as that place."""
    places = layout.of(Seal) if isinstance(layout, Layout) else ()
    return [replace(finding, field=place.id) for place in places for finding in seals.findings(office)]
