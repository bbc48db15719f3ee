"""What an input method leaves of a link that a scanner types: full-width signs, Chinese stops, or nothing to go by."""

from __future__ import annotations

import re
import unicodedata

from qc_desktop.errors import UserError
from qc_desktop.trust import links
from qc_desktop.trust.verify import SHORTEST_DIGITS

_SIGNS = str.maketrans("。、", "./")
_LINK = re.compile(r"[A-Za-z]+://[!-~]+")
_PAYLOAD = re.compile(rf"#[0-9]{{{SHORTEST_DIGITS},}}$")


def plain(typed: str) -> str:
    """``typed`` as the scanner sent it, where it is one link whose signs came full-width; else as it is.

    Raises UserError where a payload stands behind something that is no link any more: whose it was cannot be told,
    and digits without their link are not taken for it.
    """
    made = unicodedata.normalize("NFKC", typed).strip().translate(_SIGNS)
    if _LINK.fullmatch(made):
        return made
    if _PAYLOAD.search(made) and not links.find(made, ()).link:
        raise UserError("verify.input_method")
    return typed
