"""Battle.net on Android: preferences whose secret is hidden under a fixed mask, and encrypted by nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.markup import preferences

if TYPE_CHECKING:
    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_SECRET: Final = "AUTHENTICATOR_DEVICE_SECRET"  # noqa: S105 - the name of a field
_SERIAL: Final = "AUTHENTICATOR_SERIAL"
_KIND: Final = "AUTHENTICATOR_CREDENTIALS_ENCRYPTION_TYPE"
_OLD: Final = "com.blizzard.bma.AUTH_STORE.HASH"  # of the Mobile Authenticator before 2022: both in one
_MASK: Final = bytes.fromhex(
    "398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c64"
    "79015c1d5b8b8f6b9a"
)
_HEX: Final = re.compile("[0-9a-fA-F]+")
_OLD_SECRET: Final = 40  # hexadecimal digits, before the serial number


def read(file: Untrusted, _keys: Keys) -> Contents:
    """The one account. Raises FileDamaged, NotSupported."""
    stored = preferences(file.data)
    named = {name.rpartition(".")[2]: value for name, value in stored.items()}
    if _OLD in stored:
        whole = _unmasked(stored[_OLD])
        secret, serial = whole[:_OLD_SECRET], whole[_OLD_SECRET:]
    elif _SECRET in named:
        if named.get(_KIND, "MASK") != "MASK":
            raise NotSupported(
                "The phone that this file comes from keeps the secret to itself.",
                hint="In the Battle.net app, remove the authenticator and set it up anew with Warifu.",
            )
        secret, serial = _unmasked(named[_SECRET]), _unmasked(named.get(_SERIAL, ""))
    else:
        raise FileDamaged
    return collected([(secret, serial)], _account, lambda pair: pair[1])


def _account(pair: tuple[str, str]) -> Imported:
    secret, serial = pair
    if not _HEX.fullmatch(secret) or len(secret) % 2:
        raise FileDamaged
    return imported(secret=Secret(bytes.fromhex(secret)), issuer="Battle.net", account=serial, digits=8)


def _unmasked(untrusted: str) -> str:
    try:
        masked = bytes.fromhex(untrusted)
    except ValueError:
        raise FileDamaged from None
    if len(masked) > len(_MASK):
        raise FileDamaged
    return bytes(byte ^ mask for byte, mask in zip(masked, _MASK, strict=False)).decode("latin-1")


FORMAT = Format(
    id="battlenet",
    name="Battle.net",
    fits=lambda file: (
        file.start.startswith("<") and any(name in (file.text or "") for name in (_SECRET, _OLD))
    ),
    read=read,
    forms=Form.PLAIN,
    steps=Text(
        "Only on a rooted Android phone: the file com.blizzard.messenger.authenticator_preferences.xml in "
        "the folder shared_prefs of the app."
    ),
)
