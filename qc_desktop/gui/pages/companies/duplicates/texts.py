"""The words of the merging view: fields, sides, years, and what comes along."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.merging import FieldPair
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.messages import Messages
from qc_desktop.services.companies.merge_plan import MergePlan, Side

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


def side_words(side: Side) -> str:
    """How much was built on a company."""
    years = translate("MergeSide", "%n year(s)", "", side.years)
    certificates = translate("MergeSide", "%n valid certificate(s)", "", side.live_certificates)
    return f"{side.name}\n{years} · {certificates}"


def year_sentences(words: Messages, plan: MergePlan) -> list[str]:
    """What becomes of each year's participation."""
    return [
        words.text(f"merge.year_{year.outcome}", year=year.campaign_year, kept=plan.kept.name, other=plan.other.name)
        for year in plan.years
    ]


def belongings(plan: MergePlan) -> str:
    """What comes along without a question; empty where there is nothing."""
    counted = plan.other.belongings
    told = [
        translate("MergeSide", "%n contact(s)", "", counted["contacts"]),
        translate("MergeSide", "%n product(s)", "", counted["products"]),
        translate("MergeSide", "%n term(s) of membership", "", counted["terms"]),
        translate("MergeSide", "%n year(s) of dues", "", counted["dues"]),
        translate("MergeSide", "%n scan(s)", "", counted["scans"]),
    ]
    names = ("contacts", "products", "terms", "dues", "scans")
    some = [words for words, name in zip(told, names, strict=True) if counted[name]]
    along = translate("MergeSide", "Coming along: {things}. The name that is given up becomes a former name.")
    alone = translate("MergeSide", "The name that is given up becomes a former name.")
    return along.format(things=translate("MergeSide", ", ").join(some)) if some else alone
