"""What stands on envelopes and address labels: to whom, and from whom. A contact is personal data."""

from __future__ import annotations

from qc_desktop.documents.types import POST, DocumentType, plain
from qc_desktop.documents.values import Variable

_CONTACT = Variable(
    "contact", "示例联系人", lambda facts: facts.text("contact") or facts.layout.words["nobody"], ("contact",)
)


def post_type(kind: str) -> DocumentType:
    """An envelope, or a label for one; where no contact is known the layout's own words stand there."""
    return DocumentType(
        kind=kind,
        variables=(
            plain("holder", "示例（集团）青禾电器股份有限公司"),
            plain("postcode", "100000"),
            plain("address", "示例省示例市示例区示例路1号示例大厦8层"),
            _CONTACT,
            plain("phone", "000-00000000"),
            plain("issuer", "示例质量检验协会", own=False),
            plain("sender_address", "示例省示例市示例街2号", own=False),
            plain("sender_postcode", "100001", own=False),
        ),
        required=("holder", "address"),
        words=("to", "nobody", "postcode", "stamp") if kind.startswith("envelope") else ("to", "nobody"),
        word_slots={"nobody": ()},
        says=("holder", "address", "postcode"),
        schemes=("navy", "red"),
        group=POST,
    )
