"""What other apps cannot hold of an account, said before it is given to them.

Sources: Google's "Key Uri Format", which tells of parameters that its own app ignores, the fields of its
transfer message, and the link readers of Aegis, Ente Auth, Stratum and andOTP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.account import Account, Algorithm, OtpType
from warifu.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME_BYTES = 100  # of a name in a QR code; Japanese takes 3 a letter here, and 9 in a link
_GOOGLE_PERIOD = 30  # seconds
_GOOGLE_DIGITS = (6, 8)
_GOOGLE_COUNTER = 2**63 - 1  # of an int64
GOOGLE_SECRET = 256  # bytes; more make a QR code that phones cannot scan


def google_refusal(account: Account) -> Text | None:
    """Why Google's transfer codes cannot hold the account; None where they can."""
    otp = account.otp
    if otp.type not in {OtpType.TOTP, OtpType.HOTP}:
        return Text("Google Authenticator cannot make this kind of code.")
    if otp.digits not in _GOOGLE_DIGITS:
        return Text("Google Authenticator can only show 6 or 8 digits.")
    if otp.type is OtpType.TOTP and otp.period != _GOOGLE_PERIOD:
        return Text("Google Authenticator can only renew codes every 30 seconds.")
    if otp.type is OtpType.HOTP and account.counter > _GOOGLE_COUNTER:
        return Text("The counter is too large for Google Authenticator.")
    if len(otp.secret) > GOOGLE_SECRET:
        return Text("The secret is too long for a QR code that phones can scan.")
    return None


def google_limits(account: Account) -> tuple[Text, ...]:
    """What becomes different of an account that Google's transfer codes can hold."""
    return (*_of_counter(account), *_of_names(account))


def link_limits(account: Account) -> tuple[Text, ...]:
    """What phone apps are known to refuse or ignore of the account's key link."""
    return (*_of_kind(account), *_of_counter(account), *_of_numbers(account), *_of_names(account))


def short_name(name: str) -> str:
    """A name as it is written into a QR code: whole, or its first ``NAME_BYTES`` bytes with an ellipsis."""
    raw = name.encode()
    if len(raw) <= NAME_BYTES:
        return name
    return raw[: NAME_BYTES - len("…".encode())].decode(errors="ignore").rstrip() + "…"


def names_on_phone(account: Account) -> tuple[str, str]:
    """What apps call the account: the issuer, or the title where there is none, and the account's name."""
    return short_name(account.issuer or account.title), short_name(account.account)


def _of_kind(account: Account) -> Iterator[Text]:
    match account.otp.type:
        case OtpType.STEAM:
            yield Text(
                "Few phone apps make Steam’s codes, among them Aegis and Ente Auth; others refuse them."
            )
        case OtpType.YANDEX:
            yield Text("Few phone apps make Yandex’s codes, among them Aegis; others refuse them.")
            if account.otp.pin:
                yield Text("The PIN is part of the QR code.")
        case OtpType.MOTP:
            yield Text("Few phone apps make mOTP codes, among them Aegis and Stratum; others refuse them.")
            if account.otp.pin:
                yield Text("The PIN is not in the QR code; type it on the phone.")
        case _:
            return


def _of_counter(account: Account) -> Iterator[Text]:
    if account.otp.type is OtpType.HOTP:
        yield Text(
            "Phone and PC count on their own: once one of them has given a code, the other’s is refused. "
            "Use only one of them."
        )


def _of_numbers(account: Account) -> Iterator[Text]:
    """Parameters that Google's "Key Uri Format" lets readers ignore."""
    otp = account.otp
    if otp.type not in {OtpType.TOTP, OtpType.HOTP}:
        return
    if otp.digits != 6:
        yield Text("Some phone apps show 6 digits instead of {digits}.", digits=otp.digits)
    if otp.type is OtpType.TOTP and otp.period != _GOOGLE_PERIOD:
        yield Text(
            "Some phone apps, such as Google Authenticator, take 30 seconds instead of {period}.",
            period=otp.period,
        )
    if otp.algorithm is not Algorithm.SHA1:
        yield Text(
            "Some phone apps calculate with SHA-1 instead of {algorithm}.",
            algorithm=otp.algorithm.value.replace("SHA", "SHA-"),
        )


def _of_names(account: Account) -> Iterator[Text]:
    issuer, name = names_on_phone(account)
    if (issuer, name) != (account.issuer or account.title, account.account):
        yield Text("Its long name is shortened in the QR code.")
    if account.issuer and account.title not in {"", account.issuer}:
        yield Text("On the phone it is called “{issuer}”.", issuer=issuer)
