"""The words of the merging view: fields, and what becomes of each year."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.merging import FieldPair
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.messages import Messages
from qc_desktop.services.companies.merge_plan import MergePlan

translate = QCoreApplication.translate


def field_words(field: str) -> str:
    """What a field is called."""
    return {
        "name": translate("MergeFields", "Name"),
        "uscc": translate("MergeFields", "Credit code"),
        "short_name": translate("MergeFields", "Short name"),
        "member_no": translate("MergeFields", "Member no."),
        "member_tier": translate("MergeFields", "Tier"),
        "legal_representative": translate("MergeFields", "Legal representative"),
        "place": translate("MergeFields", "Place"),
        "address": translate("MergeFields", "Address"),
        "industry": translate("MergeFields", "Industry"),
        "hotline": translate("MergeFields", "Hotline"),
        "website": translate("MergeFields", "Website"),
        "remark": translate("MergeFields", "Remark"),
    }[field]


def worded(words: Messages, pair: FieldPair) -> FieldPair:
    """``pair`` as a person reads it."""
    if pair.field != "member_tier":
        return pair
    return replace(pair, kept=tier_words(words, pair.kept), other=tier_words(words, pair.other))


def year_sentences(words: Messages, plan: MergePlan) -> list[str]:
    """What becomes of each year's participation."""
    return [
        words.text(f"merge.year_{year.outcome}", year=year.campaign_year, kept=plan.kept.name, other=plan.other.name)
        for year in plan.years
    ]
