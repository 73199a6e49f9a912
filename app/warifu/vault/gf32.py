"""A Reed-Solomon code over the field of 32 elements: it says where one or two wrong characters are.

Words are 31 symbols long, the last four of them checks. Any two words differ in five places at least, so that
one or two errors are found and placed, and three or four are never taken for a word.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTH: Final = 31  # symbols of a word
CHECKS: Final = 4  # of them

_MODULUS: Final = 0b100101  # x^5 + x^2 + 1, which is primitive


def _powers() -> tuple[int, ...]:
    """The powers of the element x, twice around."""
    found = [1]
    while len(found) < 2 * LENGTH:
        doubled = found[-1] << 1
        found.append(doubled ^ _MODULUS if doubled & 32 else doubled)
    return tuple(found)


_EXP: Final = _powers()
_LOG: Final = {value: power for power, value in enumerate(_EXP[:LENGTH])}


def encoded(message: Sequence[int]) -> tuple[int, ...]:
    """The word of 31 symbols that begins with a message of 27."""
    remainder = [0] * CHECKS
    for symbol in message:
        factor = symbol ^ remainder[0]
        remainder = [*remainder[1:], 0]
        remainder = [
            each ^ _times(factor, part) for each, part in zip(remainder, _GENERATOR[1:], strict=True)
        ]
    return (*message, *remainder)


def errors(word: Sequence[int]) -> tuple[int, ...] | None:
    """The places, from 0, that are wrong in a word; None when there are more than can be told."""
    syndromes = [_value(word, _EXP[power]) for power in range(1, CHECKS + 1)]
    if not any(syndromes):
        return ()
    return _one(syndromes) or _two(syndromes)


def _one(syndromes: Sequence[int]) -> tuple[int, ...] | None:
    """One error at the place whose power links each syndrome with the next."""
    if not all(syndromes):
        return None
    ratios = {_over(after, before) for before, after in pairwise(syndromes)}
    return (LENGTH - 1 - _LOG[ratios.pop()],) if len(ratios) == 1 else None


def _two(syndromes: Sequence[int]) -> tuple[int, ...] | None:
    """Two errors: the roots of the polynomial that the syndromes recur by (Peterson, 1960)."""
    one, two, three, four = syndromes
    determinant = _times(two, two) ^ _times(one, three)
    if not determinant:
        return None
    sum_ = _over(_times(two, three) ^ _times(one, four), determinant)
    product = _over(_times(two, four) ^ _times(three, three), determinant)
    found = [
        place
        for place in range(LENGTH)
        if not _times(root := _EXP[LENGTH - 1 - place], root ^ sum_) ^ product
    ]
    return tuple(found) if len(found) == 2 else None


def _times(one: int, other: int) -> int:
    return _EXP[_LOG[one] + _LOG[other]] if one and other else 0


def _over(one: int, other: int) -> int:
    return _EXP[_LOG[one] - _LOG[other] + LENGTH] if one else 0


def _value(word: Sequence[int], at: int) -> int:
    """The polynomial whose coefficients are the word, highest power first."""
    total = 0
    for symbol in word:
        total = _times(total, at) ^ symbol
    return total


def _generator() -> tuple[int, ...]:
    """The product of (z - x^1) to (z - x^4), highest power first."""
    product = [1]
    for power in range(1, CHECKS + 1):
        shifted = [0, *(_times(each, _EXP[power]) for each in product)]
        product = [each ^ other for each, other in zip([*product, 0], shifted, strict=True)]
    return tuple(product)


_GENERATOR: Final = _generator()
