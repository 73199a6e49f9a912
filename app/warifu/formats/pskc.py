"""Portable Symmetric Key Containers (RFC 6030), which makers of tokens give and ykman takes."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from warifu.core.account import Account, Algorithm, OtpType
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Writer
from warifu.formats.entries import collected, imported
from warifu.formats.errors import NeedsPassword
from warifu.formats.holds import Holds
from warifu.formats.markup import children, inside, text_in
from warifu.formats.pskc_sealed import Sealing
from warifu.formats.tries import Tries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_NAMESPACE: Final = "urn:ietf:params:xml:ns:keyprov:pskc"
_ROOT: Final = "KeyContainer"
_KINDS: Final = {"totp": OtpType.TOTP, "hotp": OtpType.HOTP}
_SPECIAL: Final = re.compile('[",+;<>=\\\\]')
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(file: Untrusted, keys: Keys) -> Contents:
    """Every key for codes. Raises NeedsPassword, WrongFilePassword, NotSupported, FileDamaged."""
    tries = Tries(keys.passwords)
    contents = collected(
        _keys(file.data, keys),
        lambda found: _account(*found, tries),
        lambda found: text_in(found[0], "FriendlyName"),
    )
    tries.check()
    return contents


def _keys(data: bytes, keys: Keys) -> Iterator[tuple[Element, Sealing | None]]:
    """Key after key; how they are encrypted may be told anywhere, and is looked for where one is."""
    sealing: Sealing | None = None
    for package in children(data, _ROOT):
        for key in package.findall("Key") if package.tag == "KeyPackage" else ():
            if sealing is None and _sealed_value(key) is not None:
                if not keys.passwords:
                    raise NeedsPassword(
                        "This file is protected by a password or a key that was agreed on with who made it."
                    )
                sealing = Sealing.of(children(data, _ROOT))
            yield key, sealing


def _account(key: Element, sealing: Sealing | None, tries: Tries) -> Imported:
    kind = _KINDS.get((key.get("Algorithm") or "").rpartition(":")[2].rpartition("#")[2].casefold())
    if kind is None:
        raise BadText("It asks for a kind of code that Warifu does not make.")
    form = inside(key, "AlgorithmParameters", "ResponseFormat")
    if form is not None and (form.get("Encoding") or "DECIMAL") != "DECIMAL":
        raise BadText("Its codes are not written in digits.")
    issuer, account = _names(key)
    return imported(
        secret=_secret(key, sealing, tries),
        kind=kind,
        issuer=issuer,
        account=account,
        algorithm=text_in(key, "AlgorithmParameters", "Suite"),
        digits=None if form is None else form.get("Length"),
        period=text_in(key, "Data", "TimeInterval", "PlainValue"),
        counter=text_in(key, "Data", "Counter", "PlainValue"),
    )


def _names(key: Element) -> tuple[str, str]:
    issuer, name = text_in(key, "Issuer"), text_in(key, "FriendlyName")
    if inside(key, "FriendlyName") is None:
        user = text_in(key, "UserId")
        return issuer, (user.removeprefix("CN=")) or key.get("Id") or ""
    if issuer:
        return issuer, name.removeprefix(f"{issuer}:").strip()
    prefix, colon, rest = name.partition(":")
    return (prefix.strip(), rest.strip()) if colon else ("", name)


def _secret(key: Element, sealing: Sealing | None, tries: Tries) -> Secret:
    if sealing is not None and (sealed := _sealed_value(key)) is not None:
        mac = text_in(key, "Data", "Secret", "ValueMAC")
        return Secret(tries.open(lambda password: sealing.opened(sealed, mac, password)))
    try:
        plain = "".join(text_in(key, "Data", "Secret", "PlainValue").split())
        return Secret(base64.b64decode(plain, validate=True))
    except (binascii.Error, ValueError):
        raise BadText("Its secret is not written in base64.") from None


def _sealed_value(key: Element) -> Element | None:
    return inside(key, "Data", "Secret", "EncryptedValue")


def write(accounts: Sequence[Account], _password: str) -> bytes:
    """One package a key, as ykman imports them."""
    packages = "".join(_package(place, each) for place, each in enumerate(accounts, start=1))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{_ROOT} Version="1.0" xmlns="{_NAMESPACE}">\n'
        f"{packages}</{_ROOT}>\n"
    ).encode()


def _package(place: int, account: Account) -> str:
    otp, issuer = account.otp, account.issuer or account.title
    moving = (
        f"<Counter><PlainValue>{account.counter}</PlainValue></Counter>"
        if otp.type is OtpType.HOTP
        else f"<TimeInterval><PlainValue>{otp.period}</PlainValue></TimeInterval>"
    )
    secret = base64.b64encode(otp.secret.reveal()).decode()
    named = f"<Issuer>{_text(issuer)}</Issuer>\n      " if issuer else ""
    name = f"{issuer}:{account.account}" if issuer or ":" in account.account else account.account
    time = "" if otp.type is OtpType.HOTP else "<Time><PlainValue>0</PlainValue></Time>"
    # ykman knows SHA256 by this name alone, and takes the name of an account from there alone.
    suite = "" if otp.algorithm is Algorithm.SHA1 else f"<Suite>{otp.algorithm.value}</Suite>\n        "
    user = _text(f"CN={_distinguished(account.account or issuer or str(place))}")
    return f"""\
  <KeyPackage>
    <Key Id="{place}" Algorithm="{_NAMESPACE}:{otp.type.value}">
      {named}<AlgorithmParameters>
        {suite}<ResponseFormat Encoding="DECIMAL" Length="{otp.digits}"/>
      </AlgorithmParameters>
      <FriendlyName>{_text(name)}</FriendlyName>
      <Data><Secret><PlainValue>{secret}</PlainValue></Secret>{time}{moving}</Data>
      <UserId>{user}</UserId>
    </Key>
  </KeyPackage>
"""


def _distinguished(text: str) -> str:
    """A value as names of directories have it (RFC 4514 section 2.4)."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return f"\\{escaped}" if escaped.startswith(("#", " ")) else escaped


def _text(text: str) -> str:
    return escape(_NO_XML.sub("", text))


FORMAT = Format(
    id="pskc",
    name="PSKC (RFC 6030)",
    fits=lambda file: file.start.startswith("<") and _ROOT in file.start,
    read=read,
    forms=Form.PLAIN | Form.ENCRYPTED,
    steps=Text("The maker of a token gives such a file, and ykman oath accounts import reads it."),
    writer=Writer(
        write,
        Form.PLAIN,
        Holds(
            frozenset((OtpType.TOTP, OtpType.HOTP)),
            frozenset((Algorithm.SHA1, Algorithm.SHA256, Algorithm.SHA512)),
            digits=range(6, 9),
            pin=False,
        ),
        ".pskcxml",
    ),
)
