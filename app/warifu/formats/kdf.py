"""Keys from passwords as an untrusted file wants them, within limits that are checked before deriving.

Argon2 up to 1 GiB, 16 passes and 16 lanes, scrypt up to 1 GiB, PBKDF2 up to ten million rounds; a file that
asks for more, for less than nothing, or for more memory than the computer has free, is refused. KeePass's
databases may trade memory for passes: see ``FOR_DATABASES``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any, Final

from warifu.core.text import Text
from warifu.formats.errors import FileDamaged, FileTooBig
from warifu.vault import foreign
from warifu.vault.foreign import Argon, Hash

__all__ = ["Argon", "Hash", "aes_rounds", "argon2", "pbkdf2", "scrypt"]

MAX_MEMORY: Final = 1024 * 1024 * 1024  # bytes
MAX_PASSES: Final = 16
MAX_LANES: Final = 16
MAX_ROUNDS: Final = 10_000_000  # of PBKDF2
MAX_AES_ROUNDS: Final = 200_000_000  # of KeePass's own derivation, some seconds
_MAX_PASSWORD: Final = 64 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Most:
    """What a kind of file may ask of Argon2; its work never is more than 16 passes over 1 GiB."""

    passes: int = MAX_PASSES
    lanes: int = MAX_LANES


USUAL: Final = Most()
# KeePassXC measures how many passes over 64 MiB the user's computer makes in a second, on each of its cores.
FOR_DATABASES: Final = Most(passes=1 << 16, lanes=64)


def argon2(
    kind: Argon,
    password: bytes,
    salt: bytes,
    *,
    memory_kib: Any,
    passes: Any,
    lanes: Any,
    length: int = 32,
    most: Most = USUAL,
    version: int = 0x13,
) -> bytes:
    """Argon2 with parameters from a file. Raises FileTooBig, FileDamaged."""
    memory, passes, lanes = _whole(memory_kib), _whole(passes), _whole(lanes)
    if memory < 8 * lanes or len(salt) < 8 or version not in {0x10, 0x13}:
        raise FileDamaged
    if memory * 1024 > MAX_MEMORY or passes > most.passes or lanes > most.lanes:
        raise _too_much()
    if memory * 1024 * passes > MAX_MEMORY * MAX_PASSES:
        raise _too_much()
    _need(memory * 1024)
    derive = foreign.argon2 if version == 0x13 else foreign.argon2_of_2015
    try:
        return derive(
            kind, _limited(password), salt, memory_kib=memory, passes=passes, lanes=lanes, length=length
        )
    except MemoryError:
        raise _no_memory(memory * 1024) from None
    except (ValueError, OverflowError):
        raise FileDamaged from None


def scrypt(password: bytes, salt: bytes, *, n: Any, r: Any, p: Any, length: int = 32) -> bytes:
    """scrypt with parameters from a file. Raises FileTooBig, FileDamaged."""
    n, r, p = _whole(n), _whole(r), _whole(p)
    if n < 2 or n & (n - 1):
        raise FileDamaged
    memory = 128 * n * r * p
    if memory > MAX_MEMORY:
        raise _too_much()
    _need(128 * n * r)
    try:
        return foreign.scrypt(_limited(password), salt, n, r, p, length)
    except MemoryError:
        raise _no_memory(128 * n * r) from None
    except (ValueError, OverflowError):
        raise FileDamaged from None


def pbkdf2(hash_: Hash, password: bytes, salt: bytes, rounds: Any, length: int = 32) -> bytes:
    """PBKDF2-HMAC with rounds from a file. Raises FileTooBig, FileDamaged."""
    rounds = _whole(rounds)
    if rounds > MAX_ROUNDS:
        raise _too_much()
    return foreign.pbkdf2(hash_, _limited(password), salt, rounds, length)


def aes_rounds(key: bytes, data: bytes, rounds: Any) -> bytes:
    """KeePass's first derivation with rounds from a file. Raises FileTooBig, FileDamaged."""
    if _whole(rounds) > MAX_AES_ROUNDS:
        raise _too_much()
    if len(key) != 32:
        raise FileDamaged
    return foreign.aes_rounds(key, data, rounds)


def _whole(value: Any) -> int:
    """A positive whole number; GNOME's authenticator writes some of them as texts."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 20:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise FileDamaged
    return value


def _limited(password: bytes) -> bytes:
    return password[:_MAX_PASSWORD]


def _need(memory: int) -> None:
    """Refuse what the computer has no memory for. Nothing is known of systems that do not tell."""
    free = _free_memory()
    if free is not None and memory > free:
        raise _no_memory(memory)


def _free_memory() -> int | None:
    """Bytes that can be had without taking them from others; None where the system does not say."""
    if sys.platform != "linux":
        return None
    try:
        with open("/proc/meminfo", encoding="ascii") as file:  # noqa: PTH123 - as elsewhere for /proc
            lines = dict(line.split(":", 1) for line in file)
        return int(lines["MemAvailable"].split()[0]) * 1024
    except (OSError, KeyError, ValueError, IndexError):
        return None


def _no_memory(memory: int) -> FileTooBig:
    return FileTooBig(
        Text("Opening this file takes {n} MB of memory, more than this computer has free.", n=memory >> 20),
        hint="Close other programs and try again, or export it with a smaller setting.",
    )


def _too_much() -> FileTooBig:
    return FileTooBig(
        "This file asks for more work to open it than any app’s export does.",
        hint="It may be made to do harm. Export it again if you trust where it comes from.",
    )
