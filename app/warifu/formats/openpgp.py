"""Files that OpenPGP encrypted: andOTP and WinAuth write such. They are for the owner's own key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from warifu.core.text import Text
from warifu.formats.base import Form, Format, Keys
from warifu.formats.errors import NotSupported

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted


def fits(file: Untrusted) -> bool:
    """Whether it is an armoured message, or starts with an encrypted session key (RFC 9580 section 5)."""
    if file.start.startswith("-----BEGIN PGP MESSAGE-----"):
        return True
    data = file.data
    if len(data) < 16:
        return False
    match data[:1]:
        case b"\x84" | b"\xc1":  # a session key for a public key, version 3 or 6
            return data[2:3] in {b"\x03", b"\x06"} or (
                192 <= data[1] < 224 and data[3:4] in {b"\x03", b"\x06"}
            )
        case b"\x85":
            return data[3:4] in {b"\x03", b"\x06"}
        case b"\x8c" | b"\xc3":  # a session key for a password, version 4 to 6
            return data[1:2] in {b"\x04", b"\x0d", b"\x0e", b"\x2e"} and data[2:3] in {
                b"\x04",
                b"\x05",
                b"\x06",
            }
    return False


def read(_file: Untrusted, _keys: Keys) -> NoReturn:
    """Raises NotSupported, with what to do."""
    raise NotSupported(
        "This file is encrypted with OpenPGP.",
        hint="Decrypt it with the program that holds your OpenPGP key, for instance with "
        "“gpg --decrypt”, and import what comes out.",
    )


FORMAT = Format(
    id="openpgp",
    name="OpenPGP",
    fits=fits,
    read=read,
    forms=Form.NONE,
    steps=Text("Decrypt the file with the program that holds your OpenPGP key, and import what comes out."),
)
