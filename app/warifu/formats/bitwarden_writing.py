"""What Bitwarden's password manager imports: logins with codes, plain or as “Password protected” JSON."""

from __future__ import annotations

import base64
import json
import uuid
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.uri import format_uri
from warifu.formats import kdf
from warifu.formats.base import Form, Writer
from warifu.formats.holds import Holds
from warifu.vault import aead, foreign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account

_ROUNDS: Final = 600_000  # of PBKDF2-HMAC-SHA-256, as Bitwarden itself takes
_SALT: Final = 16  # bytes


def write(accounts: Sequence[Account], password: str) -> bytes:
    """Bitwarden's JSON; its first tag is the folder of a login."""
    names = dict.fromkeys(account.tags[0] for account in accounts if account.tags)
    folders = {name: str(uuid.uuid4()) for name in names}
    vault = {
        "encrypted": False,
        "folders": [{"id": folder, "name": name} for name, folder in folders.items()],
        "items": [_item(account, folders) for account in accounts],
    }
    if not password:
        return json.dumps(vault, ensure_ascii=False, indent=2).encode()
    return json.dumps(_protected(json.dumps(vault), password), indent=2).encode()


def link_of(account: Account) -> str:
    """The link as Bitwarden knows it: of Steam the secret alone."""
    if account.otp.type is OtpType.STEAM:
        return f"steam://{account.otp.secret.base32()}"
    return format_uri(account)


def _item(account: Account, folders: dict[str, str]) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "organizationId": None,
        "folderId": folders[account.tags[0]] if account.tags else None,
        "type": 1,  # a login
        "reprompt": 0,
        "name": account.title or account.issuer or account.account,
        "notes": account.note or None,
        "favorite": account.pinned,
        "login": {
            "uris": [],
            "username": account.account or None,
            "password": None,
            "totp": link_of(account),
        },
        "collectionIds": None,
    }


def _protected(vault: str, password: str) -> dict[str, Any]:
    """The salt is base64 that Bitwarden takes as text."""
    salt = base64.b64encode(aead.random_bytes(_SALT)).decode()
    master = kdf.pbkdf2(kdf.Hash.SHA256, password.encode(), salt.encode(), _ROUNDS)
    enc, mac = (foreign.hkdf_expand(master, info, 32) for info in (b"enc", b"mac"))
    return {
        "encrypted": True,
        "passwordProtected": True,
        "salt": salt,
        "kdfType": 0,
        "kdfIterations": _ROUNDS,
        "kdfMemory": None,
        "kdfParallelism": None,
        "encKeyValidation_DO_NOT_EDIT": _sealed(str(uuid.uuid4()).encode(), enc, mac),
        "data": _sealed(vault.encode(), enc, mac),
    }


def _sealed(plain: bytes, enc: bytes, mac: bytes) -> str:
    """``2.iv|ciphertext|mac``: AES-256-CBC, then HMAC-SHA-256 over both."""
    iv = aead.random_bytes(16)
    sealed = foreign.aes_cbc_seal(enc, iv, plain)
    parts = (iv, sealed, aead.mac(bytearray(mac), iv + sealed))
    return "2." + "|".join(base64.b64encode(part).decode() for part in parts)


WRITER = Writer(
    write,
    Form.PLAIN | Form.ENCRYPTED,
    Holds(frozenset((OtpType.TOTP, OtpType.STEAM)), title=True, note=True, tags=1, pinned=True),
    ".json",
)
