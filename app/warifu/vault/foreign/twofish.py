"""Twofish in CBC (Schneier and others, 1998), opened many blocks at a time: KeePass databases have it.

pykeepass knows the cipher, block after block in Python: five seconds for a megabyte. Its key schedule stays;
the rounds are here once more, for arrays. Nothing of Warifu's own is sealed with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Words = NDArray[Any]  # of 32 bits, one for each block

BLOCK: Final = 16  # bytes
_AT_ONCE: Final = 1 << 12  # blocks: what the rounds need of memory stays in the processor's cache
_ROUNDS: Final = 16
_WHITENING: Final = 8  # words of the key before those of the rounds: four for the input, four for the output


def cbc_decryptor(key: bytes, iv: bytes) -> Callable[[bytes], bytes]:
    """Gives the plaintext of whole blocks, and goes on where it stopped. Raises Forged for wrong lengths."""
    import numpy as np
    from pykeepass.kdbx_parsing.pytwofish import Twofish

    if len(key) not in {16, 24, 32} or len(iv) != BLOCK:
        raise Forged
    schedule = Twofish(key).context
    tables, words = np.array(schedule.mk_tab, dtype=np.uint32), schedule.l_key
    last = iv

    def opened(sealed: bytes) -> bytes:
        nonlocal last
        if len(sealed) % BLOCK:
            raise Forged
        made = bytearray(len(sealed))
        for at in range(0, len(sealed), BLOCK * _AT_ONCE):
            now = bytes(sealed[at : at + BLOCK * _AT_ONCE])
            before = np.frombuffer(last + now[:-BLOCK], dtype="<u4").reshape(-1, 4)
            plain = _opened(np.frombuffer(now, dtype="<u4").reshape(-1, 4), words, tables) ^ before
            made[at : at + len(now)] = plain.astype("<u4").tobytes()
            last = now[-BLOCK:]
        return bytes(made)

    return opened


def _opened(blocks: Words, words: list[int], tables: Words) -> Words:
    """Each block by itself; ``tables`` are the S-boxes with the matrix behind them."""
    import numpy as np

    def mixed(word: Words) -> Words:
        first, second, third, fourth = tables
        low = first[word & 255] ^ second[word >> 8 & 255]
        return low ^ third[word >> 16 & 255] ^ fourth[word >> 24]  # type: ignore[no-any-return]

    a, b, c, d = (blocks[:, place].astype(np.uint32) ^ words[4 + place] for place in range(4))
    for at in range(_WHITENING + 2 * (_ROUNDS - 1), _WHITENING - 2, -2):
        left, right = mixed(a), mixed(_turned(b, 8))
        a, b, c, d = (
            _turned(c, 1) ^ (left + right + words[at]),
            _turned(d ^ (left + 2 * right + words[at + 1]), 31),
            a,
            b,
        )
    return np.stack((c ^ words[0], d ^ words[1], a ^ words[2], b ^ words[3]), axis=1)


def _turned(word: Words, bits: int) -> Words:
    """Rotated to the left."""
    return word << bits | word >> (32 - bits)
