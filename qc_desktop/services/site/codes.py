"""Hashes of hidden codes, ``codes/BATCH/SHARD.json``: derived once for a batch, and then left where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.services.site.folder import Folder
from qc_desktop.services.vault import signer_if_here
from qc_desktop.storage.tables import LabelBatch
from qc_desktop.trust import lists
from qc_desktop.trust.hidden_shards import Shards
from qc_desktop.trust.item_labels import hidden_secret
from qc_desktop.trust.keys import OpenKeys, Signer
from qc_desktop.trust.lists import ListKind

SignerOf = Callable[[str], Signer]
STEP = "site_codes"
CODES = "codes"
"""Where the folder's note tells which batches stand there."""
_AT_ONCE = 5000


@dataclass(frozen=True)
class ListedCodes:
    """``made``: what each batch's files were made from, for the note. ``missing``: batches whose key is not
    here any more, and that the folder does not have."""

    made: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[int, ...] = ()


def nobody(_key_id: str) -> Signer:
    """For who opens no earlier key."""
    raise UserError("keys.lost")


def codes(office: Office, target: Folder, opened: OpenKeys, older: SignerOf = nobody) -> Job[ListedCodes]:
    """Sees to it that the hashes of every batch with hidden codes stand in ``target``.

    ``older`` opens an earlier key by its id, asked only for batches that have to be derived.
    """
    wanted = select(LabelBatch).where(LabelBatch.hidden_codes).order_by(LabelBatch.number)
    with office.store.reading() as session:
        batches = session.scalars(wanted).all()
    known: Mapping[str, str] = target.state.get(CODES, {})
    made, missing = dict[str, str](), list[int]()
    for batch in batches:
        number, source = str(batch.number), f"{batch.key_id} {opened.lists.kid.hex()}"
        if known.get(number) == source and target.keep(f"codes/{number}/"):
            made[number] = source
            continue
        is_present = batch.key_id == opened.payload.kid.hex()
        signer = opened.payload if is_present else signer_if_here(batch.key_id, older)
        if signer is not None:
            yield from _derived(batch, target, signer, opened.lists)
            made[number] = source
        elif target.keep(f"codes/{number}/"):
            made[number] = known.get(number, "")
        else:
            missing.append(batch.number)
    return ListedCodes(made, tuple(missing))


def _derived(batch: LabelBatch, target: Folder, signer: Signer, lists_key: Signer) -> Job[None]:
    secret, shards = hidden_secret(batch.number, signer), Shards(batch.number, batch.count)
    for done in range(batch.count):
        shards.add(secret, batch.first_index + done)
        if done % _AT_ONCE == 0:
            yield Progress(STEP, done, batch.count)
    for name, document in shards.documents():
        target.put(f"codes/{batch.number}/{name}.json", lists.sign(document, ListKind.CODES, lists_key))
