"""Key links: otpauth:// as Google's "Key Uri Format" has it, and what apps and sites make of it."""

from __future__ import annotations

import base64
import binascii
import re
import sys
from urllib.parse import quote, unquote

from warifu.core.account import MAX_TITLE, Account, Algorithm, Otp, OtpType
from warifu.core.base32 import decode_secret
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.core.uri_parts import COUNTER, DIGITS, PERIOD, Parts, labelled, number, split_link

SCHEMES = ("otpauth", "apple-otpauth", "steam", "motp")
_TYPES = {
    "totp": OtpType.TOTP,
    "hotp": OtpType.HOTP,
    "steam": OtpType.STEAM,
    "yaotp": OtpType.YANDEX,
    "yandex": OtpType.YANDEX,  # Ente Auth takes both
    "motp": OtpType.MOTP,
}
_ALGORITHMS = {
    "SHA1": Algorithm.SHA1,
    "SHA256": Algorithm.SHA256,
    "SHA512": Algorithm.SHA512,
    "MD5": Algorithm.MD5,
}
_STEAM_BYTES = 16  # Steam issues 20; much that is no secret passes for shorter base64
_HEX_TEXT = re.compile(rb"(?:[0-9a-f]{2})+")
_DEFAULT_DIGITS = {OtpType.STEAM: 5, OtpType.YANDEX: 8}


def is_link(text: str) -> bool:
    """Whether the text starts with the scheme of a key link."""
    return text.partition(":")[0].strip().casefold() in SCHEMES and ":" in text


def parse_uri(untrusted: str) -> Account:
    """The account that a link describes. Nothing in it is fetched, and names in it are cleaned.

    Raises BadText with what is wrong; the sentence never holds the secret.
    """
    return account_of(split_link(untrusted))


def account_of(parts: Parts) -> Account:
    """The account that the parts of a link describe. Raises BadText as ``parse_uri`` does."""
    if parts.scheme == "steam":
        return Account(_steam_otp(parts.host + parts.path), title="Steam", issuer="Steam")
    if parts.scheme == "motp":
        return _motp(parts)
    if (kind := _TYPES.get(parts.host.casefold())) is None:
        raise BadText(
            "This link asks for a kind of code that does not exist.",
            hint="Copy the link again, or paste the secret key alone.",
        )
    return _otpauth(parts, kind)


def format_uri(account: Account) -> str:
    """The link for an account: every parameter is written, since readers differ in what they assume."""
    otp, issuer = account.otp, account.issuer or account.title
    label = quote(account.account, safe="")
    if issuer or ":" in account.account:  # a name with a colon and no issuer would be read as having one
        label = f"{quote(issuer, safe='')}:{label}"
    if otp.type is OtpType.MOTP:
        return f"motp://{label}?secret={otp.secret.reveal().hex()}"
    kind = "yaotp" if otp.type is OtpType.YANDEX else otp.type.value
    query = {"secret": otp.secret.base32()} | ({"issuer": quote(issuer, safe="")} if issuer else {})
    query |= {"algorithm": otp.algorithm.value, "digits": str(otp.digits)}
    if otp.type is OtpType.HOTP:
        query["counter"] = str(account.counter)
    else:
        query["period"] = str(otp.period)
    if otp.pin:
        query["pin"] = Secret(otp.pin.encode()).base32()
    return f"otpauth://{kind}/{label}?" + "&".join(f"{key}={value}" for key, value in query.items())


def _otpauth(parts: Parts, kind: OtpType) -> Account:
    query = parts.query
    issuer, name = labelled(parts.path.removeprefix("/"), query.get("issuer", ""))
    if not issuer and name == "Steam":
        issuer, name = name, ""
    if kind is OtpType.YANDEX:
        issuer = issuer or "Yandex"
    if kind is OtpType.TOTP and _is_steam(query, issuer):
        kind = OtpType.STEAM
    otp = Otp(
        secret=_secret(query.get("secret", ""), kind),
        type=kind,
        algorithm=algorithm_named(query.get("algorithm", ""), kind),
        digits=number(query, DIGITS, _DEFAULT_DIGITS.get(kind, 6)),
        period=30 if kind is OtpType.HOTP else number(query, PERIOD, 10 if kind is OtpType.MOTP else 30),
        pin=_pin(query.get("pin", ""), kind),
    )
    title = sys.intern(clean_line(issuer, MAX_TITLE))  # one site has many accounts
    return Account(
        otp,
        title=title,
        issuer=title,
        account=clean_line(name, MAX_TITLE),
        counter=number(query, COUNTER, 0) if kind is OtpType.HOTP else 0,
        tags=clean_tags(parts.tags),
        note=clean_note(query.get("note", "") or parts.display.note),
        pinned=parts.display.pinned,
        uses=parts.display.uses,
        last_used=parts.display.last_used,
    )


def _is_steam(query: dict[str, str], issuer: str) -> bool:
    """The spellings that all mean a five-letter Steam code; six digits or more never do."""
    digits = query.get("digits", "")
    if query.get("encoder", "").casefold() == "steam" or ("steam" in query and not query["steam"]):
        return True
    return issuer == "Steam" and digits in {"", "5", "null"}


def _motp(parts: Parts) -> Account:
    label = (parts.host + parts.path).strip("/")
    issuer, name = labelled(label, parts.query.get("issuer", ""))
    try:
        secret = Secret(bytes.fromhex(parts.query.get("secret", "")))
    except ValueError:
        raise BadText("The secret of an mOTP link must be written in hexadecimal digits.") from None
    if not len(secret):
        raise _no_secret()
    title = clean_line(issuer, MAX_TITLE)
    otp = Otp(secret, OtpType.MOTP, Algorithm.MD5, 6, 10, pin=_pin(parts.query.get("pin", ""), OtpType.MOTP))
    return Account(otp, title=title, issuer=title, account=clean_line(name, MAX_TITLE))


def _steam_otp(untrusted: str) -> Otp:
    return Otp(_secret(unquote(untrusted).strip("/"), OtpType.STEAM), OtpType.STEAM, digits=5)


def _secret(untrusted: str, kind: OtpType) -> Secret:
    if not untrusted.strip(" ="):
        raise _no_secret()
    try:
        spaced = untrusted if kind is OtpType.STEAM else untrusted.replace("+", " ")  # base64 has plus signs
        secret = decode_secret(spaced)
        return _of_hex_text(secret) if kind is OtpType.MOTP else secret
    except BadText:
        if kind is not OtpType.STEAM:
            raise
        return steam_base64(untrusted)


def _of_hex_text(secret: Secret) -> Secret:
    """andOTP takes mOTP's secret for a text, and writes base32 of its hexadecimal digits."""
    text = secret.reveal()
    return Secret(bytes.fromhex(text.decode())) if _HEX_TEXT.fullmatch(text) else secret


def steam_base64(untrusted: str) -> Secret:
    """Steam's own files hold base64; Proton and WinAuth pass it on in links. Raises BadText."""
    text = untrusted.replace(" ", "+").replace("-", "+").replace("_", "/").rstrip("=")
    try:
        secret = Secret(base64.b64decode(text + "=" * (-len(text) % 4), validate=True))
    except (binascii.Error, ValueError):
        raise _bad_steam() from None
    if len(secret) < _STEAM_BYTES:
        raise _bad_steam()
    return secret


def algorithm_named(untrusted: str, kind: OtpType) -> Algorithm:
    """The algorithm by any of the names that apps give it; the type's own where none is said.

    Raises BadText for one that no code can be made with here.
    """
    default = {OtpType.MOTP: Algorithm.MD5, OtpType.YANDEX: Algorithm.SHA256}.get(kind, Algorithm.SHA1)
    if kind in {OtpType.MOTP, OtpType.STEAM, OtpType.YANDEX}:
        return default
    name = untrusted.upper()
    if name not in _ALGORITHMS:
        name = "".join(letter for letter in name if letter.isalnum())
        name = name.removeprefix("ALGORITHM").removeprefix("HMAC")
    if name in {"", "NULL"}:
        return default
    if (algorithm := _ALGORITHMS.get(name)) is None or algorithm is Algorithm.MD5:
        raise BadText(
            Text("The algorithm “{name}” is not supported.", name=clean_line(untrusted, 12)),
            hint="Warifu makes codes with SHA-1, SHA-256 and SHA-512.",
        )
    return algorithm


def _pin(untrusted: str, kind: OtpType) -> str:
    """A PIN as it is, or in base32 as Aegis writes it: the digits behind it tell the two apart."""
    if kind not in {OtpType.YANDEX, OtpType.MOTP} or not untrusted:
        return ""
    try:
        decoded = decode_secret(untrusted).reveal()
    except BadText:
        decoded = b""
    return decoded.decode() if decoded.isdigit() else clean_line(untrusted, 64)


def _no_secret() -> BadText:
    return BadText("This link holds no secret.", hint="Copy the link again, or paste the secret key alone.")


def _bad_steam() -> BadText:
    return BadText("The secret of this Steam link is neither base32 nor base64.")
