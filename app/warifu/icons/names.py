"""Names of services made comparable."""

from __future__ import annotations

import re
import unicodedata

from warifu.core.search import fold

_SIGNS = re.compile(r"[^\w]+|_")
_SPELLED = {"&": " and ", "+": " plus "}
# Japanese puts no spaces between words, but changes the script: アマゾン|の|買い物.
_WORDS = re.compile("[0-9a-z]+|[\u30a1-\u30fa\u30fc]+|[\u3041-\u3096]+|[\u3400-\u9fff\u3005]+|[^\\W_]+")


def folded(name: str) -> str:
    """What is searched: no case, width, accents, signs or kinds of kana; words divided by single spaces."""
    for sign, word in _SPELLED.items():
        name = name.replace(sign, word)
    return _SIGNS.sub(" ", fold(name)).strip()


def words(text: str) -> list[str]:
    """What is matched: words without case, width and accents; a change of script divides them."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(mark for mark in decomposed if mark in "\u3099\u309a" or not unicodedata.combining(mark))
    return _WORDS.findall(unicodedata.normalize("NFC", bare))


def key(text: str) -> str:
    """One name as a single word, so that WordPress and Word Press are the same."""
    return "".join(words(text))
