"""Steam: Steamguard-* of its Android app, and the .maFile of Steam Desktop Authenticator."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.core.uri import is_link, steam_base64
from warifu.formats import kdf
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, of_link, text_at
from warifu.formats.errors import FileDamaged, NeedsPassword, NotSupported
from warifu.formats.kdf import Hash
from warifu.formats.tries import Tries
from warifu.formats.untrusted import NO_JSON, Untrusted, load_json
from warifu.vault.aead import Forged
from warifu.vault.foreign import aes_cbc_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.formats.base import Imported, Keys

_ROUNDS: Final = 50_000
_MANIFEST: Final = "manifest.json"
_SECRET: Final = "shared_secret"  # noqa: S105 - the name of a field
_SUFFIX: Final = ".mafile"
_OTHERS: Final = ("identity_secret", "revocation_code", "secret_1", "Session", "tokens")


def read(file: Untrusted, keys: Keys) -> Contents:
    """The accounts in it, or in the files of a manifest. Raises what ``Format`` says."""
    if _entries(file.object):
        found = list(_of_manifest(file))
        if not found:
            raise NotSupported(
                "This file only lists where the secrets of Steam Desktop Authenticator are.",
                hint="Choose the .maFile files in the same folder.",
            )
    elif file.json is NO_JSON:
        found = [_sealed(file)]
    else:
        found = list(_of_object(file.object))
    if not keys.passwords and any(isinstance(each, _Sealed) for each in found):
        raise NeedsPassword
    tries = Tries(keys.passwords)
    seen: list[dict[str, Any]] = []

    def account(each: dict[str, Any] | _Sealed) -> Imported:
        item = tries.open(each.opened) if isinstance(each, _Sealed) else each
        made = _account(item)
        seen.append(item)
        return made

    contents = collected(found, account, _name)
    tries.check()
    others = any(item.get(key) for item in seen for key in _OTHERS)
    return Contents(contents.entries, contents.problems, passwords=others)


class _Sealed:
    """A .maFile that is encrypted: AES-256-CBC, with salt and IV from the manifest."""

    def __init__(self, sealed: bytes, entries: list[dict[str, Any]]) -> None:
        self._sealed = sealed
        self._entries = entries

    def opened(self, password: str) -> dict[str, Any] | None:
        """What is in it, if the password is its own."""
        for entry in self._entries:
            salt, iv = _base64(text_at(entry, "encryption_salt")), _base64(text_at(entry, "encryption_iv"))
            if not salt or not iv:
                raise NotSupported(
                    "This file is encrypted in a way that Steam Desktop Authenticator does not use.",
                    hint="Take the encryption off with the program that wrote it, and import it then.",
                )
            key = kdf.pbkdf2(Hash.SHA1, password.encode(), salt, _ROUNDS)
            try:
                item = load_json(aes_cbc_open(key, iv, self._sealed).decode())
            except (Forged, UnicodeDecodeError, FileDamaged):
                continue
            if isinstance(item, dict) and _SECRET in item:
                return item
        return None


def _account(item: dict[str, Any]) -> Imported:
    name, secret = text_at(item, "account_name"), text_at(item, _SECRET)
    if not secret and is_link(link := text_at(item, "uri")):
        return of_link(link, issuer="Steam", account=name)
    if not secret:
        raise BadText("It holds no secret.")
    return imported(
        secret=steam_base64(secret), kind=OtpType.STEAM, issuer="Steam", account=name or _steam_id(item)
    )


def _steam_id(item: dict[str, Any]) -> str:
    session = item.get("Session")
    return text_at(item, "steamid") or (text_at(session, "SteamID") if isinstance(session, dict) else "")


def _name(item: Any) -> str:
    return text_at(item, "account_name") if isinstance(item, dict) else ""


def _of_object(holder: dict[str, Any]) -> Iterator[dict[str, Any]]:
    accounts = holder.get("accounts")
    if _SECRET in holder:
        yield holder
    elif isinstance(accounts, dict):
        yield from accounts.values()
    else:
        raise FileDamaged


def _of_manifest(file: Untrusted) -> Iterator[dict[str, Any] | _Sealed]:
    """The files that a manifest names and that lie beside it, in its order."""
    beside = {name.casefold(): data for name, data in file.beside.items()}
    for entry in _entries(file.object):
        data = beside.get(entry["filename"].casefold())
        if data is None:
            continue
        one = Untrusted(data)
        if one.json is NO_JSON:
            yield _Sealed(_base64(one.text or ""), [entry])
        else:
            yield one.object


def _sealed(file: Untrusted) -> _Sealed:
    """An encrypted file, with the entries of the manifest beside it that may be its own."""
    entries = _entries(_manifest(file))
    if not entries:
        raise NotSupported(
            "This file of Steam Desktop Authenticator is encrypted, and what opens it is in another file.",
            hint="Put manifest.json of the same folder beside it, or take the encryption off there.",
        )
    own = [each for each in entries if each["filename"].casefold() == file.name.casefold()]
    sealed = _base64(file.text or "")
    if not sealed or len(sealed) % 16:
        raise FileDamaged
    return _Sealed(sealed, own or entries[:50])


def _manifest(file: Untrusted) -> dict[str, Any]:
    for name, data in file.beside.items():
        if name.casefold() == _MANIFEST:
            return Untrusted(data).object
    return {}


def _entries(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    entries = manifest.get("entries")
    if not isinstance(entries, list):
        return []
    return [each for each in entries if isinstance(each, dict) and isinstance(each.get("filename"), str)]


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _fits(file: Untrusted) -> bool:
    holder = file.object
    if isinstance(holder.get(_SECRET), str) or _entries(holder):
        return True
    accounts = holder.get("accounts")
    if isinstance(accounts, dict):
        return any(isinstance(each, dict) and _SECRET in each for each in accounts.values())
    if file.json is not NO_JSON or not file.start:
        return False
    own = file.name.casefold().endswith(_SUFFIX) or bool(_entries(_manifest(file)))
    return own and bool(_base64(file.text or ""))


FORMAT = Format(
    id="steam",
    name="Steam",
    fits=_fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text(
        "From Steam Desktop Authenticator: the .maFile files and manifest.json in its folder maFiles. From a "
        "rooted Android phone: the file Steamguard-… in the folder of the Steam app."
    ),
    note=Text(
        "Such a file also holds the key that confirms trades and the code that removes Steam Guard. Warifu "
        "takes the secret of the codes alone; keep the file safe, or delete it."
    ),
)
