"""A link on its way into Warifu, made fit for the door that the running copy keeps open."""

from __future__ import annotations

import re
from urllib.parse import quote

from warifu.platforms.single_instance.base import MAX_MESSAGE, Add, encode
from warifu.platforms.url_scheme.base import SCHEMES

TOO_LONG = "otpauth://too-long"  # stands for a link that is longer than any account needs
_LINK = re.compile(rf"\s*({'|'.join(SCHEMES)}):/{{0,2}}(.*)", re.IGNORECASE | re.DOTALL)


def accepted(untrusted: str) -> str:
    """The link in one printable line of at most 4 KiB, or nothing if it is none of ours.

    Characters that control a line or hide in it are percent-encoded: they are data of the link, which
    ``core.uri`` decodes and drops. A link that is too long is not cut, for half a secret looks like one.
    """
    match = _LINK.fullmatch(untrusted)
    if match is None:
        return ""
    if len(match[2]) > MAX_MESSAGE:
        return TOO_LONG
    line = f"{match[1].lower()}://" + "".join(_printable(character) for character in match[2].rstrip())
    return line if len(encode(Add(line))) <= MAX_MESSAGE else TOO_LONG


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return quote(
        character, safe="", errors="surrogateescape" if "\udc80" <= character <= "\udcff" else "replace"
    )
