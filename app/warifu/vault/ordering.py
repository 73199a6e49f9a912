"""Fractional indexes: between any two texts fits another, so that moving one row changes one row.

After Greenspan, "Implementing Fractional Indexing" (2020): an integer part whose first letter tells its
length, then a fraction without trailing zeros, in base 62. Appending lengthens nothing until the integer
overflows.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FIRST = "a0"
_LOWEST = "A" + "0" * 26  # has no predecessor
_MAX_LENGTH = 10_000


def order_between(before: str, after: str) -> str:
    """An index above ``before`` and below ``after``; an empty text stands for the open end.

    Indexes that are equal, in the wrong order or of foreign make give one just above ``before``.
    """
    low = before if _valid(before) else ""
    high = after if _valid(after) and after > low else ""
    if not low:
        return _below(high) if high else _FIRST
    if not high:
        return _above(low)
    return _inside(low, high)


def _valid(index: str) -> bool:
    """Whether the text is an index of this scheme."""
    if not index or len(index) > _MAX_LENGTH or any(digit not in _DIGITS for digit in index):
        return False
    head = index[0]
    return (
        head.isalpha()
        and len(index) >= _length(head)
        and index != _LOWEST
        and not (len(index) > _length(head) and index.endswith("0"))
    )


def _length(head: str) -> int:
    """Length of the integer part, its head included."""
    return ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2


def _split(index: str) -> tuple[str, str]:
    """Integer part and fraction."""
    length = _length(index[0])
    return index[:length], index[length:]


def _above(low: str) -> str:
    """The next integer, or a fraction above it where integers end."""
    whole, fraction = _split(low)
    return _step(whole, 1) or whole + _middle(fraction, "")


def _below(high: str) -> str:
    """The integer itself where a fraction follows, else the one before."""
    whole, fraction = _split(high)
    if whole == _LOWEST:
        return whole + _middle("", fraction)
    if fraction:
        return whole
    stepped = _step(whole, -1)
    return stepped if stepped != _LOWEST else stepped + _middle("", "")


def _inside(low: str, high: str) -> str:
    """An index strictly between two valid ones."""
    low_whole, low_fraction = _split(low)
    high_whole, high_fraction = _split(high)
    if low_whole == high_whole:
        return low_whole + _middle(low_fraction, high_fraction)
    stepped = _step(low_whole, 1)
    return stepped if stepped and stepped < high else low_whole + _middle(low_fraction, "")


def _step(whole: str, by: int) -> str:
    """The neighbouring integer part; empty beyond the ends."""
    head, digits = whole[0], list(whole[1:])
    for place in reversed(range(len(digits))):
        value = _DIGITS.index(digits[place]) + by
        digits[place] = _DIGITS[value % 62]
        if 0 <= value < 62:
            return head + "".join(digits)
    if (head, by) in {("z", 1), ("A", -1)}:
        return ""
    if (head, by) in {("Z", 1), ("a", -1)}:
        return "a0" if by > 0 else "Zz"
    new_head = chr(ord(head) + by)
    return new_head + (_DIGITS[0] if by > 0 else _DIGITS[-1]) * (_length(new_head) - 1)


def _middle(low: str, high: str) -> str:
    """A fraction strictly between two; an empty ``high`` is one. Neither ends in zero."""
    shared = 0
    while high and shared < len(high) and (low[shared : shared + 1] or "0") == high[shared]:
        shared += 1
    if shared:
        return high[:shared] + _middle(low[shared:], high[shared:])
    first = _DIGITS.index(low[0]) if low else 0
    last = _DIGITS.index(high[0]) if high else 62
    if last - first > 1:
        return _DIGITS[(first + last + 1) // 2]
    if len(high) > 1:
        return high[0]
    return _DIGITS[first] + _middle(low[1:], "")
