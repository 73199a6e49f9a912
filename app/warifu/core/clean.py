"""Foreign texts made harmless before anybody sees or stores them."""

from __future__ import annotations

import re
import unicodedata

from warifu.core.account import MAX_NOTE, MAX_TAG, MAX_TAGS

# Bidi controls can show an account under a false name; the others are invisible and make equal names differ.
_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
HIDDEN = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_INVISIBLE}\ud800-\udfff\U000e0000-\U000e007f]")
_SPACES = re.compile(r"\s+")
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1f\x85\u2028\u2029]")


def clean_line(untrusted: str, limit: int) -> str:
    """One line of at most ``limit`` characters: no control, bidi or invisible characters, single spaces."""
    if len(untrusted) <= limit and _is_plain(untrusted):
        return untrusted.strip(" ")
    return _SPACES.sub(" ", _visible(untrusted)).strip()[:limit].rstrip()


def clean_note(untrusted: str, limit: int = MAX_NOTE) -> str:
    """Several lines of at most ``limit`` characters in all, with nothing hidden in them."""
    if len(untrusted) <= limit and _is_plain(untrusted):
        return untrusted.rstrip(" ")
    lines = _LINE_ENDS.sub("\n", untrusted).split("\n")
    return "\n".join(_visible(line).replace("\t", "    ").rstrip() for line in lines).strip("\n")[:limit]


def clean_tags(untrusted: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Tags without empty and repeated ones, in their order."""
    tags = (clean_line(tag, MAX_TAG) for tag in untrusted)
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:MAX_TAGS]


def _is_plain(untrusted: str) -> bool:
    """Nothing but ASCII's letters and signs with single spaces, as most texts are: thousands come at once."""
    return untrusted.isascii() and untrusted.isprintable() and "  " not in untrusted


def _visible(untrusted: str) -> str:
    return unicodedata.normalize("NFC", HIDDEN.sub("", untrusted))
