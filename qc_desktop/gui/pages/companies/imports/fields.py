"""What the fields of a list are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def names() -> Mapping[str, str]:
    """Every field that a list can bring, in the order it is offered, with its words in the window's language."""
    return {
        "name": translate("ImportFields", "Company name"),
        "uscc": translate("ImportFields", "Credit code"),
        "former_names": translate("ImportFields", "Former names"),
        "short_name": translate("ImportFields", "Short name"),
        "member_no": translate("ImportFields", "Member no."),
        "member_tier": translate("ImportFields", "Member tier"),
        "legal_representative": translate("ImportFields", "Legal representative"),
        "province": translate("ImportFields", "Province"),
        "city": translate("ImportFields", "City"),
        "admin_division_name": translate("ImportFields", "Division"),
        "admin_division_code": translate("ImportFields", "Division code"),
        "address": translate("ImportFields", "Address"),
        "industry_name": translate("ImportFields", "Industry"),
        "industry_code": translate("ImportFields", "Industry code"),
        "hotline": translate("ImportFields", "Public hotline"),
        "website": translate("ImportFields", "Website"),
        "remark": translate("ImportFields", "Remark"),
        "contact_person": translate("ImportFields", "Contact person"),
        "contact_phone": translate("ImportFields", "Contact phone"),
        "contact_email": translate("ImportFields", "Contact e-mail"),
        "products": translate("ImportFields", "Products"),
        "standards": translate("ImportFields", "Declared standards"),
        "signatory": translate("ImportFields", "Signatory"),
        "signed_on": translate("ImportFields", "Day signed"),
    }
