"""Blowfish (Schneier, 1993) with keys of up to 72 bytes, as BouncyCastle takes them and libraries refuse.

WinAuth hands it 256 bytes, of which the schedule uses 72; ``cryptography`` stops at 56. Only for reading
such files: nothing of Warifu's own is sealed with it.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import Final

from warifu.vault.aead import Forged

_ROUNDS: Final = 16
_BOXES: Final = 4
_MASK: Final = 0xFFFFFFFF
_BLOCK: Final = 8  # bytes


def ecb_open(key: bytes, sealed: bytes) -> bytes:
    """The plaintext of Blowfish-ECB without its ISO 10126 padding. Raises Forged where that is none.

    A wrong key passes one time in 32: callers look at what comes out.
    """
    if not key or not sealed or len(sealed) % _BLOCK:
        raise Forged
    words, boxes = _schedule(key)
    words = words[::-1]  # decryption is encryption with the words backwards
    plain = b"".join(
        struct.pack(">II", *_crossed(words, boxes, *struct.unpack_from(">II", sealed, at)))
        for at in range(0, len(sealed), _BLOCK)
    )
    if not 1 <= plain[-1] <= _BLOCK:
        raise Forged
    return plain[: -plain[-1]]


def ecb_seal(key: bytes, padded: bytes) -> bytes:
    """Blowfish-ECB of whole blocks, for tests of the schedule against other implementations."""
    words, boxes = _schedule(key)
    return b"".join(
        struct.pack(">II", *_crossed(words, boxes, *struct.unpack_from(">II", padded, at)))
        for at in range(0, len(padded), _BLOCK)
    )


def _crossed(words: list[int], boxes: list[list[int]], left: int, right: int) -> tuple[int, int]:
    """One block through all rounds."""
    first, second, third, fourth = boxes
    for word in words[:_ROUNDS]:
        left ^= word
        mixed = (first[left >> 24] + second[left >> 16 & 255]) ^ third[left >> 8 & 255]
        right ^= (mixed + fourth[left & 255]) & _MASK
        left, right = right, left
    return right ^ words[17], left ^ words[16]


def _schedule(key: bytes) -> tuple[list[int], list[list[int]]]:
    words, boxes = _pi()
    words, boxes = list(words), [list(box) for box in boxes]
    for place in range(len(words)):
        part = bytes(key[(4 * place + at) % len(key)] for at in range(4))
        words[place] ^= int.from_bytes(part, "big")
    left = right = 0
    for table in (words, *boxes):
        for place in range(0, len(table), 2):
            left, right = _crossed(words, boxes, left, right)
            table[place], table[place + 1] = left, right
    return words, boxes


@cache
def _pi() -> tuple[list[int], list[list[int]]]:
    """The first tables: the binary digits of pi behind the point, by Machin's formula."""
    count = _ROUNDS + 2 + _BOXES * 256
    bits, spare = 32 * count, 64
    one = 1 << (bits + spare)
    pi = 4 * (4 * _arctan_of_inverse(5, one) - _arctan_of_inverse(239, one))
    digits = ((pi - 3 * one) >> spare).to_bytes(4 * count, "big")
    words = list(struct.unpack(f">{count}I", digits))
    return words[:18], [words[18 + 256 * box : 274 + 256 * box] for box in range(_BOXES)]


def _arctan_of_inverse(number: int, one: int) -> int:
    total = term = one // number
    divisor, sign = 1, 1
    while term:
        term //= number * number
        divisor, sign = divisor + 2, -sign
        total += sign * (term // divisor)
    return total
