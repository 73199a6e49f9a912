"""The JSON of a backup of Stratum."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

from warifu.core.account import Algorithm, OtpType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account

_KINDS = {OtpType.HOTP: 1, OtpType.TOTP: 2, OtpType.MOTP: 3, OtpType.STEAM: 4, OtpType.YANDEX: 5}
_ALGORITHMS = {Algorithm.SHA1: 0, Algorithm.SHA256: 1, Algorithm.SHA512: 2}


def backup_of(accounts: Sequence[Account]) -> bytes:
    """Accounts in their order, tags as categories, own pictures as custom icons."""
    names = list(dict.fromkeys(tag for account in accounts for tag in account.tags))
    icons = {_icon(account): account.icon.image for account in accounts if account.icon.image}
    made = {
        "Authenticators": [_account(account, place) for place, account in enumerate(accounts)],
        "Categories": [
            {"Id": _id(name.encode()), "Name": name, "Ranking": place} for place, name in enumerate(names)
        ],
        "AuthenticatorCategories": [
            {"CategoryId": _id(tag.encode()), "AuthenticatorSecret": _secret(account), "Ranking": place}
            for place, account in enumerate(accounts)
            for tag in account.tags
        ],
        "CustomIcons": [
            {"Id": name[1:], "Data": base64.b64encode(image).decode()} for name, image in icons.items()
        ],
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _account(account: Account, place: int) -> dict[str, Any]:
    """The issuer may not be empty there."""
    otp = account.otp
    issuer = account.issuer or account.title
    return {
        "Type": _KINDS[otp.type],
        "Icon": _icon(account) or None,
        "Issuer": issuer or account.account or "?",
        "Username": (account.account if issuer else "") or None,
        "Secret": _secret(account),
        "Pin": otp.pin or None,
        "Algorithm": _ALGORITHMS.get(otp.algorithm, 0) if otp.type in {OtpType.TOTP, OtpType.HOTP} else 0,
        "Digits": otp.digits,
        "Period": otp.period,
        "Counter": account.counter,
        "CopyCount": account.uses,
        "Ranking": place,
    }


def _secret(account: Account) -> str:
    secret = account.otp.secret
    return secret.reveal().hex() if account.otp.type is OtpType.MOTP else secret.base32()


def _icon(account: Account) -> str:
    """The id of an own picture, or the name of a brand, which Stratum knows many of as well."""
    return f"@{_id(account.icon.image)}" if account.icon.image else account.icon.brand


def _id(data: bytes) -> str:
    """Stratum's ids: eight digits of SHA-1, which need not be safe, only the same."""
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()[:8]
