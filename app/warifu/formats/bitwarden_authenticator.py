"""Bitwarden Authenticator: its JSON, which Bitwarden itself takes as well, and its CSV."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from warifu.core.account import Account, OtpType
from warifu.core.text import Text
from warifu.formats.base import Form, Format, Keys, Writer
from warifu.formats.bitwarden import is_authenticators, read_items
from warifu.formats.bitwarden_csv import is_table, read_table
from warifu.formats.bitwarden_writing import link_of
from warifu.formats.holds import Holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.formats.base import Contents
    from warifu.formats.untrusted import Untrusted

_NAMES = uuid.UUID("6f1d8c35-2f5f-4f0f-8a63-1f0f6a2f6b55")  # of the ids that we make


def fits(file: Untrusted) -> bool:
    """Whether it is an export of the authenticator rather than of the password manager."""
    return is_authenticators(file.object) or is_table(file.start, authenticator=True)


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every code."""
    return read_items(file.object) if file.object else read_table(file)


def write(accounts: Sequence[Account], _password: str) -> bytes:
    """Plain JSON: the authenticator reads no other, and the password manager reads it as its own."""
    items = [_item(account, place) for place, account in enumerate(accounts)]
    return json.dumps({"encrypted": False, "items": items}, ensure_ascii=False, indent=2).encode()


def _item(account: Account, place: int) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid5(_NAMES, f"{place} {account.id}")),
        "name": account.issuer or account.title,
        "folderId": None,
        "organizationId": None,
        "collectionIds": None,
        "notes": None,
        "type": 1,
        "login": {"username": account.account, "totp": link_of(account)},
        "favorite": account.pinned,
    }


FORMAT = Format(
    id="bitwarden-authenticator",
    name="Bitwarden Authenticator",
    fits=fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("In Bitwarden Authenticator: Settings > Export. Choose “.json”."),
    writer=Writer(
        write,
        Form.PLAIN,  # the authenticator reads no file that is protected by a password
        Holds(frozenset((OtpType.TOTP, OtpType.STEAM)), pinned=True),
        ".json",
    ),
)
