"""Whether the clipboard holds something worth offering. No Qt here."""

from __future__ import annotations

import re
from enum import Enum, auto

from warifu.core.base32 import decode_secret
from warifu.core.errors import BadText
from warifu.core.intake import recognise

_LIMIT = 20_000  # characters; a longer text was not copied from a page that shows a secret
_LINK = re.compile(r"\s*(apple-)?(otpauth(-migration)?|steam|motp):", re.IGNORECASE)
_LIKE_A_SECRET = re.compile(r"[A-Za-z2-7]+(?:[ -][A-Za-z2-7]+)*=*")
_SHORTEST = 16  # characters: 80 bits, the least that well-known sites issue
_LONGEST = 160


class Offer(Enum):
    """What the clipboard seems to hold."""

    NOTHING = auto()
    SECRET = auto()
    LINK = auto()


def offer_of(untrusted_text: str) -> Offer:
    """What to offer for a clipboard text: links that can be read, and what hardly is anything but a key."""
    text = untrusted_text.strip()
    if not text or len(text) > _LIMIT:
        return Offer.NOTHING
    if _LINK.match(text):
        return Offer.LINK if recognise(text).accounts else Offer.NOTHING
    return Offer.SECRET if _is_like_a_secret(text) else Offer.NOTHING


def _is_like_a_secret(text: str) -> bool:
    """Base32 alone is not enough: "internationalization" is valid base32, and so is many a file name."""
    letters = re.sub(r"[ =-]", "", text)
    if not _SHORTEST <= len(letters) <= _LONGEST or not _LIKE_A_SECRET.fullmatch(text):
        return False
    in_fours = len(text.split()) > 1 and all(len(part) == 4 for part in text.rstrip("= ").split()[:-1])
    if not (letters.isupper() or in_fours or (letters.islower() and re.search("[2-7]", letters))):
        return False
    try:
        return bool(decode_secret(text))
    except BadText:
        return False
