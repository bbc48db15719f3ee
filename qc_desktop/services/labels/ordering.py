"""What a batch of labels is to be, and whether it may: within its agreement, and with room on a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from qc_desktop.documents.labels.fitting import SYMBOLS, cell_on
from qc_desktop.documents.labels.layout import LabelLayout
from qc_desktop.domain.dates import chinese
from qc_desktop.domain.label_sheets import SheetPreset
from qc_desktop.domain.labels import LOT, check_count, check_day, check_product, serial_text
from qc_desktop.domain.lengths import bound
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.labels import agreements, presets
from qc_desktop.services.labels.categories import demand_decision
from qc_desktop.services.labels.layouts import layout_in_use
from qc_desktop.services.layouts.checking import demand_variables
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import survivor_of
from qc_desktop.storage.tables import Company, UsageAgreement
from qc_desktop.trust.links import check_prefix

_FINEST = 600
_ANY_BATCH = 88_888
"""Stands for the number that is not given yet."""


@dataclass(frozen=True)
class BatchOrder:
    """What a batch is to be. ``abrasion``: the code that is read when a third of it is rubbed off."""

    product: str
    lot: str
    count: int
    valid_until: dt.date | None = None
    abrasion: bool = False
    hidden_codes: bool = False


def agreement_for(office: Office, company_id: str, order: BatchOrder) -> str:
    """The one agreement of a company under which ``order`` can be issued today.

    Raises UserError for what no agreement allows, where it has none, why the one that comes nearest will not do, and
    where several would.
    """
    check_order(office, order)
    with office.store.reading() as session:
        known = sorted(agreements.of_company(session, company_id), key=partial(_distance, office, session, order))
        if not known:
            raise UserError("label.no_agreement", company=session.get_one(Company, company_id).name)
        refused: list[UserError] = []
        fitting: list[UsageAgreement] = []
        for agreement in known:
            try:
                check_terms(office, session, agreement, order)
                fitting.append(agreement)
            except UserError as problem:
                refused.append(problem)
        if not fitting:
            raise refused[0]
        if len(fitting) > 1:
            raise UserError("label.several_agreements", numbers=[each.agreement_no for each in fitting])
        return fitting[0].id


def _distance(office: Office, session: Session, order: BatchOrder, agreement: UsageAgreement) -> tuple[bool, bool, int]:
    """The less, the nearer ``agreement`` comes to what is ordered: by its product, its days, and what it has left."""
    in_force = agreement.starts_on <= office.today <= agreement.ends_on
    left = agreement.quantity - agreements.issued_under(session, agreement.id)
    return clean(order.product) not in agreement.products, not in_force, -left


def preflight(
    office: Office, agreement_id: str, order: BatchOrder, preset: str = "", layout: LabelLayout | None = None
) -> tuple[str, ...]:
    """The keys of the presets on which ``order`` can be printed, from the layout in use; nothing is numbered.

    With ``preset`` only that one is asked. Raises UserError for anything that would stop the issue, and where the text
    has room on none.
    """
    with office.store.reading() as session:
        agreement = agreements.found(session, agreement_id)
        check_terms(office, session, agreement, order)
        company = session.get_one(Company, survivor_of(session, agreement.company_id)).name
    check_prefix(preferences.get(office, "verification_prefix"))
    known = [presets.preset(office, preset)] if preset else presets.everything(office)
    used = layout or layout_in_use(office)
    demand_variables(used)
    return fitting_presets(known, _order_facts(order, company), symbol_of(order), order.hidden_codes, used)


def fitting_presets(
    known: Sequence[SheetPreset], facts: dict[str, str], symbol: str, hidden: bool, layout: LabelLayout
) -> tuple[str, ...]:
    """The keys of those of ``known`` on which a label has room.

    Raises UserError, of the roomiest, where none has; the smallest labels, which tell no lot, do not count then.
    """
    fitting, refused = list[SheetPreset](), list[UserError]()
    for preset in sorted(known, key=lambda one: one.width * one.height, reverse=True):
        try:
            cell_on(layout, facts, preset, SYMBOLS[symbol], _FINEST, hidden=hidden)
            fitting.append(preset)
        except UserError as problem:
            refused.append(problem)
    telling = [preset for preset in known if layout.tells(preset.width, preset.height, "lot")]
    whole = [preset for preset in fitting if preset in (telling or known)]
    if refused and not (whole if len(known) > 1 else fitting):
        raise refused[0]
    return tuple(preset.key for preset in known if preset in fitting)


def _order_facts(order: BatchOrder, company: str) -> dict[str, str]:
    return facts_of(company, clean(order.product), clean(order.lot), order.valid_until, _ANY_BATCH, order.count)


def facts_of(
    company: str, product: str, lot: str, valid_until: dt.date | None, number: int, last: int
) -> dict[str, str]:
    """What the words of a label are filled with, the longest serial among them."""
    return {
        "company": company,
        "product": product,
        "lot": lot,
        "valid_until": chinese(valid_until) if valid_until else "",
        "serial": serial_text(number, last),
    }


def symbol_of(order: BatchOrder) -> str:
    """What the batch calls its symbol."""
    return "9-Q" if order.abrasion else "7-M"


def check_order(office: Office, order: BatchOrder) -> None:
    """Raises UserError for what cannot be issued whatever an agreement says."""
    lot = clean(order.lot)
    check_count(order.count)
    if not lot:
        raise UserError("label.lot_missing")
    bound(lot, LOT)
    if order.valid_until is not None and order.valid_until < office.today:
        raise UserError("label.valid_until_past", day=order.valid_until.isoformat())


def check_terms(office: Office, session: Session, agreement: UsageAgreement, order: BatchOrder) -> None:
    """Raises UserError as :func:`check_order`, where ``order`` goes beyond the agreement, all batches under it counted,
    and for a product that sounds like a restricted category while nobody noted what it is."""
    terms = agreements.terms_of(agreement)
    check_order(office, order)
    check_product(terms, clean(order.product))
    demand_decision(terms, clean(order.product))
    check_day(terms, office.today)
    remaining = terms.quantity - agreements.issued_under(session, agreement.id)
    if order.count > remaining:
        raise UserError(
            "label.beyond_quantity", agreement=terms.agreement_no, count=order.count, remaining=max(remaining, 0)
        )
