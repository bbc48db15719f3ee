"""粘贴识别: what a pasted message would fill into the form, shown before it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.pasted_text import Confidence, Found, Recognised
from qc_desktop.gui.widgets.form_values import Value
from qc_desktop.services.companies.details import ContactRow

translate = QCoreApplication.translate
CONTACT = {"contact_person": "name", "contact_phone": "phone", "contact_email": "email"}


@dataclass(frozen=True)
class Filling:
    """A recognised value and what stands in its field now; ``wanted`` where filling it replaces nothing."""

    found: Found
    present: str

    @property
    def wanted(self) -> bool:
        """Whether it is filled in unless a person says otherwise."""
        return not self.present and self.found.confidence is not Confidence.LIKELY


def fillings(read: Recognised, company: Mapping[str, Value]) -> list[Filling]:
    """What ``read`` would change in the form with the values ``company``; what stands there already is left out.

    A contact is added and replaces nobody.
    """
    made = [Filling(found, _present(company.get(found.field, ""), found)) for found in read.fields]
    return [filling for filling in made if filling.present != filling.found.value]


def _present(value: Value, found: Found) -> str:
    if isinstance(value, str):
        return value
    return found.value if found.value in value else ""  # one more former name replaces none


def filled(company: Mapping[str, Value], chosen: Sequence[Found]) -> dict[str, Value]:
    """``company`` with the ``chosen`` values."""
    values = dict(company)
    for found in chosen:
        if found.field in values:
            known = values[found.field]
            values[found.field] = found.value if isinstance(known, str) else (*known, found.value)
    return values


def contact_of(chosen: Sequence[Found]) -> ContactRow | None:
    """The contact among the ``chosen`` values; None where there is none."""
    given = {CONTACT[found.field]: found.value for found in chosen if found.field in CONTACT}
    return ContactRow(**given) if given else None


def field_words(field: str) -> str:
    """What a field is called."""
    return {
        "name": translate("PastedFields", "Name"),
        "uscc": translate("PastedFields", "Credit code"),
        "short_name": translate("PastedFields", "Short name"),
        "former_names": translate("PastedFields", "Former name"),
        "legal_representative": translate("PastedFields", "Legal representative"),
        "address": translate("PastedFields", "Address"),
        "hotline": translate("PastedFields", "Hotline"),
        "website": translate("PastedFields", "Website"),
        "contact_person": translate("PastedFields", "Contact"),
        "contact_phone": translate("PastedFields", "Contact's phone"),
        "contact_email": translate("PastedFields", "Contact's e-mail"),
    }[field]
