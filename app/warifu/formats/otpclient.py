"""OTPClient: its database of all three versions (AES-256-GCM under PBKDF2 or Argon2id)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.base import Form, Format, Imported
from warifu.formats.decoding import json_in, kind_named, with_password
from warifu.formats.entries import collected, imported, text_at
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

_MAGIC: Final = b"OTPClient"
_NAME: Final = "otpclient-db.enc"  # version 1 has nothing else that tells what it is
_IV, _SALT, _TAG = 16, 32, 16  # bytes
_V2 = struct.Struct("<9s3xi16s32siii")  # the structure as the compiler lays it out
_V3 = struct.Struct(">9si16s32siii")
_V1_ROUNDS: Final = 100_000
_KINDS = {"TOTP": OtpType.TOTP, "HOTP": OtpType.HOTP}


def fits(file: Untrusted) -> bool:
    """Whether it says so, or bears the name that only its database has."""
    return file.data.startswith(_MAGIC) or file.name.casefold().endswith(_NAME)


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every token."""
    opened = _opener(file.data)
    items = json_in(with_password(keys, lambda password: _tried(password, opened)))
    if not isinstance(items, list):
        raise FileDamaged
    return collected(items, _account, lambda item: item["issuer"] or item["label"])


def _opener(data: bytes) -> Callable[[bytes], bytes]:
    if not data.startswith(_MAGIC):
        return _version_1(data)
    layout = _V3 if data[9:13] == b"\0\0\0\3" else _V2
    if len(data) < layout.size + _TAG:
        raise FileDamaged
    _magic, version, iv, salt, passes, memory, lanes = layout.unpack_from(data)
    if version not in {2, 3}:
        raise NotSupported(
            "A newer OTPClient wrote this database.",
            hint="Export from OTPClient to a list of links or to Aegis, and import that.",
        )

    def opened(password: bytes) -> bytes:
        key = kdf.argon2(kdf.Argon.ID, password, salt, memory_kib=memory, passes=passes, lanes=lanes)
        return foreign.aes_gcm_open(key, iv, data[layout.size :], data[: layout.size])

    return opened


def _version_1(data: bytes) -> Callable[[bytes], bytes]:
    if len(data) < _IV + _SALT + _TAG:
        raise FileDamaged
    iv, salt, sealed = data[:_IV], data[_IV : _IV + _SALT], data[_IV + _SALT :]

    def opened(password: bytes) -> bytes:
        key = kdf.pbkdf2(kdf.Hash.SHA512, password, salt, _V1_ROUNDS)
        return foreign.aes_gcm_open(key, iv, sealed, iv + salt)

    return opened


def _tried(password: str, opened: Callable[[bytes], bytes]) -> bytes:
    """Raises Forged for a wrong password."""
    for written in _written(password):
        try:
            return opened(written)
        except Forged:
            continue
    raise Forged


def _written(password: str) -> Iterator[bytes]:
    """As it is, and as old versions cut it: to as many bytes as it has characters."""
    encoded = password.encode()
    yield encoded
    if len(password) != len(encoded):
        yield encoded[: len(password)]


def _account(item: Any) -> Imported:
    issuer = text_at(item, "issuer")
    kind = kind_named(_KINDS, text_at(item, "type"))
    steam = kind is OtpType.TOTP and issuer.casefold() == "steam"
    return imported(
        secret=text_at(item, "secret"),
        kind=OtpType.STEAM if steam else kind,
        issuer=issuer,
        account=text_at(item, "label"),
        algorithm=text_at(item, "algo"),
        digits=None if steam else item.get("digits"),
        period=item.get("period"),
        counter=item.get("counter"),
        tags=(text_at(item, "group"),),
    )


FORMAT = Format(
    id="otpclient",
    name="OTPClient",
    fits=fits,
    read=read,
    forms=Form.ENCRYPTED,
    steps=Text("Choose OTPClient’s own database: “otpclient-db.enc”, usually in the folder “.local/share”."),
)
