"""Stratum, once Authenticator Pro: plain, strong and legacy backups, its HTML, and its own database."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.formats import kdf
from warifu.formats.base import Form, Format, Imported, Writer
from warifu.formats.decoding import icon_bytes, json_object, motp_secret, with_password
from warifu.formats.entries import collected, consumed, imported, of_link, text_at, whole
from warifu.formats.errors import FileDamaged
from warifu.formats.holds import Holds
from warifu.formats.sqlite import MAGIC, is_database, rows
from warifu.formats.stratum_write import backup_of
from warifu.vault import foreign
from warifu.vault.aead import Forged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.core.secret import Secret
    from warifu.formats.base import Contents, Keys
    from warifu.formats.untrusted import Untrusted

_STRONG: Final = b"AUTHENTICATORPRO"
_LEGACY: Final = b"AuthenticatorPro"
_KINDS = {1: OtpType.HOTP, 2: OtpType.TOTP, 3: OtpType.MOTP, 4: OtpType.STEAM, 5: OtpType.YANDEX}
_TOTP: Final = 2  # what is meant where none is said
_ALGORITHMS = {0: "SHA1", 1: "SHA256", 2: "SHA512"}
_OLD_PIN: Final = 4  # digits, behind the secret in files that know no PIN
_CELL = re.compile(r"<code>\s*((?:otpauth|motp)://[^<]*)</code>", re.IGNORECASE)
_MEMORY, _PASSES, _LANES = 65_536, 3, 4  # KiB; of Argon2id in strong backups
_NAMES = (b"authenticator", b"issuer", b"digits", b"ranking")  # of the app's own database
_TABLES = ("authenticator", "category", "authenticatorcategory", "customicon")


def fits(file: Untrusted) -> bool:
    """Whether it is any of them."""
    if file.data.startswith((_STRONG, _LEGACY)):
        return True
    if file.data.startswith(MAGIC):
        return is_database(file, *_NAMES)
    if file.start.startswith("<") and file.text is not None:
        return "<code>" in file.text and _CELL.search(file.text) is not None
    return isinstance(file.object.get("Authenticators"), list)


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every account with its categories and its own icon, in the app's order."""
    if file.data.startswith(_STRONG):
        return _read_backup(with_password(keys, lambda password: _strong(file.data, password)))
    if file.data.startswith(_LEGACY):
        return _read_backup(with_password(keys, lambda password: _legacy(file.data, password)))
    if file.data.startswith(MAGIC):
        return _read_backup(_database(file))
    if file.start.startswith("<") and file.text is not None:
        return collected(_CELL.finditer(file.text), lambda cell: of_link(cell[1].strip()))
    return _read_backup(file.taken_object())


def _strong(data: bytes, password: str) -> dict[str, Any]:
    """Raises Forged for a wrong password."""
    salt, iv, sealed = data[16:32], data[32:44], data[44:]
    if len(sealed) < 16:
        raise FileDamaged
    return json_object(foreign.aes_gcm_open(_strong_key(password, salt), iv, sealed))


def _strong_key(password: str, salt: bytes) -> bytes:
    return kdf.argon2(kdf.Argon.ID, password.encode(), salt, memory_kib=_MEMORY, passes=_PASSES, lanes=_LANES)


def _legacy(data: bytes, password: str) -> dict[str, Any]:
    """Raises Forged for a wrong password, which only what comes out tells."""
    salt, iv, sealed = data[16:36], data[36:52], data[52:]
    if not sealed or len(sealed) % 16:
        raise FileDamaged
    key = kdf.pbkdf2(kdf.Hash.SHA1, password.encode(), salt, 64_000)
    try:
        return json_object(foreign.aes_cbc_open(key, iv, sealed))
    except FileDamaged:
        raise Forged from None


def _read_backup(found: dict[str, Any]) -> Contents:
    items = found.get("Authenticators")
    if not isinstance(items, list):
        raise FileDamaged
    tags, icons = _categories(found), _icons(found)
    items.sort(key=_ranking)
    return collected(
        consumed(items),
        lambda item: _account(item, tags, icons),
        lambda item: item["Issuer"],
    )


def _ranking(item: Any) -> int:
    number = item.get("Ranking") if isinstance(item, dict) else None
    return number if isinstance(number, int) else 0


def _objects(found: dict[str, Any], key: str) -> list[dict[str, Any]]:
    values = found.get(key)
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []


def _categories(found: dict[str, Any]) -> dict[str, list[str]]:
    """Names of categories by the secret of what is in them: accounts have no other id."""
    names = {
        each.get("Id"): str(each.get("Name")) for each in sorted(_objects(found, "Categories"), key=_ranking)
    }
    order = {name: place for place, name in enumerate(names)}
    tags: dict[str, list[str]] = {}
    bindings = _objects(found, "AuthenticatorCategories")
    for each in sorted(bindings, key=lambda binding: order.get(binding.get("CategoryId"), 0)):
        if (name := names.get(each.get("CategoryId"))) is not None:
            tags.setdefault(str(each.get("AuthenticatorSecret")), []).append(name)
    return tags


def _icons(found: dict[str, Any]) -> dict[str, bytes]:
    return {
        f"@{each.get('Id')}": each["Data"]
        if isinstance(each.get("Data"), bytes)
        else icon_bytes(each.get("Data"))
        for each in _objects(found, "CustomIcons")
    }


def _account(item: Any, tags: dict[str, list[str]], icons: dict[str, bytes]) -> Imported:
    kind = _KINDS.get(whole(item.get("Type", _TOTP)) or 0)
    if kind is None:
        raise BadText("Warifu cannot make this kind of code.")
    algorithm = _ALGORITHMS.get(whole(item.get("Algorithm")) or 0, str(item.get("Algorithm")))
    written = text_at(item, "Secret")
    secret, pin = _secret(item, kind, written)
    return imported(
        secret=secret,
        kind=kind,
        issuer=text_at(item, "Issuer"),
        account=text_at(item, "Username"),
        algorithm=algorithm,
        digits=item.get("Digits") if kind is not OtpType.STEAM else None,
        period=item.get("Period"),
        counter=item.get("Counter"),
        pin=pin,
        tags=tags.get(written, ()),
        uses=whole(item.get("CopyCount")) or 0,
        untrusted_icon=icons.get(text_at(item, "Icon"), b""),
    )


def _secret(item: Any, kind: OtpType, written: str) -> tuple[Secret | str, str]:
    """The secret and its PIN, which early versions append to the secret of mOTP."""
    if kind is not OtpType.MOTP:
        return written, text_at(item, "Pin")
    if "Pin" in item:
        return motp_secret(written), text_at(item, "Pin")
    return motp_secret(written[:-_OLD_PIN]), written[-_OLD_PIN:]


def _database(file: Untrusted) -> dict[str, Any]:
    """The app's own tables as a backup has them; old versions lack some."""
    keys = ("Authenticators", "Categories", "AuthenticatorCategories", "CustomIcons")
    found: dict[str, Any] = {}
    for key, table in zip(keys, _TABLES, strict=True):
        try:
            found[key] = [_renamed(row) for row in rows(file, table)]
        except FileDamaged:
            if not found:
                raise
    return found


def _renamed(row: dict[str, Any]) -> dict[str, Any]:
    """``copy_count`` and ``authenticatorSecret`` as ``CopyCount`` and ``AuthenticatorSecret``."""
    return {"".join(part[:1].upper() + part[1:] for part in name.split("_")): row[name] for name in row}


def _write(accounts: Sequence[Account], password: str) -> bytes:
    plain = backup_of(accounts)
    if not password:
        return plain
    salt, iv = os.urandom(16), os.urandom(12)
    return _STRONG + salt + iv + foreign.aes_gcm_seal(_strong_key(password, salt), iv, plain)


FORMAT = Format(
    id="stratum",
    name="Stratum",
    fits=fits,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("In Stratum (once Authenticator Pro): menu > Back up > Backup to file."),
    writer=Writer(
        _write,
        Form.PLAIN | Form.ENCRYPTED,
        Holds(frozenset(OtpType), digits=range(6, 11), tags=50, icon=True),
        ".stratum",
    ),
)
