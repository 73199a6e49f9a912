"""Writing 2FAS' backup of schema 4, as its Android app does."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.formats import kdf
from warifu.formats.opening import base64_text
from warifu.vault import foreign
from warifu.vault.aead import NONCE_BYTES, random_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account

ROUNDS: Final = 10_000  # of PBKDF2
_SALT_BYTES: Final = 256
# What 2FAS encrypts beside the services, to know a right password: BackupContent.Reference.
_REFERENCE: Final = (
    b"tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfggogbBJhtYgpK6fMl1D6mtsy92"
    b"R3HkdGfwuXbzLebqVFJsR7IZ2w58t938iymwG4824igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NCV2Ov"
    b"idXQCBnDlGfmz0f1BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd"
)
_PLAIN_ICON: Final = "a5b3fb65-4ec5-43e6-8ec1-49e24ca9e7ad"  # of services that 2FAS has no picture of
_GROUPS: Final = uuid.UUID("0b1a9a5e-9f60-5d7c-8a43-6d0b6b0a7d55")  # the same name, the same group
_APP: Final = {"appVersionCode": 5000030, "appVersionName": "5.4.9", "appOrigin": "android"}


def write(accounts: Sequence[Account], password: str) -> bytes:
    """The backup as 2FAS exports it."""
    tags = dict.fromkeys(account.tags[0] for account in accounts if account.tags)
    updated = max((_updated(account) for account in accounts), default=0)
    services = [_service(account, place) for place, account in enumerate(accounts)]
    backup: dict[str, Any] = {
        "services": [] if password else services,
        "groups": [
            {"id": _group(tag), "name": tag, "isExpanded": True, "updatedAt": updated} for tag in tags
        ],
        "updatedAt": updated,
        "schemaVersion": 4,
        **_APP,
    }
    if password:
        salt = random_bytes(_SALT_BYTES)
        key = kdf.pbkdf2(kdf.Hash.SHA256, password.encode(), salt, ROUNDS)
        backup["servicesEncrypted"] = _sealed(key, salt, _json(services))
        backup["reference"] = _sealed(key, salt, _REFERENCE)
    return _json(backup)


def _service(account: Account, place: int) -> dict[str, Any]:
    name = account.title or account.issuer or account.account or "?"
    service: dict[str, Any] = {
        "name": name,
        "secret": account.otp.secret.base32(),
        "updatedAt": _updated(account),
        "otp": _otp(account),
        "order": {"position": place},
        "icon": {
            "selected": "Label",
            "label": {"text": name[:2].upper(), "backgroundColor": "LightBlue"},
            "iconCollection": {"id": _PLAIN_ICON},
        },
    }
    return service | ({"groupId": _group(account.tags[0])} if account.tags else {})


def _otp(account: Account) -> dict[str, Any]:
    otp = account.otp
    return {
        "label": account.account,
        "account": account.account,
        "issuer": account.issuer,
        "digits": otp.digits,
        "period": otp.period,
        "algorithm": otp.algorithm.value,
        **({"counter": account.counter} if otp.type is OtpType.HOTP else {}),
        "tokenType": otp.type.value.upper(),
        "source": "Manual",
    }


def _updated(account: Account) -> int:
    """Milliseconds."""
    return max(account.created, account.last_used) * 1000


def _group(tag: str) -> str:
    return str(uuid.uuid5(_GROUPS, tag))


def _sealed(key: bytes, salt: bytes, plaintext: bytes) -> str:
    nonce = random_bytes(NONCE_BYTES)
    sealed = foreign.aes_gcm_seal(key, nonce, plaintext)
    return ":".join(map(base64_text, (sealed, salt, nonce)))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
