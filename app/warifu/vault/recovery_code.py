"""The recovery code: 128 random bits as people write them down and type them again, years later.

    W-1A2B3-C4D5E-F6G7H-J8K9M-NPQRS-TVWXY

A W, which tells this form from later ones, then six groups of five of Crockford's 32 characters: 26 hold the
bits, four check them. A slip of the finger is thus told from the code of another vault, and its group named.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from warifu.core.errors import NotPossible, TypingSlip
from warifu.core.text import Text
from warifu.vault import aead, gf32

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SECRET_BYTES: Final = 16
GROUPS: Final = 6
GROUP: Final = 5  # characters
MARKER: Final = "W"  # of this form
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U

_DATA = gf32.LENGTH - gf32.CHECKS - 1  # symbols that hold the bits
_BITS = 5
_SYMBOLS: Final = {letter: number for number, letter in enumerate(ALPHABET)} | {
    "O": 0,
    "I": 1,
    "L": 1,
    "U": ALPHABET.index("V"),
}
_MARKER_SYMBOL = _SYMBOLS[MARKER]
_DASHES = "−ー~|=+<>`´"  # what is typed for one, besides what Unicode calls punctuation
_STRANGE = 0  # stands where a character is that no code has


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The 128 bits, in a buffer to be forgotten."""

    secret: bytearray = field(repr=False)

    def __post_init__(self) -> None:
        if type(self.secret) is not bytearray or len(self.secret) != SECRET_BYTES:
            raise TypeError("a recovery code is 16 bytes")

    def groups(self) -> tuple[str, ...]:
        """The marker and the six groups of five."""
        number = int.from_bytes(self.secret, "big")
        data = [number >> _BITS * place & 31 for place in reversed(range(_DATA))]
        text = "".join(ALPHABET[symbol] for symbol in gf32.encoded([_MARKER_SYMBOL, *data]))
        return (text[0], *(text[begin : begin + GROUP] for begin in range(1, len(text), GROUP)))

    def text(self) -> str:
        """The code as it is printed."""
        return "-".join(self.groups())

    def copy(self) -> RecoveryCode:
        """The same bits in a buffer of their own."""
        return RecoveryCode(bytearray(self.secret))

    def forget(self) -> None:
        """Overwrite the bits."""
        aead.zero(self.secret)


def new() -> RecoveryCode:
    """A code that nobody has seen."""
    return RecoveryCode(bytearray(aead.random_bytes(SECRET_BYTES)))


def parse(untrusted: str) -> RecoveryCode:
    """The code that somebody typed, in whatever spelling. Raises TypingSlip, which says where it is wrong."""
    letters = _letters(untrusted)
    symbols = [_SYMBOLS.get(letter, _STRANGE) for letter in letters]
    if len(symbols) < gf32.LENGTH and symbols[:1] != [_MARKER_SYMBOL]:
        letters, symbols = [MARKER, *letters], [_MARKER_SYMBOL, *symbols]
    strange = [place for place, letter in enumerate(letters) if letter not in _SYMBOLS]
    if len(symbols) != gf32.LENGTH:
        raise _wrong_length(symbols, strange)
    if strange:
        raise _strange(strange)
    wrong = gf32.errors(symbols)
    if wrong != ():
        raise _slip(wrong)
    return _decoded(symbols)


def grouped(untrusted: str) -> str:
    """What was typed, in capitals and groups, so that it can be compared with paper; nothing is mended."""
    letters = "".join(_letters(untrusted))
    if letters[:1] != MARKER and len(letters) < gf32.LENGTH:
        letters = MARKER + letters
    rest = [letters[begin : begin + GROUP] for begin in range(1, len(letters), GROUP)]
    return "-".join([letters[:1], *rest])


def _letters(untrusted: str) -> list[str]:
    """Capitals without spaces and dashes; full-width ones, as a Japanese keyboard types them, made plain."""
    plain = unicodedata.normalize("NFKC", untrusted[:1000]).upper()
    return [
        letter for letter in plain if unicodedata.category(letter)[0] not in "PZCM" and letter not in _DASHES
    ]


def _decoded(symbols: Sequence[int]) -> RecoveryCode:
    if symbols[0] != _MARKER_SYMBOL:
        raise NotPossible("This recovery code was made by a newer Warifu.", hint="Update Warifu.")
    number = 0
    for symbol in symbols[1 : 1 + _DATA]:
        number = number << _BITS | symbol
    if number >> 8 * SECRET_BYTES:
        raise _slip(None)
    return RecoveryCode(bytearray(number.to_bytes(SECRET_BYTES, "big")))


def _groups(places: Iterable[int]) -> tuple[int, ...]:
    """The groups, from 1, that hold these places of a word; 0 is the marker."""
    return tuple(sorted({-(-place // GROUP) for place in places}))


_COMPARE = Text("Compare it with what is written down. Zero and O, one and I, count as the same.")


def _slip(places: Iterable[int] | None) -> TypingSlip:
    if places is None:
        return TypingSlip("There are several typing slips in the code.", hint=_COMPARE)
    groups = _groups(places)
    if groups == (0,):
        return TypingSlip("There is a typing slip at the beginning: the code begins with a W.", groups=groups)
    groups = tuple(group for group in groups if group)
    if len(groups) == 1:
        title = Text("There is a typing slip in group {group}.", group=groups[0])
    else:
        title = Text("There are typing slips in groups {one} and {other}.", one=groups[0], other=groups[1])
    return TypingSlip(title, hint=_COMPARE, groups=groups)


def _strange(places: Sequence[int]) -> TypingSlip:
    groups = tuple(group for group in _groups(places) if group) or (1,)
    return TypingSlip(
        Text("Group {group} has a character that no recovery code has.", group=groups[0]),
        hint="Codes have letters and digits only. Switch the keyboard to them if it types others.",
        groups=groups,
    )


def _wrong_length(symbols: Sequence[int], strange: Sequence[int]) -> TypingSlip:
    """What to say of too few or too many characters; of one it is found out where."""
    typed = len(symbols) - 1
    if typed <= 0:
        return TypingSlip("Type the recovery code.")
    if typed == gf32.LENGTH - 2 and not strange:
        tried = [[*symbols[:place], 0, *symbols[place:]] for place in range(1, gf32.LENGTH)]
        places = [place for place, word in enumerate(tried, 1) if gf32.errors(word) in {(), (place,)}]
        if groups := _groups(places):
            return TypingSlip(
                Text("A character is missing in group {group}.", group=groups[0]),
                hint=_COMPARE,
                groups=groups,
            )
    if typed == gf32.LENGTH and not strange:
        tried = [[*symbols[:place], *symbols[place + 1 :]] for place in range(1, gf32.LENGTH + 1)]
        places = [
            min(place, gf32.LENGTH - 1) for place, word in enumerate(tried, 1) if gf32.errors(word) == ()
        ]
        if groups := _groups(places):
            return TypingSlip(
                Text("Group {group} has a character too many.", group=groups[0]), hint=_COMPARE, groups=groups
            )
    return TypingSlip(
        Text(
            "The code has {right} characters after the W, and these are {typed}.",
            right=GROUPS * GROUP,
            typed=typed,
        ),
        hint=_COMPARE,
    )
