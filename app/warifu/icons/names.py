"""Names of services made comparable."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = re.compile(r"[^\w]+|_")
_SPELLED = {"&": " and ", "+": " plus ", "@": " "}


def folded(name: str) -> str:
    """Lower case without accents and signs, words divided by single spaces."""
    text = unicodedata.normalize("NFKD", name).casefold()
    for sign, word in _SPELLED.items():
        text = text.replace(sign, word)
    bare = "".join(mark for mark in text if mark in "\u3099\u309a" or not unicodedata.combining(mark))
    return _SIGNS.sub(" ", unicodedata.normalize("NFC", bare)).strip()
