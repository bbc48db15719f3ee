"""The tables, one file a subject; importing this package declares them all."""

from qc_desktop.storage.tables.base import Base
from qc_desktop.storage.tables.campaign import Campaign, ClauseSet, Participation
from qc_desktop.storage.tables.certificate import Certificate, Counter, IssueBatch, PrintLog, Template
from qc_desktop.storage.tables.company import Company, CompanySearch, Contact, FormerName
from qc_desktop.storage.tables.journal import Change, Command, Event
from qc_desktop.storage.tables.office import ImportMapping, SettingRow, Staff
from qc_desktop.storage.tables.pledge import Pledge, PledgeProduct, Product, StandardDeclaration
from qc_desktop.storage.tables.roster import Roster

__all__ = [
    "Base",
    "Campaign",
    "Certificate",
    "Change",
    "ClauseSet",
    "Command",
    "Company",
    "CompanySearch",
    "Contact",
    "Counter",
    "Event",
    "FormerName",
    "ImportMapping",
    "IssueBatch",
    "Participation",
    "Pledge",
    "PledgeProduct",
    "PrintLog",
    "Product",
    "Roster",
    "SettingRow",
    "Staff",
    "StandardDeclaration",
    "Template",
]
