"""Writing Aegis' vault: version 3 of its database, plain, or with one password slot."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.formats import kdf
from warifu.formats.aegis_vault import PASSWORD_SLOT
from warifu.formats.opening import base64_text
from warifu.vault import foreign
from warifu.vault.aead import NONCE_BYTES, TAG_BYTES, random_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account

_SCRYPT: Final = {"n": 32768, "r": 8, "p": 1}
_KEY_BYTES: Final = 32
_MIME: Final = "image/png"
_GROUPS: Final = uuid.UUID("4d0fa3f6-6f0a-5d43-9d64-3a2f2b1f3c0e")  # the same name, the same group


def write(accounts: Sequence[Account], password: str) -> bytes:
    """The vault as Aegis exports it."""
    db = database(accounts)
    if not password:
        vault = {"version": 1, "header": {"slots": None, "params": None}, "db": db}
        return json.dumps(vault, ensure_ascii=False, indent=4).encode()
    return json.dumps(_sealed(json.dumps(db).encode(), password), indent=4).encode()


def database(accounts: Sequence[Account]) -> dict[str, Any]:
    """The part of the vault that may be encrypted."""
    tags = dict.fromkeys(tag for account in accounts for tag in account.tags)
    return {
        "version": 3,
        "entries": [_entry(account) for account in accounts],
        "groups": [{"uuid": _group(tag), "name": tag} for tag in tags],
        "icons_optimized": True,
    }


def _entry(account: Account) -> dict[str, Any]:
    image = account.icon.image
    entry: dict[str, Any] = {
        "type": account.otp.type.value,
        "uuid": account.id,
        "name": account.account,
        "issuer": account.issuer or account.title,
        "note": account.note,
        "favorite": account.pinned,
        "icon": base64_text(image) if image else None,
    }
    if image:
        entry["icon_mime"] = _MIME
        entry["icon_hash"] = hashlib.sha256(_MIME.encode() + image).hexdigest()
    return entry | {"info": _info(account), "groups": [_group(tag) for tag in account.tags]}


def _info(account: Account) -> dict[str, Any]:
    otp = account.otp
    info: dict[str, Any] = {
        "secret": otp.secret.base32(),
        "algo": otp.algorithm.value,
        "digits": otp.digits,
    }
    info |= {"counter": account.counter} if otp.type is OtpType.HOTP else {"period": otp.period}
    return info | ({"pin": otp.pin} if otp.type in {OtpType.MOTP, OtpType.YANDEX} else {})


def _group(tag: str) -> str:
    return str(uuid.uuid5(_GROUPS, tag))


def _sealed(db: bytes, password: str) -> dict[str, Any]:
    salt, master = random_bytes(_KEY_BYTES), random_bytes(_KEY_BYTES)
    wrapping = kdf.scrypt(password.encode(), salt, **_SCRYPT)
    key, key_params = _gcm(wrapping, master)
    data, params = _gcm(master, db)
    slot = {
        "type": PASSWORD_SLOT,
        "uuid": str(uuid.UUID(bytes=random_bytes(16), version=4)),
        "key": key.hex(),
        "key_params": key_params,
        **_SCRYPT,
        "salt": salt.hex(),
        "repaired": True,
        "is_backup": False,
    }
    return {"version": 1, "header": {"slots": [slot], "params": params}, "db": base64_text(data)}


def _gcm(key: bytes, plaintext: bytes) -> tuple[bytes, dict[str, str]]:
    nonce = random_bytes(NONCE_BYTES)
    sealed = foreign.aes_gcm_seal(key, nonce, plaintext)
    return sealed[:-TAG_BYTES], {"nonce": nonce.hex(), "tag": sealed[-TAG_BYTES:].hex()}
