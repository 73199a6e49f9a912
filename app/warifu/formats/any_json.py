"""JSON of apps that publish no format (Zoho OneAuth and others): whatever in it looks like a secret.

The last resort, tried where nothing else fits; the preview before an import shows what was made of it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import OtpType
from warifu.core.base32 import decode_secret
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.core.uri import is_link
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, of_link
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.core.secret import Secret
    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_SECRETS: Final = (
    "secret", "secretkey", "totpsecret", "otpsecret", "totpkey", "otpkey", "totpseed", "otpseed", "seed",
    "sharedsecret", "secretseed", "totp", "otp", "otpauth", "key", "authtoken", "twofasecret",
)  # fmt: skip
_ISSUERS: Final = (
    "issuer", "issuername", "service", "servicename", "provider", "appname", "app", "site", "website",
    "title", "organization", "company",
)  # fmt: skip
_ACCOUNTS: Final = (
    "account", "accountname", "username", "user", "useraccount", "email", "emailid", "login", "label",
    "name", "displayname",
)  # fmt: skip
_ALGORITHMS: Final = ("algorithm", "algo", "hash", "hashalgorithm", "hashfunction")
_DIGITS: Final = ("digits", "digit", "codelength", "otplength", "length")
_PERIODS: Final = (
    "period",
    "timestep",
    "interval",
    "timer",
    "timeinterval",
    "refreshtime",
    "step",
    "duration",
)
_TYPES: Final = ("type", "otptype", "kind", "tokentype")
_TAGS: Final = ("group", "groupname", "folder", "foldername", "category", "tag")
_NOTES: Final = ("note", "notes", "remarks", "description")
_LEAST: Final = 8  # letters of base32 in a field that is only called “key”
_LINK, _SECRET = "/link", "/secret"  # where the two are put, under names that no field has


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every object that holds a secret or a key link. Raises FileDamaged."""
    if not isinstance(file.json, dict | list):
        raise FileDamaged
    return collected(_candidates(file.json), _account, lambda fields: _text(fields, _ISSUERS, _ACCOUNTS))


def _account(fields: dict[str, Any]) -> Imported:
    issuer, account = _text(fields, _ISSUERS), _text(fields, _ACCOUNTS)
    if _LINK in fields:
        return of_link(fields[_LINK], issuer=issuer, account=account)
    kind = OtpType.HOTP if _text(fields, _TYPES).casefold() == "hotp" else OtpType.TOTP
    if _text(fields, _TYPES).casefold() in {"steam", "steamtotp"}:
        kind = OtpType.STEAM
    prefix, colon, rest = account.partition(":")
    if colon and (not issuer or issuer.casefold() == prefix.strip().casefold()):
        issuer, account = issuer or prefix.strip(), rest.strip()
    return imported(
        secret=fields[_SECRET],
        kind=kind,
        issuer=issuer,
        account=account,
        algorithm=_text(fields, _ALGORITHMS),
        digits=_first(fields, _DIGITS),
        period=_first(fields, _PERIODS),
        counter=fields.get("counter"),
        tags=(_text(fields, _TAGS),),
        note=_text(fields, _NOTES),
    )


def _candidates(value: Any) -> Iterator[dict[str, Any]]:
    """The fields of every object that has a secret, by names of letters and digits alone, in file order."""
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, dict):
            fields = {_plain(name): part for name, part in holder.items()}
            if link := _link(holder):
                fields[_LINK] = link
                yield fields
            elif (secret := _secret(fields)) is not None:
                fields[_SECRET] = secret
                yield fields
            parts: list[Any] = list(holder.values())
        else:
            parts = holder
            for part in parts:
                if isinstance(part, str) and is_link(part):
                    yield {_LINK: part}
        waiting += [part for part in reversed(parts) if isinstance(part, dict | list)]


def _secret(fields: dict[str, Any]) -> Secret | None:
    """What in an object is a secret by its name and its letters."""
    for name in _SECRETS:
        text = fields.get(name)
        if not isinstance(text, str) or len(text) < _LEAST:
            continue
        try:
            return decode_secret(text)
        except BadText:
            continue
    return None


def _link(holder: dict[str, Any]) -> str:
    return next((part for part in holder.values() if isinstance(part, str) and is_link(part)), "")


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((fields[name] for name in names if isinstance(fields.get(name), int | str)), None)


def _text(fields: dict[str, Any], *groups: tuple[str, ...]) -> str:
    """The first text that one of these names has."""
    for names in groups:
        for name in names:
            if isinstance(text := fields.get(name), str) and text.strip():
                return text.strip()
    return ""


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _fits(file: Untrusted) -> bool:
    return isinstance(file.json, dict | list) and any(islice(_candidates(file.json), 1))


FORMAT = Format(
    id="json",
    name="JSON",
    fits=_fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text(
        "For example in Zoho OneAuth: Settings > Export accounts. Warifu takes what looks like secrets: "
        "check the list before importing it."
    ),
)
