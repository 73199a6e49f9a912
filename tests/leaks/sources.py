"""Where secrets come into being, or pass through: each is heard of in one place."""

from __future__ import annotations

from enum import Flag, auto
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Hear = Callable[["Kind", "str | bytes | bytearray"], None]

_SHORT = 64  # bytes; longer plaintexts are bodies of vaults, whose secrets are heard of one by one


class Kind(Flag):
    """What a secret is."""

    NONE = 0
    SECRET = auto()  # of an account
    CODE = auto()  # the recovery code
    PASSWORD = auto()  # of the vault or a file, right or wrong
    KEY = auto()  # master keys, keys of slots and keystores; also a PIN

    @property
    def told(self) -> str:
        """For sentences."""
        return "|".join(str(each.name).lower() for each in Kind if each in self)


ALL = Kind.SECRET | Kind.CODE | Kind.PASSWORD | Kind.KEY


def listen(hear: Hear) -> None:
    """From now on tell of every secret of this process, without making an immutable copy of a key."""
    from warifu.core.secret import Secret
    from warifu.formats.base import Keys, Writer
    from warifu.vault import aead, recovery_code, slots

    def of_account(secret: Any, raw: bytes) -> None:
        hear(Kind.SECRET, raw)

    def of_file(keys: Any, passwords: tuple[str, ...] = (), key_file: bytes = b"") -> None:
        for password in passwords:
            hear(Kind.PASSWORD, password)
        hear(Kind.PASSWORD, key_file)

    def of_code(code: Any) -> None:
        if type(code.secret) is bytearray and len(code.secret) == recovery_code.SECRET_BYTES:
            hear(Kind.CODE, code.secret)
            groups = code.groups()
            hear(Kind.CODE, "-".join(groups[1:]))
            hear(Kind.CODE, "".join(groups[1:]))

    _before(Secret, "__init__", of_account)
    _before(Keys, "__init__", of_file)
    _before(recovery_code.RecoveryCode, "__post_init__", of_code)
    _before(slots, "password_bytes", lambda password: hear(Kind.PASSWORD, password))
    _before(aead, "mac", lambda key, message: hear(Kind.KEY, key))
    _before(aead, "hkdf", lambda key, *_, **__: hear(Kind.KEY, key))
    _before(aead, "argon2id", lambda password, *_, **__: hear(Kind.PASSWORD, password))
    _before(aead, "seal", lambda _key, _salt, _info, plaintext, _aad: _if_short(hear, plaintext))
    _after(aead, "unseal", lambda made: _if_short(hear, made))
    for name in ("argon2id", "random_key"):
        _after(aead, name, lambda made: hear(Kind.KEY, made))
    _exports(Writer, hear)


def _exports(writer: Any, hear: Hear) -> None:
    """The password of a file that is written."""
    first = writer.__init__

    @wraps(first)
    def init(self: Any, write: Any, *rest: Any, **named: Any) -> None:
        def heard(accounts: Any, password: str) -> bytes:
            hear(Kind.PASSWORD, password)
            made: bytes = write(accounts, password)
            return made

        first(self, heard, *rest, **named)

    writer.__init__ = init


def _if_short(hear: Hear, plaintext: bytes | bytearray) -> None:
    if len(plaintext) <= _SHORT:
        hear(Kind.KEY, plaintext)


def _before(owner: Any, name: str, tell: Callable[..., None]) -> None:
    inner = getattr(owner, name)

    @wraps(inner)
    def outer(*arguments: Any, **named: Any) -> Any:
        tell(*arguments, **named)
        return inner(*arguments, **named)

    setattr(owner, name, outer)


def _after(owner: Any, name: str, tell: Callable[[Any], None]) -> None:
    inner = getattr(owner, name)

    @wraps(inner)
    def outer(*arguments: Any, **named: Any) -> Any:
        made = inner(*arguments, **named)
        tell(made)
        return made

    setattr(owner, name, outer)
