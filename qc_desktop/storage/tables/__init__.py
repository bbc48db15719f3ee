"""The tables, one file a subject; importing this package declares them all."""

from qc_desktop.storage.tables.base import Base
from qc_desktop.storage.tables.campaign import Campaign, ClauseSet, Participation
from qc_desktop.storage.tables.certificate import Certificate, Counter, IssueBatch, PrintLog, Template
from qc_desktop.storage.tables.company import Company, CompanySearch, Contact, FormerName
from qc_desktop.storage.tables.company_lists import DistinctCompanies, SavedList, SavedListEntry
from qc_desktop.storage.tables.contact_log import CallLog, Reminder, Scan
from qc_desktop.storage.tables.dispatch import Dispatch
from qc_desktop.storage.tables.journal import Change, Command, Event
from qc_desktop.storage.tables.labels import LabelBatch, LabelEvent, UsageAgreement
from qc_desktop.storage.tables.layouts import DocumentLayout, LayoutPicture, LayoutVersion
from qc_desktop.storage.tables.ledger import DisplayedPledge, LedgerCheckpoint, LedgerLeaf
from qc_desktop.storage.tables.membership import CustomField, CustomValue, DuesEntry, MembershipTerm
from qc_desktop.storage.tables.office import ImportMapping, SettingRow, Staff
from qc_desktop.storage.tables.pledge import Pledge, PledgeProduct, Product, StandardDeclaration
from qc_desktop.storage.tables.printing import PrintBatch, PrintSheet
from qc_desktop.storage.tables.roster import Roster
from qc_desktop.storage.tables.sightings import Sighting, SightingImport

__all__ = [
    "Base",
    "CallLog",
    "Campaign",
    "Certificate",
    "Change",
    "ClauseSet",
    "Command",
    "Company",
    "CompanySearch",
    "Contact",
    "Counter",
    "CustomField",
    "CustomValue",
    "Dispatch",
    "DisplayedPledge",
    "DistinctCompanies",
    "DocumentLayout",
    "DuesEntry",
    "Event",
    "FormerName",
    "ImportMapping",
    "IssueBatch",
    "LabelBatch",
    "LabelEvent",
    "LayoutPicture",
    "LayoutVersion",
    "LedgerCheckpoint",
    "LedgerLeaf",
    "MembershipTerm",
    "Participation",
    "Pledge",
    "PledgeProduct",
    "PrintBatch",
    "PrintLog",
    "PrintSheet",
    "Product",
    "Reminder",
    "Roster",
    "SavedList",
    "SavedListEntry",
    "Scan",
    "SettingRow",
    "Sighting",
    "SightingImport",
    "Staff",
    "StandardDeclaration",
    "Template",
    "UsageAgreement",
]
