"""Google Authenticator's transfer as a text of ``otpauth-migration://`` links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warifu.core.account import OtpType
from warifu.core.migration import SCHEME, format_migration
from warifu.core.targets import GOOGLE_SECRET, NAME_BYTES
from warifu.core.text import Text
from warifu.formats import links
from warifu.formats.base import Form, Format, Writer
from warifu.formats.holds import Holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted

_PERIOD: Final = 30  # seconds


def fits(file: Untrusted) -> bool:
    """Whether every link of a text is one of a transfer."""
    return links.fits(file) and links.schemes("\n".join(links.listed(file)) or file.text or "") == {SCHEME}


def write(accounts: Sequence[Account], _password: str) -> bytes:
    """One link a line, each for one QR code of up to ten accounts."""
    return "".join(f"{uri}\n" for uri in format_migration(accounts).uris).encode()


FORMAT = Format(
    id="google",
    name="Google Authenticator",
    fits=fits,
    read=links.read,
    forms=Form.PLAIN,
    steps=Text(
        "In Google Authenticator: the menu > Transfer accounts > Export accounts. Take a picture of every QR "
        "code it shows, or scan them one after the other."
    ),
    writer=Writer(
        write,
        Form.PLAIN,
        Holds(
            frozenset((OtpType.TOTP, OtpType.HOTP)),
            digits=frozenset((6, 8)),
            period=frozenset((_PERIOD,)),
            max_secret=GOOGLE_SECRET,
            max_name=NAME_BYTES,
        ),
        ".txt",
    ),
)
