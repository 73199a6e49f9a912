"""Accounts as records and back: the names and the shapes of the fields in the file."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType
from warifu.core.secret import Secret
from warifu.vault.record import Record, counter_of, edits
from warifu.vault.registers import MAX_PAST, covers, otp_part

if TYPE_CHECKING:
    from warifu.vault.stamp import Stamp

TEXTS = ("title", "account", "issuer", "note", "order")
_KNOWN_TYPES = frozenset(OtpType)
_KNOWN_ALGORITHMS = frozenset(Algorithm)


def new_record(account: Account, stamp: Stamp) -> Record:
    """The record of an account that nobody has seen yet. Empty fields are left out."""
    data: dict[str, Any] = {"id": account.id, "stamp": stamp}
    data.update({key: value for key in TEXTS if (value := getattr(account, key))})
    if account.tags:
        data["tags"] = list(account.tags)
    if account.icon != Icon():
        data["icon"] = icon_to_json(account.icon)
    if account.pinned:
        data["pinned"] = True
    if account.created:
        data["created"] = account.created
    if account.last_used:
        data["last_used"] = account.last_used
    if account.trashed:
        data["trash"] = {"time": account.trashed, "seen": [stamp]}
    if account.uses:
        data["uses"] = {"": account.uses}
    if account.counter:
        data["counters"] = {stamp: account.counter}
    data["secrets"] = [{**otp_to_json(account.otp), "stamp": stamp}]
    return Record(data)


def otp_to_json(otp: Otp) -> dict[str, Any]:
    """The register of everything that decides the codes."""
    data: dict[str, Any] = {
        "secret": otp.secret.base32(),
        "type": otp.type.value,
        "algorithm": otp.algorithm.value,
        "digits": otp.digits,
        "period": otp.period,
    }
    if otp.pin:
        data["pin"] = otp.pin
    return data


def icon_to_json(icon: Icon) -> dict[str, str]:
    """The register of the picture."""
    data = {"brand": icon.brand} if icon.brand else {}
    if icon.image:
        data["image"] = base64.b64encode(icon.image).decode("ascii")
    return data


def otp_from_json(version: dict[str, Any]) -> Otp:
    """The otp of a version. Raises KeyError, ValueError or TypeError for what Warifu never writes."""
    padded = version["secret"] + "=" * (-len(version["secret"]) % 8)
    return Otp(
        secret=Secret(base64.b32decode(padded)),
        type=OtpType(version["type"]),
        algorithm=Algorithm(version["algorithm"]),
        digits=_whole(version["digits"]),
        period=_whole(version["period"]),
        pin=_text(version.get("pin", "")),
    )


def understood(record: Record) -> bool:
    """Whether the secret is of a type that this Warifu knows; others are kept and not shown."""
    current = record.data["secrets"][0]
    return current["type"] in _KNOWN_TYPES and current["algorithm"] in _KNOWN_ALGORITHMS


def account_of(record: Record) -> Account:
    """The account as everything above the vault sees it. Raises as ``otp_from_json`` does."""
    data = record.data
    current = data["secrets"][0]
    icon = data.get("icon") or {}
    return Account(
        otp=otp_from_json(current),
        title=_text(data.get("title", "")),
        account=_text(data.get("account", "")),
        issuer=_text(data.get("issuer", "")),
        icon=Icon(_text(icon.get("brand", "")), base64.b64decode(icon.get("image", ""))) if icon else Icon(),
        tags=tuple(map(_text, data.get("tags", ()))),
        note=_text(data.get("note", "")),
        pinned=data.get("pinned", False) is True,
        counter=_whole(counter_of(record)),
        order=_text(data.get("order", "")),
        uses=sum(map(_whole, data.get("uses", {}).values())),
        last_used=_whole(data.get("last_used", 0)),
        created=_whole(data.get("created", 0)),
        trashed=_trashed(record),
        id=_text(data["id"]),
    )


def past_otps(record: Record) -> tuple[Otp, ...]:
    """Former secrets, newest first, each once and without the current one."""
    found: list[Otp] = []
    current: dict[str, Any] = {}
    for version in record.data["secrets"]:
        current = current or otp_part(version)
        if otp_part(version) != current and version["type"] in _KNOWN_TYPES:
            otp = otp_from_json(version)
            if otp not in found:
                found.append(otp)
    return tuple(found[:MAX_PAST])


def _trashed(record: Record) -> int:
    """When it went to the trash; 0 where an edit that the delete did not know of keeps it out."""
    trash = record.data.get("trash")
    if not trash or not trash["time"] or not covers(trash["seen"], edits(record)):
        return 0
    return _whole(trash["time"])


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("a whole number was expected")
    return value
